"""Verbs that close a metric before the level it came to: 毛利率修复到62% tells 毛利率, 总市值重回600亿元 总市值."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from corpus.knowledge.metrics.normalising import plain_metric
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.metrics import worded_by
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_ARRIVES: Final = LazyPattern(r"[到至]了?[^，。；：\n]{0,6}$")
_SPENT: Final = LazyPattern(r"了[^，。；：\n]{0,4}$")
_MEASURE: Final = LazyPattern(r"[率量额数值价指本费期度龄]$")
_BETWEEN: Final = ("d", "c")
_LONGEST: Final = 20


def without_closing_verb(text: str, one: Statistic) -> Statistic:
    """Return a level with its metric cut before a closing verb, which only leads to the figure."""
    end = text.rfind(one.metric, one.evidence.start, one.figure.start) + len(one.metric)
    if end < len(one.metric) or one.figure.start - end > _LONGEST:
        return one
    closed = _levels().search(one.metric)
    if closed is None and not (
        _ARRIVES.match(text, end, one.figure.start) or _SPENT.match(text, end, one.figure.start)
    ):
        return one
    words = plain_words(one.metric[: closed.start()]) if closed else _before_verb(text, one.metric, end)
    while len(words) > 1 and word_class(words[-1]) in _BETWEEN:
        words = words[:-1]
    metric = plain_metric(strip_metric("".join(words)))
    return replace(one, metric=metric) if is_money_noun(metric) or _MEASURE.search(metric) else one


def _before_verb(text: str, metric: str, end: int) -> list[str]:
    """Return the words of a metric before its last, where that is a verb of coming to or of spending."""
    words = list(plain_words(metric))
    spent = text.startswith("了", end)
    closes = words[-1] in worded_by("spends") if spent else word_class(words[-1]) == "v"
    return words[:-1] if closes else words


@cache
def _levels() -> LazyPattern[str]:
    return LazyPattern(rf"(?:{'|'.join(sorted(worded_by('levels')))})$")
