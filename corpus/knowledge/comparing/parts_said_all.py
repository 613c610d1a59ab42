"""Totals beside parts told in one sentence elsewhere that are said, or known, to be all there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from corpus.knowledge.comparing.additions import Addition
from corpus.knowledge.comparing.bases import said_to_be_all
from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.knowledge.comparing.undated import near_in_time
from corpus.knowledge.document.places import short_place
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.clock_times import is_as_of_end
from corpus.knowledge.phrases.metrics import alone_called, key_of, usual_metric
from corpus.model.statistic import Period, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_COMPLEMENTS: Final = (
    ("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("城市", "农村"), ("进口", "出口"), ("境内", "境外"),
    ("国内", "境外"),
    ("国内", "海外"), ("线上", "线下"), ("第一产业", "第二产业", "第三产业"), ("公办", "民办"), ("上半年", "下半年"),
)  # fmt: skip
"""Words that part a whole without a rest."""
_COMPLEMENT_WORD: Final = LazyPattern("|".join(sorted({word for words in _COMPLEMENTS for word in words})))
_NO_SUM: Final = LazyPattern(r"人均|平均|均价|价格|率$|指数|增速|年龄|密度")
_NEAR: Final = Decimal("0.3")
"""Parts that name no measure are those of a total only if they come so near to it."""
_PERSONS: Final = LazyPattern(r"人|生|员工|户")
_PEOPLE: Final = ("常住人口", "户籍人口", "总人口", "人口")
_INDUSTRIES: Final = 3
"""So many industries' 增加值 are, by its definition, the 地区生产总值 of a place."""
_COUNTED: Final = frozenset({"人", "个", "家", "户", "件", "所", "套", "台", "辆", ""})
"""Units so many things are counted in that a total must share a word with what its parts are."""
_MANY: Final = 400
_UNEVEN: Final = 4
"""So many signs one part may be named longer than another; what was not read between two takes more."""
_LEAD: Final = 24


def parts_said_all(items: Sequence[LocatedStatistic]) -> Iterator[Addition]:
    """Yield totals with the parts that one sentence tells, and says, or shows by their names, to be all."""
    for group in _sentences(items):
        whole = _complete(group)
        if whole:
            yield from (Addition(total, whole) for total in items if _is_total(total, whole))


