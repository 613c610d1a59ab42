"""Footnotes: small type at the foot of a page that begins with a mark, and the raised marks that point to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.importing.pdf.lines import Piece
from corpus.importing.raised import raised
from index.lazy_pattern import LazyPattern

_SMALLER: Final = 0.94
_MARK: Final = LazyPattern(r"\s*(?P<mark>\[?\d{1,3}\]?|〔\d{1,3}〕|[①-⑳]|[*†‡]{1,3}|注\d{0,2}[:：])\s*")
_BRACKETS: Final = "[]〔〕"


def part_footnotes(lines: Sequence[Piece], body: float) -> tuple[list[Piece], list[Piece]]:
    """Return the lines of a page without its footnotes, and the footnotes; ``body`` is the usual type size."""
    first = len(lines)
    while first and lines[first - 1].size < _SMALLER * body and not lines[first - 1].cells:
        first -= 1
    while first < len(lines) and not _MARK.match(lines[first].text):
        first += 1
    if first == 0:
        return list(lines), []
    return list(lines[:first]), list(lines[first:])


def begins_note(line: Piece) -> bool:
    """Tell whether a line at the foot of the page is the first of a note."""
    return _MARK.match(line.text) is not None


def told_marks(line: Piece, known: frozenset[str]) -> str:
    """Return the line's text with raised marks as ``[1]`` where a note has that mark, else as raised digits."""
    text = line.text
    for start, end in reversed(line.marks):
        mark = text[start:end].strip(_BRACKETS)
        shown = f"[{mark}]" if mark in known else raised(text[start:end])
        text = text[:start] + shown + text[end:]
    return text


def marks_of(notes: Sequence[Piece]) -> frozenset[str]:
    """Return the marks of a page's notes."""
    found = (match["mark"].strip(_BRACKETS) for one in notes if (match := _MARK.match(one.text)))
    return frozenset(found)


def told_note(line: Piece) -> Piece:
    """Return the first line of a note with its mark as ``[1]``."""
    match = _MARK.match(line.text)
    if match is None:
        return line
    mark = match["mark"].strip(_BRACKETS)
    shown = f"[{mark}] " if mark.isdigit() else f"{mark} "
    return replace(line, text=shown + line.text[match.end() :], marks=())
