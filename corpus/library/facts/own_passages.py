"""Putting a passage under a trend by hand, and taking one out that was found there."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.facts.own_facts import evidence_of, new_id, record
from corpus.model.errors import UnknownIdError
from corpus.model.own_fact import OwnFact
from corpus.model.span import Span
from corpus.model.trend import RemovedPassage, TrendPassage
from corpus.store.facts.own_facts import REASON


def put_under_trend(library: Library, article_id: str, span: Span, trend: str) -> OwnFact:
    """Put the sentences around a span of the clean text under the trend with this key.

    Returns the record there is already where they were put there before. UnknownIdError (unknown_article,
    unknown_trend), UsageError (bad_span).
    """
    if trend not in {one.key for one in library.knowledge.trends}:
        raise UnknownIdError("unknown_trend", id=trend)
    ready = library.texts.get(article_id)
    evidence = evidence_of(ready, span)
    before = own_passages(library, article_id, span).get(trend)
    if before is not None:
        return before
    own_id = new_id()
    return record(
        library, ready, own_id, evidence, TrendPassage(trend, evidence, 1.0, REASON, article_id, own_id)
    )


def take_out_of_trend(library: Library, article_id: str, span: Span, trend: str) -> OwnFact | None:
    """Take the passage found at a span of the clean text out of a trend: none is found there again.

    The record returned is forgotten to bring it back; ``None`` where no passage was found there.
    """
    ready = library.texts.get(article_id)
    place = ready.offsets.to_original(span)
    for found, reviewed in library.store.facts.passages(article_id):
        if found.trend == trend and not found.id and found.span.overlaps(place):
            return record(library, ready, new_id(), found.span, RemovedPassage(found, reviewed))
    return None


def own_passages(library: Library, article_id: str, span: Span) -> dict[str, OwnFact]:
    """Return by trend what a person recorded of exactly the sentences around a span of the clean text."""
    evidence = evidence_of(library.texts.get(article_id), span)
    return {
        own.fact.trend: own
        for own in library.store.own_facts.of(article_id)
        if isinstance(own.fact, TrendPassage) and own.span == evidence
    }
