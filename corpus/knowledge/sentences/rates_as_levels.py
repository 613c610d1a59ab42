"""Growth told as the level of its rate: GDP增长率为5.7% is a growth of GDP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change, Direction
from index.lazy_pattern import LazyPattern

_HOW: Final = r"同比|环比|年均复合|年复合|年均|年平均|复合|月均|季度|年度|全年|平均|实际|名义|年|月"
_PACE: Final = "(?:增长率|增速|增长速度|增幅)"
_RATE: Final = LazyPattern(
    rf"(?P<what>(?!(?:{_HOW})+{_PACE}$)[^\d]{{2,24}}?)(?<!自然)的?(?P<how>(?:{_HOW})*){_PACE}"
)
"""A measure and how fast it grows; 自然增长率 is a measure of its own."""
_OVER: Final = LazyPattern(r"高于|低于|快于|慢于|高出|占|与|和|及|、|比")
"""What is held against another, or is more than one, and is not the growth of one measure."""


def growth_of_rates(found: Sequence[Found]) -> list[Found]:
    """Return what was found, each level in percent that is a rate of growth told as the growth of what grew."""
    return [_as_growth(one) for one in found]


def _as_growth(one: Found) -> Found:
    rate = (
        _RATE.fullmatch(one.metric) if one.level and one.change is None and one.figure.unit == "%" else None
    )
    if rate is None or _OVER.search(rate["what"]):
        return one
    grown = strip_metric(rate["what"])
    if len(grown) < len("GD"):
        return one
    value = one.figure.value
    falls = value is not None and value < 0
    change = Change(Direction.DOWN if falls else Direction.UP, value, "%", rate["how"])
    return replace(one, metric=grown, change=change, level=False)
