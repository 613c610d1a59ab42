"""Where two wordings part: a quotation and what stands in its source, piece by piece."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from corpus.audit.quoted.wording import letters_of


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as the paper has it and as the source has it; of equal ones both say the same."""

    paper: str
    source: str
    equal: bool


def differences(paper: str, source: str) -> tuple[Piece, ...]:
    """Return both wordings piece by piece; punctuation, blanks, width and traditional forms are no difference."""
    pieces: list[Piece] = []
    for code in Levenshtein.opcodes(paper, source):
        here = paper[code.src_start : code.src_end]
        there = source[code.dest_start : code.dest_end]
        equal = code.tag == "equal" or letters_of(here) == letters_of(there)
        if pieces and pieces[-1].equal is equal:
            last = pieces.pop()
            here, there = last.paper + here, last.source + there
        pieces.append(Piece(here, there, equal))
    return tuple(pieces)


def in_one_line(paper: str, source: str) -> str:
    """Return both wordings as one: what differs stands in brackets, the paper's words before the source's."""
    return "".join(
        one.paper if one.equal else f"【{one.paper or '∅'}→{one.source or '∅'}】"
        for one in differences(paper, source)
    )
