"""Everything the extractors know of one text, in one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.knowledge.platforms import extract_facts, find_mentions
from corpus.knowledge.statistics import extract_statistics
from corpus.knowledge.trends import score_passages
from corpus.model.knowledge import Knowledge
from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import TrendPassage
from corpus.text.numbers import find_numbers


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a text says: all spans are spans of that text."""

    statistics: tuple[Statistic, ...] = ()
    mentions: tuple[PlatformMention, ...] = ()
    facts: tuple[PlatformFact, ...] = ()
    passages: tuple[TrendPassage, ...] = ()


def extract(
    text: str, sentences: Sequence[Span], knowledge: Knowledge, reference: date | None = None
) -> Extraction:
    """Return the statistics, platforms, facts and trend passages of a text parted into ``sentences``.

    ``reference`` is the day the text was written, where it is known: 今年 and 去年 depend on it.
    """
    numbers = find_numbers(text, reference=reference)
    statistics = extract_statistics(text, sentences, platforms=knowledge.platforms, numbers=numbers)
    mentions = find_mentions(text, knowledge.platforms)
    return Extraction(
        statistics,
        mentions,
        extract_facts(text, sentences, mentions, statistics, numbers=numbers),
        score_passages(text, sentences, knowledge.trends),
    )
