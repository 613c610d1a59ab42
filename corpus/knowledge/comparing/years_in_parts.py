"""What flows through a year beside its quarters, halves or months, which together are all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from corpus.knowledge.comparing.additions import Addition
from corpus.knowledge.comparing.comparison import LocatedStatistic, Topic, agree, topic_of
from corpus.knowledge.phrases.metrics import usual_metric
from corpus.model.statistic import StatisticKind
from index.lazy_pattern import LazyPattern

_FLOWS: Final = LazyPattern(
    r"(?:收入|营收|销售额|销售收入|销量|产量|客运量|运输量|货运量|客流量|吞吐量|交易额|零售额|零售规模|业务量|发电量|用电量"
    r"|供水量|门诊量|票房|研发投入|进口额?|出口额?|进出口额?|贸易额|总产值|交付量?|出货量|收治|发送旅客|接待游客|接待读者|接待旅客)(?:总[额量])?$"
)
"""What comes in, goes out or is made in a stretch of time, so that its stretches add up."""
_NO_SUM: Final = LazyPattern(r"人均|平均|日均|月均|户均|累计|新增|同比|余额|可支配")
_LEEWAY: Final = Decimal("0.01")
"""The share of a year by which its quarters are off once they are revised."""
_MOST_PARTS: Final = 12
_MOST_FIGURES: Final = 40
_MADE_UP: Final = frozenset({StatisticKind.FORECAST, StatisticKind.ESTIMATE})
Stretch = tuple[str, str]


def years_in_parts(items: Sequence[LocatedStatistic]) -> Iterator[Addition]:
    """Yield the figures of whole years whose stretches are all told, without a gap."""
    for told in _by_thing(items).values():
        if len(told) > _MOST_FIGURES:
            continue
        stretches = _told_once(told)
        for item, when in told:
            if when != _year_of(when[0]):
                continue
            parts = _tiled(stretches, when)
            if parts:
                yield Addition(item, parts, _LEEWAY)


def _by_thing(
    items: Sequence[LocatedStatistic],
) -> Mapping[Topic, list[tuple[LocatedStatistic, Stretch]]]:
    """Return what flows, by what it is whenever that was, each with its first and last day."""
    groups: defaultdict[Topic, list[tuple[LocatedStatistic, Stretch]]] = defaultdict(list)
    for item in items:
        one = item.statistic
        metric = usual_metric(one.metric)
        if one.kind in _MADE_UP or not one.base_value or not _FLOWS.search(metric) or _NO_SUM.search(metric):
            continue
        topic = topic_of(one)
        if topic is not None and topic.sort == "level" and topic.start < topic.end:
            groups[replace(topic, start="", end="")].append((item, (topic.start, topic.end)))
    return groups


def _told_once(told: Sequence[tuple[LocatedStatistic, Stretch]]) -> dict[Stretch, LocatedStatistic]:
    """Return one figure of each stretch; none of a stretch that is told in two ways."""
    found: dict[Stretch, LocatedStatistic] = {}
    disputed = set()
    for item, when in told:
        known = found.setdefault(when, item)
        if not agree(known.statistic, item.statistic):
            disputed.add(when)
    return {when: item for when, item in found.items() if when not in disputed}


def _tiled(stretches: Mapping[Stretch, LocatedStatistic], year: Stretch) -> tuple[LocatedStatistic, ...]:
    """Return the figures of the shortest stretches that follow each other through a year, none where one is lacking."""
    parts: list[LocatedStatistic] = []
    day = year[0]
    while day <= year[1] and len(parts) < _MOST_PARTS:
        ends = [end for start, end in stretches if start == day and end <= year[1] and (start, end) != year]
        if not ends:
            return ()
        parts.append(stretches[day, min(ends)])
        day = (date.fromisoformat(min(ends)) + timedelta(days=1)).isoformat()
    return tuple(parts) if day > year[1] and len(parts) > 1 else ()


def _year_of(day: str) -> Stretch:
    return f"{day[:4]}-01-01", f"{day[:4]}-12-31"
