"""Looking through the notes: which articles they stand in, and as many of them as are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, annotation_views
from corpus.model.annotation import Colour
from corpus.model.collection import EVERYTHING
from corpus.store.notes.query import NoteGroup, NoteQuery
from corpus.text.sounds import commonest_first

_NAME: Final = "groups of notes"
_MOST: Final = 8
"""So many queries' groups are kept: each may hold a line for every article."""


@dataclass(frozen=True, slots=True)
class NoteFacets:
    """What there is to choose notes by: tags, articles, colours, and how many lost their place.

    Each is counted among the notes that everything else asked for lets pass, so that it says what choosing it shows;
    ``every`` counts all notes of the scope, by colour.
    """

    every: Mapping[Colour, int] = field(default_factory=dict)
    lost: int = 0
    tags: tuple[tuple[str, int], ...] = ()
    articles: tuple[NoteGroup, ...] = ()
    colours: Mapping[Colour, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return how many notes the scope has."""
        return sum(self.every.values())


def note_groups(library: Library, query: NoteQuery) -> tuple[NoteGroup, ...]:
    """Return what the notes asked for stand under, those without one last.

    They are kept until anything changes: whoever clears a filter or comes back asks for the same once more.
    """
    now = library.store.database.last_change()
    then, known = library.derived.get(_NAME, (-1, {}))
    if then != now or len(known) >= _MOST:
        known = {}
        library.derived[_NAME] = (now, known)
    groups: tuple[NoteGroup, ...] | None = known.get(query)
    if groups is None:
        groups = known[query] = library.store.annotations.groups(query)
    return groups


def count_notes(library: Library, query: NoteQuery) -> int:
    """Return how many notes are asked for, each once."""
    return library.store.annotations.count(query)


def notes_of_group(
    library: Library, query: NoteQuery, key: str, offset: int, limit: int
) -> tuple[AnnotationView, ...]:
    """Return some of the notes asked for that stand under ``key``, in the order asked for."""
    return annotation_views(library, library.store.annotations.in_group(query, key, offset, limit))


def notes_by_id(library: Library, ids: Sequence[str]) -> tuple[AnnotationView, ...]:
    """Return these notes; those that are gone are left out."""
    return annotation_views(library, library.store.annotations.by_id(ids))


def note_facets(library: Library, query: NoteQuery) -> NoteFacets:
    """Return what there is to choose notes by beside what a query asks for; a grouped statement each.

    The article asked for is among them, be it with no note.
    """
    store = library.store.annotations
    by_article = replace(query, article="", grouping="article", order="place")
    groups = note_groups(library, by_article)
    if query.article and all(one.key != query.article for one in groups):
        named = note_groups(library, NoteQuery(query.scope, article=query.article))
        groups += tuple(replace(one, count=0) for one in named)
    return NoteFacets(
        store.colours(NoteQuery(query.scope)),
        store.count(replace(query, lost=True)),
        commonest_first(store.tags_beside(replace(query, tag=""))),
        tuple(one for one in groups if one.title),
        store.colours(replace(query, colours=frozenset())),
    )


def note_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Return the tags of all notes with how many carry each, the most used first."""
    return commonest_first(library.store.annotations.tags(EVERYTHING))


def note_ids(library: Library, query: NoteQuery) -> tuple[str, ...]:
    """Return the ids of all notes a query asks for."""
    return library.store.annotations.ids(query)
