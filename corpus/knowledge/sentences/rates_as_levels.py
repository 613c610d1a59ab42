"""Growth told as the level of its rate: GDP增长率为5.7% is a growth of GDP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change, Direction
from index.lazy_pattern import LazyPattern

_HOW: Final = r"同比|环比|季度|年度|全年|实际|名义|年|月"
_PACE: Final = "(?:增长率|增速|增长速度|增幅)"
_RATE: Final = LazyPattern(
    rf"(?P<what>(?!(?:{_HOW})+[增涨降跌]\w{{1,3}}$)[^\d]{{2,24}}?)(?<!自然)的?(?P<how>(?:{_HOW})*){_PACE}"
)
"""A measure and how fast it grows; 自然增长率 is a measure of its own."""
_NOT_ONE: Final = LazyPattern(r"高于|低于|快于|慢于|高出|占|与|和|及|、|比|年均|复合|平均|月均|日均")
"""What is held against another, is more than one, or is told over several years, and is a measure of its own."""
_WHOSE: Final = frozenset(
    ("行业", "市场", "产业", "公司", "整体", "总体", "全行业", "需求", "业务", "板块", "品类")
)
"""Whose growth a rate is of, where it does not say what grows."""
_SHORTEST: Final = 2
_GROWTH: Final = "增速"
_SLOWS: Final = LazyPattern(r"(?:[快慢]了?|放[慢缓]了?|减慢了?|加快了?)[约近 ]*$")


def growth_of_rates(found: Sequence[Found]) -> list[Found]:
    """Return what was found, each level in percent that is a rate of growth told as the growth of what grew."""
    return [_as_growth(one) for one in found]


def _as_growth(one: Found) -> Found:
    rate = (
        _RATE.fullmatch(one.metric) if one.level and one.change is None and one.figure.unit == "%" else None
    )
    if rate is None or _NOT_ONE.search(rate["what"]):
        return one
    grown = strip_metric(rate["what"])
    if len(grown) < _SHORTEST or grown in _WHOSE:
        return one
    value = one.figure.value
    direction = Direction.DOWN if value is not None and value < 0 else Direction.UP
    change = Change(direction, value if value is None else abs(value), "%", rate["how"])
    return replace(one, metric=grown, change=change, level=False)


def pace_of(told: str, metric: str, before: Sequence[Found]) -> str:
    """Return how fast what was told last grows, where words before points only say that it slows.

    比前一年慢了8个百分点 behind 网上零售额 is told of 网上零售额增速. ``told`` stands between the measure, which is
    empty, and the points; any other measure is returned as it is.
    """
    if metric or not before or not _SLOWS.search(told):
        return metric
    return before[-1].metric.removesuffix(_GROWTH) + _GROWTH
