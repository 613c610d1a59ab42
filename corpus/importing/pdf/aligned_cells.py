"""Rows of tables that nothing but room parts: what stands below which column where some cells are empty or wrapped.

Rows with a cell in every column say where the columns are; lines beside them with fewer are placed by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.importing.pdf.lines import Piece
from corpus.importing.pdf.paragraphs import joined
from index.lazy_pattern import LazyPattern

_FIGURE: Final = LazyPattern(r"\d")
_CELLS, _ROWS, _FEWEST = 3, 3, 2
"""A table has at least so many cells in a row, and so many rows with all of them; two where half are figures."""
_HEADS: Final = 4
"""So many lines above the first whole row and below the last are looked at."""
_NEAR: Final = 3.0
"""The next line of a table is at most so many type sizes away."""
_CLOSER: Final = 0.85
"""The lines of one cell stand closer than this share of the distance of rows."""
_OFF: Final = 1.5
"""So many type sizes at most a merged head stands off the middle or the left edge of its columns."""

Line = list[Piece | None]
"""The cells of a line in the order of the columns, ``None`` for an empty one."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns of a table are, and how far apart its rows stand."""

    sides: tuple[tuple[float, float], ...]
    pitch: float

    @property
    def lanes(self) -> list[tuple[float, float]]:
        """Return the white between the columns."""
        return [(right, left) for (_, right), (left, _) in pairwise(self.sides)]

    def under(self, piece: Piece) -> tuple[int, ...]:
        """Return the columns a piece stands in."""
        return tuple(
            place
            for place, (left, right) in enumerate(self.sides)
            if piece.left < right and left < piece.right
        )


def aligned(lines: Sequence[list[Piece]]) -> list[Line]:
    """Return lines with those beside whole rows of a table placed in its columns, wrapped cells made whole."""
    found: list[Line] = [list(line) for line in lines]
    gone: set[int] = set()
    place = 0
    while place < len(lines):
        whole = _whole_rows(lines, place)
        if len(whole) < _FEWEST:
            place += 1
            continue
        columns = _columns([lines[one] for one in whole])
        if columns is not None:
            first, last = _reach(lines, whole)
            for one in range(first, last + 1):
                if one not in whole and one not in gone:
                    _place(found, gone, one, columns, above=one < whole[0])
        place = whole[-1] + 1
    return [line for at, line in enumerate(found) if at not in gone]


def cut_at(one: Piece, lanes: Sequence[tuple[float, float]]) -> list[Piece]:
    """Return a piece cut at those of its gaps that stand in a white lane."""
    gaps = [gap for gap in one.gaps if any(left < gap[2] and gap[1] < right for left, right in lanes)]
    edges = [(0, one.left, one.left), *gaps, (len(one.text), one.right, one.right)]
    return [
        replace(
            one,
            text=one.text[start:end].rstrip(),
            left=left,
            right=right,
            marks=tuple((at - start, to - start) for at, to in one.marks if start <= at and to <= end),
            gaps=(),
        )
        for (start, _, left), (end, right, _) in pairwise(edges)
    ]


def _whole_rows(lines: Sequence[list[Piece]], first: int) -> list[int]:
    """Return the rows from one on that have a cell in every column, with nothing but lines of fewer between them."""
    model = lines[first]
    if len(model) < _CELLS:
        return []
    whole, at = [first], first
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if len(line) > len(model) or not _is_near(lines[at], line):
            break
        at = place
        if len(line) == len(model):
            if not _stand_below(lines[whole[-1]], line):
                break
            whole.append(place)
    cells = [one.text for place in whole for one in lines[place]]
    figures = sum(1 for one in cells if _FIGURE.search(one))
    return whole if figures * (4 if len(whole) >= _ROWS else 2) >= len(cells) else []


def _is_near(line: Sequence[Piece], other: Sequence[Piece]) -> bool:
    return abs(line[0].base - other[0].base) <= _NEAR * max(line[0].size, other[0].size)


def _stand_below(above: Sequence[Piece], row: Sequence[Piece]) -> bool:
    return all(one.left <= two.right and two.left <= one.right for one, two in zip(above, row, strict=True))


def _columns(rows: Sequence[list[Piece]]) -> _Columns | None:
    """Return the columns of whole rows, ``None`` where they run into each other."""
    sides = tuple(
        (min(one.left for one in cells), max(one.right for one in cells)) for cells in zip(*rows, strict=True)
    )
    if any(right >= left for (_, right), (left, _) in pairwise(sides)):
        return None
    return _Columns(sides, min(below[0].base - above[0].base for above, below in pairwise(rows)))


