"""A table with its heads parted from its body, and what they and its caption say of all its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from corpus.knowledge.document.places import level_of, place_in
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.knowledge.tables.captions import shown_in, without_sort
from corpus.knowledge.tables.cells import Head, number_of, without_base
from corpus.knowledge.tables.layout import Layout
from corpus.knowledge.tables.measures import COST, GROWTH, OF_ALL_SORTS, SHARE, is_measure, noun_of
from corpus.knowledge.tables.places_named import place_named
from corpus.knowledge.tables.unit_lines import UnitsAbove
from index.lazy_pattern import LazyPattern

_VARIABLES: Final = LazyPattern(r"变量|题项|量表|指标|维度")
ONLY_TOTAL: Final = frozenset(
    {
        "总量",
        "绝对量",
        "绝对数",
        "绝对值",
        "数值",
        "总数",
        "完成数",
        "实绩",
        "本期",
        "累计",
        "完成",
        "累计完成",
        "实际完成",
    }
)
"""Below a head that names the measure, this names no other."""
_ALL_GROW: Final = LazyPattern(r"(?:增速|增长率|增幅|涨跌幅|涨幅|同比增长)[）)]?$")
NO_PART: Final = LazyPattern(
    r"[合小总共]计|总[计数额量]|第[一二三四五六七八九十\d]+[次轮期批届波](?:调查|普查|测试|测评|检测|监测"
    r"|考核|评估|抽查)?"
)
"""What heads a column of the whole, or says only for which time it was found out."""
AMOUNT_WORDS: Final = frozenset(
    {"金额", "数量", "数额", "数值", "总量", "总数", "总额", "规模", "本年", "绝对额", "总规模"}
)
"""What a column is headed that tells how much of what the caption measures."""
_SEVERAL: Final = 2


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
    units: UnitsAbove = field(default_factory=UnitsAbove)

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
        """Return the place the caption names, or whose table it is; empty where that is none."""
        return place_named(self._subject_matter) or (self.body if level_of(self.body) else "")

    @cached_property
    def measure(self) -> str:
        """Return what the caption says the table measures, without the place or what sort its rows are of."""
        matter = self._subject_matter
        if self.body and matter.startswith((f"{self.body}的", f"{self.body}：", f"{self.body}:")):
            matter = f"{self.body}{matter[len(self.body) + 1 :]}"
        return without_sort(matter.removeprefix(self.place).lstrip("的：: "))

    @cached_property
    def measure_of_body(self) -> str:
        """Return what the caption says is measured of whose table it is; empty where it says none of that."""
        of_body = self.body and self._subject_matter.startswith(self.body)
        return self._subject_matter.removeprefix(self.body).lstrip("的") if of_body else ""

    @cached_property
    def only_amount(self) -> str:
        """Return how the one column is headed that only says how much of what the caption measures; else nothing."""
        found = {one.words for one in self.others if one.words in ONLY_TOTAL or one.words in AMOUNT_WORDS}
        one_measure = noun_of(self.measure) and not re.search("[与和及、]", self.measure)
        return found.pop() if len(found) == 1 and one_measure else ""

    @cached_property
    def measure_alone(self) -> str:
        """Return what the caption says the table measures, without whose it is."""
        return without_sort(self.measure.removeprefix(self.body).lstrip("的：: "))

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
        alike = self._measuring and not place_in(named) and not ends_as_company(named)
        return bool(measure) or named.isascii() or self._mixes_units or alike

    @cached_property
    def is_index(self) -> bool:
        """Tell whether the cells are index numbers: the caption ends in 指数, or a head says what is 100."""
        heads = (cell for row in self.words[: self.heads] for cell in row)
        return self.measure.endswith("指数") or any(without_base(cell) != cell for cell in heads)

    @cached_property
    def tells_variables(self) -> bool:
        """Tell whether the rows are the variables of a sample, and the columns their 均值 and 标准差."""
        return _VARIABLES.search(self.words[self.layout.top][self.stub]) is not None

    @cached_property
    def says_no_measure(self) -> bool:
        """Tell whether the caption only says what kind of table it is: 人员核定表, 基本情况."""
        return not noun_of(self.measure) and OF_ALL_SORTS.search(self.caption.words) is not None

    @cached_property
    def _measuring(self) -> bool:
        """Tell whether most columns of numbers name measures: the others then do so too, 生师比 beside 学校数（所）."""
        heads = [
            head
            for place, head in enumerate(self.columns)
            if head.words
            and place != self.stub
            and not NO_PART.fullmatch(head.words)
            and head.words not in ONLY_TOTAL
            and not GROWTH.search(head.words)
            and not SHARE.search(head.words)
            and any(number_of(row[place], self.layout.told) for row in self.rows)
        ]
        told = [bool(is_measure(head) or COST.search(head.words)) for head in heads]
        return len(set(heads)) >= _SEVERAL and sum(told) * 2 > len(told)

    @cached_property
    def shared_time(self) -> str:
        """Return the one time of several columns, which those without one then are of: 执行率 beside 2023年执行数."""
        times = [one.time for one in self.others if one.time]
        return times[0] if len(times) >= _SEVERAL and len(set(times)) == 1 else ""
