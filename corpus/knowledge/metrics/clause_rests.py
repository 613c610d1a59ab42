"""Rests of a clause by the classes of their words: a metric ends in what can be measured, and begins within one clause.

The phrase before a figure is a metric only if it is a noun phrase, or a deed with what it is done to. What ends in a
preposition, an adverb, a direction or a time, begins with a conjunction, or ends in where something is done
(经销商聚集在门前) is what happened there, and the figure is of something else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue, cue_words
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import OWN_HEAD
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_TABLE: Final = "clausal_metrics"
_ENDS_NOTHING: Final = frozenset({"c", "u", "y", "p", "d", "r"})
"""Classes of words in which no metric ends: conjunctions, particles, prepositions, adverbs, pronouns."""
_HAPPENED: Final = frozenset({"ul", "ug", "uz"})
"""Classes of the particles of what happened: 了, 过, 着."""
_CLAUSE: Final = 10
"""What is shorter is how people tell a deed, in code points: 欠着银行, 买了彩电."""
_ORDINAL: Final = LazyPattern(r"(?:第|(?:是|有|中的|之前|年前|附近)一[个条笔])$")
"""The beginning of another number, or of what is only one of its kind: 存有一个, 居全国第."""


@lru_cache(maxsize=4096)
def is_rest_of_clause(metric: str, *, ends_only: bool) -> bool:
    """Tell whether a metric is no phrase that a figure can be of, only by what stands at its ends or by its middle too.

    A share is told by what those asked did, 社区获得了赞助, and a rank by where it holds, so their middle says nothing.
    """
    words = plain_words(metric)
    if _ends_nothing(metric, words[-1]) or _begins_nothing(metric, words):
        return True
    if ends_only or is_money_noun(metric) or OWN_HEAD.search(metric):
        return False
    classes = [word_class(word) for word in words]
    if classes[0].startswith("v"):
        return False
    return _tells_what_happened(words, classes) or _goes_elsewhere(words, classes)


def _ends_nothing(metric: str, last: str) -> bool:
    if cue(_TABLE, "no_end").search(metric) or _ORDINAL.search(metric):
        return True
    closed = word_class(last) in _ENDS_NOTHING and last not in cue_words(_TABLE, "an_end")
    return closed and not is_money_noun(metric) and OWN_HEAD.search(metric) is None


def _begins_nothing(metric: str, words: list[str]) -> bool:
    if cue(_TABLE, "no_beginning").match(metric):
        return True
    return words[0] in cue_words(_TABLE, "from_or_by") and len(words) > 1 and not is_money_noun(metric)


def _tells_what_happened(words: list[str], classes: list[str]) -> bool:
    """Tell whether a phrase goes on behind 了 or 过, and not to the thing that it describes: 选择了自杀的农民."""
    places = [at for at, each in enumerate(classes[:-1]) if at and each in _HAPPENED]
    told = bool(places) and "的" not in words[places[-1] :] and not word_class(words[-1]).startswith("v")
    return told and len("".join(words)) >= _CLAUSE


def _goes_elsewhere(words: list[str], classes: list[str]) -> bool:
    """Tell whether a phrase ends in where something is done, and not in what is done there: 嘉宾聚集在哈尔滨市."""
    places = [
        at
        for at, word in enumerate(words)
        if at > 1 and word in cue_words(_TABLE, "elsewhere") and classes[at - 1].startswith("v")
    ]
    behind = words[places[-1] + 1 :] if places else []
    return bool(behind) and "的" not in behind and not any(_acts(word) for word in behind)


def _acts(word: str) -> bool:
    return len(word) > 1 and word_class(word).startswith("v")
