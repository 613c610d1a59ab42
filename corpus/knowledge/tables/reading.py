"""The figures of a table: its caption and heads told apart from its body, and each cell with what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.tables.cells import CellNumber, Head, head_of, is_time, number_of, told_unit
from corpus.knowledge.tables.grid import Grid
from corpus.knowledge.tables.headed_cells import ONLY_TOTAL, CellMeaning, HeadedCell, HeadedTable
from corpus.knowledge.tables.layout import laid_out, mostly
from corpus.knowledge.tables.measures import GROWTH, SHARE, are_things, owned
from corpus.knowledge.tables.times import Account, account_word, basis_of, days_ended, is_earlier, period_of
from corpus.model.statistic import Cell, Direction, Statistic, StatisticKind
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_ALONE: Final = Account()
_RANK: Final = LazyPattern(r"排名|位次|名次|序号|编号")
_NOT_TOLD: Final = LazyPattern(r"样本[量数]|备注|说明|编码|代码|电话")
_NUMBERED: Final = LazyPattern(
    r"^(?:附?表[一二三四五六七八九十\d]*(?:[-.—]\d+)?|专栏[ ]?\d*|Table \d+|[（(]\d+[）)])[ 　：:]*"
)
_ONLY_GROWTH: Final = LazyPattern(
    r"(?:同比|环比|年均)?(?:增长率?|增速|增减|增幅|变动)?(?:\([+±-]*\))?|YoY|yoy|MoM|QoQ"
)
"""A row that only tells how the row above has grown."""
_SHEET: Final = LazyPattern(r"(?:Sheet|工作表)[ ]?\d*|币种[:：]?[ ]?\S*|人民币")
"""What a line above a table says that is no caption of it."""
_UNIT_IN_BRACKETS: Final = LazyPattern(r"[（(][^（）()]*[）)]$")


def figures_of_grid(text: str, grid: Grid, account: Account = _ALONE) -> Iterator[Statistic]:
    """Yield the figures of a table in the order of its cells; ids are given later.

    ``account`` is the time of what the table stands in, which 本报告期 and 1—6月 belong to.
    """
    table = _ready(text, grid)
    if table is None:
        return
    years = re.findall(r"(?:19|20)\d\d", table.caption.time)
    account = replace(account, year=years[0]) if len(set(years)) == 1 else account
    account = replace(account, days=next(filter(any, map(days_ended, reversed(grid.caption))), account.days))
    by_time = mostly(is_time(row[table.stub]) for row in table.words[table.heads :])
    by_metric = not by_time and _rows_are_metrics(table)
    above = Head()
    for place in range(table.heads, len(table.words)):
        row = table.words[place]
        label = _labelled(table, row)
        if _NOT_TOLD.search(row[table.stub]) or not row[table.stub]:
            continue
        grown = by_metric and bool(above.words) and _ONLY_GROWTH.fullmatch(label.words) is not None
        above = above if grown else label
        label = Head(f"{above.words}{label.words}", label.time, label.unit or "%") if grown else label
        measured = Head()
        for column, cell in enumerate(row):
            number = number_of(cell) if column != table.stub else None
            head = table.columns[column]
            if number is None or _RANK.search(head.words) or _NOT_TOLD.search(head.words):
                continue
            side = GROWTH.search(head.words) or SHARE.search(head.words)
            if not (side or (measured.time and _is_before(head, measured))):
                measured = head
            told = HeadedCell(table, label, head, measured, number, by_time, by_metric).meaning()
            if told is None:
                continue
            if table.layout.group >= 0:
                told = _of_group(told, row[table.layout.group], label, by_metric=by_metric or by_time)
            if grown:
                told = _grown(told, above.words, label.words, number)
            yield _statistic(grid, place, column, told, number, account)


def _is_before(head: Head, measured: Head) -> bool:
    """Tell whether a column is of an earlier time than the one beside it of the same measure."""
    years = [re.findall(r"(?:19|20)\d\d", one.time) for one in (head, measured)]
    return is_earlier(head.time) or (head.words == measured.words and all(years) and years[0] < years[1])


def _labelled(table: HeadedTable, row: Sequence[str]) -> Head:
    """Return what names a row, with the unit that a column of units tells."""
    label = head_of(row[table.stub])
    units = table.layout.units
    return (
        Head(label.words, label.time, row[units]) if units >= 0 and row[units] and not label.unit else label
    )


def _of_group(told: CellMeaning, group: str, label: Head, *, by_metric: bool) -> CellMeaning:
    """Return what is told of a row that stands in a group: of whom, and of which of its things."""
    place = place_in(group)
    if by_metric or label.words in told.metric:
        return replace(told, subject=group, region=place or told.region)
    return replace(told, metric=f"{label.words}{told.metric}", subject=group, region=place or told.region)


def _grown(told: CellMeaning, metric: str, label: str, number: CellNumber) -> CellMeaning:
    """Return what a row tells that only says how the row above has grown."""
    kind = told.kind if told.kind is StatisticKind.FORECAST else StatisticKind.GROWTH
    direction = Direction.DOWN if number.value < 0 else Direction.UP
    return replace(told, metric=metric, kind=kind, direction=direction, basis=told.basis or basis_of(label))


def _ready(text: str, grid: Grid) -> HeadedTable | None:
    """Return a table with its heads parted from its body, ``None`` where it has no numbers or no heads."""
    layout = laid_out(text, grid)
    if layout is None:
        return None
    words, top, heads, stub = layout.words, layout.top, layout.heads, layout.stub
    numbers = sum(
        number_of(cell) is not None
        for row in words[heads:]
        for place, cell in enumerate(row)
        if place != stub
    )
    if numbers < 2:
        return None
    lines = [_SHEET.sub("", line).strip() for line in (*grid.caption, *layout.caption)]
    caption = Head()
    for line in reversed(lines):
        told = head_of(_NUMBERED.sub("", line))
        numbered = _NUMBERED.match(line) is not None
        if "。" in line or (not numbered and len(line) > 36) or any(days_ended(line)):
            continue
        caption = Head(caption.words or told.words, caption.time or told.time, caption.unit or told.unit)
    if not caption.time:
        years = {year for line in lines for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", line)}
        caption = Head(caption.words, f"{years.pop()}年" if len(years) == 1 else "", caption.unit)
    if not caption.unit:
        caption = replace(caption, unit=next(filter(None, map(told_unit, reversed(lines))), ""))
    columns = tuple(_column(words[top:heads], column) for column in range(len(words[0])))
    if mostly(is_time(row[stub]) for row in words[heads:]):
        columns = owned(words[top:heads], columns, stub)
    caption = _of_corner(head_of(words[top][stub]), caption, [*columns[:stub], *columns[stub + 1 :]])
    return HeadedTable(words, heads, stub, caption, columns, layout)


def _of_corner(corner: Head, caption: Head, others: Sequence[Head]) -> Head:
    """Return the caption with the measure that the corner of a table of places and times names: 客运量（万人次）."""
    timed = all(one.time and not one.words for one in others)
    if not (timed and corner.words and METRIC_HEAD.search(corner.words)) and not (timed and corner.unit):
        return caption
    return Head(corner.words or caption.words, caption.time, corner.unit or caption.unit)


def _column(rows: Sequence[Sequence[str]], column: int) -> Head:
    """Return what the heads above a column say together."""
    parts = [_timed(text) for text in dict.fromkeys(row[column] for row in rows) if text]
    named = dict.fromkeys(part.words for part in parts if part.words)
    words = "".join(one for one in named if one not in ONLY_TOTAL) or "".join(named)
    times = "".join(dict.fromkeys(part.time for part in parts if part.time))
    return Head(words, times, next((part.unit for part in reversed(parts) if part.unit), ""))


def _timed(words: str) -> Head:
    """Return the parts of a head, of which a time of the account may be the first: 期末余额, 上年同期.

    The time that a change is measured against is none of its own: 比上年增长（%）.
    """
    if basis_of(words) and GROWTH.search(words):
        told = head_of(words)
        return Head(_UNIT_IN_BRACKETS.sub("", words) if told.unit else words, "", told.unit)
    time = account_word(words)
    rest = head_of(words[len(time) :])
    return Head(rest.words, time or rest.time, rest.unit)


def _rows_are_metrics(table: HeadedTable) -> bool:
    """Tell whether the rows name what is measured: 指标 above them, units behind them, or measures as last words."""
    corner = table.words[table.layout.top][table.stub]
    labels = [head_of(row[table.stub]) for row in table.words[table.heads :]]
    others = [head for place, head in enumerate(table.columns) if place != table.stub]
    things = table.layout.units < 0 and are_things(corner, others[0], labels)
    if re.search(r"项目|指标|科目|会计年度|会计数据|财务数据|主要数据", corner) and not things:
        return True
    measures = [
        bool(label.unit or METRIC_HEAD.search(label.words) or SHARE.search(label.words)) for label in labels
    ]
    plain = not any(head.unit or METRIC_HEAD.search(head.words) for head in others)
    return plain and mostly(measures)


def _statistic(
    grid: Grid, row: int, column: int, told: CellMeaning, number: CellNumber, account: Account
) -> Statistic:
    """Return the figure of a cell; its evidence is the row."""
    value = abs(number.value) if told.direction else number.value
    period = period_of(told.time, account)
    base = expand(value, told.unit)
    low = value if number.bound in {"≥", ">", "＞"} else None
    high = value if number.bound in {"≤", "<", "＜"} else None
    return Statistic(
        id="", metric=told.metric, value=value, unit=told.unit, evidence=grid.lines[row],
        figure=grid.rows[row][column], subject=told.subject, region=told.region,
        period=period, low=low, high=high, base_value=base[0], base_unit=base[1],
        qualifier="以上" if low is not None else "以下" if high is not None else "", kind=told.kind,
        direction=told.direction, basis=told.basis, confidence=0.75, cell=Cell(row + 1, column + 1),
    )  # fmt: skip
