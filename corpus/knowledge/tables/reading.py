"""A table read: which heads are times, metrics or subjects, and the figure of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.names.shapes.coined import has_tail
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.tables.cells import CellNumber, Head, head_of, is_time, number_of, told_unit
from corpus.knowledge.tables.grid import Grid
from corpus.knowledge.tables.layout import Layout, laid_out, mostly
from corpus.knowledge.tables.measures import (
    AMOUNTS,
    BARE,
    COST,
    GROWTH,
    SHARE,
    are_things,
    other_measure,
    owned,
    what_grew,
    with_caption,
)
from corpus.knowledge.tables.times import Account, account_word, basis_of, days_ended, is_earlier, period_of
from corpus.model.statistic import Cell, Direction, Statistic, StatisticKind
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_ALONE: Final = Account()
_RANK: Final = LazyPattern(r"排名|位次|名次|序号|编号")
_OWN_SHARE: Final = LazyPattern(r"市场份额|份额|市场占有率|市占率")
_PLANNED: Final = LazyPattern(r"计划|目标|预计|预测|规划|\dE$")
_NOT_TOLD: Final = LazyPattern(r"样本[量数]|备注|说明|编码|代码|电话")
_NUMBERED: Final = LazyPattern(
    r"^(?:附?表[一二三四五六七八九十\d]*(?:[-.—]\d+)?|专栏[ ]?\d*|Table \d+|[（(]\d+[）)])[ 　：:]*"
)
_ABOUT: Final = LazyPattern(
    r"(?:情况|对照|比较|对比|一览|明细|统计|汇总|排行|排名|及位次|构成|指标体系)(?:表)?$|^(?:各[省市县区镇乡村](?=[一-鿿]{3})|各|分|部分|重点|主要|样本|同业|三地|三家|三个)"
)
_ASIDE: Final = LazyPattern(r"^其中[:：]?|^[A-Z][ 　]|现状|目标值?|计划数?|预计|规划|实际|[（(]E[）)]")
_MONEY_HEADS: Final = frozenset(
    {"本币", "外币", "人民币", "美元", "折人民币", "折合人民币", "折美元", "折合"}
)
_COUNTED: Final = LazyPattern(r"([户人家件辆台个所座])数$")
_ONLY_GROWTH: Final = LazyPattern(
    r"(?:同比|环比|年均)?(?:增长率?|增速|增减|增幅|变动)?(?:\([+±-]*\))?|YoY|yoy|MoM|QoQ"
)
"""A row that only tells how the row above has grown."""
_BY_AMOUNT: Final = LazyPattern(r"增加|减少|增减额|增量|增减量")
"""A change told in the unit of what has changed, where no other is printed."""
_ONLY_TOTAL: Final = frozenset(
    {"总量", "绝对量", "绝对数", "绝对值", "数值", "总数", "完成数", "实绩", "本期", "累计"}
)
"""Below a head that names the measure, this names no other."""
_SHEET: Final = LazyPattern(r"(?:Sheet|工作表)[ ]?\d*|币种[:：]?[ ]?\S*|人民币")
"""What a line above a table says that is no caption of it."""
_OF_DATA: Final = LazyPattern(r"(?:数据|指标|摘要|概况|[报表]表|预测)$")
_SHOWN: Final = LazyPattern(
    r"(?:(?:年度?)?的?(?:分(?:季度|月度?|地区|产品|行业|业务|年度)|[各逐]季度?|[各逐]月|主要|主营|核心|关键|历年|历史|近年来?|最?近[两三四五几]年|部分|简要|合并)*"
    r"(?:财务|经营|会计|业务|运营|业绩|生产|销售)*(?:指标|数据|摘要|概况|预测|[报表]表|情况|表现|一览|概览|业绩))+$"
)
"""What a caption says its table shows."""
_SHORTEST: Final = 2
_BODY: Final = LazyPattern(r"(?:园|园区|新区|开发区|港|机场|基地|大学|学院|学校|医院|银行|集团|公司|股份)$")
"""With what a caption ends that names whose table it is: 航空物流园."""
_UNIT_IN_BRACKETS: Final = LazyPattern(r"[（(][^（）()]*[）)]$")
_OUTPUT: Final = "产量"
"""What a table of products tells; a row that names its own measure, 发电量, is of no product."""
_OF_PART: Final = LazyPattern(r"占.+比[重例]")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table made ready: words of its cells, how many rows are heads, which column names the rows."""

    words: tuple[tuple[str, ...], ...]
    heads: int
    stub: int
    caption: Head
    columns: tuple[Head, ...]
    layout: Layout


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
            told = _told(table, label, head, measured, number, by_time=by_time, by_metric=by_metric)
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


def _labelled(table: _Table, row: Sequence[str]) -> Head:
    """Return what names a row, with the unit that a column of units tells."""
    label = head_of(row[table.stub])
    units = table.layout.units
    return (
        Head(label.words, label.time, row[units]) if units >= 0 and row[units] and not label.unit else label
    )


