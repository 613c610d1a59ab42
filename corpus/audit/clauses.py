"""The clauses of a text: what stands between its marks."""

from __future__ import annotations

import re
from typing import Final

from corpus.model.span import Span

CLAUSE_ENDS: Final = re.compile(r"[，。；;！？!?\n]|(?<!\d),|,(?!\d{3}(?!\d))")
"""What ends a clause; the comma in 1,086 parts nothing."""


def clause_around(text: str, span: Span) -> tuple[int, int]:
    """Return where the clause of a span begins and ends, from mark to mark."""
    ends = [match.start() for match in CLAUSE_ENDS.finditer(text)]
    start = max((end + 1 for end in ends if end < span.start), default=0)
    return start, min((one for one in ends if one >= span.end), default=len(text))


def clause_of(text: str, span: Span) -> Span:
    """Return the clause a span stands in, without blanks at its ends."""
    start, end = clause_around(text, span)
    body = text[start:end]
    return Span(start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip()))
