"""The pieces of a page in the order they are read: columns one after another, tables row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from corpus.importing.pdf.aligned_cells import aligned, cut_at
from corpus.importing.pdf.lines import Piece
from index.lazy_pattern import LazyPattern

_FEWEST: Final = 5
"""A column has at least so many lines."""
_FULL: Final = 0.6
"""The usual line of a column fills this share of its width; cells of a table do not."""
_NARROWEST: Final = 9.0
"""A column is at least so many type sizes wide."""
_GUTTER: Final = 0.6
_NO_CELL_END: Final = frozenset("，、；。：")
"""A piece that ends so is part of a stretched line, not a cell."""
_TIGHT_CELLS: Final = 4
_EVERYWHERE: Final = ((-1e9, 1e9),)
_FIGURE: Final = LazyPattern(r"\d")
_NEXT_ROW: Final = 4.0
"""The next row of a table is at most so many type sizes away."""
_CELLS, _TABLE_ROWS = 3, 3
"""A table across a gutter has at least so many cells in a row and so many rows."""
_LOOSE: Final = 0.8
"""A cell fills at most this share of the room to the next one."""
_MOST_BESIDE: Final = 2
"""How often a side of a page may be parted into columns again."""
_CROSSING: Final = 0.34
"""At most this share of the lines may run across a gutter (titles, pictures' captions)."""


def in_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of one page in reading order, those of one row of a table made one piece with cells."""
    whole = [one for one in pieces if one.text.strip()]
    return _read(whole, depth=0)


def _read(pieces: list[Piece], depth: int) -> list[Piece]:
    gutter = _gutter(pieces) if depth < 4 else None
    if gutter is None:
        return _rows(pieces)
    ordered: list[Piece] = []
    band: list[Piece] = []
    across = _across(pieces, gutter)
    for one in sorted(pieces, key=lambda piece: (piece.base, piece.left)):
        if id(one) in across or (one.left < gutter - 1 and one.right > gutter + 1):
            ordered += _sides(band, gutter, depth)
            band = []
            ordered += across.get(id(one), [one])
        else:
            band.append(one)
    return ordered + _sides(band, gutter, depth)


def _across(pieces: list[Piece], gutter: float) -> dict[int, list[Piece]]:
    """Return the rows of tables whose cells stand on both sides of a gutter, by their first piece; the rest empty."""
    edge = max(one.right for one in pieces)
    across: dict[int, list[Piece]] = {}
    run: list[list[Piece]] = []
    for row in (*_lines(pieces), []):
        cells = len(row) >= _CELLS and row[0].right < gutter < row[-1].left and _loose(row, edge)
        if cells and (not run or _below(run[-1], row)):
            run.append(row)
            continue
        if len(run) >= _TABLE_ROWS:
            across |= {id(piece): [] for one in run for piece in one}
            across |= {id(one[0]): [_row(one)] for one in run}
        run = [row] if cells else []
    return across


def _loose(row: Sequence[Piece], edge: float) -> bool:
    """Tell whether the pieces of a line leave the room to the next one open, as cells do and columns do not."""
    ends = [*(one.left for one in row[1:]), edge]
    return all(
        one.width < _LOOSE * (end - one.left) or one is row[-1] for one, end in zip(row, ends, strict=True)
    )


def _below(above: Sequence[Piece], row: Sequence[Piece]) -> bool:
    """Tell whether each cell of a line stands below one of the line above."""
    return len(above) == len(row) and all(
        one.left <= two.right and two.left <= one.right for one, two in zip(above, row, strict=True)
    )


def _sides(band: list[Piece], gutter: float, depth: int) -> list[Piece]:
    left = [one for one in band if one.right <= gutter + 1]
    right = [one for one in band if one.right > gutter + 1]
    return [*_read(left, depth + 1), *_read(right, depth + 1)]


def _gutter(pieces: list[Piece], depth: int = 0) -> float | None:
    """Return the middle of the white lane between two columns of running text, ``None`` where there is none.

    A side may be columns itself, whose lines need not stand level with each other.
    """
    if len(pieces) < 2 * _FEWEST:
        return None
    size = median(one.size for one in pieces)
    best: tuple[float, float] | None = None
    for middle in _lanes(pieces, size):
        left = [one for one in pieces if one.right <= middle + 1]
        right = [one for one in pieces if one.left >= middle - 1]
        crossing = len(pieces) - len(left) - len(right)
        if min(len(left), len(right)) < _FEWEST or crossing > _CROSSING * len(pieces):
            continue
        if _is_text(left, size, depth) and _is_text(right, size, depth):
            balance = abs(len(left) - len(right)) / len(pieces) + crossing / len(pieces)
            if best is None or balance < best[0]:
                best = (balance, middle)
    return best[1] if best else None


def _is_text(side: list[Piece], size: float, depth: int) -> bool:
    """Tell whether a side is running text, in one column or in several."""
    return _running(side, size) or (depth < _MOST_BESIDE and _gutter(side, depth + 1) is not None)


def _lanes(pieces: list[Piece], size: float) -> list[float]:
    """Return the middles of lanes that most lines leave white: between a usual right edge and a usual left one."""
    rights = sorted({round(one.right) for one in pieces})
    lefts = sorted({round(one.left) for one in pieces})
    starts: dict[int, int] = {}
    for one in pieces:
        starts[round(one.left)] = starts.get(round(one.left), 0) + 1
    usual = [
        place for place in lefts if starts[place] + starts.get(place + 1, 0) + starts.get(place - 1, 0) >= 3
    ]
    lanes: list[float] = []
    for left in usual:
        before = [right for right in rights if right <= left - _GUTTER * size]
        if before:
            lanes.append((max(before) + left) / 2)
            lanes.append(left - _GUTTER * size / 2)
    return sorted(set(lanes))


def _running(column: list[Piece], size: float) -> bool:
    """Tell whether a column is running text: lines that mostly fill it, several of them, one below the other."""
    width = max(one.right for one in column) - min(one.left for one in column)
    if width < _NARROWEST * size:
        return False
    lines: dict[int, float] = {}
    for one in column:
        key = round(one.base / max(1.0, 0.5 * size))
        lines[key] = lines.get(key, 0.0) + one.width
    return len(lines) >= _FEWEST and median(lines.values()) >= _FULL * width


def _rows(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces line by line; what stands side by side on a line becomes one piece with cells."""
    return [_row(line) for line in aligned(_with_close_cells(_tight(_lines(pieces))))]


def _tight(lines: list[list[Piece]]) -> list[list[Piece]]:
    """Return the lines with the cells parted of tables set so tight that no row stands apart: columns of figures."""
    parts = [[part for one in line for part in cut_at(one, _EVERYWHERE)] for line in lines]
    run: list[int] = []
    for place in range(len(lines) + 1):
        goes_on = place < len(lines) and len(parts[place]) >= _TIGHT_CELLS
        if goes_on and run:
            goes_on = _is_near(lines[run[-1]], lines[place]) and _below(parts[run[-1]], parts[place])
        if goes_on:
            run.append(place)
            continue
        cells = [cell.text for each in run for cell in parts[each]]
        figures = sum(1 for text in cells if _FIGURE.search(text))
        if len(run) >= _TABLE_ROWS and figures * 4 >= len(cells):
            for each in run:
                lines[each] = parts[each]
        run = [place] if place < len(lines) and len(parts[place]) >= _TIGHT_CELLS else []
    return lines


def _with_close_cells(lines: list[list[Piece]]) -> list[list[Piece]]:
    """Return the lines with the cells parted that stand close to each other, as those beside them say."""
    for order in (range(len(lines) - 2, -1, -1), range(1, len(lines))):
        for place in order:
            beside = place + 1 if order.step < 0 else place - 1
            lines[place] = _parted_like(lines[place], lines[beside])
    return lines


def _is_near(line: list[Piece], other: list[Piece]) -> bool:
    """Tell whether two lines may be rows of one table."""
    return abs(line[0].base - other[0].base) <= _NEXT_ROW * max(line[0].size, other[0].size)


def _parted_like(line: list[Piece], other: list[Piece]) -> list[Piece]:
    """Return the pieces of a line, parted where the cells of the ``other`` are if each then stands beside one."""
    if (
        not _is_near(line, other)
        or not len(line) < len(other)
        or len(other) < _CELLS
        or not any(one.gaps for one in line)
    ):
        return line
    lanes = [(one.right, two.left) for one, two in pairwise(other)]
    parts = [part for one in line for part in cut_at(one, lanes)]
    fits = _below(parts, other) and all(part.text[-1:] not in _NO_CELL_END for part in parts[:-1])
    return parts if fits else line


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line, from left to right."""
    lines: list[list[Piece]] = []
    for one in sorted(pieces, key=lambda piece: piece.base):
        if not lines or one.base - lines[-1][0].base > 0.5 * max(one.size, lines[-1][0].size):
            lines.append([])
        lines[-1].append(one)
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _row(row: Sequence[Piece | None]) -> Piece:
    """Return the pieces of one line as one piece; an empty cell leaves its place."""
    parts = [part for part in row if part is not None]
    if len(row) == 1:
        return parts[0]
    text, marks = "", []
    goes_on = len(parts) == len(row) and any(part.text[-1:] in _NO_CELL_END for part in parts[:-1])
    for place, part in enumerate(row):
        text += "\t" if place and not goes_on else ""
        if part is None:
            continue
        marks += [(start + len(text), end + len(text)) for start, end in part.marks]
        text += part.text
    return replace(
        parts[0],
        text=text,
        top=min(one.top for one in parts),
        right=max(one.right for one in parts),
        bottom=max(one.bottom for one in parts),
        size=max(one.size for one in parts),
        marks=tuple(marks),
        cells=() if goes_on else tuple(part.text if part is not None else "" for part in row),
    )
