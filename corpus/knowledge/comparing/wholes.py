"""Wholes and what they are made of, told in different places: parts of a total, shares of one whole, so much a head."""

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
    own_rounding,
    short_digits,
    timeless_topic_of,
)
from corpus.knowledge.document.places import short_place
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.metrics import key_of, usual_metric
from corpus.model.statistic import Conflict, Period, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_COMPLEMENTS: Final = (
    ("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("城市", "农村"), ("进口", "出口"), ("境内", "境外"),
    ("国内", "境外"),
    ("国内", "海外"), ("线上", "线下"), ("第一产业", "第二产业", "第三产业"), ("公办", "民办"), ("上半年", "下半年"),
)  # fmt: skip
"""Words that part a whole without a rest."""
_COMPLEMENT_WORD: Final = LazyPattern("|".join(sorted({word for words in _COMPLEMENTS for word in words})))
_NO_SUM: Final = LazyPattern(r"人均|平均|均价|价格|率$|指数|增速|年龄|密度")
_SEVERAL: Final = LazyPattern(r"(?P<count>[两二三四五六七八九十])[个大家座]")
_COUNTS: Final = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
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
_NEAR: Final = Decimal("0.3")
"""Parts that name no measure are those of a total only if they come so near to it."""
_PERSONS: Final = LazyPattern(r"人|生|员工|户")
_MANY: Final = 400


def parts_apart(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield totals that parts told elsewhere do not add up to, where the parts are said, or known, to be all."""
    for group in _sentences(items):
        whole = _complete(group)
        if not whole:
            continue
        for total in items:
            if _is_total(total, whole):
                added = sum((one.statistic.base_value or Decimal(0) for one in whole), Decimal(0))
                slack = sum((own_rounding(one.statistic) for one in whole), own_rounding(total.statistic))
                printed = total.statistic.base_value or Decimal(0)
                vague = any(one.statistic.qualifier for one in (*whole, total))
                if abs(added - printed) > slack + (printed / 20 if vague else 0):
                    yield conflict_of(PARTS_DIFFER, total, whole[0], _addition(total.statistic, whole))


def _sentences(items: Sequence[LocatedStatistic]) -> Iterator[list[LocatedStatistic]]:
    """Yield the levels of one sentence, two or more in one unit."""
    groups: defaultdict[tuple[str, int, str], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        one = item.statistic
        marked = _SEVERAL.search(one.basis) or _COMPLEMENT_WORD.search(one.metric)
        if marked and one.base_unit not in {"", "%"} and one.kind is not StatisticKind.FORECAST:
            groups[item.article, one.evidence.start, one.base_unit].append(item)
    yield from (group for group in list(groups.values())[:_MANY] if len(group) > 1)


def _complete(group: Sequence[LocatedStatistic]) -> tuple[LocatedStatistic, ...]:
    """Return the figures of a sentence that are all parts of a whole, none where nothing says so."""
    stated = [one for one in group if _SEVERAL.search(one.statistic.basis)]
    said = _SEVERAL.search(stated[0].statistic.basis) if stated else None
    if said and _COUNTS[said["count"]] == len(stated):
        return tuple(stated)
    for words in _COMPLEMENTS:
        parts = [next((one for one in group if word in one.statistic.metric), None) for word in words]
        known = tuple(one for one in parts if one is not None)
        if len(known) == len(words) and len({_rest(one.statistic) for one in known}) == 1:
            return known
    return ()


def _rest(statistic: Statistic) -> str:
    """Return what of a part's metric its whole shares: 进口总额 → 总额, 男性 → nothing."""
    return key_of(re.sub(r"性$|生$", "", _COMPLEMENT_WORD.sub("", statistic.metric)))


def _is_total(total: LocatedStatistic, parts: Sequence[LocatedStatistic]) -> bool:
    """Tell whether a figure is the total of parts: same whose, unit and time, and a metric that fits theirs."""
    one, part = total.statistic, parts[0].statistic
    if one.base_unit != part.base_unit or one.kind is StatisticKind.FORECAST or total in parts:
        return False
    if _NO_SUM.search(one.metric) or not _same_time(one.period, part.period):
        return False
    own = short_place(one.region or one.subject)
    theirs = {short_place(each.statistic.region or each.statistic.subject) for each in parts} - {""}
    if not own or not (own in theirs or (not theirs and own in parts[0].title)):
        return False
    if _SEVERAL.search(part.basis):
        return total.article != parts[0].article and _fits(one, [each.statistic for each in parts])
    rest = _rest(part)
    metric = key_of(one.metric)
    if rest:
        people = rest == key_of("人口") and one.metric in _PEOPLE
        return people or (rest == metric and metric != key_of(part.metric))
    foreign = any("口" in each.statistic.metric for each in parts)
    return "进出口" in usual_metric(one.metric) if foreign else bool(_PERSONS.search(one.metric))


def _fits(total: Statistic, parts: Sequence[Statistic]) -> bool:
    """Tell whether a figure may be the total of parts: larger than each, of their measure where they name one."""
    whole = total.base_value or Decimal(0)
    if not whole or any((each.base_value or Decimal(0)) >= whole for each in parts):
        return False
    heads = {usual_metric(each.metric)[-2:] for each in parts if METRIC_HEAD.search(each.metric)}
    if heads:
        return usual_metric(total.metric)[-2:] in heads
    added = sum((each.base_value or Decimal(0) for each in parts), Decimal(0))
    return abs(added - whole) / whole < _NEAR


def _same_time(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end) and one.text[-1:] == other.text[-1:]


def _addition(total: Statistic, parts: Sequence[LocatedStatistic]) -> str:
    scale = total.base_value / total.value if total.base_value and total.value else Decimal(1)
    values = [(one.statistic.base_value or Decimal(0)) / scale for one in parts]
    added = short_digits(sum(values, Decimal(0)))
    return f"{' + '.join(map(short_digits, values))} = {added} ≠ {short_digits(total.value or Decimal(0))} {total.unit}"


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
            if other.statistic.metric.endswith(_PEOPLE) and other.statistic.base_unit == "人"
        ]
        for total in totals:
            for counted in people:
                yield from _by_heads(item, total, counted)


def _by_heads(
    item: LocatedStatistic, total: LocatedStatistic, counted: LocatedStatistic
) -> Iterator[Conflict]:
    each, whole, number = (one.statistic.base_value for one in (item, total, counted))
    if not each or not whole or not number:
        return
    real = whole / number
    if abs(real - each) / each > _SLACK:
        scale = each / (item.statistic.value or each)
        sums = f"{short_digits(whole)} ÷ {short_digits(number)} = {short_digits(real / scale)}"
        yield conflict_of(
            GROWTH_DIFFERS,
            item,
            total,
            f"{sums} ≠ {short_digits(item.statistic.value or each)} {item.statistic.unit}",
        )
