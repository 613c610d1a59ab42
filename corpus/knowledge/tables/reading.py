"""A table read: the figure of every cell, by what its heads and the lines above it say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.tables.axes import groups_are_measures, rows_are_measures
from corpus.knowledge.tables.blocks import Block, blocks
from corpus.knowledge.tables.brackets import in_brackets, said_of_brackets
from corpus.knowledge.tables.cells import CellNumber, Head, dated, head_of, is_time, number_of
from corpus.knowledge.tables.columns import Column, columns_of, is_not_told
from corpus.knowledge.tables.grid import Grid
from corpus.knowledge.tables.headed_cells import PLANNED, CellMeaning, HeadedCell
from corpus.knowledge.tables.headed_table import HeadedTable
from corpus.knowledge.tables.layout import mostly
from corpus.knowledge.tables.measures import PART, is_measure, part_of
from corpus.knowledge.tables.ready import made_ready
from corpus.knowledge.tables.sections import sections_of
from corpus.knowledge.tables.times import Account, basis_of, days_ended, period_of
from corpus.model.statistic import Cell, Direction, Period, Statistic, StatisticKind
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_ALONE: Final = Account()
_SEASON: Final = LazyPattern(r"学年|财年|榨季|产季|雪季")
"""Over years that begin within another: 学年 over 2018—2019."""
_TOTAL: Final = LazyPattern(r"[合小总共]计|总[计数额量]")
_NAME_WITH_YEAR: Final = LazyPattern(r"[一-鿿A-Za-z](?:19|20)\d\d$")
"""A name that ends in a year, which is no time its figures are of: 云杉债2026."""
_COUNTED: Final = LazyPattern(
    r"^[ 　]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、](?!\d))[ 　]*"
)
"""The number of a row before its name: 一、, （二）, 3.。"""
_ONLY_GROWTH: Final = LazyPattern(
    r"(?:同比|环比|年均)?(?:增长率?|增速|增减|增幅|变动)?(?:\([+±-]*\))?|YoY|yoy|MoM|QoQ"
)
"""A row that only tells how the row above has grown."""


def figures_of_grid(text: str, grid: Grid, account: Account = _ALONE) -> Iterator[Statistic]:
    """Yield the figures of a table in the order of its cells; ids are given later.

    ``account`` is the time of what the table stands in, which 本报告期 and 1—6月 belong to.
    """
    for block in blocks(text, grid):
        for one in _figures_of_block(text, block, account):
            cell = one.cell
            moved = Cell(cell.row + block.top, cell.column + block.left) if cell else None
            yield replace(one, cell=moved)


def _figures_of_block(text: str, block: Block, account: Account) -> Iterator[Statistic]:
    """Yield the figures of one table of a grid, their cells counted within it."""
    grid = block.grid
    table = made_ready(text, grid)
    if table is None:
        return
    years = re.findall(r"(?:19|20)\d\d", table.caption.time)
    account = replace(account, year=years[0]) if len(set(years)) == 1 else account
    start, end = dated(table.time) if table.time else ("", "")
    if start and not (start <= account.period.start and account.period.end <= end):
        account = replace(account, period=Period(table.time, start, end))
    account = replace(account, days=next(filter(any, map(days_ended, reversed(grid.caption))), account.days))
    by_time = mostly(is_time(row[table.stub]) for row in table.rows)
    said = said_of_brackets(text, grid.caption, grid.span)
    read = _Reading(
        text, grid, table, account, by_time, not by_time and rows_are_measures(table), said, columns_of(table),
        by_group=groups_are_measures(table),
    )  # fmt: skip
    above = whole = Head()
    within = False
    sections = sections_of(table)
    for place in range(table.heads, len(table.words)):
        row = table.words[place]
        label = _labelled(table, row)
        section = sections.get(place, Head())
        if is_not_told(row[table.stub]) or not row[table.stub] or section is None:
            continue
        label = replace(label, time=label.time or section.time)
        grown = read.by_metric and bool(above.words) and _ONLY_GROWTH.fullmatch(label.words) is not None
        within = not grown and (PART.match(row[table.stub]) is not None or (within and _goes_on(label)))
        if within:
            label = part_of(whole if read.by_metric else Head(), label)
        elif not grown:
            whole = label
        above = above if grown else label
        label = Head(f"{above.words}{label.words}", label.time, label.unit or "%") if grown else label
        yield from read.row(place, label, above.words if grown else "", section)


def _goes_on(label: Head) -> bool:
    """Tell whether a row behind a part is one too: 乡村 behind 其中：城镇, no total and no measure of its own."""
    return bool(label.words) and not is_measure(label) and not _TOTAL.search(label.words)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A table on its way to figures: where it stands, what its rows are, and what its brackets are said to hold."""

    text: str
    grid: Grid
    table: HeadedTable
    account: Account
    by_time: bool
    by_metric: bool
    said: str
    columns: tuple[Column | None, ...]
    by_group: bool = False

    def row(self, place: int, label: Head, grown: str, section: Head) -> Iterator[Statistic]:
        """Yield the figures of a row; ``grown`` is the measure above whose growth is all it tells.

        ``section`` heads the part of the table it stands in, empty where none does.
        """
        table = self.table
        row = table.words[place]
        group = row[table.layout.group] if table.layout.group >= 0 else section.words
        if group and is_time(group):
            apart = label.time and label.time not in group
            label, group = replace(label, time=f"{group}{label.time}" if apart else group), ""
        for place_across, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
            number = number_of(cell, table.layout.told) if column is not None else None
            if column is None or number is None:
                continue
            told = self._told(label, group, column, number)
            if told is None:
                continue
            if PLANNED.search(section.owner):
                told = replace(told, kind=StatisticKind.FORECAST)
            if group and not self.by_group:
                told = _of_group(told, group, label, by_metric=self.by_metric or self.by_time)
            if grown:
                told = _grown(told, grown, label.words, number)
            yield self._statistic(place, place_across, told, number)
            yield from self._bracketed(place, place_across, told)

    def _told(self, label: Head, group: str, column: Column, number: CellNumber) -> CellMeaning | None:
        """Return what a cell tells; where the column of groups names what is measured, the row names whose or when."""
        head, measured = column.head, column.levels
        if not (self.by_group and group):
            return HeadedCell(
                self.table, label, head, measured, number, self.by_time, self.by_metric
            ).meaning()
        told = HeadedCell(
            self.table, head_of(group), head, measured, number, by_time=False, by_metric=True
        ).meaning()
        if told is None or self.by_time:
            return told and replace(told, time=label.time or label.words)
        return replace(told, subject=label.words, region=place_in(label.words) or told.region)

    def _bracketed(self, row: int, column: int, told: CellMeaning) -> Iterator[Statistic]:
        """Yield the change or share that stands in brackets behind the number of a cell."""
        span = self.grid.rows[row][column]
        found = in_brackets(span, span.of(self.text), self.said)
        if found is None or told.kind in {StatisticKind.GROWTH, StatisticKind.SHARE}:
            return
        number = CellNumber(found.value, "%")
        if found.kind is StatisticKind.SHARE:
            told = replace(told, metric=f"{told.metric}占比", kind=found.kind, unit="%")
        else:
            told = replace(_grown(told, told.metric, self.said, number), unit="%")
        yield replace(self._statistic(row, column, told, number), figure=found.figure)

    def _statistic(self, row: int, column: int, told: CellMeaning, number: CellNumber) -> Statistic:
        """Return the figure of a cell; its evidence is the row."""
        value = abs(number.value) if told.direction else number.value
        period = period_of(told.time, self.account)
        base = expand(value, told.unit)
        low = value if number.bound == "≥" else None
        high = value if number.bound == "≤" else None
        return Statistic(
            id="", metric=told.metric, value=value, unit=told.unit, evidence=self.grid.lines[row],
            figure=self.grid.rows[row][column], subject=told.subject, region=told.region,
            period=period, low=low, high=high, base_value=base[0], base_unit=base[1],
            qualifier="以上" if low is not None else "以下" if high is not None else number.bound, kind=told.kind,
            direction=told.direction, basis=told.basis, confidence=0.75, cell=Cell(row + 1, column + 1),
        )  # fmt: skip


