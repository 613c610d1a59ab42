"""Figures that cannot both stand, with the sum that shows it, and figures that bear each other out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import Final

from corpus.knowledge.comparing.additions import Addition, coming_out, not_coming_out
from corpus.knowledge.comparing.bases import same_basis
from corpus.knowledge.comparing.comparison import (
    FORECAST_DIFFERS,
    QUOTED_WRONGLY,
    VALUES_DIFFER,
    LocatedStatistic,
    Topic,
    agree,
    comparable,
    conflict_of,
    range_of,
    signed,
    topic_of,
)
from corpus.knowledge.comparing.named_together import named_together
from corpus.knowledge.comparing.one_form import in_one_form
from corpus.knowledge.comparing.parts_said_all import parts_said_all
from corpus.knowledge.comparing.quoted import quoted_wrongly
from corpus.knowledge.comparing.quotients import dividing, not_dividing, quotients
from corpus.knowledge.comparing.sums import (
    growth_borne_out,
    growth_over_years,
    multiples_over_years,
    parts_and_totals,
)
from corpus.knowledge.comparing.told_difference import difference
from corpus.knowledge.comparing.undated import has_one_time, is_stable, undated_pairs
from corpus.knowledge.comparing.wholes import each_by_heads, shares_over_whole
from corpus.knowledge.comparing.years_in_parts import years_in_parts
from corpus.model.statistic import Conflict, FactStatus, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

__all__ = [
    "LocatedStatistic",
    "alike",
    "comparable",
    "contradict",
    "difference",
    "find_agreements",
    "find_conflicts",
    "find_misquotations",
    "find_reckoned_conflicts",
]

_PLANS: Final = LazyPattern(r"工作报告|规划|纲要|目标|任务|要点")
"""In the title of a document whose figures to come are aims: one that is missed contradicts nothing."""
_OF_OWNERS: Final = LazyPattern(r"归母|归属")
"""In the name of a profit without the share of minority owners."""
_MINORITIES: Final = Decimal("0.15")
"""How much of a profit is theirs at most, as a rule."""
_EXPENSED: Final = "研发费用"
_MANY: Final = 60
"""More figures than this of one topic are not compared pair by pair."""
_NARROW: Final = Decimal("0.34")
"""A range is no wider than this share of its larger end, or says too little to be borne out."""
_SLACK: Final = Decimal("0.1")
"""Growth rates, in percentage points, that differ by no more are the same."""


def find_conflicts(statistics: Sequence[LocatedStatistic]) -> tuple[Conflict, ...]:
    """Return the contradictions among figures of one or more articles, each pair once, in order of the input.

    Two figures of the same topic conflict when their values differ by more than their rounding and their qualifiers
    allow; a forecast conflicts with the figure that came true; parts named with 其中 with the total before them; a
    growth rate with the values it leads from and to. Rejected figures are left out. Precision comes first: what cannot
    be compared is passed over.
    """
    usable = _usable(statistics)
    ranks = [one for one in usable if one.statistic.kind is StatisticKind.RANK]
    levels = _levels(usable)
    ranges = [
        one for one in usable if one.statistic.direction is None and range_of(one.statistic) is not None
    ]
    found = [
        *_differing([*levels, *ranges]), *_differing(ranks), *parts_and_totals(levels), *growth_over_years(levels),
        *_differing(_rates(usable)), *quoted_wrongly(_amounts(usable)), *_differing_now(levels),
        *_not_coming_out(levels), *multiples_over_years(levels),
    ]  # fmt: skip
    return tuple({conflict.key: conflict for conflict in found}.values())


def find_reckoned_conflicts(statistics: Sequence[LocatedStatistic]) -> tuple[Conflict, ...]:
    """Return the contradictions between articles that several figures make together: sums, shares and quotients.

    They measure different things, so that what is compared metric by metric does not meet them.
    """
    articles = {one.statistic.id: one.article for one in statistics}
    found = {one.key: one for one in _not_coming_out(_levels(_usable(statistics)))}
    return tuple(one for one in found.values() if articles[one.left] != articles[one.right])


def find_misquotations(statistics: Sequence[LocatedStatistic]) -> tuple[Conflict, ...]:
    """Return the figures told on the word of another document that says otherwise, among its own and those."""
    found = {one.key: one for one in quoted_wrongly(_amounts(_usable(statistics)))}
    return tuple(found.values())


def _amounts(usable: Sequence[LocatedStatistic]) -> list[LocatedStatistic]:
    """Return the figures with a value that are no rank: levels and growths."""
    return [
        one
        for one in usable
        if one.statistic.base_value is not None and one.statistic.kind is not StatisticKind.RANK
    ]


def _levels(usable: Sequence[LocatedStatistic]) -> list[LocatedStatistic]:
    """Return the figures with a value that are neither a growth nor a rank."""
    return [
        one
        for one in usable
        if one.statistic.base_value is not None
        and one.statistic.direction is None
        and one.statistic.kind is not StatisticKind.RANK
    ]


def _not_coming_out(levels: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield totals, shares and quotients among levels that the other figures do not come to."""
    yield from not_coming_out(_additions(levels))
    yield from shares_over_whole(levels)
    yield from each_by_heads(levels)
    yield from not_dividing(tuple(quotients(levels)))


