"""Which notes are listed."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.views import AnnotationView
from corpus.model.annotation import AnchorStatus, Colour
from corpus.model.collection import Scope
from corpus.store.notes.query import Grouping, NoteOrder, NoteQuery, Written


@dataclass(frozen=True, slots=True)
class NoteArrangement:
    """How the notes stand: what they are grouped by, and their order."""

    grouping: Grouping = "article"
    order: NoteOrder = "place"


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What a note must be to be listed; empty fields ask nothing. ``lost`` lists those without their place."""

    text: str = ""
    colours: frozenset[Colour] = frozenset()
    tag: str = ""
    article: str = ""
    written: Written = ""
    lost: bool = False


def query_of(wanted: NoteFilter, arranged: NoteArrangement, scope: Scope) -> NoteQuery:
    """Return the query for the notes a filter lists within a scope, as they are to stand."""
    return NoteQuery(
        scope, wanted.text, wanted.colours, wanted.tag, wanted.article, wanted.written, wanted.lost,
        arranged.grouping, arranged.order,
    )  # fmt: skip


def is_lost(view: AnnotationView) -> bool:
    """Tell whether a person should look where a note belongs."""
    return view.annotation.status is not AnchorStatus.PLACED
