"""Levels told of several years: 增至24家 in a look back on 2021–2025 is what there was at their end."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.knowledge.cues.words import words_for
from corpus.knowledge.document.frames import year_period
from corpus.model.statistic import Period, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, word_class

_TABLE: Final = "document/span_ends"
_CLAUSE: Final = LazyPattern(r"(?:(?<=\d)[^，。；：、\n\d]*、|(?<=[，。；：\n])|^)[^，。；：\n]*?$")
_HEDGE: Final = LazyPattern(r"(?:大约|约|近|将近|超过|逾|超)?[ ]?$")


def at_end_of(found: Statistic, clause: str, span: Period) -> Period:
    """Return the last year of ``span`` for a level that was reached in it, ``span`` itself for anything else.

    ``clause`` are the words of the sentence up to the figure. What came or was done within the years adds up, and by
    how much a level has grown is told of all of them where nothing says since when, or how much a year: both keep the
    span.
    """
    if span.start[:4] == span.end[:4] or not span.end or not _is_reached(found, clause):
        return span
    return year_period(int(span.end[:4]))


def _is_reached(found: Statistic, clause: str) -> bool:
    grown = found.change is not None and found.change.value is not None and not found.change.basis
    if grown or found.direction is not None or found.kind is StatisticKind.RANK:
        return False
    own = _CLAUSE.search(clause)
    words = _harmless().sub("", own[0]) if own else ""
    if any(one in words for one in words_for(_TABLE, "adds_up")):
        return False
    lead = _HEDGE.sub("", words)
    if lead.endswith(words_for(_TABLE, "moved_to")) or (
        found.change is not None and found.change.basis.startswith(("从", "由"))
    ):
        return True
    reached = words.endswith(words_for(_TABLE, "reaches")) or lead.endswith(words_for(_TABLE, "reaches"))
    return reached and not _does(found.metric)


@cache
def _harmless() -> LazyPattern[str]:
    """Return what finds the words that hold one of a sum and tell none: 新能源汽车, 高新技术企业."""
    return LazyPattern("|".join(words_for(_TABLE, "harmless")))


def _does(metric: str) -> bool:
    """Tell whether a metric begins with what is done: 接待游客, 建成桥梁; such numbers add up over the years."""
    first = first_word(metric)
    return metric.startswith(words_for(_TABLE, "done")) or (len(first) > 1 and word_class(first) == "v")
