"""Wholes and what they are made of, told in different places: shares of one whole, so much a head."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from corpus.knowledge.comparing.comparison import (
    GROWTH_DIFFERS,
    PARTS_DIFFER,
    LocatedStatistic,
    conflict_of,
    short_digits,
    timeless_topic_of,
)
from corpus.knowledge.phrases.clock_times import is_as_of_end
from corpus.knowledge.phrases.metrics import key_of, usual_metric
from corpus.model.statistic import Conflict, Period, Statistic
from index.lazy_pattern import LazyPattern

_AGES: Final = LazyPattern(
    r"(?P<low>\d+)[ ]?岁?(?:至|到|[-—–~～])(?P<high>\d+)[ ]?岁"
    r"|(?P<above>\d+)[ ]?岁(?:及)?以上|(?P<below>\d+)[ ]?岁(?:及)?以下"
)
_SCHOOLS: Final = ("小学", "初中", "高中", "中专", "大专", "本科", "硕士", "博士")
_SCHOOL: Final = LazyPattern(rf"(?P<one>{'|'.join(_SCHOOLS)}|研究生)(?P<way>及?以[上下])?")
_OPEN_END: Final = 999
_PERHEAD: Final = "人均"
_PEOPLE: Final = ("常住人口", "户籍人口", "总人口", "人口")
_SLACK: Final = Decimal("0.2")
"""A quotient over people counted in another year is never off by more."""
_NOT_MISREAD: Final = Decimal("0.4")
"""Where a quotient is further off than that, one of the figures is of something else than was read."""
_MANY: Final = 400


def shares_over_whole(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield shares of ages or schoolings that do not overlap and come to more than the whole."""
    groups: defaultdict[tuple[str, str, str], list[tuple[tuple[int, int], LocatedStatistic]]] = defaultdict(
        list
    )
    for item in items:
        one = item.statistic
        band = _band(one.metric) if one.unit == "%" and not one.qualifier else None
        if band is not None:
            scale, low, high = band
            groups[scale, _stem(item.title), one.period.start].append(((low, high), item))
    for found in groups.values():
        bands = sorted(found, key=lambda one: one[0])[:_MANY]
        apart = all(left[0][1] < right[0][0] for left, right in pairwise(bands))
        values = [item.statistic.value or Decimal(0) for _, item in bands]
        if apart and len(bands) > 1 and sum(values) > 100 + len(bands):
            first = bands[0][1]
            other = next((i for _, i in bands if i.article != first.article), None)
            if other is None and _are_all(bands):
                other = bands[1][1]
            told = (
                f"{' + '.join(map(short_digits, values))} = {short_digits(sum(values, Decimal(0)))}% > 100%"
            )
            if other is not None:
                yield conflict_of(PARTS_DIFFER, first, other, told)


def _are_all(bands: Sequence[tuple[tuple[int, int], LocatedStatistic]]) -> bool:
    """Tell whether bands told in one sentence leave nothing out: 0—14岁, 15—59岁, 60岁及以上."""
    ends = [band for band, _ in bands]
    whole = ends[0][0] == 0 and ends[-1][1] == _OPEN_END
    return (
        whole
        and len({item.statistic.evidence for _, item in bands}) == 1
        and all(left[1] + 1 == right[0] for left, right in pairwise(ends))
    )


def _stem(title: str) -> str:
    """Return a title without its number in a row: 年龄分布（上） and 年龄分布（下） are one."""
    return re.sub(r"[（(]?[上中下一二三四五续之12345]{1,2}[）)]?$", "", title)


def _band(metric: str) -> tuple[str, int, int] | None:
    """Return the scale and the ends of what a share is of: 30至49岁, 高中及以下."""
    age = _AGES.search(metric)
    if age:
        if age["above"]:
            return "age", int(age["above"]), _OPEN_END
        if age["below"]:
            return "age", 0, int(age["below"]) - 1
        return "age", int(age["low"]), int(age["high"])
    school = _SCHOOL.search(metric)
    if school is None or not re.search(r"学历|文化|教育|程度", metric):
        return None
    place = _SCHOOLS.index("硕士" if school["one"] == "研究生" else school["one"])
    if not school["way"]:
        return "school", place, place
    return ("school", place, _OPEN_END) if school["way"].endswith("上") else ("school", 0, place)


def each_by_heads(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield figures a head that the total and the people of the same place do not come to."""
    named = [(item, topic) for item in items if (topic := timeless_topic_of(item.statistic)) is not None]
    heads = [
        (item, topic) for item, topic in named if _PERHEAD in item.statistic.metric and topic.sort == "level"
    ]
    if not heads or len(named) > _MANY * 10:
        return
    for item, topic in heads:
        one = item.statistic
        whose = topic.whose
        whole = key_of(usual_metric(one.metric.replace(_PERHEAD, "").replace("居民", "")))
        beside = [(other, each) for other, each in named if each.whose == whose and each.sort == "level"]
        totals = [
            other for other, _ in beside
            if _same_time(other.statistic.period, one.period) and other.statistic.base_unit == one.base_unit
            and key_of(re.sub(r"总[额量]$|居民", "", other.statistic.metric)) == whole
        ]  # fmt: skip
        people = [
            other
            for other, _ in beside
            if _is_of_all_people(other.statistic) and other.statistic.base_unit == "人"
        ]
        for total in totals:
            for counted in people:
                yield from _by_heads(item, total, counted)


def _is_of_all_people(one: Statistic) -> bool:
    """Tell whether a figure counts all the people of a place, and not those who came, or who do something."""
    metric = one.metric.removeprefix(one.region).removeprefix(one.subject)
    return one.direction is None and usual_metric(metric) in _PEOPLE


def _by_heads(
    item: LocatedStatistic, total: LocatedStatistic, counted: LocatedStatistic
) -> Iterator[Conflict]:
    each, whole, number = (one.statistic.base_value for one in (item, total, counted))
    if not each or not whole or not number:
        return
    real = whole / number
    if abs(real - each) / each > _SLACK and _NOT_MISREAD < real / each < 1 / _NOT_MISREAD:
        scale = each / (item.statistic.value or each)
        sums = f"{short_digits(whole)} ÷ {short_digits(number)} = {short_digits(real / scale)}"
        yield conflict_of(
            GROWTH_DIFFERS,
            item,
            total,
            f"{sums} ≠ {short_digits(item.statistic.value or each)} {item.statistic.unit}",
        )


def _same_time(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end) and is_as_of_end(one) == is_as_of_end(other)
