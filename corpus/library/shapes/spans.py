"""Spans and places as JSON fields."""

from __future__ import annotations

from corpus.library.shapes.plain import Json
from corpus.model.numbering import PageRef
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.unread import Unread


def span_fields(span: Span) -> dict[str, int]:
    """Return a span as ``start`` and ``end``."""
    return {"start": span.start, "end": span.end}


def unread(one: Unread) -> dict[str, Json]:
    """Return a stretch of the clean text that was left unread; ``whole`` where it is all of it."""
    return {**span_fields(one.span), "text": one.text, "whole": one.whole}


def page_fields(page: PageRef | None) -> dict[str, Json]:
    """Return the page of the file and the number printed on it, ``None`` where there is none."""
    if page is None:
        return {"page": None, "printed_page": None}
    return {"page": page.number, "printed_page": page.printed or None}


def place_fields(place: Place) -> dict[str, Json]:
    """Return a place as article, span and page."""
    return {"article": place.article, **span_fields(place.span), **page_fields(place.page)}
