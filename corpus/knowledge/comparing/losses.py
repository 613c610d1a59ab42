"""Losses as the profits they are below nought, so that 亏损8.6亿元 is held against 净利润-6.8亿元."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_LOSS: Final = LazyPattern(
    r"(?P<whose>(?:归母|归属于?(?:上市公司|母公司)?(?:股东|所有者)?的?)?)净?亏(?:损(?:总?额)?)?"
)
_PROFIT: Final = "净利润"


def as_profit(statistic: Statistic) -> Statistic:
    """Return a loss as a profit below nought, any other figure as it is."""
    told = _LOSS.fullmatch(statistic.metric) if statistic.direction is None else None
    if told is None or not statistic.base_unit.endswith("元"):
        return statistic
    return replace(
        statistic,
        metric=told["whose"] + _PROFIT,
        value=_below(statistic.value),
        base_value=_below(statistic.base_value),
        low=_below(statistic.high),
        high=_below(statistic.low),
        change=None,
    )


def _below(value: Decimal | None) -> Decimal | None:
    return None if value is None else -abs(value)
