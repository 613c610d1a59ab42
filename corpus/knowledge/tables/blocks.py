"""Several tables in one grid: set side by side to save room, or one below another with heads of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.tables.cells import is_blank, is_time, number_of
from corpus.knowledge.tables.grid import Grid
from corpus.model.span import Span

_HEADS_LOOKED_AT: Final = 4
"""The heads of tables side by side stand in the first rows."""
_NARROWEST: Final = 2
_FEWEST: Final = 2

Words = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Block:
    """A table of its own within a grid: its rows and columns as a grid, and how many of each stand before it."""

    grid: Grid
    top: int = 0
    left: int = 0


def blocks(text: str, grid: Grid) -> Iterator[Block]:
    """Yield the tables a grid holds, itself where it holds one; every cell is looked at a few times."""
    for top, part in _below_one_another(text, grid):
        for left, own in _side_by_side(text, part):
            yield Block(own, top, left)


def _words(text: str, grid: Grid) -> list[list[str]]:
    width = max(len(row) for row in grid.rows)
    return [[grid.text(text, row, column) for column in range(width)] for row in range(len(grid.rows))]


def _is_number(cell: str) -> bool:
    return not is_time(cell) and number_of(cell) is not None


def _is_word(cell: str) -> bool:
    return bool(cell) and not is_blank(cell) and not _is_number(cell)


def _below_one_another(text: str, grid: Grid) -> Iterator[tuple[int, Grid]]:
    """Yield the parts of a grid that begin with heads of their own, each with the lines it stands under."""
    words = _words(text, grid)
    numeric = [any(map(_is_number, row)) for row in words]
    first = numeric.index(True) if True in numeric else len(words)
    starts = [0]
    for place in range(first + 1, len(words) - 1):
        if not numeric[place] and numeric[place + 1] and _heads_anew(words, numeric, place, starts[-1]):
            start = place
            while start > first and not numeric[start - 1] and sum(map(bool, words[start - 1])) == 1:
                start -= 1
            starts.append(start)
    titles = tuple(row[0] for row in words[: max(0, first - 1)] if row[0] and not any(row[1:]))
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        above = grid.caption if start == 0 else (*grid.caption, *titles)
        yield start, grid if len(starts) == 1 else _cut(grid, range(start, end), above)


def _heads_anew(words: Words, numeric: Sequence[bool], place: int, start: int) -> bool:
    """Tell whether a row without numbers heads the rows below it: words stand over all their numbers.

    The rows above it must have had numbers in those columns: what stands there once is a remark.
    """
    row = words[place]
    below = [column for column, cell in enumerate(words[place + 1]) if _is_number(cell)]
    heads = [row[column] for column in below]
    if len(below) < _FEWEST or not all(map(_is_word, heads)) or len({row[0], *heads}) == 1:
        return False
    before = [words[one] for one in range(start, place) if numeric[one]]
    return bool(before) and all(any(_is_number(one[column]) for one in before) for column in below)


def _side_by_side(text: str, grid: Grid) -> Iterator[tuple[int, Grid]]:
    """Yield the tables that stand beside one another under the same heads, as 城市 客运量 城市 客运量 does."""
    words = _words(text, grid)
    width = _width_of_one(words)
    if width is None:
        yield 0, grid
        return
    for left in range(0, len(words[0]), width):
        yield left, replace(grid, rows=tuple(_columns(row, left, width) for row in grid.rows))


def _columns(row: tuple[Span, ...], left: int, width: int) -> tuple[Span, ...]:
    """Return some columns of a row; where it is short, nothing at its end."""
    end = Span(row[-1].end, row[-1].end)
    return tuple(row[one] if one < len(row) else end for one in range(left, left + width))


def _width_of_one(words: Words) -> int | None:
    """Return how many columns each of the tables side by side has, ``None`` where only one stands there."""
    columns = len(words[0])
    for place, row in enumerate(words[: min(_HEADS_LOOKED_AT, len(words) - 1)]):
        body = words[place + 1 :]
        for width in range(_NARROWEST, columns // 2 + 1):
            if columns % width or not all(row):
                continue
            lefts = range(0, columns, width)
            same = all(list(row[left + 1 : left + width]) == list(row[1:width]) for left in lefts)
            if same and all(_names_rows(body, left) and _tells(body, left, width) for left in lefts):
                return width
    return None


def _names_rows(body: Words, column: int) -> bool:
    """Tell whether a column names rows: half of its cells or more are words, and no numbers."""
    told = [cell for row in body if (cell := row[column])]
    return bool(told) and not any(map(_is_number, told)) and len(told) * 2 >= len(body)


def _tells(body: Words, left: int, width: int) -> bool:
    """Tell whether numbers stand beside the names of a table."""
    return any(_is_number(cell) for row in body for cell in row[left + 1 : left + width])


def _cut(grid: Grid, rows: range, caption: tuple[str, ...]) -> Grid:
    """Return some rows of a grid as one."""
    lines = grid.lines[rows.start : rows.stop]
    span = Span(lines[0].start, lines[-1].end)
    return replace(grid, rows=grid.rows[rows.start : rows.stop], lines=lines, caption=caption, span=span)
