"""The clauses of a text: what stands between its marks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

CLAUSE_ENDS: Final = LazyPattern(r"[，。；;！？!?\n]|(?<!\d),|,(?!\d{3}(?!\d))")
"""What ends a clause; the comma in 1,086 parts nothing."""
_MARKS: Final = frozenset("，,。；;！？!?\n")
_LONGEST: Final = 300
"""Characters on one side after which a clause ends, whether a mark stands there or not."""


@lru_cache(maxsize=4096)
def clause_around(text: str, span: Span) -> tuple[int, int]:
    """Return where the clause of a span begins and ends, from mark to mark; that of each number is asked for often."""
    start, first = span.start, max(0, span.start - _LONGEST)
    while start > first and not (text[start - 1] in _MARKS and CLAUSE_ENDS.match(text, start - 1)):
        start -= 1
    return start, clause_end(text, span.end)


def clause_end(text: str, offset: int) -> int:
    """Return where the clause ends in which an offset stands."""
    last = min(len(text), offset + _LONGEST)
    end = CLAUSE_ENDS.search(text, offset, last)
    return end.start() if end else last


def clause_of(text: str, span: Span) -> Span:
    """Return the clause a span stands in, without blanks at its ends."""
    start, end = clause_around(text, span)
    body = text[start:end]
    return Span(start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip()))
