"""What the heads of a table say of a cell: its measure, whose it is, when, in which unit, and of which kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.knowledge.tables.captions import shown_in
from corpus.knowledge.tables.cells import CellNumber, Head, number_of
from corpus.knowledge.tables.layout import Layout
from corpus.knowledge.tables.measures import (
    AMOUNTS,
    BARE,
    COST,
    FALL,
    GROWTH,
    SHARE,
    is_measure,
    noun_of,
    other_measure,
    what_grew,
    with_caption,
)
from corpus.knowledge.tables.times import basis_of
from corpus.model.statistic import Direction, StatisticKind
from corpus.text.units import CURRENCIES
from index.lazy_pattern import LazyPattern

_OWN_SHARE: Final = LazyPattern(r"市场份额|份额|市场占有率|市占率")
PLANNED: Final = LazyPattern(r"计划|目标|预计|预测|规划|预算数?(?!收入|支出|内|外)|\dE$")
_ASIDE: Final = LazyPattern(
    r"^其中[:：]?|^[A-Z][ 　]|现状|目标值?|计划数?|预计|规划|实际(?!值|使用|利用|到位|增长)|[（(]E[）)]"
)
MONEY_HEADS: Final = frozenset(
    {
        "本币",
        "外币",
        "原币",
        "人民币",
        "美元",
        "折人民币",
        "折合人民币",
        "折美元",
        "折合美元",
        "折合",
        "当地货币",
        "本地货币",
        "当地币",
        "记账本位币",
    }
)
"""What says in whose money the measure left of it, or of the caption, is told."""
_ACCOUNTED: Final = LazyPattern(r"(?:调整后?|年初)?(?:预算|决算|执行|完成|发生|累计|实现|达到)[数额值]?")
"""What an account says of every measure in its rows, and is nobody."""
_COUNTED: Final = LazyPattern(r"([户人家件辆台个所座])数$|([人车班架辆件]次)$")
_BY_AMOUNT: Final = LazyPattern(r"增加|减少|增减额|增量|增减量")
"""A change told in the unit of what has changed, where no other is printed."""
_OUTPUT: Final = "产量"
"""What a table of products tells; a row that names its own measure, 发电量, is of no product."""
_OF_PART: Final = LazyPattern(r"占.+比[重例]")
ONLY_TOTAL: Final = frozenset(
    {"总量", "绝对量", "绝对数", "绝对值", "数值", "总数", "完成数", "实绩", "本期", "累计"}
)
"""Below a head that names the measure, this names no other."""
_AMOUNT_THEN: Final = LazyPattern(r"[余金]额$")
"""What a column measures that tells a time of an account: 期末余额."""
_ALL_GROW: Final = LazyPattern(r"(?:增速|增长率|增幅|涨跌幅|涨幅|同比增长)[）)]?$")
_NO_PART: Final = LazyPattern(
    r"[合小总共]计|总[计数额量]|第[一二三四五六七八九十\d]+[次轮期批届波](?:调查|普查|测试|测评|检测|监测|考核|评估|抽查)?"
)
"""What heads a column of the whole, or says only for which time it was found out."""
_SCALES: Final = frozenset("十百千万亿")


@dataclass(frozen=True)
class HeadedTable:
    """A table with its heads parted from its body: the words of its cells, and which column names the rows.

    ``heads`` rows stand above the body, ``stub`` is the column of the labels, ``columns`` holds for each column what
    the heads above it say together, ``body`` is the company or thing the lines above name, empty without one.
    """

    words: tuple[tuple[str, ...], ...]
    heads: int
    stub: int
    caption: Head
    columns: tuple[Head, ...]
    layout: Layout
    body: str = ""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows below the heads."""
        return self.words[self.heads :]

    @property
    def others(self) -> tuple[Head, ...]:
        """Return what stands over the columns that do not name the rows."""
        return (*self.columns[: self.stub], *self.columns[self.stub + 1 :])

    @cached_property
    def _subject_matter(self) -> str:
        """Return the caption without what only says how its table is laid out."""
        return shown_in(self.caption.words)

    @cached_property
    def place(self) -> str:
        """Return the place the caption names, empty where it names none."""
        return place_in(self._subject_matter)

    @cached_property
    def measure(self) -> str:
        """Return what the caption says the table measures, without the place."""
        about = self._subject_matter
        return about.removeprefix(self.place).lstrip("的") if self.place else about

    @cached_property
    def holder(self) -> str:
        """Return whose table it is: the company or thing its lines name, else the place; empty where they say none."""
        of_place = self.body.startswith(self.place) and self.body[len(self.place) :] not in listed("weak")
        return self.body if of_place else self.place

    @cached_property
    def time(self) -> str:
        """Return the time the caption names; a range of years is no single cell's."""
        years = re.findall(r"(?:19|20)\d\d", self.caption.time)
        return "" if len(years) > 1 else self.caption.time

    @cached_property
    def grows(self) -> bool:
        """Tell whether the caption says that all cells tell a growth: 各区投资增速（%）."""
        return _ALL_GROW.search(self.caption.words) is not None

    @cached_property
    def _mixes_units(self) -> bool:
        """Tell whether only the cells say in what each of them is told, in more than one unit."""
        cells = (cell for row in self.rows for cell in row)
        units = {number.unit for cell in cells if (number := number_of(cell, self.layout.told))}
        return not METRIC_HEAD.search(self.caption.words) and not self.caption.unit and len(units) > 1

    def names_measure(self, named: str, head: Head) -> bool:
        """Tell whether a column's words name what is measured rather than of whom."""
        measure = is_measure(Head(named, "", head.unit)) or COST.search(named)
        return bool(measure) or named.isascii() or self._mixes_units


