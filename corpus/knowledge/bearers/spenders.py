"""Who spends a sum, where a metric names both: 庙宇委员会斥资600万元 is 斥资 of 庙宇委员会."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_SPENDS: Final = LazyPattern(
    r"(?P<who>[一-鿿A-Za-z]{2,16}(?:委员会|基金会|协会|商会|学会|集团|公司|银行|大学|学院|医院|中学|小学|博物馆|图书馆|文化馆|研究所|研究院|交易所|政府))"
    r"(?:已|将|拟|共|累计|先后|再次)*(?P<deed>斥资|出资|投入|耗资|捐资|捐款|捐赠|拨款|拨付)"
)
"""A body by its last word, and what it does with a sum."""


def of_spenders(one: Statistic) -> Statistic:
    """Return a sum under what is done with it, of the body that its metric begins with; any other as it is."""
    told = _SPENDS.fullmatch(one.metric) if one.unit.endswith(("元", "币", "镑", "美金")) else None
    if told is None or (one.subject and one.subject != told["who"]):
        return one
    return replace(one, metric=told["deed"], subject=told["who"])
