"""What a person records of a passage: kept, taken back, and found again when its file is updated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar
from uuid import uuid4

from corpus.annotation.anchor import describe, locate
from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.own_fact import OwnFact, Stated
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from corpus.model.trend import RemovedPassage, TrendPassage
from corpus.store.database.changes import Changes
from corpus.store.store import Store

Fact = TypeVar("Fact", Statistic, PlatformFact, TrendPassage, RemovedPassage)


def evidence_of(ready: ArticleText, span: Span, *, sentences: bool = True) -> Span:
    """Return the passage of the original that a span of the clean text stands for: its whole sentences.

    Without ``sentences`` it is the span alone, without blanks at its ends. UsageError (bad_span) where it holds
    nothing.
    """
    chosen = trimmed(ready.clean, span)
    if sentences:
        touched = [one for one in ready.sentences if one.overlaps(chosen)]
        if touched:
            whole = Span(min(touched[0].start, chosen.start), max(touched[-1].end, chosen.end))
            chosen = trimmed(ready.clean, whole)
    return ready.offsets.to_original(chosen)


def trimmed(text: str, span: Span) -> Span:
    """Return a span without blanks at its ends; UsageError (bad_span) where nothing is left of it."""
    words = span.of(text)
    if span.end > len(text) or not words.strip():
        raise UsageError("bad_span", start=span.start, end=span.end, length=len(text))
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def new_id() -> str:
    """Return an id for something a person records."""
    return str(uuid4())


def record(library: Library, ready: ArticleText, own_id: str, evidence: Span, fact: Fact) -> OwnFact:
    """Keep a fact with the passage of the original that proves it."""
    selector = describe(ready.article.original, evidence)
    own = OwnFact(own_id, ready.article.id, selector, evidence, fact)
    _keep(library, own)
    return own


def own_fact(library: Library, own_id: str) -> OwnFact:
    """Return a fact a person recorded, a figure as they corrected it last; UnknownIdError where there is none."""
    own = library.store.own_facts.get(own_id)
    if own is None:
        raise UnknownIdError("unknown_own_fact", id=own_id)
    stated = library.store.facts.statistic(own_id)
    return own if stated is None else replace(own, fact=stated[1])


def forget(library: Library, own_id: str) -> OwnFact:
    """Delete a fact a person recorded; the one returned can be given to ``bring_back``."""
    own = own_fact(library, own_id)
    with library.store.transaction(_changes(own)):
        library.store.own_facts.delete(own_id)
    return own


def bring_back(library: Library, own: OwnFact) -> None:
    """Keep a fact that was deleted again, where its words stand now; UnknownIdError where the article is gone."""
    _keep(library, placed(own, library.texts.get(own.article).article.original))


def find_again(store: Store, article_id: str, original: str) -> None:
    """Find the passages of an article's recorded facts in its new original."""
    for own in store.own_facts.of(article_id):
        store.own_facts.put(placed(own, original))


def placed(own: OwnFact, original: str) -> OwnFact:
    """Return a fact where its words stand in ``original``, or without a place where they stand nowhere.

    A figure needs its number there: a sentence that says another one does not prove it.
    """
    span = locate(original, own.selector, hint=own.span.start if own.span else None).span
    fact = None if span is None else _moved(own, span, original)
    return replace(own, span=None) if fact is None else replace(own, span=span, fact=fact)


def adopt_decided(store: Store, article_id: str, found: Iterable[Statistic], before: str, after: str) -> None:
    """Keep the figures people decided on that are not among those ``found`` anew, as figures of their own.

    ``before`` and ``after`` are the article's original as it was and as it is.
    """
    lost = store.facts.decisions(article_id).keys() - {one.id for one in found}
    if not lost:
        return
    plain = {one.id: one for one in store.facts.found_in(article_id) if one.id in lost}
    for one in store.facts.statistics_of(article_id):
        if one.id in plain and one != plain[one.id] and one.status is not FactStatus.REJECTED:
            selector = describe(before, one.evidence)
            own = OwnFact(one.id, article_id, selector, one.evidence, replace(one, own=True))
            store.own_facts.put(placed(own, after))


def was_found(own_id: str) -> bool:
    """Return whether something of one's own was found once and adopted: what people record has a UUID."""
    return "-" not in own_id


def give_back(store: Store, article_id: str, found: Iterable[Statistic]) -> None:
    """Let adopted figures that are found under their ids again be found ones, with what was decided on them."""
    again = {one.id for one in found}
    for own in store.own_facts.of(article_id):
        if was_found(own.id) and own.id in again:
            store.own_facts.give_back(own.id)


def _moved(own: OwnFact, span: Span, original: str) -> Stated | None:
    fact = own.fact
    if isinstance(fact, RemovedPassage):
        return replace(fact, passage=replace(fact.passage, span=span))
    if isinstance(fact, TrendPassage):
        return replace(fact, span=span)
    if isinstance(fact, PlatformFact):
        return replace(fact, evidence=span)
    within = fact.figure.start - fact.evidence.start
    figure = _nearest(own.selector.exact[within : within + len(fact.figure)], within, span, original)
    return None if figure is None else replace(fact, evidence=span, figure=figure)


def _nearest(words: str, within: int, span: Span, original: str) -> Span | None:
    """Return where ``words`` stand in a passage, nearest to where they stood before."""
    text = span.of(original)
    places = [at for at in range(len(text)) if text.startswith(words, at)]
    if not places:
        return None
    start = span.start + min(places, key=lambda at: abs(at - within))
    return Span(start, start + len(words))


def _keep(library: Library, own: OwnFact) -> None:
    with library.store.transaction(_changes(own)):
        library.store.own_facts.put(own)


def _changes(own: OwnFact) -> Changes:
    """Return what a fact changes: passages of trends are in the word index, the others are not."""
    article = frozenset({own.article})
    fields = article if isinstance(own.fact, TrendPassage | RemovedPassage) else frozenset()
    return Changes(fields=fields, facts=article)
