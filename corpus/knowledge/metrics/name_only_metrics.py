"""Metrics that are only the name of a company: the verb behind it takes their place, else the figure goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import joined_items
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_CODE: Final = LazyPattern(r"[(（](?:行情|\d{6}|\d{4,5}\.[A-Z]{2})")
"""Behind the name of a listed company."""
_DIGIT: Final = LazyPattern(r"\d")
_HOW: Final = frozenset(
    {
        "超过",
        "达到",
        "接近",
        "突破",
        "增长",
        "下降",
        "上升",
        "上涨",
        "下跌",
        "减少",
        "增加",
        "显示",
        "合计",
        "累计",
    }
)
"""Verbs that say how much, and not what."""


def without_name_only_metrics(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, none of a metric that is only who it is of: 温氏股份购买了64.3亿元."""
    return tuple(told for one in found if (told := _told(text, one, names)) is not None)


def _told(text: str, one: Statistic, names: Sequence[PlatformMention]) -> Statistic | None:
    """Return a figure, with a verb for a metric that was a name; ``None`` where no verb tells what it measures."""
    place = text.find(one.metric, one.evidence.start, one.evidence.end)
    metric = one.metric if place >= 0 else "".join(plain_words(one.metric)[1:])
    place = text.find(metric, one.evidence.start, one.evidence.end) if metric else -1
    if place >= 0 and _CODE.match(text, place + len(metric)):
        behind = place > one.figure.start
    elif any(name.text == one.metric == one.subject for name in names):
        behind = False
    elif "、" in one.metric and {name.text for name in names}.issuperset(joined_items(one.metric)):
        return None
    else:
        return one
    last = max((name.span.end for name in names if name.span.end <= one.figure.start), default=-1)
    deed = "" if behind or last < 0 else _deed(text[last : one.figure.start])
    return replace(one, metric=deed) if deed else None


def _deed(words: str) -> str:
    """Return the last verb of some words before the first figure that says what was done, empty without one."""
    before = _DIGIT.split(words, maxsplit=1)[0]
    deeds = [word for word in plain_words(before) if len(word) > 1 and word_class(word) == "v"]
    return next((word for word in reversed(deeds) if word not in _HOW), "")
