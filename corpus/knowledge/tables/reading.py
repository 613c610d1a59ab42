"""A table read: which heads are times, metrics or subjects, and the figure of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.tables.cells import CellNumber, Head, dated, head_of, is_time, number_of
from corpus.knowledge.tables.grid import Grid
from corpus.model.statistic import Cell, Direction, Period, Statistic, StatisticKind
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_RANK: Final = LazyPattern(r"排名|位次|名次|序号|编号")
_GROWTH: Final = LazyPattern(r"同比|环比|增长|增减|增速|增幅|涨跌|涨幅|YoY|yoy|MoM|变动|变化率")
_SHARE: Final = LazyPattern(r"占比|比重|份额|构成比|占[一-鿿]{0,4}比")
_OWN_SHARE: Final = LazyPattern(r"市场份额|份额|市场占有率|市占率")
_PLANNED: Final = LazyPattern(r"计划|目标|预计|预测|规划|\dE$")
_NOT_TOLD: Final = LazyPattern(r"样本[量数]|备注|说明|编码|代码|电话")
_NUMBERED: Final = LazyPattern(
    r"^(?:附?表[一二三四五六七八九十\d]*(?:[-.—]\d+)?|Table \d+|[（(]\d+[）)])[ 　：:]*"
)
_ABOUT: Final = LazyPattern(
    r"(?:情况|对照|比较|对比|一览|明细|统计|汇总|排行|排名|及位次|构成|指标体系)(?:表)?$|^(?:各|分|部分|重点|主要|样本|同业|三地|三家|三个)"
)
_ASIDE: Final = LazyPattern(r"^其中[:：]?|^[A-Z][ 　]|现状|目标值?|计划数?|预计|规划|实际|[（(]E[）)]")
_BARE: Final = LazyPattern(
    r"人数|数量|金额|产量|面积|规模|收入|占比|总量|总额|产值|销量|亩产|单产|件数|户数|家数"
)
_MONEY_HEADS: Final = frozenset(
    {"本币", "外币", "人民币", "美元", "折人民币", "折合人民币", "折美元", "折合"}
)
_COUNTED: Final = LazyPattern(r"([户人家件辆台个所座])数$")
_HEADS_AT_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class _Table:
    """A table made ready: words of its cells, how many rows are heads, which column names the rows."""

    words: tuple[tuple[str, ...], ...]
    heads: int
    stub: int
    caption: Head
    columns: tuple[Head, ...]


def figures_of_grid(text: str, grid: Grid) -> Iterator[Statistic]:
    """Yield the figures of a table in the order of its cells; ids are given later."""
    table = _ready(text, grid)
    if table is None:
        return
    by_time = _mostly(is_time(row[table.stub]) for row in table.words[table.heads :])
    by_metric = not by_time and _rows_are_metrics(table)
    for place in range(table.heads, len(table.words)):
        row = table.words[place]
        label = head_of(row[table.stub])
        if _NOT_TOLD.search(row[table.stub]) or not row[table.stub]:
            continue
        measured = Head()
        for column, cell in enumerate(row):
            number = number_of(cell) if column != table.stub else None
            head = table.columns[column]
            if number is None or _RANK.search(head.words) or _NOT_TOLD.search(head.words):
                continue
            if not (_GROWTH.search(head.words) or _SHARE.search(head.words)):
                measured = head
            told = _told(table, label, head, measured, number, by_time=by_time, by_metric=by_metric)
            if told is not None:
                yield _statistic(grid, place, column, told, number)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the heads say of a cell."""

    metric: str
    subject: str
    region: str
    time: str
    unit: str
    kind: StatisticKind
    direction: Direction | None = None


