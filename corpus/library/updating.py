"""A known file with new bytes: articles keep their ids where the texts match, notes find their places again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.annotation.anchor import locate
from corpus.library.build import BuiltArticle, part_id
from corpus.library.clock import now
from corpus.model.annotation import AnchorStatus, Annotation
from corpus.model.article import Article
from corpus.model.source import Source
from corpus.store.facts import StoredFacts
from corpus.store.store import Store
from corpus.text.similarity import similarity

MATCHES = 0.5
"""Articles that share half of their text are the same article, corrected."""


def carry_over(
    store: Store, previous: Source, built: Sequence[BuiltArticle], number: int
) -> tuple[BuiltArticle, ...]:
    """Return the new articles under their old ids where they match; re-anchor the notes of the old ones.

    Old articles that match nothing go into the trash with their notes, from where they can be restored.
    """
    old = [article for one in store.articles.summaries("a.source = ?", previous.id)
           if (article := store.articles.get(one.id)) is not None]  # fmt: skip
    pairs = _matches(old, built)
    carried = tuple(_renamed(one, pairs[n]) if n in pairs else one for n, one in enumerate(built))
    for n, before in pairs.items():
        _reanchor(store, before.id, carried[n].article)
    matched = {article.id for article in pairs.values()}
    lost = [article.id for article in old if article.id not in matched]
    store.articles.set_field("trashed", now(), lost)
    store.articles.touch(lost, number)
    return carried


def _matches(old: Sequence[Article], built: Sequence[BuiltArticle]) -> dict[int, Article]:
    """Pair each new article with the old one most like it, the closest pairs first."""
    ranked = sorted(
        (
            (similarity(before.original, one.article.original), n, before)
            for n, one in enumerate(built)
            for before in old
        ),
        key=lambda candidate: -candidate[0],
    )
    pairs: dict[int, Article] = {}
    taken: set[str] = set()
    for likeness, n, before in ranked:
        if likeness >= MATCHES and n not in pairs and before.id not in taken:
            pairs[n] = before
            taken.add(before.id)
    return pairs


def _renamed(one: BuiltArticle, before: Article) -> BuiltArticle:
    """Return the new article under the old id, with ids of its parts to fit."""
    identity = before.id
    summary = replace(
        one.article.summary, id=identity, batch=before.summary.batch, added=before.summary.added
    )
    edits = tuple(replace(edit, id=part_id("r", identity, edit.id)) for edit in one.article.edits)
    found = one.facts
    facts = StoredFacts(
        statistics=tuple(replace(s, id=part_id("f", identity, s.id)) for s in found.statistics),
        mentions=found.mentions,
        facts=tuple(replace(f, id=part_id("p", identity, f.id), article=identity) for f in found.facts),
        passages=tuple(replace(p, article=identity) for p in found.passages),
        reviewed=found.reviewed,
    )
    return BuiltArticle(replace(one.article, summary=summary, edits=edits), facts, one.shingles)


def _reanchor(store: Store, identity: str, article: Article) -> None:
    """Find the places of an article's notes in its new original."""
    for note in store.annotations.of(identity):
        hint = note.span.start if note.span else None
        anchor = locate(article.original, note.selector, hint=hint)
        status = anchor.status
        if note.status is AnchorStatus.APPROXIMATE and status is AnchorStatus.PLACED:
            status = AnchorStatus.APPROXIMATE
        store.annotations.put(
            _moved(note, replace(note, span=anchor.span, status=status, confidence=anchor.confidence))
        )


def _moved(before: Annotation, after: Annotation) -> Annotation:
    """Return the note at its new place; an orphan keeps its old span out of the way."""
    return (
        after
        if after.span is not None
        else replace(before, span=None, status=AnchorStatus.ORPHAN, confidence=0.0)
    )