def find_agreements(statistics: Sequence[LocatedStatistic]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of ids of figures in different articles that speak of the same and agree, copies among them."""
    usable = _usable(statistics)
    pairs: dict[tuple[str, str], None] = {}
    for group in _grouped([*usable, *_beside(usable)]).values():
        for left, right in combinations(_told_apart(group), 2):
            if (
                left.article != right.article
                and same_basis(left.statistic, right.statistic)
                and agree(left.statistic, right.statistic)
                and _exact(left, right)
            ):
                pairs[left.statistic.id, right.statistic.id] = None
    levels = [
        one
        for one in usable
        if one.statistic.direction is None and one.statistic.kind is not StatisticKind.RANK
    ]
    for left, right in undated_pairs(levels):
        if agree(left.statistic, right.statistic) and _exact(left, right):
            pairs[left.statistic.id, right.statistic.id] = None
    reckoned = (
        *growth_borne_out(levels),
        *coming_out(_additions(levels)),
        *dividing(tuple(quotients(levels))),
    )
    return (*pairs, *(pair for pair in dict.fromkeys(reckoned) if pair not in pairs))


def _additions(levels: Sequence[LocatedStatistic]) -> tuple[Addition, ...]:
    """Return the totals among levels whose parts are told too."""
    return (*parts_said_all(levels), *years_in_parts(levels), *named_together(levels))


def _usable(statistics: Sequence[LocatedStatistic]) -> list[LocatedStatistic]:
    """Return the figures nobody has rejected, losses as the profits they are below nought."""
    return [
        replace(one, statistic=in_one_form(one.statistic))
        for one in statistics
        if one.statistic.status is not FactStatus.REJECTED
    ]


def alike(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures of one topic may both be true."""
    return same_basis(left, right) and _alike(left, right)


def contradict(left: LocatedStatistic, right: LocatedStatistic) -> bool:
    """Tell whether two figures of one topic contradict each other."""
    return bool(_kind(left, right)) and not _alike(left.statistic, right.statistic)


def _exact(left: LocatedStatistic, right: LocatedStatistic) -> bool:
    """Tell whether both figures have a value to bear the other out, or one a range narrow enough to say something."""
    valued = [one.statistic.base_value is not None for one in (left, right)]
    return all(valued) or (any(valued) and _is_narrow((right if valued[0] else left).statistic))


def _is_narrow(one: Statistic) -> bool:
    """Tell whether a figure is a range whose ends are near each other: 4.5亿元—5.2亿元 expected is met by 4.83亿元."""
    ends = range_of(one)
    return ends is not None and 0 < ends[1] - ends[0] <= max(map(abs, ends)) * _NARROW


def _beside(items: Sequence[LocatedStatistic]) -> list[LocatedStatistic]:
    """Return the movements told beside levels as figures of their own; they keep the level's id.

    How a sum in dollars grew says nothing of its growth in 人民币.
    """
    return [
        LocatedStatistic(one.article, rate, one.title)
        for one in items
        if (rate := one.statistic.rate) is not None and not one.statistic.unit.endswith("美元")
    ]


def _rates(items: Sequence[LocatedStatistic]) -> list[LocatedStatistic]:
    """Return all growth rates: those that stand alone and those beside a level."""
    alone = [
        one
        for one in items
        if one.statistic.direction is not None
        and (one.statistic.base_value is not None or range_of(one.statistic) is not None)
    ]
    return [*alone, *_beside(items)]


def _grouped(items: Sequence[LocatedStatistic]) -> dict[Topic, list[LocatedStatistic]]:
    """Return figures by topic; those whose topic is not known are left out."""
    groups: defaultdict[Topic, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        topic = topic_of(item.statistic)
        if topic is not None:
            groups[topic].append(item)
    return groups


def _differing(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield pairs of one topic whose values differ."""
    for group in _grouped(items).values():
        for left, right in combinations(_told_apart(group), 2):
            kind = _kind(left, right)
            if kind and not _alike(left.statistic, right.statistic) and not _within_told(left, right, group):
                yield conflict_of(kind, left, right, difference(left.statistic, right.statistic))


def _within_told(left: LocatedStatistic, right: LocatedStatistic, group: Sequence[LocatedStatistic]) -> bool:
    """Tell whether the sentence of one of two figures gives a range that holds the other: 86只（区间：74—99只）."""
    return any(
        one.article == told.article
        and one.statistic.evidence == told.statistic.evidence
        and agree(told.statistic, other.statistic)
        for one, other in ((left, right), (right, left))
        for told in group
        if range_of(told.statistic) is not None
    )


def _differing_now(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield pairs without a time, of documents written in the same weeks or of one financial year, that differ."""
    for left, right in undated_pairs(items):
        stands = is_stable(left.statistic.metric) or has_one_time(left.statistic)
        kind = _kind(left, right) if stands else ""
        if kind and not _alike(left.statistic, right.statistic):
            cites = left.statistic.source or right.statistic.source
            told = difference(left.statistic, right.statistic)
            yield conflict_of(QUOTED_WRONGLY if cites else kind, left, right, told)


def _kind(left: LocatedStatistic, right: LocatedStatistic) -> str:
    """Return the kind of contradiction two figures of one topic make if they differ, empty if none."""
    one, other = left.statistic, right.statistic
    if (
        one.id == other.id
        or not same_basis(one, other)
        or _less_minorities(one, other)
        or _only_expensed(one, other)
    ):
        return ""
    if left.article == right.article and (
        one.evidence == other.evidence or (one.inferred and other.inferred)
    ):
        return ""
    planned = [item for item in (left, right) if item.statistic.kind is StatisticKind.FORECAST]
    if any("kind" in item.statistic.inherited or _PLANS.search(item.title) for item in planned):
        return ""
    if len(planned) == len((one, other)) and left.article != right.article:
        return ""  # Two look ahead, each for itself.
    return FORECAST_DIFFERS if len(planned) == 1 else VALUES_DIFFER


def _less_minorities(left: Statistic, right: Statistic) -> bool:
    """Tell whether a profit may be the other without the share of minority owners: 归母净利润 of 净利润."""
    owners, whole = (left, right) if _OF_OWNERS.search(left.metric) else (right, left)
    if not _OF_OWNERS.search(owners.metric) or _OF_OWNERS.search(whole.metric):
        return False
    if owners.base_value is None or whole.base_value is None:
        return True
    least, most = sorted((whole.base_value * (1 - _MINORITIES), whole.base_value))
    return least <= owners.base_value <= most


def _only_expensed(left: Statistic, right: Statistic) -> bool:
    """Tell whether one figure may be the expensed part of the other's total research spending: 研发费用 of 研发投入."""
    expensed, spent = (left, right) if _EXPENSED in left.metric else (right, left)
    if _EXPENSED not in expensed.metric or _EXPENSED in spent.metric:
        return False
    if expensed.base_value is None or spent.base_value is None:
        return True
    return expensed.base_value <= spent.base_value


def _alike(left: Statistic, right: Statistic) -> bool:
    """Tell whether two figures of one topic agree; growth rates also within a tenth of a point."""
    if agree(left, right):
        return True
    if left.movement is None or right.movement is None or left.direction is None:
        return False
    if left.movement.value is None or right.movement.value is None:
        return False
    return abs(signed(left.movement) - signed(right.movement)) <= _SLACK


def _told_apart(group: Sequence[LocatedStatistic]) -> Sequence[LocatedStatistic]:
    """Return what of a group is compared: all of it, or of very many figures the first with each value.

    Where even those are very many, the figures share a name but are not about one thing: nothing is compared.
    """
    if len(group) <= _MANY:
        return group
    first = {
        (item.statistic.base_value, item.statistic.kind, item.statistic.change): item
        for item in reversed(group)
    }
    return tuple(reversed(first.values())) if len(first) <= _MANY else ()
