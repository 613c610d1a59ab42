"""Dates that only say how old somebody is, and date nothing else a sentence tells: 创立于1998年，…拥有7个品牌."""

from __future__ import annotations

from corpus.model.statistic import NumberMention
from corpus.text.numbers.founding import BEGUN, FOUNDED_IN
from index.lazy_pattern import LazyPattern

_BEGAN = LazyPattern(
    rf"(?:{BEGUN}|起步|起家|入行|创业|开张|出生(?:于|的(?![一-鿿]{{0,4}}(?:婴|孩|宝宝|人口)))|毕业于|毕业的(?![一-鿿]{{0,4}}(?:生|人员)))"
)
_SINCE_WHEN = LazyPattern(rf"(?:{BEGUN}|出生|毕业)的(?=[一-鿿A-Za-z“])")
_OF_FOUNDING = LazyPattern(r"[^，。；]*(?:出资|注册资[本金]|募集|投资)")


def is_of_founding(text: str, mention: NumberMention) -> bool:
    """Tell whether a date only says how old somebody is, and not what was paid in then."""
    founded = FOUNDED_IN.search(text, max(0, mention.span.start - 4), mention.span.start)
    return bool(founded or _BEGAN.match(text, mention.span.end)) and not _OF_FOUNDING.match(
        text, mention.span.end
    )


def attribute_end(text: str, mention: NumberMention) -> int:
    """Return where a date ends that only says since when somebody is there, 2015年成立的|甲公司; else 0."""
    told = _SINCE_WHEN.match(text, mention.span.end)
    return told.end() if told else 0