def _labelled(table: HeadedTable, row: Sequence[str]) -> Head:
    """Return what names a row, with the unit and the time that columns of such tell."""
    words = _COUNTED.sub("", row[table.stub])
    label = head_of(words)
    if _NAME_WITH_YEAR.search(words) and not is_time(words):
        label = Head(words)
    corner = table.words[table.layout.top][table.stub]
    if _SEASON.fullmatch(corner) and is_time(words) and not words.endswith(corner):
        label = Head("", f"{words}{corner}")
    units, times = table.layout.units, table.layout.times
    if times >= 0:
        label = replace(label, time=head_of(row[times]).time or row[times])
    if units >= 0 and row[units] and not label.unit:
        label = replace(label, unit=row[units])
    return label


def _of_group(told: CellMeaning, group: str, label: Head, *, by_metric: bool) -> CellMeaning:
    """Return what is told of a row that stands in a group: of whom, and of which of its things."""
    if label.words == group:
        return told
    place = place_in(group)
    if by_metric or label.words in told.metric:
        return replace(told, subject=group, region=place or told.region)
    return replace(told, metric=f"{label.words}{told.metric}", subject=group, region=place or told.region)


def _grown(told: CellMeaning, metric: str, label: str, number: CellNumber) -> CellMeaning:
    """Return what a row tells that only says how the row above has grown."""
    kind = told.kind if told.kind is StatisticKind.FORECAST else StatisticKind.GROWTH
    direction = Direction.DOWN if number.value < 0 else Direction.UP
    return replace(told, metric=metric, kind=kind, direction=direction, basis=told.basis or basis_of(label))
