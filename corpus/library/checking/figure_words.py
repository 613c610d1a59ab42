"""What of a figure of a paper is looked up: its digits as printed, and the words of its clause."""

from __future__ import annotations

from typing import Final

from corpus.audit.numbers.clauses import CLAUSE_ENDS
from corpus.audit.numbers.number import Number
from corpus.audit.numbers.topics import mentions_in, topics_in
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_BEFORE: Final = 200
"""Characters before a sentence that say more of it."""
_DIGITS: Final = LazyPattern(r"\d[\d.,，]*\d(?:[%％]|[\u4e00-\u9fff]{1,2})?")
"""Digits with what they are told in."""
_ENOUGH: Final = 8
"""Pairs of characters of a clause that find its sentences among many."""


def digits_of(sentence: str, number: Number) -> str:
    """Return a number as printed, with what it is told in, where it is telling enough to be looked up by itself."""
    digits = _DIGITS.search(sentence, number.span.start, number.span.end + 1)
    return digits[0] if digits and number.is_telling else ""


def words_to_ask(sentence: str, clause: Span) -> str:
    """Return the words to look a clause up by; where it says nothing but a number (增长9.7%), those before it too."""
    start = clause.start
    first = max(0, start - _BEFORE)
    heads = [match.end() for match in CLAUSE_ENDS.finditer(sentence, first, start)]
    while heads and len(topics_in(sentence, mentions_in(sentence), start, clause.end)) < _ENOUGH:
        start = heads[-2] if len(heads) > 1 else first
        heads.pop()
    return sentence[start : clause.end]
