"""Totals beside what they are made of, told in different places: parts said to be all, quarters of a year, A 和 B."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.knowledge.comparing.comparison import (
    PARTS_DIFFER,
    LocatedStatistic,
    conflict_of,
    own_rounding,
    short_digits,
)
from corpus.model.statistic import Conflict, Statistic

_VAGUELY: Final = Decimal("0.05")
"""By so much of itself a total, or a part, that is told roughly may be off."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A total and the figures that together are all of it; ``leeway`` is the share of it that they may be off by."""

    total: LocatedStatistic
    parts: Sequence[LocatedStatistic]
    leeway: Decimal = Decimal(0)

    @property
    def comes_out(self) -> bool:
        """Whether the parts add up to the total within the rounding of all of them."""
        printed = self.total.statistic.base_value or Decimal(0)
        figures = [one.statistic for one in (*self.parts, self.total)]
        slack = sum((own_rounding(one) for one in figures), abs(printed) * self.leeway)
        if any(one.qualifier for one in figures):
            slack += abs(printed) * _VAGUELY
        return abs(self._added - printed) <= slack

    @property
    def _added(self) -> Decimal:
        return sum((one.statistic.base_value or Decimal(0) for one in self.parts), Decimal(0))

    @property
    def told(self) -> str:
        """The sum of the parts against the total: 4.1 + 3.6 = 7.7 ≠ 8.2 亿吨."""
        return told_sum(self.total.statistic, [one.statistic for one in self.parts])


def told_sum(total: Statistic, parts: Sequence[Statistic]) -> str:
    """Return the sum of parts against a total, in the total's printed unit."""
    scale = total.base_value / total.value if total.base_value and total.value else Decimal(1)
    values = [(one.base_value or Decimal(0)) / scale for one in parts]
    added = short_digits(sum(values, Decimal(0)))
    return f"{' + '.join(map(short_digits, values))} = {added} ≠ {short_digits(total.value or Decimal(0))} {total.unit}"


def not_coming_out(additions: Sequence[Addition]) -> Iterator[Conflict]:
    """Yield the totals whose parts do not add up to them."""
    for one in additions:
        if not one.comes_out:
            elsewhere = (part for part in one.parts if part.article != one.total.article)
            yield conflict_of(PARTS_DIFFER, one.total, next(elsewhere, one.parts[0]), one.told)


def coming_out(additions: Sequence[Addition]) -> Iterator[tuple[str, str]]:
    """Yield the ids of totals and of a part of theirs, told in another article, where the parts add up to them."""
    for one in additions:
        if one.comes_out and all(part.article != one.total.article for part in one.parts):
            yield one.total.statistic.id, one.parts[0].statistic.id
