"""Which of the levels told before a change it is of: the last one, or one of its own unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import held_or_doubled
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change
from corpus.text.numbers.earlier_times import HELD_AGAINST
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_POINTS: Final = frozenset(
    {"个百分点", "百分点", "个点", "BP", "bp", "个基点", "基点", "pct", "pp", "倍", "点"}
)
"""In what a share changes."""
_MONEY: Final = ("元", "元/股", "美金", "英镑", "块")
_NEAR: Final = 16
_HELD: Final = LazyPattern(HELD_AGAINST)
_TWO: Final = 2
_RIGHT_BEHIND: Final = 2
_OF_WHOLE: Final = LazyPattern(r"^占|占比$|比重$|份额$")
"""A share of a whole, by how its metric is told."""


def grown_over_base(words: str, metric: str, found: list[Found], change: Change) -> bool:
    """Give the last level its change, where the words before that tell the measure of its base once more.

    So 的渗透率 of 渗透率31.6%，较上年同期21.8%的渗透率提升9.8个百分点.
    """
    last = found[-1] if found else None
    again = words.startswith("的") and words[1:] == metric and len(metric) > 1
    if last is None or not again or not last.level or last.change or not last.metric.endswith(metric):
        return False
    found[-1] = replace(last, change=change)
    return True


def give_held_levels(view: SentenceView, found: list[Found]) -> None:
    """Give the last level before 与去年末基本持平 its change of nothing, before 同比翻番 of as much again."""
    for start, change in held_or_doubled(view.words):
        place = view.sentence.start + start
        before = (i for i in reversed(range(len(found))) if found[i].figure.tail <= place)
        index = next(before, -1)
        last = found[index] if index >= 0 else None
        if last and last.level and last.change is None and place - last.figure.tail <= _RIGHT_BEHIND:
            found[index] = replace(last, change=change)


def is_of_other_unit(last: Found, figure: Figure) -> bool:
    """Tell whether a sum or a count can be no change of the share told before it: 占全国的7.9%，增加1630亿元."""
    return last.figure.percent and not figure.percent and last.level and figure.unit not in _POINTS


def level_in(found: Sequence[Found], unit: str) -> int | None:
    """Return which of the figures before is a level of a unit without a change, ``None`` where none is."""
    size = split_scale(unit)[1]
    alike = (
        place
        for place in reversed(range(len(found)))
        if found[place].level
        and found[place].change is None
        and split_scale(found[place].figure.unit)[1] == size
    )
    return next(alike, None)


def grown_level(found: Sequence[Found], figure: Figure) -> int | None:
    """Return which level before the last one a change is of; ``None`` where it may be of the last one, or of none.

    A sum behind a share is of the sum before it, and so is a rate: 总额257亿元，占比91%，同比增长6%.
    """
    last = found[-1]
    if is_of_other_unit(last, figure):
        return level_in(found, figure.unit)
    share = last.level and last.figure.unit == "%" and _OF_WHOLE.search(last.metric) is not None
    if figure.unit != "%" or not share or len(found) < _TWO:
        return None
    before = found[-2]
    return len(found) - 2 if before.level and not before.figure.percent and before.change is None else None


def with_how_much(last: Found, change: Change, gap: str) -> Found | None:
    """Return a level that rose or fell from another with by how much, told right behind: 由3亿增至4亿，增长33%.

    ``None`` where the change is against something else, or of the other direction.
    """
    moved = last.change
    if not last.level or moved is None or moved.value is not None or moved.direction is not change.direction:
        return None
    if not moved.basis or change.basis or change.value is None or gap.strip("，, "):
        return None
    return replace(last, change=replace(change, basis=moved.basis))


def is_close(view: SentenceView, last: Found, gap: str, figure: Figure) -> bool:
    """Tell whether a change stands so near behind a level that it is the level's own."""
    between = any(
        one.unit
        and last.figure.tail <= one.lead < figure.lead
        and (one.percent != last.figure.percent or not view.modifies(one))
        for one in view.figures
    )
    money = last.figure.unit.endswith(_MONEY), figure.unit.endswith(_MONEY)
    if not figure.percent and figure.unit != "倍" and money[0] != money[1]:
        return False
    return len(_HELD.sub("", gap)) <= _NEAR and "。" not in gap and not between
