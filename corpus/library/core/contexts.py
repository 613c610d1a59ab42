"""The document around an article: who speaks, about which place and year, by its text, record and what people said."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.knowledge.document.derive import derive_context
from corpus.library.core.careful_reading import read_carefully
from corpus.model.article import Article
from corpus.model.context import DocumentContext, as_stated
from corpus.model.span import Span
from corpus.text.offsets import OffsetMap

_log = logging.getLogger(__name__)


def context_of(article: Article, clean: str, offsets: OffsetMap) -> DocumentContext:
    """Return the document around an article's sentences, its chapters in places of the clean text.

    What cannot be understood is left out: unknown, where that is all of it.
    """
    shown = tuple(
        replace(one, start=offsets.to_clean(Span(one.start, one.start)).start) for one in article.headings
    )
    about = article.summary

    def derived(text: str, _sentences: Sequence[Span]) -> DocumentContext:
        """Derive the context of a text, without sentences of it that stop a reader."""
        return derive_context(
            text,
            title=about.title,
            path="" if about.pack else about.path,
            metadata=about.metadata,
            headings=shown,
        )

    reading = read_carefully(derived, clean)
    for one in reading.unread:
        _log.warning("context of %s without %d–%d: %s", article.id, one.span.start, one.span.end, one.fault)
    return as_stated(reading.found or DocumentContext(), _shown(article.stated, offsets))


def _shown(stated: Mapping[str, Any], offsets: OffsetMap) -> Mapping[str, Any]:
    """Return what a person said of a context with chapters at places of the clean text."""
    if "chapters" not in stated:
        return stated
    chapters = [
        (offsets.to_clean(Span(start, start)).start, heading, tense)
        for start, heading, tense in stated["chapters"]
    ]
    return {**stated, "chapters": chapters}
