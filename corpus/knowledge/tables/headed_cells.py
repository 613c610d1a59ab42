"""What the heads of a table say of a cell: its measure, whose it is, when, in which unit, and of which kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.tables.captions import named_first
from corpus.knowledge.tables.cells import CellNumber, Head
from corpus.knowledge.tables.headed_table import NO_PART, ONLY_TOTAL, HeadedTable
from corpus.knowledge.tables.measure_units import unit_fitting
from corpus.knowledge.tables.measures import (
    AMOUNTS,
    FALL,
    GROWTH,
    SHARE,
    is_measure,
    noun_of,
    other_measure,
    says_nothing,
    what_grew,
    with_caption,
)
from corpus.knowledge.tables.times import END_OF_TIME, YEAR_ALONE, basis_of
from corpus.model.statistic import Direction, StatisticKind
from corpus.text.units import CURRENCIES
from index.lazy_pattern import LazyPattern

_OWN_SHARE: Final = LazyPattern(r"市场份额|份额|市场占有率|市占率")
PLANNED: Final = LazyPattern(
    r"(?<!完成)(?<!完成年度)(?:计划|目标)|预计|预测|规划|(?<!完成)(?<!完成年度)预算数?(?!收入|支出|内|外)|\dE$"
)
_ASIDE: Final = LazyPattern(
    r"^其中[:：]?|^[A-Z][ 　]|现状|(?<!年度)(?<!完成)目标值?"
    r"|计划数?|预计|规划|实际(?!值|使用|利用|到位|增长)|[（(]E[）)]"
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
_COUNTED: Final = LazyPattern(
    r"([户人家件辆台个所座])数$|([人车班架辆件]次)$|(?:[月日]活(?:跃(?:用户|人数))?|[MD]AU)$"
)
_GROWTH_OF: Final = LazyPattern(
    r"(?P<what>[一-鿿A-Za-z]{2,}?)(?:的)?(?:同比|环比|年均|名义|实际)?(?:增速|增长率|增幅|同比增长)(?<!自然增长率)"
)
"""A measure with what says that its growth is told."""
_OF_SAMPLE: Final = LazyPattern(
    r"[均方]值|平均[值数]|标准[差误]|方差|最[小大低高]值|中位数|[极偏]差|[偏峰]度|Mean|SD|Min|Max"
)
"""What is told of a variable in a sample."""
_RATE_OF_MONEY: Final = LazyPattern(r"汇率|牌价|中间价")
"""What one money is in another: the currency of the row is what it is told of."""
_FOREIGN: Final = LazyPattern(r"外币|原币")
_CURRENCY: Final = LazyPattern(
    "|".join(
        sorted((one for one in CURRENCIES if len(one) > 1 and one[-1] in "元币镑铢"), key=len, reverse=True)
    )
)
"""In which money a row is told, by its name: 货币资金——美元."""
_BY_AMOUNT: Final = LazyPattern(r"增加|减少|增减额|增量|增减量")
"""A change told in the unit of what has changed, where no other is printed."""
_OUTPUT: Final = "产量"
"""What a table of products tells; a row that names its own measure, 发电量, is of no product."""
_OF_PART: Final = LazyPattern(r"占.+比[重例]")
_AMOUNT_THEN: Final = LazyPattern(r"[余金]额$")
"""What a column measures that tells a time of an account: 期末余额."""
_THIS: Final = LazyPattern(r"[本当]月 \S*月份?|[本当]季度? \S*季度?|[本当]年度? (?:19|20)\d\d年度?")
"""A time that the caption tells as one of the same length: 本月 below 2024年1月."""
_SCALES: Final = frozenset("十百千万亿")
_LONGEST_WHOLE: Final = 12
_JOINED: Final = frozenset("与和及、的")
"""In a measure that is put together of several: 播种面积和产量."""


def _noun_with_its_words(measure: str, noun: str) -> str:
    """Return a measure whole where it is one and short, else the noun it ends in: 医院床位, not 播种面积和产量."""
    whole = len(measure) <= _LONGEST_WHOLE and _JOINED.isdisjoint(measure)
    return measure if whole and measure.endswith(noun) else noun


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
        unit = self._unit(metric)
        if (len(metric) < 2 and not (metric and unit)) or says_nothing(metric):
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
        if self.table.is_index and self.number.unit not in {"%", "％"} and self.head.unit not in {"%", "％"}:
            return False
        per_cent = (self.number.unit or self.head.unit or self.table.caption.unit) in {"%", "％"}
        all_grow = self.table.grows and per_cent and not self._share
        return bool(GROWTH.search(self.head.words)) or all_grow or self._row_grows

    @cached_property
    def _row_grows(self) -> bool:
        """Whether the row tells in per cent how what it names has grown: GDP增速（%）."""
        return (
            self.by_metric
            and (self.number.unit or self.head.unit or self.label.unit) in {"%", "％"}
            and bool(_GROWTH_OF.fullmatch(self.label.words))
        )

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

    @property
    def _owner_is_part(self) -> bool:
        """Whether the column is of a part of what the caption tells of: 国内航线 of an airline."""
        owner = self.head.owner if self.by_time else ""
        return bool(owner and self.table.holder) and not (
            place_in(owner) or ends_as_company(owner) or named_first(owner) == owner
        )

    def _metric_and_subject(self) -> tuple[str, str]:
        """Return what is measured (empty: what the caption says) and of whom."""
        table, label = self.table, self.label
        named = _ASIDE.sub("", self._measuring.words)
        if named and named == table.only_amount:
            named = ""
        if not named and not self.by_metric and (amount := _AMOUNT_THEN.search(self._measuring.time)):
            named = amount[0]
        if aside := self._told_by_row_and_column(named):
            return aside
        if self.by_metric:
            return self._of_row(named)
        subject = self.head.owner if self.by_time else label.words or label.time
        grown = what_grew(table.columns, self.head) if self._growth else ""
        if grown:
            return grown, subject
        if named in MONEY_HEADS:
            beside = self.measured.words
            return (table.measure if beside in MONEY_HEADS else beside or table.measure), subject
        if named and table.names_measure(named, self._measuring):
            metric = with_caption(table.measure, named)
            if self._owner_is_part:
                return f"{subject}{metric}", table.holder
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
        return self._of_part(named, subject)

    def _of_row(self, named: str) -> tuple[str, str]:
        """Return measure and body of a table with a measure a row, in a column of ``named``."""
        table, label = self.table, self.label
        if named in ONLY_TOTAL or named in AMOUNTS or _ACCOUNTED.fullmatch(named):
            return label.words, table.holder
        if is_measure(Head(named)) and not place_in(named):
            return f"{label.words}{named}", table.holder
        return label.words, named or table.holder

    def _of_part(self, named: str, subject: str) -> tuple[str, str]:
        """Return measure and body where the caption names the measure and the column a part of it, or nothing."""
        table = self.table
        accounted = _ACCOUNTED.fullmatch(named)
        part = (
            "" if accounted or named in ONLY_TOTAL or named == subject or NO_PART.fullmatch(named) else named
        )
        noun = noun_of(table.measure)
        if (
            part
            and noun
            and subject
            and not self.by_time
            and not place_in(part)
            and not ends_as_company(part)
        ):
            whole = _noun_with_its_words(table.measure_alone, noun)
            return part if part.endswith(noun) else f"{part}{whole}", subject
        if (
            part
            and subject
            and not self.by_time
            and table.says_no_measure
            and self._own_unit("")
            and not place_in(part)
        ):
            return part, subject
        if self.by_time and not subject and not part and len(table.measure_of_body) > 1:
            return table.measure_of_body, table.holder
        return table.measure, f"{subject}{part}"

    def _told_by_row_and_column(self, named: str) -> tuple[str, str] | None:
        """Return measure and body where both the row and the column name the measure; ``None`` elsewhere.

        So tell 同比 of an index, 均值 of a variable, and a row that is itself a growth: GDP增速（%）.
        """
        table, label = self.table, self.label
        if table.is_index and GROWTH.search(self.head.words) and not self._growth:
            whole = label.words if self.by_metric else table.measure
            return f"{self.head.words}{whole}", table.holder if self.by_metric else label.words
        if _OF_SAMPLE.fullmatch(named) and table.tells_variables:
            return f"{label.words}{named}", table.holder
        grown = _GROWTH_OF.fullmatch(label.words) if self._row_grows else None
        if grown is None:
            return None
        return grown["what"], named if named and not is_measure(Head(named)) else table.holder

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
        end = END_OF_TIME.get(self.head.time, "")
        if self.by_time and end and (year := YEAR_ALONE.fullmatch(time)):
            time = f"{year[1]}{end}"
        elif self.by_time and self.head.time and self.head.time not in time:
            time = f"{self.head.time}{time}"
        time = time or self.head.time or (self.measured.time if self._of_level else "")
        if _THIS.fullmatch(f"{time} {self.table.time}"):
            return self.table.time
        return time or self.label.time or self.table.time or self.table.shared_time

    def _unit(self, metric: str) -> str:
        """Return the unit; money whose head says no more is by what the same in other money is: 港元/㎡·月."""
        unit = self._own_unit(metric)
        if unit not in CURRENCIES or self.head.words not in MONEY_HEADS:
            return unit
        pers = {
            one.unit.partition("/")[2] for one in self.table.others if one.words in MONEY_HEADS and one.unit
        }
        return f"{unit}/{per}" if len(pers) == 1 and (per := pers.pop()) else unit

    def _own_unit(self, metric: str) -> str:
        """Return the unit: that of the cell, its column, its row or the caption; of a change mostly per cent."""
        by_amount = _BY_AMOUNT.search(self.head.words)
        named = _CURRENCY.search(self.label.words) if _FOREIGN.search(self.head.words) else None
        scale = self.number.unit or self.head.unit
        if named and set(scale) <= _SCALES:
            return f"{scale}{CURRENCIES[named[0]]}"
        per = self.head.unit.startswith(f"{self.number.unit}/")
        unit = (
            (self.number.unit if not per else "")
            or self.head.unit
            or (
                self.label.unit
                if not (self._growth or _RATE_OF_MONEY.search(self.head.words)) or by_amount
                else ""
            )
            or (self.measured.unit if not self._of_level or by_amount else "%")
            or self.table.units.of(metric)
            or unit_fitting(metric, self.table.caption.unit, self.number.value)
        )
        counted = _COUNTED.search(self.label.words if self.by_metric else self._measuring.words)
        if counted and not self._of_level and set(unit) <= _SCALES:
            return unit + (counted[1] or counted[2] or "人")
        return unit

    def _kind(self) -> StatisticKind:
        """Return which kind of figure the heads make of the number."""
        if PLANNED.search(self.head.words + self.head.time) or PLANNED.search(self.label.words):
            return StatisticKind.FORECAST
        if self._growth:
            return StatisticKind.GROWTH
        return StatisticKind.SHARE if self._share else StatisticKind.ACTUAL
