"""Tables in a text: runs of lines whose cells tabs, bars or wide blanks part, with the lines around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from corpus.knowledge.tables.aligned import aligned_tables
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_RULE: Final = LazyPattern(r"[\s|:—-]+")
_MARKS: Final = ("\t", "|")
_WIDEST: Final = 60
_ABOVE: Final = 4
_LONGEST_CAPTION: Final = 60
_LONGEST_ABOVE: Final = 400
_WIDE: Final = 240
"""A longer line is no caption, whatever blanks stand around it."""
_NEAR: Final = 80
"""So far below a caption the table it stands above begins, at most, in code points."""
_FAR: Final = 8
"""So many lines above a table set out by blanks are looked at for its caption."""
_FEWEST_ROWS: Final = 2
_BELOW: Final = 5
"""So many lines below a table may be notes on it."""
_LONGEST_NOTE: Final = 160
_NAMES_TABLE: Final = LazyPattern(r"(?:附?表|图表)(?:[ 　]?[\d一二三四五六七八九十]|[：:])")
_NAMED_BELOW: Final = LazyPattern(
    rf"[ 　|]*\n(?:[ 　]*\n)?[ 　#*]*(?P<line>{_NAMES_TABLE.pattern}[^\n\t|]{{2,60}})(?:\n\s*|$)"
)
"""A caption, and one right below a table, up to where what follows it begins."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its cells by row as spans without blanks, and the short lines of its caption.

    ``above`` and ``below`` are the lines around it, whole: the nearest stand last above it and first below it.
    """

    rows: tuple[tuple[Span, ...], ...]
    lines: tuple[Span, ...]
    caption: tuple[str, ...]
    span: Span
    below: tuple[str, ...] = ()
    above: tuple[str, ...] = ()

    def text(self, text: str, row: int, column: int) -> str:
        """Return the words of a cell, empty where a row is short."""
        cells = self.rows[row]
        return cells[column].of(text) if column < len(cells) else ""


def grids(text: str) -> Iterator[Grid]:
    """Yield the tables of a text in order; takes linear time, and next to none where nothing parts cells."""
    found = sorted((*_marked_grids(text), *map(partial(_set_out, text), aligned_tables(text))), key=_place)
    nexts = [grid.span.start for grid in found[1:]]
    yield from map(partial(_captioned, text), found, (*nexts, len(text) + _NEAR + 1))


def _captioned(text: str, grid: Grid, following: int) -> Grid:
    """Return a table with the lines right below it, and with the caption among them where none stands above.

    Rows at its end in which one cell alone is filled are such lines in sheets, which have no others.
    Right above the table that follows, which begins at ``following``, it is that one's: 表1-3　各区在校学生.
    """
    rows, last = grid.rows, len(grid.rows)
    while last > _FEWEST_ROWS and sum(bool(cell.end > cell.start) for cell in rows[last - 1]) == 1:
        last -= 1
    notes = tuple(cell.of(text) for row in rows[last:] for cell in row if cell.end > cell.start)
    grid = replace(
        grid,
        rows=rows[:last],
        lines=grid.lines[:last],
        above=_lines_above(text, grid.span.start, _LONGEST_ABOVE),
        below=(*notes, *_lines_below(text, grid.span.end, following)),
    )
    caption = next((one for one in notes if _NAMES_TABLE.match(one)), "")
    if caption:
        grid = replace(grid, caption=(*grid.caption, caption))
    if any(_NAMES_TABLE.match(line) for line in grid.caption):
        return grid
    below = _NAMED_BELOW.match(text, grid.span.end)
    if below is None or below.end() <= following <= below.end() + _NEAR:
        return grid
    return replace(grid, caption=(*grid.caption, below["line"].strip(" 　#*")))


def _lines_below(text: str, end: int, following: int) -> tuple[str, ...]:
    """Return the lines below a table that may be notes on it, up to a long one or the table that follows.

    The first is empty where a blank one parts them from it.
    """
    found: list[str] = []
    start = text.find("\n", end) + 1
    while 0 < start < min(len(text), following) and len(found) < _BELOW:
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop].strip(" 　#>")
        line = line.strip("*") if line.startswith("**") else line
        if line and (len(line) > _LONGEST_NOTE or "\t" in line or "|" in line):
            break
        found += [line] if line or not found else []
        start = stop + 1
    return tuple(found)


def _place(grid: Grid) -> Span:
    return grid.span


def _set_out(text: str, rows: tuple[tuple[Span, ...], ...]) -> Grid:
    """Return a table parted by blanks with its lines and what stands above it."""
    lines = tuple(Span(row[0].start, row[-1].end) for row in rows)
    return Grid(rows, lines, _lines_above(text, lines[0].start), Span(lines[0].start, lines[-1].end))


def _lines_above(text: str, start: int, longest: int = _LONGEST_CAPTION) -> tuple[str, ...]:
    """Return the lines that stand above the one ``start`` lies in, those longer than a caption as nothing."""
    found: list[str] = []
    end = text.rfind("\n", 0, start)
    for _ in range(_FAR):
        if end < 0 or len(found) == _ABOVE:
            break
        begin = text.rfind("\n", 0, end) + 1
        line = text[begin:end].strip(" 　#*") if end - begin <= max(_WIDE, longest) else ""
        if "|" in line or "\t" in line:
            break
        if line or end - begin > _WIDE:
            found.append(line if len(line) <= longest else "")
        end = begin - 1
    return tuple(reversed(found))


def _marked_grids(text: str) -> Iterator[Grid]:
    """Yield the tables whose cells tabs or bars part; one right below another stands under its lines too."""
    above: list[str] = []
    rows: list[tuple[Span, ...]] = []
    lines: list[Span] = []
    start, end = _marked(text)
    before: tuple[str, ...] = ()
    for line in (*text[start:end].split("\n"), "") if end else ():
        cells = _cells(line, start)
        if cells and (not rows or _bars(line) == _bars(lines[-1].of(text))):
            if not _RULE.fullmatch(line):
                rows.append(cells)
                lines.append(Span(start, start + len(line)))
        elif rows:
            if len(rows) > 1:
                before = tuple(above[-_ABOVE:]) or before
                yield Grid(tuple(rows), tuple(lines), before, Span(lines[0].start, lines[-1].end))
            rows, lines, above = [], [], []
        if not cells and line.strip():
            above.append(line.strip(" 　#*") if len(line) <= _LONGEST_CAPTION else "")
        start += len(line) + 1


def _marked(text: str) -> tuple[int, int]:
    """Return the part of a text its tables can stand in: from the lines above the first mark to that of the last."""
    marks = [at for at in (text.find(mark) for mark in _MARKS) if at >= 0]
    if not marks:
        return 0, 0
    start, above = text.rfind("\n", 0, min(marks)) + 1, 0
    while above < _ABOVE and (words := len(text[:start].rstrip())):
        start, above = text.rfind("\n", 0, words) + 1, above + 1
    end = text.find("\n", max(map(text.rfind, _MARKS)))
    return start, len(text) if end < 0 else end


def _bars(line: str) -> bool:
    """Tell whether the cells of a line are parted by bars."""
    return "\t" not in line


def _cells(line: str, start: int) -> tuple[Span, ...]:
    """Return the cells of a line, none where it is no row."""
    mark = "\t" if "\t" in line else "|"
    if line.count(mark) < 1 or not line.strip():
        return ()
    begin, end = 0, len(line)
    if mark == "|":
        body = line.strip()
        begin = line.index(body) + body.startswith("|")
        end = line.index(body) + len(body) - (body.endswith("|") and len(body) > 1)
    found: list[Span] = []
    position = begin
    for part in line[begin:end].split(mark):
        inner = part.strip(" 　*")
        lead = len(part) - len(part.lstrip(" 　*")) if inner else 0
        found.append(Span(start + position + lead, start + position + lead + len(inner)))
        position += len(part) + 1
    return tuple(found) if 2 <= len(found) <= _WIDEST else ()
