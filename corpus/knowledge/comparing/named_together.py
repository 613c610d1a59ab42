"""What is told of several together beside what is told of each: 医生和护士86人 and 医生32人、护士54人."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.comparing.additions import Addition
from corpus.knowledge.comparing.comparison import LocatedStatistic, timeless_topic_of
from corpus.knowledge.comparing.undated import near_in_time
from corpus.knowledge.phrases.metrics import key_of
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_JOINS: Final = LazyPattern(r"以及|[、和与及]")
_NO_SUM: Final = LazyPattern(
    r"人均|平均|均价|价格|单价|[率比]$|占比|比重|指数|增速|密度|各$|分别|之[和间比差]"
)
_SHORTEST: Final = 2
_MOST: Final = 4
_MANY: Final = 400


def named_together(items: Sequence[LocatedStatistic]) -> Iterator[Addition]:
    """Yield figures of several named together, with the figures of each told in one sentence elsewhere."""
    counted = [one for one in items if _adds(one.statistic)][: _MANY * 4]
    totals = [(one, members) for one in counted if (members := _members(one.statistic.metric))]
    if not totals:
        return
    sentences: defaultdict[tuple[str, int], list[LocatedStatistic]] = defaultdict(list)
    for one in counted:
        sentences[one.article, one.statistic.evidence.start].append(one)
    for total, members in totals[:_MANY]:
        for group in sentences.values():
            parts = _parts(total, members, group)
            if parts:
                yield Addition(total, parts)


def _adds(one: Statistic) -> bool:
    return (
        one.base_value is not None
        and one.base_unit not in {"", "%"}
        and one.kind is not StatisticKind.FORECAST
        and not _NO_SUM.search(one.metric)
    )


def _members(metric: str) -> tuple[str, ...]:
    """Return those a metric names together, none where it names one: 执业医师和注册护士 → both."""
    members = tuple(_JOINS.split(metric))
    fits = _SHORTEST <= len(members) <= _MOST and all(len(one) >= _SHORTEST for one in members)
    return members if fits and len(set(members)) == len(members) else ()


def _parts(
    total: LocatedStatistic, members: Sequence[str], group: Sequence[LocatedStatistic]
) -> tuple[LocatedStatistic, ...]:
    """Return the figures of a sentence that are of each of the members in turn, none where one is lacking."""
    one = total.statistic
    topic = timeless_topic_of(one)
    if topic is None or any(
        part.statistic.evidence == one.evidence and part.article == total.article for part in group
    ):
        return ()
    found = []
    for forms in _forms(members):
        fitting = [
            part for part in group
            if part.statistic.base_unit == one.base_unit and key_of(part.statistic.metric) in forms
        ]  # fmt: skip
        if len(fitting) != 1:
            return ()
        found.append(fitting[0])
    owners = [known.whose for part in found if (known := timeless_topic_of(part.statistic)) is not None]
    same = (
        bool(owners) and owners[0] == topic.whose and all(set(owner) <= set(topic.whose) for owner in owners)
    )
    timed = all(_same_time(part.statistic, one) for part in found)
    near = bool(one.period.start) or near_in_time(total, found[0])
    return tuple(found) if same and timed and near else ()


def _same_time(one: Statistic, other: Statistic) -> bool:
    return (one.period.start, one.period.end) == (other.period.start, other.period.end)


def _forms(members: Sequence[str]) -> list[frozenset[str]]:
    """Return for each member the keys of the names it may have alone: 民事、刑事案件 are 民事案件 and 刑事案件."""
    leads = ["", *(members[0][:end] for end in range(1, len(members[0]) - 1))]
    ends = ["", *(members[-1][start:] for start in range(1, len(members[-1])))]
    return [
        frozenset(
            key_of(re.sub(r"^(?:共|现)?有", "", f"{lead}{member}{end}")) for lead in leads for end in ends
        )
        for member in members
    ]
