"""Growth shared out among levels told before: 营收9亿元，净利润2亿元，分别增长22%和23%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from corpus.knowledge.phrases.clauses import joined_items, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change, Direction
from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern

_SHARE: Final = "占比"
"""With what a share ends beside whose parts their growth is told: 网络零售额占比分别为82%和10%，增速分别为7%和9%."""
_THESE = LazyPattern(r"(?:上述|以上|这)?(?:[两二三四]项)?(?:主要|核心)?指标|[两二三]者")
"""What only points back at the figures told before: 收入9亿元，两项指标分别增长22%和23%."""
_TIME = rf"[^，。；、和与及]{{0,4}}{BEFORE_IT}[^，。；、\d]{{0,8}}"
_BASES = LazyPattern(rf"(?P<than>[较比与])(?P<times>{_TIME}(?:[、和与及]{_TIME}){{1,2}})(?:相比)?")
"""Several times a level is held against: 比2020年、2019年春节黄金周."""
_RATE_ALONE = LazyPattern(r"(?P<basis>年均|年平均|年均复合|复合|同比|环比)?的?(?:增长率|增速|增长速度|增幅)")
"""A rate of growth told without what grew."""


def share_growth(
    text: str, found: list[Found], group: tuple[Figure, ...], head: str, change: Change | None
) -> bool:
    """Tell changes of the levels found last where the words before them name no measure of their own."""
    if change is None:
        return _grown_at_rates(text, found, group, head)
    bases = _BASES.fullmatch(head.strip("，, ")) if found and found[-1].level else None
    against = [f"{bases['than']}{one}" for one in joined_items(bases["times"])] if bases else []
    if len(against) == len(group):
        _grown_against(text, found, group, change, against)
        return True
    if strip_metric(head) and not _THESE.fullmatch(strip_metric(head)):
        return False
    _give_to_last(text, found, group, change)
    return True


def moved_by(text: str, change: Change, figure: Figure) -> Change:
    """Return a change shared out with its own figure, whose sign says which way it went: -1.9/+0.6pct."""
    value, sign = figure.value, text[figure.mention.span.start]
    direction = {"-": Direction.DOWN, "+": Direction.UP, "－": Direction.DOWN, "＋": Direction.UP}.get(sign)
    return replace(
        change,
        direction=direction or change.direction,
        value=value if value is None or direction is None else abs(value),
        unit=figure.unit,
    )


def _grown_at_rates(text: str, found: list[Found], group: tuple[Figure, ...], head: str) -> bool:
    """Tell at which rates the levels found last grew, where nothing else is named: 年均增长率分别为10.7%和9.6%."""
    rate = _RATE_ALONE.fullmatch(head.strip("，, ")) if group[0].percent else None
    levels = found[-len(group) :]
    if (
        rate is None
        or len(levels) < len(group)
        or not all(one.level and (not one.figure.percent or one.metric.endswith(_SHARE)) for one in levels)
    ):
        return False
    change = Change(Direction.UP, basis=rate["basis"] or "")
    for level, figure in zip(levels, group, strict=True):
        grown = replace(level, figure=figure, change=moved_by(text, change, figure), level=False)
        found.append(replace(grown, metric=grown.metric.removesuffix(_SHARE) or grown.metric))
    return True


def _grown_against(
    text: str, found: list[Found], group: tuple[Figure, ...], change: Change, bases: Sequence[str]
) -> None:
    """Tell by how much the level found last grew against each of several times: 比2020年、2019年分别增长29%、5%."""
    level = found[-1]
    for figure, basis in zip(group, bases, strict=True):
        moved = replace(moved_by(text, change, figure), basis=basis)
        found.append(replace(level, figure=figure, change=moved, level=False))


def _give_to_last(text: str, found: list[Found], group: tuple[Figure, ...], change: Change) -> None:
    """Give the last levels found each its figure of a group as its change."""
    latest = (index for index in reversed(range(len(found))) if found[index].level)
    for index, figure in zip(sorted(islice(latest, len(group))), group, strict=False):
        share = moved_by(text, change, figure)
        found[index] = replace(found[index], change=share)
