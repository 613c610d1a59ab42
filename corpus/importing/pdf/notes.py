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
_HELD: Final = LazyPattern(r"[\[〔]\d{1,3}(?:[-–—~～,，、][ ]?\d{1,3})+[\]〕]")
_POWER: Final = LazyPattern(r"(?<![A-Za-z])(?:[kcdm]?m|[a-zR])$")
_BRACKETS: Final = "[]〔〕"
_LINES_OF_NOTE: Final = 5
_MARK_AND_NOTE: Final = 2
"""Cells of a note whose mark is set off by a tab."""


def part_footnotes(lines: Sequence[Piece], body: float) -> tuple[list[Piece], list[Piece]]:
    """Return the lines of a page without its footnotes, and the footnotes; ``body`` is the usual type size."""
    small, everywhere = len(lines), pointed_to(lines)
    table = max((place for place, one in enumerate(lines, start=1) if one.tabled), default=0)
    while (
        small > table
        and lines[small - 1].size < _SMALLER * body
        and _may_be_note(lines[small - 1], everywhere)
    ):
        small -= 1
    told = pointed_to(lines[:small])
    begin = [place for place in range(small, len(lines)) if begins_note(lines[place], told)]
    raised_ones = [place for place in begin if any(start == 0 for start, _end in lines[place].marks)]
    # Where notes begin with raised marks, a small list above them with numbers of the line's height is none.
    first = next(iter(raised_ones or begin), len(lines))
    first = _of_full_size(lines, everywhere) if first == len(lines) else first
    first = (
        first if first >= table else len(lines)
    )  # below a row of a table, as the file names them, none is a note
    return (
        (list(lines[:first]), [replace(one, cells=()) for one in lines[first:]])
        if first
        else (list(lines), [])
    )


def _of_full_size(lines: Sequence[Piece], told: frozenset[str]) -> int:
    """Return where the notes of a page begin that are set in the type of its text, the number of lines if nowhere.

    They are told by their marks: each that the text above points to begins a line of its own, in order, with a blank
    or tab behind it, and few lines stand between them.
    """
    wanted = sorted((one for one in told if one.isdecimal()), key=int)
    if not wanted or len(wanted) < len(told):
        return len(lines)
    most = _LINES_OF_NOTE * len(wanted)
    for place in range(len(lines) - 1, max(0, len(lines) - 1 - most), -1):
        found = _MARK.match(lines[place].text)
        if found and found["mark"] == wanted[-1] and found.end() > found.end("mark"):
            wanted.pop()
            if not wanted:
                return place if pointed_to(lines[:place]) == told else len(lines)
    return len(lines)


def _may_be_note(line: Piece, told: frozenset[str]) -> bool:
    """Tell whether a small line is no row of a table: two cells are a mark the text points to and its note."""
    if not line.cells:
        return True
    mark = _MARK.fullmatch(line.cells[0])
    return len(line.cells) == _MARK_AND_NOTE and mark is not None and mark["mark"].strip(_BRACKETS) in told


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
    """Return the line's text with raised marks as ``[1]`` where a note has that mark, else as raised digits.

    Marks that one pair of brackets holds together, [2-3] and [1,4], stay as they are.
    """
    text = line.text
    held = [match.span() for match in _HELD.finditer(text)]
    for start, end in reversed(line.marks):
        if any(first <= start and end <= last for first, last in held):
            continue
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