def _ready(text: str, grid: Grid) -> _Table | None:
    """Return a table with its heads parted from its body, ``None`` where it has no numbers or no heads."""
    width = max(len(row) for row in grid.rows)
    words = tuple(
        tuple(grid.text(text, row, column) for column in range(width)) for row in range(len(grid.rows))
    )
    heads = 1
    while heads < min(_HEADS_AT_MOST, len(words) - 1) and _is_head(words[heads], words[0]):
        heads += 1
    body = words[heads:]
    stub = next(
        (
            column
            for column in range(width)
            if _mostly(
                bool(row[column]) and (number_of(row[column]) is None or is_time(row[column])) for row in body
            )
            and not _RANK.search(words[0][column])
        ),
        -1,
    )
    numbers = sum(
        number_of(cell) is not None for row in body for place, cell in enumerate(row) if place != stub
    )
    if stub < 0 or numbers < 2:
        return None
    caption = head_of("")
    for line in reversed(grid.caption):
        told = head_of(_NUMBERED.sub("", line))
        numbered = _NUMBERED.match(line) is not None
        if "。" in line or (not numbered and len(line) > 36):
            continue
        caption = Head(caption.words or told.words, caption.time or told.time, caption.unit or told.unit)
    if not caption.time:
        years = {year for line in grid.caption for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", line)}
        caption = Head(caption.words, f"{years.pop()}年" if len(years) == 1 else "", caption.unit)
    columns = tuple(_column(words[:heads], column) for column in range(width))
    return _Table(words, heads, stub, caption, columns)


def _is_head(row: Sequence[str], first: Sequence[str]) -> bool:
    """Tell whether a row goes on with the heads: its first cell repeats, and it holds times or words only."""
    if row[0] not in {"", first[0]}:
        return False
    return all(number_of(cell) is None or is_time(cell) for cell in row[1:])


def _column(rows: Sequence[Sequence[str]], column: int) -> Head:
    """Return what the heads above a column say together."""
    parts = [head_of(text) for text in dict.fromkeys(row[column] for row in rows) if text]
    words = "".join(dict.fromkeys(part.words for part in parts if part.words))
    times = "".join(dict.fromkeys(part.time for part in parts if part.time))
    return Head(words, times, next((part.unit for part in reversed(parts) if part.unit), ""))


def _rows_are_metrics(table: _Table) -> bool:
    """Tell whether the rows name what is measured: 指标 above them, units behind them, or measures as last words."""
    if re.search(r"项目|指标|科目", table.words[0][table.stub]):
        return True
    labels = [head_of(row[table.stub]) for row in table.words[table.heads :]]
    measures = [
        bool(label.unit or METRIC_HEAD.search(label.words) or _SHARE.search(label.words)) for label in labels
    ]
    others = [head for place, head in enumerate(table.columns) if place != table.stub]
    plain = not any(head.unit or METRIC_HEAD.search(head.words) for head in others)
    return plain and _mostly(measures)


def _mostly(answers: Iterator[bool] | Sequence[bool]) -> bool:
    """Tell whether more than half of the answers are yes."""
    told = list(answers)
    return bool(told) and sum(told) * 2 > len(told)


def _told(
    table: _Table,
    label: Head,
    head: Head,
    measured: Head,
    number: CellNumber,
    *,
    by_time: bool,
    by_metric: bool,
) -> _Told | None:
    """Return what row, column and caption say of a cell."""
    caption = _ABOUT.sub("", _ABOUT.sub("", table.caption.words)).lstrip("的各")
    place = place_in(caption)
    caption_metric = caption.removeprefix(place).lstrip("的") if place else caption
    growth, share = bool(_GROWTH.search(head.words)), bool(_SHARE.search(head.words))
    side = growth or share
    time = (label.time or label.words) if by_time else ""
    if by_time and head.time and head.time not in time:
        time = f"{head.time}{time}"
    time = (
        time
        or head.time
        or (measured.time if side else "")
        or label.time
        or ("" if _several(table.caption.time) else table.caption.time)
    )
    subject = "" if by_time or by_metric else label.words or label.time
    asked = measured if side else head
    named = _ASIDE.sub("", asked.words)
    if by_metric:
        metric, subject = label.words, named or place or caption
    elif named in _MONEY_HEADS:
        metric = caption_metric
    elif named and _measures(table, named, asked):
        metric = (
            f"{caption_metric}{named}" if _BARE.fullmatch(named) and caption_metric not in named else named
        )
    else:
        metric = caption_metric
        subject = f"{subject}{named}" if named and named != subject else subject
    metric = metric or caption_metric
    if share and _OWN_SHARE.fullmatch(head.words):
        metric = head.words
    if share and metric and not _SHARE.search(metric):
        metric = f"{metric}占比"
    unit = (
        number.unit or head.unit or label.unit or (measured.unit if not side else "%") or table.caption.unit
    )
    counted = _COUNTED.search(asked.words if not by_metric else label.words)
    if counted and not side and (not unit or set(unit) <= set("十百千万亿")):
        unit += counted[1]
    if len(metric) < 2 and not (metric and unit):
        return None
    planned = _PLANNED.search(head.words + head.time) or _PLANNED.search(label.words)
    kind = StatisticKind.GROWTH if growth else StatisticKind.SHARE if share else StatisticKind.ACTUAL
    direction = (Direction.DOWN if number.value < 0 else Direction.UP) if growth else None
    return _Told(
        metric, subject or place, place, time, unit, StatisticKind.FORECAST if planned else kind, direction
    )


def _measures(table: _Table, named: str, head: Head) -> bool:
    """Tell whether a column's words name what is measured rather than of whom."""
    if head.unit or METRIC_HEAD.search(named) or _SHARE.search(named) or named.isascii():
        return True
    if re.search(r"[数量额率值积价费税险力资]$|收入|毛利|利润|GMV|汇率|面积|[入出]$", named):
        return True
    units = {number.unit for row in table.words[table.heads :] for cell in row if (number := number_of(cell))}
    return not METRIC_HEAD.search(table.caption.words) and not table.caption.unit and len(units) > 1


def _several(time: str) -> bool:
    """Tell whether a caption's time is a range of years, which no single cell is of."""
    return len(re.findall(r"(?:19|20)\d\d", time)) > 1


def _statistic(grid: Grid, row: int, column: int, told: _Told, number: CellNumber) -> Statistic:
    """Return the figure of a cell; its evidence is the row."""
    value = abs(number.value) if told.direction else number.value
    start, end = dated(told.time) if told.time else ("", "")
    base = expand(value, told.unit)
    low = value if number.bound in {"≥", ">", "＞"} else None
    high = value if number.bound in {"≤", "<", "＜"} else None
    return Statistic(
        id="", metric=told.metric, value=value, unit=told.unit, evidence=grid.lines[row],
        figure=grid.rows[row][column], subject=told.subject, region=told.region,
        period=Period(told.time, start, end), low=low, high=high, base_value=base[0], base_unit=base[1],
        qualifier="以上" if low is not None else "以下" if high is not None else "", kind=told.kind,
        direction=told.direction, confidence=0.75, cell=Cell(row + 1, column + 1),
    )  # fmt: skip
