"""A place in the library: where a statement stands, as the reader shows it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A passage of an article; ``span`` counts code points of the clean text, ``quote`` is what stands there."""

    article: str
    title: str
    span: Span
    quote: str
