"""Comparable figures: each with its topic and size, a growth told beside a level as a figure of its own.

Charts and matrices hold what ``comparison`` calls comparable, and nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from corpus.knowledge.comparing.bases import level_told
from corpus.knowledge.comparing.comparison import LocatedStatistic, Topic, size_of, topic_of
from corpus.knowledge.comparing.conflicts import alike, contradict
from corpus.knowledge.comparing.one_form import in_one_form
from corpus.knowledge.document.places import level_of, short_place
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
    """Return what can be laid side by side, in the order given; what is rejected or not known enough is left out.

    A loss is a profit below nought, as where figures are held against each other. A place has one name in all of
    them, and so has what is comparable: the one most figures call it by.
    """
    found = []
    for one in items:
        if one.statistic.status is FactStatus.REJECTED:
            continue
        told = in_one_form(one.statistic)
        for each in (told, told.rate):
            topic = None if each is None else topic_of(each)
            size = None if each is None else size_of(each)
            if each is not None and topic is not None and size is not None:
                found.append(Comparable(topic, size, each, one.article, one.title))
    found = _under_one_name(found)
    names = _names_of_places(found)
    return tuple(_called(one, names) for one in found) if names else tuple(found)


def _under_one_name(found: Sequence[Comparable]) -> list[Comparable]:
    """Return figures of one thing under one metric, subject and place, however their sentences part the words.

    交付船舶 of 星湾造船 and 共交付船舶 are one row, one line and one contradiction.
    """
    called: defaultdict[tuple[str, ...], Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for one in found:
        called[_same_thing(one)][_name(one.topic)] += 1
    usual = {thing: names.most_common(1)[0][0] for thing, names in called.items() if len(names) > 1}
    return [
        replace(one, topic=replace(one.topic, metric=name[0], about=name[1], place=name[2]))
        if (name := usual.get(_same_thing(one))) and name != _name(one.topic)
        else one
        for one in found
    ]


def _same_thing(one: Comparable) -> tuple[str, ...]:
    """Return what figures of one thing share whenever they are of; a county and a city of one name are two."""
    return one.topic.key, one.topic.sort, one.topic.unit, level_told(one.statistic)


def _name(topic: Topic) -> tuple[str, str, str]:
    return topic.metric, topic.about, topic.place


def _names_of_places(figures: Iterable[Comparable]) -> Mapping[str, str]:
    """Return the common name of each place that has another name than that: 长沙 is 长沙市 where there is no 长沙县."""
    counts = Counter(name for one in figures for name in (one.topic.about, one.topic.place) if name)
    by_short: defaultdict[str, list[str]] = defaultdict(list)
    for name, _count in counts.most_common():
        by_short[short_place(name)].append(name)
    return {
        other: names[0]
        for names in by_short.values()
        if len(names) > 1 and len({level_of(name) for name in names} - {""}) <= 1
        for other in names[1:]
    }


def _called(one: Comparable, names: Mapping[str, str]) -> Comparable:
    """Return a figure under the common names of its places."""
    about, place = one.topic.about, one.topic.place
    topic = replace(one.topic, about=names.get(about, about), place=names.get(place, place))
    return replace(one, topic=topic)


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
