"""Gaps between what was told of a measure and of others: 增长5.9%、高于全国0.5个百分点 is of how fast both grew."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Direction, Statistic
from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern

_POINTS: Final = "百分点"
_HOW: Final = (
    r"(?:分别|均|都|明显|显著|大幅|略)*"
    r"(?P<how>高于|低于|快于|慢于|高出|超出|超过|领先于?|落后于?|多于|少于|好于|优于)"
)
_OVER: Final = LazyPattern(
    rf"{_HOW}(?P<whole>全国|全省|全市|全县|全区|全球|世界|行业)(?:平均水平|平均|平均值|均值)?"
)
_OVER_OTHERS: Final = LazyPattern(rf"{_HOW}(?P<whole>[一-鿿]{{2,12}}?)(?:的?(?:平均)?(?:水平|增速|增幅))?")
_APART: Final = LazyPattern(
    r"(?:分别|均|都|明显|显著|大幅|略)*(?:高于|低于|快于|慢于|高出|超出|超过|领先于?|落后于?|比|较)(?P<whole>[一-鿿]{2,12})"
)
_NO_OTHERS: Final = LazyPattern(rf"{BEFORE_IT}|预期|目标|计划|预测|预算|指引|任务|同[期比]|年|月|季")
"""What a measure is held against that is itself, at another time or as it was meant."""
_PACES: Final = {Direction.UP: "增速", Direction.DOWN: "降幅"}
_NO_LEVEL: Final = LazyPattern(r"(?:增速|增幅|降幅|涨幅|跌幅|增长率|速度|率|占比|比重|比例|强度|指数)$")
"""With what a measure ends that is told in percent itself, and of which the gap is one of the measure."""


def gap_told(one: Statistic, before: Statistic) -> Statistic | None:
    """Return a gap to others by the measure told right before it, ``None`` for any other figure.

    Behind a growth in percent a gap in points is one of the paces, behind any other level one of the levels.
    """
    over = _OVER.fullmatch(one.metric)
    if over is None and one.unit.endswith(_POINTS):
        over = _OVER_OTHERS.fullmatch(one.metric)
        over = None if over and _NO_OTHERS.search(over["whole"]) else over
    if over:
        metric = f"{before.metric}{_pace(one, before)}{over['how']}{over['whole']}"
        return replace(one, metric=metric, subject=before.subject)
    pace = _pace(one, before) if one.metric == before.metric and _is_apart(one) else ""
    return replace(one, metric=one.metric + pace) if pace else None


def _pace(gap: Statistic, before: Statistic) -> str:
    """Return how a measure moved behind which a gap in points is told: 增速; empty where it is of levels."""
    if not gap.unit.endswith(_POINTS) or _NO_LEVEL.search(before.metric):
        return ""
    if before.direction is not None:
        return _PACES.get(before.direction, "") if before.unit == "%" else ""
    change = before.change
    return _PACES.get(change.direction, "") if change is not None and change.unit == "%" else ""


def _is_apart(one: Statistic) -> bool:
    """Tell whether a gap is one to others, and not to an earlier time: 高出全国, not 比上年."""
    told = _APART.fullmatch(one.basis) if one.direction is not None else None
    return told is not None and _NO_OTHERS.search(told["whole"]) is None
