"""Looking through the notes: which articles they stand in, and as many of them as are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, annotation_views
from corpus.model.collection import Scope
from corpus.store.note_query import NoteGroup, NoteQuery


@dataclass(frozen=True, slots=True)
class NoteFacets:
    """What there is to choose notes by in a scope: tags, articles, and how many lost their place."""

    total: int = 0
    lost: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    articles: tuple[NoteGroup, ...] = ()


def note_groups(library: Library, query: NoteQuery) -> tuple[NoteGroup, ...]:
    """Return the articles in which notes asked for stand, by title, those tied to no place last."""
    return library.store.annotations.groups(query)


def notes_of_group(
    library: Library, query: NoteQuery, article: str, offset: int, limit: int
) -> tuple[AnnotationView, ...]:
    """Return some of the notes asked for that stand in an article, in the order of its text."""
    return annotation_views(library, library.store.annotations.in_group(query, article, offset, limit))


def notes_by_id(library: Library, ids: Sequence[str]) -> tuple[AnnotationView, ...]:
    """Return these notes; those that are gone are left out."""
    return annotation_views(library, library.store.annotations.by_id(ids))


def note_facets(library: Library, scope: Scope) -> NoteFacets:
    """Return what there is to choose notes by; a grouped statement each."""
    store = library.store.annotations
    groups, lost = store.groups(NoteQuery(scope)), store.groups(NoteQuery(scope, lost=True))
    return NoteFacets(
        sum(one.count for one in groups),
        sum(one.count for one in lost),
        store.tags(scope),
        tuple(one for one in groups if one.title),
    )


def note_ids(library: Library, query: NoteQuery) -> tuple[str, ...]:
    """Return the ids of all notes a query asks for."""
    return library.store.annotations.ids(query)
