"""The numbers printed on the pages, proposed where they run with the pages of the file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from corpus.importing.pdf.lines import Piece
from corpus.model.numbering import PageStretch, printed_number, roman, value_of
from index.lazy_pattern import LazyPattern

_ALONE: Final = LazyPattern(
    r"(?:第|page|p\.)?\s*[-—–－·•\[〔（(]*\s*(?P<number>\d{1,4}|[ivxlc]{1,7}|[IVXLC]{1,7})\s*[-—–－·•\]〕）)]*\s*页?"
    r"(?:\s*(?:[/／|｜]\s*共?|of|[,，]?\s*共)\s*\d{1,4}\s*页?)?",
    re.IGNORECASE,
)
_FEWEST: Final = 3
"""So many pages must carry numbers that run with them; in a file of up to four pages, and in roman digits, two."""
_SHORT: Final = 4
_BAND: Final = 0.14
_LINES: Final = 3
_ONE_LINE: Final = 5.0
"""Points by which the base lines of what stands on one line differ at most."""
_FEWEST_LINES: Final = 3
_TIGHT: Final = 1.45
_INDENT: Final = 2.5
"""Lines of a page by which it can be told, and the usual steps and type sizes within which a line is one of them."""


@dataclass(frozen=True, slots=True)
class RunningNumbers:
    """The stretches of printed numbers, and the ids of all pieces that belong to the page and not to its text."""

    stretches: tuple[PageStretch, ...]
    outside: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A number at the edge of a page (from 1): its value, its digits (arabic, roman, ROMAN), the piece it is of.

    ``alone`` tells that the piece says nothing else.
    """

    page: int
    value: int
    digits: str
    piece: int
    alone: bool


def running_numbers(
    pages: Sequence[Sequence[Piece]], outside: Iterable[int], heights: Sequence[float]
) -> RunningNumbers:
    """Return the printed numbers; ``outside`` are the ids of the pieces known to belong to the page.

    Only what runs with the pages is proposed: a page between two numbers of a run has the number in between, the
    first and the last page of the file the one next to its neighbour's; all others have none.
    """
    furniture = frozenset(outside)
    seen: list[_Seen] = []
    of_text: set[int] = set()
    for number, (pieces, height) in enumerate(zip(pages, heights, strict=True), start=1):
        for one in _at_edge(pieces, height):
            if _ALONE.fullmatch(one.text.strip()) and _in_text(one, pieces):
                of_text.add(id(one))
            else:
                seen += _numbers(one, number, furniture)
    count = len(pages)
    told = _spreads(seen, count) or _runs(seen, count)
    running = {one.piece for one in seen if one.alone and _stands(one, told.get(one.page, ""))}
    return RunningNumbers(_stretches(told, count), (furniture | running) - of_text)


def _at_edge(pieces: Sequence[Piece], height: float) -> list[Piece]:
    """Return the outermost pieces of a page."""
    ordered = sorted(pieces, key=lambda piece: piece.base)
    above = [one for one in ordered[:_LINES] if one.base < _BAND * height]
    return above + [one for one in ordered[-_LINES:] if one.base > (1 - _BAND) * height and one not in above]


def _in_text(piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a line is set as the first of the text: at its side, and in its pitch.

    A year that each page of a chronicle begins with, or the number of a step, is no number of the page. Feet stand
    as near below a text as its own lines.
    """
    lines = sorted({one.base for one in pieces})
    steps = [below - above for above, below in pairwise(lines) if below - above > _ONE_LINE]
    beside = [one for one in pieces if abs(one.base - piece.base) > _ONE_LINE]
    if len(steps) < _FEWEST_LINES:
        return False
    nearest = min(beside, key=lambda one: abs(one.base - piece.base))
    near = 0 < nearest.base - piece.base <= _TIGHT * median(steps)
    return near and piece.left - min(one.left for one in beside) <= _INDENT * nearest.size


def _numbers(piece: Piece, page: int, furniture: frozenset[int]) -> list[_Seen]:
    """Return the numbers a line at the edge may tell: those alone in it, or the outer words of a running line."""
    cells = [part.strip() for part in piece.cells or (piece.text,)]
    words = piece.text.split()
    alone = all(_ALONE.fullmatch(one) for one in cells)
    parts = cells
    if id(piece) in furniture:
        parts = [*cells, *words[:1], *words[-1:]]
    elif not alone:
        return []
    found = []
    for part in dict.fromkeys(parts):
        match = _ALONE.fullmatch(part)
        value = value_of(match["number"]) if match else 0
        if match and value:
            told = match["number"]
            digits = "arabic" if told.isdecimal() else "ROMAN" if told.isupper() else "roman"
            found.append(_Seen(page, value, digits, id(piece), alone))
    return found


def _stands(one: _Seen, label: str) -> bool:
    """Tell whether a number is one of those a page is told to have."""
    return _written(one.value, one.digits) in label.split("-")


def _runs(seen: Sequence[_Seen], count: int) -> dict[int, str]:
    """Return the number of every page that lies in a run of numbers."""
    shifts: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for one in seen:
        shifts[one.digits, one.value - one.page].add(one.page)
    told: dict[int, str] = {}
    # The longest run has the say where two would number the same page.
    for (digits, shift), pages in sorted(shifts.items(), key=lambda item: -len(item[1])):
        least = 2 if count <= _SHORT or digits != "arabic" else _FEWEST
        if len(pages) < least or 2 * len(pages) < max(pages) - min(pages):
            continue
        first = min(pages) - (min(pages) == 2 and 1 + shift > 0 and 1 not in told)
        last = max(pages) + (max(pages) == count - 1 and count not in told)
        if any(page in told for page in pages):
            continue
        for page in range(first, last + 1):
            told.setdefault(page, _written(page + shift, digits))
    return told


def _spreads(seen: Sequence[_Seen], count: int) -> dict[int, str]:
    """Return ``12-13`` for the pages that carry two numbers each, if most do."""
    by_page: defaultdict[int, list[_Seen]] = defaultdict(list)
    for one in seen:
        by_page[one.page].append(one)
    shifts: defaultdict[int, set[int]] = defaultdict(set)
    for page, found in by_page.items():
        values = {one.value for one in found if one.digits == "arabic"}
        for value in values:
            if value + 1 in values:
                shifts[value - 2 * page].add(page)
    if not shifts:
        return {}
    shift, pages = max(shifts.items(), key=lambda item: len(item[1]))
    if len(pages) < (2 if count <= _SHORT else _FEWEST) or 2 * len(pages) < count:
        return {}
    return {page: f"{2 * page + shift}-{2 * page + shift + 1}" for page in range(min(pages), max(pages) + 1)}


def _written(value: int, digits: str) -> str:
    told = str(value) if digits == "arabic" else roman(value)
    return told.upper() if digits == "ROMAN" else told


def _stretches(told: dict[int, str], count: int) -> tuple[PageStretch, ...]:
    """Return the stretches that tell these numbers, and none for the other pages."""
    found: list[PageStretch] = []
    for page in range(1, count + 1):
        label = told.get(page, "")
        if printed_number(found, page) != label:
            first, both, _second = label.partition("-")
            found.append(PageStretch(page, first, 2 if both else 1))
    return tuple(found)