def _reach(lines: Sequence[list[Piece]], whole: Sequence[int]) -> tuple[int, int]:
    """Return the first and the last line that may belong to a table with these whole rows."""
    first = last = whole[0]
    while first > max(0, whole[0] - _HEADS) and _is_near(lines[first - 1], lines[first]):
        first -= 1
    last = whole[-1]
    while last + 1 < len(lines) and last < whole[-1] + _HEADS and _is_near(lines[last], lines[last + 1]):
        last += 1
    return first, last


def _place(found: list[Line], gone: set[int], at: int, columns: _Columns, *, above: bool) -> None:
    """Place the pieces of a line in columns, or join them to the cells above that they go on from."""
    told = [one for one in found[at] if one is not None]
    pieces = [part for one in told for part in cut_at(one, columns.lanes)]
    under = [columns.under(one) for one in pieces]
    before = next((one for one in range(at - 1, -1, -1) if one not in gone), -1)
    if before >= 0 and _goes_on(found[before], pieces, under, columns):
        for piece, (column,) in zip(pieces, under, strict=True):
            _join(found[before], column, piece)
        gone.add(at)
        return
    if len(pieces) < 2 or len(pieces) >= len(columns.sides):
        return
    each = [one[0] for one in under if len(one) == 1]
    single = len(each) == len(pieces) == len(set(each))
    if single and (not above or set(range(1, len(columns.sides))) <= set(each)):
        places: Sequence[int] | None = each
    else:
        places = _over(pieces, under, columns) if above else None
    if places is not None:
        line: Line = [None] * len(columns.sides)
        for piece, column in zip(pieces, places, strict=True):
            line[column] = piece
        found[at] = line


def _goes_on(
    above: Line, pieces: Sequence[Piece], under: Sequence[tuple[int, ...]], columns: _Columns
) -> bool:
    """Tell whether each piece goes on with a cell of the row above: its bracket is open, or it stands closer."""
    if len(above) != len(columns.sides) or not all(len(one) == 1 for one in under):
        return False
    cells = [above[column] for (column,) in under]
    if not all(cells):
        return False
    opened = all(one is not None and _is_open(one.text) for one in cells)
    figures = any(_FIGURE.fullmatch(piece.text[:1]) for piece in pieces)
    return opened or all(
        not figures and one is not None and 0 < piece.base - one.base < _CLOSER * columns.pitch
        for one, piece in zip(cells, pieces, strict=True)
    )


def _is_open(text: str) -> bool:
    return sum(one in "（(" for one in text) > sum(one in "）)" for one in text)


def _join(line: Line, column: int, piece: Piece) -> None:
    cell = line[column]
    if cell is None:
        return
    whole, between = joined(cell.text, piece.text)
    start = len(whole) + len(between)
    line[column] = replace(
        cell,
        text=f"{whole}{between}{piece.text}",
        right=max(cell.right, piece.right),
        bottom=max(cell.bottom, piece.bottom),
        marks=(*cell.marks, *((begin + start, end + start) for begin, end in piece.marks)),
    )


def _over(pieces: Sequence[Piece], under: Sequence[tuple[int, ...]], columns: _Columns) -> list[int] | None:
    """Return the first of the columns each merged head stands over, which share out all but the names of the rows."""
    width = len(columns.sides)
    named = bool(under[0]) and under[0][0] == 0
    heads = list(pieces[1:] if named else pieces)
    if len(heads) < 1 or len(heads) >= width - 1:
        return None

    @cache
    def best(head: int, start: int) -> tuple[float, tuple[int, ...]]:
        if head == len(heads):
            return (0.0, ()) if start == width else (float("inf"), ())
        found = (float("inf"), tuple[int, ...]())
        for end in range(start + 1, width - (len(heads) - head - 1) + 1):
            off = _off(heads[head], columns.sides[start][0], columns.sides[end - 1][1])
            rest, places = best(head + 1, end)
            if off <= _OFF * heads[head].size and off + rest < found[0]:
                found = (off + rest, (start, *places))
        return found

    cost, places = best(0, 1)
    return None if cost == float("inf") else [0, *places] if named else list(places)


def _off(head: Piece, left: float, right: float) -> float:
    """Return how far a head stands off the middle or the left edge of some columns, in points."""
    return min(abs((head.left + head.right - left - right) / 2), abs(head.left - left))
