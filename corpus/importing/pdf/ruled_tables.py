"""The cells of tables as the rules drawn around them part them, in files whose tags name none."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from corpus.importing.pdf.characters import Glyph

_THICKEST: Final = 2.5
"""A drawn shape no thicker is a rule, in points."""
_NEAR: Final = 2.0
"""So far at most rules that meet stand from each other, in points."""
_MOST: Final = 4_000
"""Shapes of a page that are looked through; drawings have more."""
_FEWEST: Final = 3
"""A table of two rows and two columns has so many rules each way."""
_ROWS: Final = 2
"""So many rows of a table at least have more than one cell with anything in it."""
_DEEPEST: Final = 4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule: where it stands across its own direction, and from where to where it goes along it; in points."""

    at: float
    start: float
    end: float


def with_ruled_cells(page: Any, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the characters of a pdfium page, those within the cells of ruled tables with them.

    Pages on which text is turned, or a table is tagged, are left as they are. Tables are numbered from 0.
    """
    if not glyphs or any(one.cell is not None or abs(one.left - one.corners[0]) > _NEAR for one in glyphs):
        return list(glyphs)
    level, upright = _rules(page)
    found = list(glyphs)
    for number, (rows, columns) in enumerate(_tables(level, upright)):
        grid = _Grid.of(rows, columns)
        inside = {place: cell for place, one in enumerate(found) if (cell := grid.cell_at(*_middle(one)))}
        if _is_table({inside[place] for place in inside if found[place].text.strip()}):
            for place, cell in inside.items():
                found[place] = replace(found[place], cell=(number, *cell))
    return found


def _middle(one: Glyph) -> Point:
    left, bottom, right, top = one.corners
    return (left + right) / 2, (bottom + top) / 2


def _is_table(cells: Iterable[tuple[int, int]]) -> bool:
    """Tell whether several rows have more than one cell with anything in it."""
    rows: defaultdict[int, set[int]] = defaultdict(set)
    for row, column in cells:
        rows[row].add(column)
    return sum(1 for columns in rows.values() if len(columns) > 1) >= _ROWS


@dataclass(frozen=True, slots=True)
class _Grid:
    """The edges of a table from left to right and from top to bottom, and which of its fields are one cell."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    firsts: dict[tuple[int, int], tuple[int, int]]

    @classmethod
    def of(cls, rows: Sequence[_Rule], columns: Sequence[_Rule]) -> _Grid:
        """Return the grid that rules make; fields with no rule between them are one cell."""
        lefts, tops = _edges(one.at for one in columns), _edges(-one.at for one in rows)
        firsts: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(tops) - 1):
            height = -(tops[row] + tops[row + 1]) / 2
            for column in range(len(lefts) - 1):
                width = (lefts[column] + lefts[column + 1]) / 2
                above = row and not _covers(rows, -tops[row], width)
                beside = column and not _covers(columns, lefts[column], height)
                firsts[row, column] = (
                    firsts[row - 1, column] if above else firsts[row, column - 1] if beside else (row, column)
                )
        return cls(lefts, tops, firsts)

    def cell_at(self, across: float, up: float) -> tuple[int, int] | None:
        """Return row and column of the cell a point of the page lies in, ``None`` outside the table."""
        row, column = bisect_right(self.tops, -up) - 1, bisect_right(self.lefts, across) - 1
        return self.firsts.get((row, column))


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    """Return the different places of rules in order, those that stand together as one."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR * 2:
            found.append(place)
    return tuple(found)


def _covers(rules: Sequence[_Rule], at: float, along: float) -> bool:
    return any(
        abs(one.at - at) <= _NEAR * 2 and one.start - _NEAR <= along <= one.end + _NEAR for one in rules
    )


def _tables(level: Sequence[_Rule], upright: Sequence[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Yield the level and the upright rules of each table: those that meet, directly or through others."""
    left = set(range(len(upright)))
    rows = set(range(len(level)))
    while rows:
        its_rows, its_columns = {rows.pop()}, set[int]()
        grown = True
        while grown:
            more = {place for place in left if any(_meet(level[one], upright[place]) for one in its_rows)}
            left -= more
            its_columns |= more
            below = {place for place in rows if any(_meet(level[place], upright[one]) for one in more)}
            rows -= below
            its_rows |= below
            grown = bool(more or below)
        if (
            len(_edges(level[one].at for one in its_rows))
            >= _FEWEST
            <= len(_edges(upright[one].at for one in its_columns))
        ):
            yield [level[one] for one in its_rows], [upright[one] for one in its_columns]


def _meet(row: _Rule, column: _Rule) -> bool:
    return (
        row.start - _NEAR <= column.at <= row.end + _NEAR
        and column.start - _NEAR <= row.at <= column.end + _NEAR
    )


def _rules(page: Any) -> tuple[list[_Rule], list[_Rule]]:
    """Return the level and the upright rules of a page, in its own coordinates; none where too much is drawn."""
    from pypdfium2 import raw

    level: list[_Rule] = []
    upright: list[_Rule] = []
    for number, shape in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST)):
        if number >= _MOST:
            return [], []
        for (left, bottom), (right, top) in _strokes(raw, shape):
            if top - bottom <= _THICKEST < right - left:
                level.append(_Rule((top + bottom) / 2, left, right))
            elif right - left <= _THICKEST < top - bottom:
                upright.append(_Rule((left + right) / 2, bottom, top))
    return _whole(level), _whole(upright)


def _strokes(raw: Any, shape: Any) -> Iterator[tuple[Point, Point]]:
    """Yield lower left and upper right of a thin shape, or of each straight stroke of a larger one."""
    left, bottom, right, top = shape.get_bounds() if hasattr(shape, "get_bounds") else shape.get_pos()
    if min(right - left, top - bottom) <= _THICKEST:
        yield (left, bottom), (right, top)
        return
    fill, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape.raw, ctypes.byref(fill), ctypes.byref(stroked))
    if stroked.value:
        for (x_from, y_from), (x_to, y_to) in _lines_of(raw, shape):
            yield (min(x_from, x_to), min(y_from, y_to)), (max(x_from, x_to), max(y_from, y_to))


def _lines_of(raw: Any, shape: Any) -> Iterator[tuple[Point, Point]]:
    """Yield from where to where each straight stroke of a path goes, on the page; none of very long paths."""
    count = raw.FPDFPath_CountSegments(shape.raw)
    if not 0 < count <= _MOST:
        return
    matrix = shape.get_matrix()
    begin = last = (0.0, 0.0)
    for place in range(count):
        segment = raw.FPDFPath_GetPathSegment(shape.raw, place)
        across, up = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(across), ctypes.byref(up))
        point = matrix.on_point(across.value, up.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            begin = point
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield last, begin
            last = begin


def _whole(rules: Sequence[_Rule]) -> list[_Rule]:
    """Return rules with those that go on in one line made one."""
    lines: list[_Rule] = []
    for one in sorted(rules, key=lambda rule: (round(rule.at), rule.start)):
        last = lines[-1] if lines else None
        if last is not None and abs(last.at - one.at) <= 1 and one.start <= last.end + _NEAR:
            lines[-1] = replace(last, end=max(last.end, one.end))
        else:
            lines.append(one)
    return lines