def _sentences(items: Sequence[LocatedStatistic]) -> Iterator[list[LocatedStatistic]]:
    """Yield the levels of one sentence, two or more in one unit."""
    groups: defaultdict[tuple[str, int, str], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        one = item.statistic
        marked = said_to_be_all(one.basis) is not None or _COMPLEMENT_WORD.search(one.metric)
        if marked and one.base_unit not in {"", "%"} and one.kind is not StatisticKind.FORECAST:
            groups[item.article, one.evidence.start, one.base_unit].append(item)
    yield from (group for group in list(groups.values())[:_MANY] if len(group) > 1)


def _complete(group: Sequence[LocatedStatistic]) -> tuple[LocatedStatistic, ...]:
    """Return the figures of a sentence that are all parts of a whole, none where nothing says so."""
    stated = [one for one in group if said_to_be_all(one.statistic.basis) is not None]
    count = said_to_be_all(stated[0].statistic.basis) if stated else None
    if stated and (count == len(stated) or (count == 0 and _leaves_none_out(stated))):
        return tuple(stated)
    for words in _COMPLEMENTS:
        parts = [next((one for one in group if word in one.statistic.metric), None) for word in words]
        known = tuple(one for one in parts if one is not None)
        rests = [_rest(one.statistic) for one in known]
        if len(known) == len(words) and (len(set(rests)) == 1 or (rests[0] and not any(rests[1:]))):
            return known
    return ()


def _leaves_none_out(parts: Sequence[LocatedStatistic]) -> bool:
    """Tell whether figures follow each other so evenly that none between was left unread, and none is their sum."""
    figures = [one.statistic for one in parts]
    gaps = [after.figure.start - before.figure.end for before, after in pairwise(figures)]
    sizes = sorted(one.base_value or Decimal(0) for one in figures)
    is_sum = len(sizes) > 2 and abs(sum(sizes[:-1], Decimal(0)) - sizes[-1]) <= sizes[-1] / 20
    even = bool(gaps) and max(gaps) - min(gaps) <= _UNEVEN
    return even and figures[0].figure.start - figures[0].evidence.start <= _LEAD and not is_sum


def _rest(statistic: Statistic) -> str:
    """Return what of a part's metric its whole shares: 进口总额 → 总额, 男性 → nothing."""
    return key_of(_rest_named(statistic))


def _rest_named(statistic: Statistic) -> str:
    return re.sub(r"性$|生$", "", _COMPLEMENT_WORD.sub("", statistic.metric))


def _is_total(total: LocatedStatistic, parts: Sequence[LocatedStatistic]) -> bool:
    """Tell whether a figure is the total of parts: same whose, unit and time, and a metric that fits theirs."""
    one, part = total.statistic, parts[0].statistic
    if one.base_unit != part.base_unit or one.kind is StatisticKind.FORECAST or total in parts:
        return False
    if _NO_SUM.search(one.metric) or not _same_time(one.period, part.period):
        return False
    own = short_place(one.region or one.subject)
    theirs = {short_place(each.statistic.region or each.statistic.subject) for each in parts} - {""}
    within = any(each.startswith(own) for each in theirs) if own else False
    if not (within or (own and not theirs and own in parts[0].title)):
        return False
    if not one.period.start and not near_in_time(total, parts[0]):
        return False
    if said_to_be_all(part.basis) is not None:
        return total.article != parts[0].article and _fits(one, parts)
    rest = _rest(part)
    metric = key_of(one.metric)
    if rest:
        people = rest == key_of("人口") and one.metric in _PEOPLE
        named = rest in {metric, key_of(re.sub(r"生$", "", one.metric))} or (
            bool(one.subject) and metric == key_of(alone_called(_rest_named(part)))
        )
        product = len(parts) == _INDUSTRIES and rest == key_of("增加值")
        return (
            people
            or (product and usual_metric(one.metric) == "地区生产总值")
            or (named and metric != key_of(part.metric))
        )
    foreign = any("口" in each.statistic.metric for each in parts)
    return "进出口" in usual_metric(one.metric) if foreign else bool(_PERSONS.search(one.metric))


def _fits(total: Statistic, parts: Sequence[LocatedStatistic]) -> bool:
    """Tell whether a figure may be the total of parts: larger than each, of their measure where they name one."""
    whole = total.base_value or Decimal(0)
    figures = [one.statistic for one in parts]
    if not whole or any((each.base_value or Decimal(0)) >= whole for each in figures):
        return False
    if total.base_unit in _COUNTED and not _shares_word(total, parts):
        return False
    heads = {usual_metric(each.metric)[-2:] for each in figures if METRIC_HEAD.search(each.metric)}
    if heads:
        return usual_metric(total.metric)[-2:] in heads
    added = sum((each.base_value or Decimal(0) for each in figures), Decimal(0))
    return abs(added - whole) / whole < _NEAR


def _shares_word(total: Statistic, parts: Sequence[LocatedStatistic]) -> bool:
    """Tell whether two signs of what a total counts stand in what one of its parts is told of: 初中 of 初中七年级."""
    told = "\n".join(f"{one.statistic.subject}{one.statistic.metric}\n{one.title}" for one in parts)
    metric = total.metric.removeprefix(total.region).removeprefix(total.subject)
    return any(metric[at : at + 2] in told for at in range(len(metric) - 1))


def _same_time(one: Period, other: Period) -> bool:
    return (one.start, one.end) == (other.start, other.end) and is_as_of_end(one) == is_as_of_end(other)