def _of_group(told: _Told, group: str, label: Head, *, by_metric: bool) -> _Told:
    """Return what is told of a row that stands in a group: of whom, and of which of its things."""
    place = place_in(group)
    if by_metric or label.words in told.metric:
        return replace(told, subject=group, region=place or told.region)
    return replace(told, metric=f"{label.words}{told.metric}", subject=group, region=place or told.region)


def _grown(told: _Told, metric: str, label: str, number: CellNumber) -> _Told:
    """Return what a row tells that only says how the row above has grown."""
    kind = told.kind if told.kind is StatisticKind.FORECAST else StatisticKind.GROWTH
    direction = Direction.DOWN if number.value < 0 else Direction.UP
    return replace(told, metric=metric, kind=kind, direction=direction, basis=told.basis or basis_of(label))


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
    basis: str = ""


def _ready(text: str, grid: Grid) -> _Table | None:
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
    return _Table(words, heads, stub, caption, columns, layout)


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
    words = "".join(one for one in named if one not in _ONLY_TOTAL) or "".join(named)
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


def _rows_are_metrics(table: _Table) -> bool:
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


def _time_told(label: Head, head: Head, *, by_time: bool) -> str:
    """Return the time that row and column tell: of the row where rows are times, with that of the column before it."""
    time = (label.time or label.words) if by_time else ""
    if by_time and head.time and head.time not in time:
        time = f"{head.time}{time}"
    return time or head.time


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
    growth, share = bool(GROWTH.search(head.words)), bool(SHARE.search(head.words))
    side = growth or share
    time = _time_told(label, head, by_time=by_time) or (measured.time if side else "")
    time = time or label.time or ("" if _several(table.caption.time) else table.caption.time)
    subject = (head.owner if by_time else "") if by_time or by_metric else label.words or label.time
    asked = measured if side else head
    named = _ASIDE.sub("", asked.words)
    grown = what_grew(table.columns, head) if growth and not by_metric else ""
    if grown:
        metric = grown
    elif by_metric:
        named = "" if named in _ONLY_TOTAL or named in AMOUNTS else named
        metric, subject = (
            label.words,
            named or place or (_somebody(caption) or _somebody(table.caption.words)),
        )
    elif named in _MONEY_HEADS:
        metric = caption_metric
    elif named and _measures(table, named, asked):
        metric = with_caption(caption_metric, named) if BARE.fullmatch(named) else named
        subject = subject or (
            (_somebody(caption) or _somebody(table.caption.words)) if by_time and not place else ""
        )
    elif named and not by_time and other_measure(table.columns, caption_metric, named):
        metric = named
    elif table.layout.units >= 0 and METRIC_HEAD.search(label.words) and caption_metric.endswith(_OUTPUT):
        metric, subject = label.words, ""
    else:
        metric = caption_metric
        named = "" if named in _ONLY_TOTAL else named
        subject = f"{subject}{named}" if named and named != subject else subject
    metric = metric or caption_metric
    if share and _OWN_SHARE.fullmatch(head.words):
        metric = head.words
    if share and metric and _OF_PART.match(head.words):
        metric = f"{metric}{head.words}"
    if share and metric and not SHARE.search(metric):
        metric = f"{metric}占比"
    unit = (
        number.unit
        or head.unit
        or (label.unit if not growth or _BY_AMOUNT.search(head.words) else "")
        or (measured.unit if not side or _BY_AMOUNT.search(head.words) else "%")
        or table.caption.unit
    )
    counted = _COUNTED.search(asked.words if not by_metric else label.words)
    if counted and not side and (not unit or set(unit) <= set("十百千万亿")):
        unit += counted[1]
    if len(metric) < 2 and not (metric and unit):
        return None
    planned = _PLANNED.search(head.words + head.time) or _PLANNED.search(label.words)
    kind = StatisticKind.GROWTH if growth else StatisticKind.SHARE if share else StatisticKind.ACTUAL
    direction = (Direction.DOWN if number.value < 0 else Direction.UP) if growth else None
    basis = basis_of(head.words) if growth else ""
    kind = StatisticKind.FORECAST if planned else kind
    return _Told(metric, subject or place, place, time, unit, kind, direction, basis)


def _somebody(caption: str) -> str:
    """Return the name a caption begins with before what the table shows: 青禾科技主要财务指标 → 青禾科技."""
    name = _SHOWN.sub("", caption)
    if len(name) < _SHORTEST or _OF_DATA.search(name):
        return ""
    named = ends_as_company(name) or has_tail(name) or place_in(name) or _BODY.search(name)
    return name if named else ""


def _measures(table: _Table, named: str, head: Head) -> bool:
    """Tell whether a column's words name what is measured rather than of whom."""
    if head.unit or METRIC_HEAD.search(named) or SHARE.search(named) or named.isascii():
        return True
    if COST.search(named):
        return True
    units = {number.unit for row in table.words[table.heads :] for cell in row if (number := number_of(cell))}
    return not METRIC_HEAD.search(table.caption.words) and not table.caption.unit and len(units) > 1


def _several(time: str) -> bool:
    """Tell whether a caption's time is a range of years, which no single cell is of."""
    return len(re.findall(r"(?:19|20)\d\d", time)) > 1


def _statistic(
    grid: Grid, row: int, column: int, told: _Told, number: CellNumber, account: Account
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
