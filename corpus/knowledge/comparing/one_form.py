"""Figures in the one form they are held against each other in: losses as profits, paces as the growth they tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.knowledge.comparing.losses import as_profit
from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.model.statistic import Direction, Statistic
from index.lazy_pattern import LazyPattern

_PACE: Final = LazyPattern(
    r"(?P<what>[^\d]{2,24}?)(?<!自然)的?(?P<how>同比|环比)?(?:增长率|增速|增长速度|[增涨]幅|(?P<down>[降跌]幅))"
)
"""A measure and how fast it moves; 自然增长率 is a measure of its own."""
_MEASURE: Final = LazyPattern(rf"(?:{OWN_HEAD.pattern})|(?:[CP]PI|GDP|指数|[房油金股电气运租售]价)$")
"""What says what moves; 青禾科技涨幅 and 板块涨幅 do not."""
_NOT_ONE: Final = LazyPattern(
    r"高于|低于|快于|慢于|高出|占|与|和|及|、|比|年均|复合|平均|月均|日均|累计|单[日月周]|最[大高小低]|[区期]间|盘中"
)
"""What is held against another, is more than one, or is told over another time than its period."""
_ECONOMY: Final = "经济"
_PRODUCT: Final = "地区生产总值"


def in_one_form(statistic: Statistic) -> Statistic:
    """Return a loss as a profit below nought and a pace in percent as a growth, any other figure as it is."""
    return _as_growth(as_profit(statistic))


def _as_growth(statistic: Statistic) -> Statistic:
    """Return 居民消费价格涨幅为1.2% as a growth of 居民消费价格 by so much, and that of 经济 as that of its product."""
    if statistic.direction is not None and statistic.metric == _ECONOMY:
        return replace(statistic, metric=_PRODUCT)
    level = statistic.direction is None and statistic.unit == "%" and statistic.change is None
    told = _PACE.fullmatch(statistic.metric) if level else None
    if told is None or _NOT_ONE.search(told["what"]) or not _MEASURE.search(told["what"]):
        return statistic
    below = statistic.value is not None and statistic.value < 0
    if below and told["down"]:
        return statistic
    size = None if statistic.value is None else abs(statistic.value)
    return replace(
        statistic,
        metric=told["what"],
        value=size,
        base_value=size,
        direction=Direction.DOWN if below or told["down"] else Direction.UP,
        basis=told["how"] or statistic.basis,
    )
