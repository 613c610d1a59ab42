"""Dates that only say how old somebody is, and date nothing else a sentence tells: 创立于1998年，…拥有7个品牌."""

from __future__ import annotations

from corpus.model.statistic import NumberMention
from corpus.text.numbers.founding import BEGUN, FOUNDED_IN
from index.lazy_pattern import LazyPattern

_BEGAN = LazyPattern(rf"(?:{BEGUN}|起步|起家|入行|创业|开张)")
_OF_FOUNDING = LazyPattern(r"[^，。；]*(?:出资|注册资[本金]|募集|投资)")


def is_of_founding(text: str, mention: NumberMention) -> bool:
    """Tell whether a date only says how old somebody is, and not what was paid in then."""
    founded = FOUNDED_IN.search(text, max(0, mention.span.start - 4), mention.span.start)
    return bool(founded or _BEGAN.match(text, mention.span.end)) and not _OF_FOUNDING.match(
        text, mention.span.end
    )
