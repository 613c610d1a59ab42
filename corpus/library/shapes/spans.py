"""Spans and places as JSON fields."""

from __future__ import annotations

from corpus.library.shapes.plain import Json
from corpus.model.place import Place
from corpus.model.span import Span


def span_fields(span: Span) -> dict[str, int]:
    """Return a span as ``start`` and ``end``."""
    return {"start": span.start, "end": span.end}


def place_fields(place: Place) -> dict[str, Json]:
    """Return a place as article and span."""
    return {"article": place.article, **span_fields(place.span)}