@dataclass(frozen=True, slots=True)
class CellMeaning:
    """What the heads say of a cell."""

    metric: str
    subject: str
    region: str
    time: str
    unit: str
    kind: StatisticKind
    direction: Direction | None = None
    basis: str = ""


@dataclass(frozen=True)
class HeadedCell:
    """A number in a table with its row's ``label`` and its column's ``head``.

    ``measured`` is the head of the column of levels that a column of changes or shares beside it is of. Rows may be
    times (``by_time``) or metrics (``by_metric``); otherwise they are those the figures are of.
    """

    table: HeadedTable
    label: Head
    head: Head
    measured: Head
    number: CellNumber
    by_time: bool
    by_metric: bool

    def meaning(self) -> CellMeaning | None:
        """Return what the cell tells, ``None`` where nothing says what it measures."""
        named, subject = self._metric_and_subject()
        metric = self._as_share(named or self.table.measure)
        unit = self._unit()
        if len(metric) < 2 and not (metric and unit):
            return None
        place = self.table.place
        return CellMeaning(
            metric,
            subject or place,
            place,
            self._time(),
            unit,
            self._kind(),
            self._direction() if self._growth else None,
            basis_of(self.head.words) if self._growth else "",
        )

    def _direction(self) -> Direction:
        """Return which way a change goes: down where it is negative, and where a fall is not."""
        falls = (self.number.value < 0) != bool(FALL.search(self.head.words))
        return Direction.DOWN if falls else Direction.UP

    @cached_property
    def _growth(self) -> bool:
        per_cent = (self.number.unit or self.head.unit or self.table.caption.unit) in {"%", "％"}
        all_grow = self.table.grows and per_cent and not self._share
        return bool(GROWTH.search(self.head.words)) or all_grow

    @cached_property
    def _share(self) -> bool:
        return bool(SHARE.search(self.head.words))

    @property
    def _of_level(self) -> bool:
        """Whether the column tells a change or a share of what another one measures."""
        return self._growth or self._share

    @property
    def _measuring(self) -> Head:
        """The head that says what is measured."""
        return self.measured if self._of_level else self.head

    def _metric_and_subject(self) -> tuple[str, str]:
        """Return what is measured (empty: what the caption says) and of whom."""
        table, label = self.table, self.label
        named = _ASIDE.sub("", self._measuring.words)
        if not named and not self.by_metric and (amount := _AMOUNT_THEN.search(self._measuring.time)):
            named = amount[0]
        if self.by_metric:
            if named in ONLY_TOTAL or named in AMOUNTS or _ACCOUNTED.fullmatch(named):
                return label.words, table.holder
            if is_measure(Head(named)) and not place_in(named):
                return f"{label.words}{named}", table.holder
            return label.words, named or table.holder
        subject = self.head.owner if self.by_time else label.words or label.time
        grown = what_grew(table.columns, self.head) if self._growth else ""
        if grown:
            return grown, subject
        if named in MONEY_HEADS:
            beside = self.measured.words
            return (table.measure if beside in MONEY_HEADS else beside or table.measure), subject
        if named and table.names_measure(named, self._measuring):
            metric = with_caption(table.measure, named) if BARE.fullmatch(named) else named
            return metric, subject or (table.holder if self.by_time else "")
        if named and not self.by_time and other_measure(table.others, table.measure, named):
            return named, subject
        if table.layout.units >= 0 and METRIC_HEAD.search(label.words) and table.measure.endswith(_OUTPUT):
            return label.words, ""
        if (
            label.unit
            and not self.head.unit
            and label.unit != table.caption.unit
            and is_measure(Head(label.words))
        ):
            return label.words, table.holder
        part = "" if named in ONLY_TOTAL or named == subject or _NO_PART.fullmatch(named) else named
        noun = noun_of(table.measure)
        if (
            part
            and noun
            and subject
            and not self.by_time
            and not place_in(part)
            and not ends_as_company(part)
        ):
            return part if part.endswith(noun) else f"{part}{noun}", subject
        return table.measure, f"{subject}{part}"

    def _as_share(self, metric: str) -> str:
        """Return a metric that says of a share that it is one."""
        words = self.head.words
        if not self._share:
            return metric
        if _OWN_SHARE.fullmatch(words):
            metric = words
        if metric and _OF_PART.match(words):
            metric = f"{metric}{words}"
        return f"{metric}占比" if metric and not SHARE.search(metric) else metric

    def _time(self) -> str:
        """Return the time of row and column; where rows are times, that of the row behind that of its column."""
        time = (self.label.time or self.label.words) if self.by_time else ""
        if self.by_time and self.head.time and self.head.time not in time:
            time = f"{self.head.time}{time}"
        time = time or self.head.time or (self.measured.time if self._of_level else "")
        return time or self.label.time or self.table.time

    def _unit(self) -> str:
        """Return the unit; money whose head says no more is by what the same in other money is: 港元/㎡·月."""
        unit = self._own_unit()
        if unit not in CURRENCIES or self.head.words not in MONEY_HEADS:
            return unit
        pers = {
            one.unit.partition("/")[2] for one in self.table.others if one.words in MONEY_HEADS and one.unit
        }
        return f"{unit}/{per}" if len(pers) == 1 and (per := pers.pop()) else unit

    def _own_unit(self) -> str:
        """Return the unit: that of the cell, its column, its row or the caption; of a change mostly per cent."""
        by_amount = _BY_AMOUNT.search(self.head.words)
        unit = (
            self.number.unit
            or self.head.unit
            or (self.label.unit if not self._growth or by_amount else "")
            or (self.measured.unit if not self._of_level or by_amount else "%")
            or self.table.caption.unit
        )
        counted = _COUNTED.search(self.label.words if self.by_metric else self._measuring.words)
        if counted and not self._of_level and set(unit) <= _SCALES:
            return unit + (counted[1] or counted[2])
        return unit

    def _kind(self) -> StatisticKind:
        """Return which kind of figure the heads make of the number."""
        if PLANNED.search(self.head.words + self.head.time) or PLANNED.search(self.label.words):
            return StatisticKind.FORECAST
        if self._growth:
            return StatisticKind.GROWTH
        return StatisticKind.SHARE if self._share else StatisticKind.ACTUAL
