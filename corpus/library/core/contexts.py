"""The document around an article: who speaks, about which place and year, by its text, record and what people said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corpus.knowledge.document.derive import derive_context
from corpus.model.article import Article
from corpus.model.context import DocumentContext, as_stated
from corpus.model.span import Span
from corpus.text.offsets import OffsetMap


def context_of(article: Article, clean: str, offsets: OffsetMap) -> DocumentContext:
    """Return the document around an article's sentences, its chapters in places of the clean text."""
    shown = tuple(
        replace(one, start=offsets.to_clean(Span(one.start, one.start)).start) for one in article.headings
    )
    about = article.summary
    found = derive_context(
        clean,
        title=about.title,
        path="" if about.pack else about.path,
        metadata=about.metadata,
        headings=shown,
    )
    return as_stated(found, _shown(article.stated, offsets))


def _shown(stated: Mapping[str, Any], offsets: OffsetMap) -> Mapping[str, Any]:
    """Return what a person said of a context with chapters at places of the clean text."""
    if "chapters" not in stated:
        return stated
    chapters = [
        (offsets.to_clean(Span(start, start)).start, heading, tense)
        for start, heading, tense in stated["chapters"]
    ]
    return {**stated, "chapters": chapters}
