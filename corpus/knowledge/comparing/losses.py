"""Losses as the profits they are below nought, so that 亏损8.6亿元 is held against 净利润-6.8亿元."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_LOSS: Final = LazyPattern(
    r"(?P<whose>(?:归母|扣非|经调整|归属于?(?:上市公司|母公司)?(?:股东|所有者)?的?)?)"
    r"(?P<sort>净?|营业|经营|税前)亏(?:损(?:总?额)?)?"
)
_PROFITS: Final = {"": "净利润", "净": "净利润"}
"""What a loss is below nought of; any other sort of loss is one of its own profit."""


def as_profit(statistic: Statistic) -> Statistic:
    """Return a loss as a profit below nought, any other figure as it is."""
    told = _LOSS.fullmatch(statistic.metric) if statistic.direction is None else None
    if told is None or not statistic.base_unit.endswith("元"):
        return statistic
    return replace(
        statistic,
        metric=told["whose"] + _PROFITS.get(told["sort"], f"{told['sort']}利润"),
        value=_below(statistic.value),
        base_value=_below(statistic.base_value),
        low=_below(statistic.high),
        high=_below(statistic.low),
        change=None,
    )


def _below(value: Decimal | None) -> Decimal | None:
    return None if value is None else -abs(value)
