"""A note of an earlier state of the library as it fits the library now: its place found again, changes kept."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, Final

from corpus.annotation.anchor import locate
from corpus.annotation.reanchoring import reanchored
from corpus.library.core.clock import after
from corpus.library.core.library import Library
from corpus.model.annotation import AnchorStatus, Annotation

_PLACE: Final = ("article", "selector", "span", "status", "confidence", "region")
"""Where a note stands; these change together."""
_KEPT: Final = frozenset({"id", "creator", "created", "modified", *_PLACE})


def placed_now(library: Library, note: Annotation, texts: dict[str, str] | None = None) -> Annotation:
    """Return a note as it stands in the library now, whose texts may be others than when it had its place.

    It waits for a place where its article is gone, or where its words stand nowhere any more. ``texts`` are those that
    were read for other notes, by article.
    """
    if not note.article or note.span is None:
        return note
    if library.store.article_changes.change_of(note.article) is None:
        return replace(note, span=None, status=AnchorStatus.ORPHAN, confidence=0.0)
    known = {} if texts is None else texts
    if note.article not in known:
        known[note.article] = library.store.articles.original_of(note.article)
    original = known[note.article]
    exact = note.selector.exact
    if note.span.end <= len(original) and (
        note.status is not AnchorStatus.PLACED or not exact or note.span.of(original) == exact
    ):
        return note
    there = reanchored(note, original)
    return there if there.status is AnchorStatus.PLACED else _in_the_same_file(library, note) or there


def changed_back(library: Library, was: Annotation, made: Annotation, now: Annotation | None) -> Annotation:
    """Return what a note is after a change of it, from ``was`` to ``made``, is taken back; ``now`` is how it stands.

    What was written or moved since by something else stays.
    """
    if now is None:
        return placed_now(library, was)
    if now == made:
        return was if _place(was) == _place(now) else placed_now(library, was)
    back: dict[str, Any] = {}
    for name in (one.name for one in fields(Annotation) if one.name not in _KEPT):
        before, then, present = (getattr(one, name) for one in (was, made, now))
        if before != then and present == then:
            back[name] = before
    there = replace(now, **back, modified=after(now.modified))
    if _place(was) != _place(made) == _place(now):
        return placed_now(library, replace(there, **_place(was)))
    return there


def says_the_same(one: Annotation, other: Annotation) -> bool:
    """Tell whether a person made the same of two states of a note, wherever it stands and whenever it was changed."""
    return replace(one, modified="", **_place(other)) == replace(other, modified="")


def _place(note: Annotation) -> dict[str, Any]:
    return {name: getattr(note, name) for name in _PLACE}


def _in_the_same_file(library: Library, note: Annotation) -> Annotation | None:
    """Return a note where its words stand in another article of its file: it may be divided otherwise now."""
    for here in library.store.articles.of([note.article]):
        for one in library.store.articles.summaries(source=here.source, trashed=False):
            anchor = locate(library.store.articles.original_of(one.id), note.selector)
            if anchor.status is AnchorStatus.PLACED and note.selector.exact:
                return replace(
                    note, article=one.id, span=anchor.span, status=anchor.status, confidence=anchor.confidence
                )
    return None
