"""Figures that cannot both stand, with the sum that shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from corpus.knowledge.comparison import (
    FORECAST_DIFFERS,
    OTHER_BASES,
    VALUES_DIFFER,
    LocatedStatistic,
    agree,
    comparable,
    conflict_of,
    key_of,
    plain,
    signed,
)
from corpus.knowledge.sums import growth_over_years, parts_and_totals
from corpus.model.statistic import Conflict, Statistic, StatisticKind

__all__ = ["LocatedStatistic", "find_conflicts"]

_MANY: Final = 60
"""More figures than this of one metric, subject and period are not compared pair by pair."""


def find_conflicts(statistics: Sequence[LocatedStatistic]) -> tuple[Conflict, ...]:
    """Return the contradictions among figures of one or more articles, each pair once, in order of the input.

    Two figures of the same metric, subject and period conflict when their base values differ by more than their
    rounding and their qualifiers allow; a forecast conflicts with the figure that came true; parts named with
    其中 with the total before them; a growth rate with the values it leads from and to. Rejected figures are
    left out. Precision comes first: what cannot be compared is passed over.
    """
    usable = [
        item
        for item in statistics
        if item.statistic.status != "rejected"
        and item.statistic.base_value is not None
        and item.statistic.direction is None
    ]
    found = [*_pairs(usable), *parts_and_totals(usable), *growth_over_years(usable), *_changes(statistics)]
    return tuple({conflict.key: conflict for conflict in found}.values())


def _pairs(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield pairs of the same thing whose values differ."""
    groups: defaultdict[tuple[str, ...], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        key = key_of(item.statistic)
        if key and item.statistic.kind not in {StatisticKind.ANECDOTE, StatisticKind.RANK}:
            groups[key].append(item)
    for group in groups.values():
        for left, right in combinations(_told_apart(group), 2):
            if not comparable(left, right) or agree(left.statistic, right.statistic):
                continue
            forecasts = [item.statistic.kind is StatisticKind.FORECAST for item in (left, right)]
            kind = FORECAST_DIFFERS if any(forecasts) and not all(forecasts) else VALUES_DIFFER
            yield conflict_of(kind, left, right, _difference(left.statistic, right.statistic))


def _told_apart(group: Sequence[LocatedStatistic]) -> Sequence[LocatedStatistic]:
    """Return what of a group is compared: all of it, or of very many figures the first with each value.

    Where even those are very many, the figures share a name but are not about one thing: nothing is compared.
    """
    if len(group) <= _MANY:
        return group
    first = {
        (item.statistic.base_value, item.statistic.kind, item.statistic.movement): item
        for item in reversed(group)
    }
    return tuple(reversed(first.values())) if len(first) <= _MANY else ()


def _difference(left: Statistic, right: Statistic) -> str:
    """Return the sum that shows a difference: 12624.7 − 11397.78 = 1226.92 亿元（10.8%）."""
    large, small = sorted((left, right), key=lambda one: -(one.base_value or Decimal(0)))
    if large.base_value is None or small.base_value is None or large.value is None or not large.value:
        return ""
    scale = large.base_value / large.value
    unit, other = large.unit, small.base_value / scale
    if large.unit != small.unit and small.value and abs(small.value) >= abs(large.value):
        scale, unit = small.base_value / small.value, small.unit
    first, other = large.base_value / scale, small.base_value / scale
    share = f"（{plain((first - other) / other * 100, 1)}%）" if other and "%" not in unit else ""
    gap = unit if unit == "%" else f" {unit}"
    return f"{plain(first)} − {plain(other)} = {plain(first - other)}{gap}{share}"


def _changes(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield growth rates of the same thing over the same time that differ."""
    groups: defaultdict[tuple[str, ...], list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        change, statistic = item.statistic.movement, item.statistic
        if change is None or change.value is None or change.unit != "%" or change.basis in OTHER_BASES:
            continue
        key = key_of(statistic)
        if key and statistic.status != "rejected":
            groups[key[:4]].append(item)
    for group in groups.values():
        for left, right in combinations(_told_apart(group), 2):
            first, second = left.statistic.movement, right.statistic.movement
            if first and second and first != second and comparable(left, right):
                one, other = signed(first), signed(second)
                if abs(one - other) > Decimal("0.1"):
                    yield conflict_of(
                        VALUES_DIFFER,
                        left,
                        right,
                        f"{plain(one)}% − {plain(other)}% = {plain(one - other)} 个百分点",
                    )
