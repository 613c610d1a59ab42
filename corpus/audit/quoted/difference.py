"""Where two wordings part: a quotation and what stands in its source, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Levenshtein

from corpus.audit.quoted.wording import letters_of
from index.segment.quick import plain_words


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as the paper has it and as the source has it; of equal ones both say the same."""

    paper: str
    source: str
    equal: bool


def differences(paper: str, source: str) -> tuple[Piece, ...]:
    """Return both wordings piece by piece, what differs in whole words.

    Punctuation, blanks, width and traditional forms are no difference.
    """
    return _joined(_in_whole_words(_joined(_by_characters(paper, source))))


def in_one_line(paper: str, source: str) -> str:
    """Return both wordings as one: what differs stands in brackets, the paper's words before the source's."""
    return "".join(
        one.paper if one.equal else f"【{one.paper or '∅'}→{one.source or '∅'}】"
        for one in differences(paper, source)
    )


def _by_characters(paper: str, source: str) -> Iterator[Piece]:
    for code in Levenshtein.opcodes(paper, source):
        here = paper[code.src_start : code.src_end]
        there = source[code.dest_start : code.dest_end]
        yield Piece(here, there, code.tag == "equal" or letters_of(here) == letters_of(there))


def _joined(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Return the pieces, neighbours of one kind as one."""
    joined: list[Piece] = []
    for one in pieces:
        if joined and joined[-1].equal is one.equal:
            last = joined.pop()
            joined.append(Piece(last.paper + one.paper, last.source + one.source, one.equal))
        else:
            joined.append(one)
    return tuple(joined)


def _in_whole_words(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces, of equal ones the ends apart that belong to a word that differs."""
    of_paper = _word_ends("".join(one.paper for one in pieces))
    of_source = _word_ends("".join(one.source for one in pieces))
    at, there = 0, 0
    for number, one in enumerate(pieces):
        end, there_end = at + len(one.paper), there + len(one.source)
        if one.equal:
            first, last = 0, 0
            shared = _shared(one.paper, one.source)
            while number and first < shared and not (at + first in of_paper and there + first in of_source):
                first += 1
            shared = _shared(one.paper[::-1], one.source[::-1])
            while (
                number < len(pieces) - 1
                and last < shared
                and not (end - last in of_paper and there_end - last in of_source)
            ):
                last += 1
            if first + last > min(len(one.paper), len(one.source)):
                yield Piece(one.paper, one.source, equal=False)
            else:
                yield from _cut(one, first, last)
        else:
            yield one
        at, there = end, there_end


def _cut(piece: Piece, first: int, last: int) -> Iterator[Piece]:
    """Yield an equal piece with so many characters of its beginning and its end as parts of what differs."""
    end, there_end = len(piece.paper) - last, len(piece.source) - last
    if first:
        yield Piece(piece.paper[:first], piece.source[:first], equal=False)
    if first < end or first < there_end:
        yield Piece(piece.paper[first:end], piece.source[first:there_end], equal=True)
    if last:
        yield Piece(piece.paper[end:], piece.source[there_end:], equal=False)


def _word_ends(text: str) -> frozenset[int]:
    """Return where the words of a text end, and its beginning."""
    return frozenset((0, *accumulate(map(len, plain_words(text)))))


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with together."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
