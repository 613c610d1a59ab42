"""Comparable figures: each with its topic and size, a growth told beside a level as a figure of its own.

Charts and matrices hold what ``comparison`` calls comparable, and nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from corpus.knowledge.comparing.comparison import LocatedStatistic, Topic, size_of, topic_of
from corpus.knowledge.comparing.conflicts import alike, contradict
from corpus.knowledge.phrases.metrics import usual_metric
from corpus.model.statistic import FactStatus, Statistic, StatisticKind


@dataclass(frozen=True, slots=True)
class Comparable:
    """A figure with what it speaks of and its size in the unit of its topic, a decline below nought."""

    topic: Topic
    size: Decimal
    statistic: Statistic
    article: str
    title: str

    @property
    def source(self) -> str:
        """Return who says so: the source the sentence names, else the article."""
        return self.statistic.source or self.title

    @property
    def forecast(self) -> bool:
        """Tell whether the figure has not come true, or was only reckoned."""
        return self.statistic.kind in (StatisticKind.FORECAST, StatisticKind.ESTIMATE)


def comparables(items: Iterable[LocatedStatistic]) -> tuple[Comparable, ...]:
    """Return what can be laid side by side, in the order given; what is rejected or not known enough is left out."""
    found = []
    for one in items:
        if one.statistic.status is FactStatus.REJECTED:
            continue
        for each in (one.statistic, one.statistic.rate):
            topic = None if each is None else topic_of(each)
            size = None if each is None else size_of(each)
            if each is not None and topic is not None and size is not None:
                found.append(Comparable(topic, size, each, one.article, one.title))
    return tuple(found)


def common_name(figures: Sequence[Comparable]) -> str:
    """Return what figures of one metric call it, with the thing in its name: 网络零售额, not 零售规模 of 网络.

    Empty where they are about different things, or about one that their metric does not name.
    """
    things = {one.topic.about for one in figures}
    name, _count = Counter(one.statistic.metric for one in figures).most_common(1)[0]
    thing = next(iter(things))
    return name if thing and len(things) == 1 and usual_metric(name).startswith(thing) else ""


def agreeing(figures: Iterable[Comparable]) -> tuple[tuple[Comparable, ...], ...]:
    """Return figures of one topic in groups of those that may all be true; forecasts stand by themselves."""
    groups: list[list[Comparable]] = []
    for one in figures:
        fitting = (group for group in groups if all(_together(one, other) for other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return tuple(tuple(group) for group in groups)


def disputed(groups: Sequence[Sequence[Comparable]]) -> bool:
    """Tell whether figures of one topic, in groups of those that agree, contradict each other."""
    whole = [[LocatedStatistic(one.article, one.statistic, one.title) for one in group] for group in groups]
    return any(
        contradict(left, right) for one, other in combinations(whole, 2) for left in one for right in other
    )


def _together(one: Comparable, other: Comparable) -> bool:
    return one.forecast == other.forecast and alike(one.statistic, other.statistic)
