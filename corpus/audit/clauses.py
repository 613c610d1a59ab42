"""The clauses of a text: what stands between its marks."""

from __future__ import annotations

from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

CLAUSE_ENDS: Final = LazyPattern(r"[，。；;！？!?\n]|(?<!\d),|,(?!\d{3}(?!\d))")
"""What ends a clause; the comma in 1,086 parts nothing."""
_MARKS: Final = frozenset("，,。；;！？!?\n")


def clause_around(text: str, span: Span) -> tuple[int, int]:
    """Return where the clause of a span begins and ends, from mark to mark."""
    start = span.start
    while start and not (text[start - 1] in _MARKS and CLAUSE_ENDS.match(text, start - 1)):
        start -= 1
    end = CLAUSE_ENDS.search(text, span.end)
    return start, end.start() if end else len(text)


def clause_of(text: str, span: Span) -> Span:
    """Return the clause a span stands in, without blanks at its ends."""
    start, end = clause_around(text, span)
    body = text[start:end]
    return Span(start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip()))
