"""Passages of articles in drafts: kept by their own words, found again where the text was changed."""

from __future__ import annotations

from corpus.annotation.anchor import describe, locate
from corpus.annotation.wording import first_wording
from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.model.annotation import AnchorStatus, Selector
from corpus.model.draft import DraftItem
from corpus.model.errors import UsageError
from corpus.model.span import Span


def passage(library: Library, article: str, span: Span) -> DraftItem:
    """Return a span of an article's clean text as a block of a draft; UsageError (bad_span) outside of the text."""
    ready = library.texts.get(article)
    if not span.start < span.end <= len(ready.clean):
        raise UsageError("bad_span", start=span.start, end=span.end, length=len(ready.clean))
    ground = ready.offsets.to_original(span)
    words = describe(ready.article.original, ground).exact
    return DraftItem("passage", article, quote=words, start=ground.start, end=ground.end)


def sentence_passage(library: Library, article: str, span: Span) -> DraftItem:
    """Return the sentences a span of an article's clean text touches as a block: a word found is no quotation.

    Raises UsageError (bad_span) where there are only blanks.
    """
    ready = library.texts.get(article)
    touched = [one for one in ready.sentences if one.start < span.end and span.start < one.end]
    start = min([span.start, *(one.start for one in touched)])
    end = max([span.end, *(one.end for one in touched)])
    words = ready.clean[start:end]
    if not words.strip():
        raise UsageError("bad_span", start=span.start, end=span.end, length=len(ready.clean))
    lead, tail = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return passage(library, article, Span(start + lead, end - tail))


def marked_words(ready: ArticleText, item: DraftItem, ground: Span) -> str:
    """Return the words a passage was taken over with where others stand there now, empty where they are the same."""
    return first_wording(item.quote, ground.of(ready.article.original))


def ground_of(ready: ArticleText, item: DraftItem) -> tuple[Span | None, AnchorStatus]:
    """Return where the words of a passage stand in the original, and how surely; ``None`` where they are gone."""
    span = Span(item.start, item.end)
    if span.start < span.end <= len(ready.article.original):
        there = span.of(ready.article.original)
        if not item.quote or there == item.quote:
            return span, AnchorStatus.PLACED
    found = locate(ready.article.original, Selector(item.quote), hint=item.start)
    return found.span, found.status
