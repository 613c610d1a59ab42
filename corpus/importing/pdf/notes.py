"""Footnotes: small type at the foot of a page that begins with a mark, and the raised marks that point to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.importing.blocks.raised import raised
from corpus.importing.pdf.lines import Piece
from index.lazy_pattern import LazyPattern

_SMALLER: Final = 0.94
_MARK: Final = LazyPattern(r"\s*(?P<mark>\[?\d{1,3}\]?|〔\d{1,3}〕|[①-⑳]|[*†‡]{1,3}|注\d{0,2}[:：])\s*")
_POWER: Final = LazyPattern(r"(?<![A-Za-z])(?:[kcdm]?m|[a-zR])$")
_BRACKETS: Final = "[]〔〕"


def part_footnotes(lines: Sequence[Piece], body: float) -> tuple[list[Piece], list[Piece]]:
    """Return the lines of a page without its footnotes, and the footnotes; ``body`` is the usual type size."""
    small = len(lines)
    while small and lines[small - 1].size < _SMALLER * body and not lines[small - 1].cells:
        small -= 1
    told = pointed_to(lines[:small])
    first = next((place for place in range(small, len(lines)) if begins_note(lines[place], told)), len(lines))
    return (list(lines[:first]), list(lines[first:])) if first else (list(lines), [])


def begins_note(line: Piece, told: frozenset[str]) -> bool:
    """Tell whether a line at the foot of the page is the first of a note; ``told`` are the marks that point to notes.

    A bare number may be a figure on which a line of a note begins: it is a mark where one points to it, where it is
    raised, or, on a page without any marks, where a blank parts it from the words.
    """
    found = _MARK.match(line.text)
    if found is None:
        return False
    mark = found["mark"]
    if not mark.isdecimal() or mark in told or any(start <= found.start("mark") for start, _ in line.marks):
        return True
    return not told and line.text[found.end("mark") : found.end("mark") + 1].isspace()


def pointed_to(text: Sequence[Piece]) -> frozenset[str]:
    """Return the raised marks of a page's text, powers of units left out."""
    return frozenset(
        _raised(one, *mark) for one in text for mark in one.marks if not _POWER.search(one.text[: mark[0]])
    )


def _raised(line: Piece, start: int, end: int) -> str:
    return line.text[start:end].strip(_BRACKETS)


def told_marks(line: Piece, known: frozenset[str]) -> str:
    """Return the line's text with raised marks as ``[1]`` where a note has that mark, else as raised digits."""
    text = line.text
    for start, end in reversed(line.marks):
        mark = text[start:end].strip(_BRACKETS)
        shown = f"[{mark}]" if mark in known else raised(text[start:end])
        text = text[:start] + shown + text[end:]
    return text


def marks_of(notes: Sequence[Piece], told: frozenset[str]) -> frozenset[str]:
    """Return the marks of a page's notes."""
    found = (_MARK.match(one.text) for one in notes if begins_note(one, told))
    return frozenset(match["mark"].strip(_BRACKETS) for match in found if match)


def told_note(line: Piece) -> Piece:
    """Return the first line of a note with its mark as ``[1]``."""
    match = _MARK.match(line.text)
    if match is None:
        return line
    mark = match["mark"].strip(_BRACKETS)
    shown = f"[{mark}] " if mark.isdigit() else f"{mark} "
    return replace(line, text=shown + line.text[match.end() :], marks=())
