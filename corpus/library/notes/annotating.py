"""Notes and marks: made, changed, deleted and brought back, each saved the moment it happens."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from corpus.annotation.anchor import describe
from corpus.library.core.clock import after, now
from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.core.views import AnnotationView, annotation_view, annotation_views
from corpus.library.notes.places_now import changed_back, placed_now, says_the_same
from corpus.model.annotation import AnchorStatus, Annotation, Colour, MarkStyle, Selector
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from corpus.text.characters import storable


def annotate(
    library: Library,
    article_id: str,
    span: Span,
    *,
    colour: Colour = Colour.YELLOW,
    style: MarkStyle = MarkStyle.HIGHLIGHT,
    note: str = "",
    tags: tuple[str, ...] = (),
) -> AnnotationView:
    """Mark ``span`` of an article's clean text; UsageError (bad_span) where it is not in the text."""
    ready = library.texts.get(article_id)
    ground = _ground(ready, span)
    time = now()
    made = Annotation(
        id=str(uuid4()), article=article_id, selector=describe(ready.article.original, ground), span=ground,
        colour=colour, style=style, note=note, tags=tags, creator=library.creator, created=time, modified=time,
    )  # fmt: skip
    return _keep(library, made)


def _ground(ready: ArticleText, span: Span) -> Span:
    """Return the span of the original below a span of the clean text; UsageError (bad_span) where it holds none."""
    if not span.start < span.end <= len(ready.clean):
        raise UsageError("bad_span", start=span.start, end=span.end, length=len(ready.clean))
    return ready.offsets.to_original(span)


def add_note(library: Library, note: str, tags: tuple[str, ...] = ()) -> AnnotationView:
    """Write a note tied to no place."""
    time = now()
    made = Annotation(
        id=str(uuid4()), article="", selector=Selector(""), span=None, note=note, tags=tags,
        creator=library.creator, created=time, modified=time,
    )  # fmt: skip
    return _keep(library, made)


def change_annotation(library: Library, annotation: Annotation) -> AnnotationView:
    """Keep a changed note; what it was before is what ``get_annotation`` returned."""
    get_annotation(library, annotation.id)
    return _keep(library, replace(annotation, modified=after(annotation.modified)))


def delete_annotation(library: Library, annotation_id: str) -> Annotation:
    """Delete a note; the one returned can be given to ``restore_annotation``."""
    gone = get_annotation(library, annotation_id)
    with library.store.transaction(_changes(gone)):
        library.store.annotations.delete(annotation_id)
    return gone


def restore_annotation(library: Library, annotation: Annotation) -> AnnotationView:
    """Bring a deleted note back as it was, at the place where its words stand now."""
    return _keep(library, placed_now(library, annotation))


def take_back_deletion(library: Library, gone: Annotation) -> AnnotationView:
    """Bring a deleted note back; one of its id that came meanwhile, as by a merge, stays as it is."""
    here = library.store.annotations.get(gone.id)
    return restore_annotation(library, gone) if here is None else annotation_view(library, here)


def take_back_making(library: Library, made: Annotation) -> None:
    """Delete a note that was made or brought back; with what something else wrote into it since it stays."""
    here = library.store.annotations.get(made.id)
    if here is not None and says_the_same(here, made):
        delete_annotation(library, made.id)


def take_back_change(library: Library, was: Annotation, made: Annotation) -> AnnotationView:
    """Give a note what it had before it was changed from ``was`` to ``made``.

    A place it has got since stays, and what something else, as a merge, wrote into it.
    """
    now = library.store.annotations.get(was.id)
    return _keep(library, changed_back(library, was, made, now))


def replace_anchor(library: Library, annotation_id: str, article_id: str, span: Span) -> AnnotationView:
    """Give a note that lost its place a new one: ``span`` of an article's clean text; UsageError (bad_span)."""
    note = get_annotation(library, annotation_id)
    ready = library.texts.get(article_id)
    ground = _ground(ready, span)
    placed = replace(
        note, article=article_id, span=ground, selector=describe(ready.article.original, ground),
        status=AnchorStatus.PLACED, confidence=1.0, modified=after(note.modified),
    )  # fmt: skip
    return _keep(library, placed)


def unplace(library: Library, annotation_id: str) -> AnnotationView:
    """Turn a note into one tied to no place; its quotation is kept in it."""
    note = get_annotation(library, annotation_id)
    quoted = f"> {note.selector.exact}\n\n{note.note}".strip() if note.selector.exact else note.note
    freed = replace(
        note, article="", span=None, selector=Selector(""), note=quoted, status=AnchorStatus.PLACED,
        confidence=1.0, modified=after(note.modified),
    )  # fmt: skip
    return _keep(library, freed)


def get_annotation(library: Library, annotation_id: str) -> Annotation:
    """Return a note; UnknownIdError where there is none."""
    found = library.store.annotations.get(annotation_id)
    if found is None:
        raise UnknownIdError("unknown_annotation", id=annotation_id)
    return found


def list_annotations(library: Library, scope: Scope = EVERYTHING) -> tuple[AnnotationView, ...]:
    """Return the notes of a scope by article and place; those tied to no place belong to the whole library."""
    notes = library.store.annotations.all()
    if scope.kind is ScopeKind.ALL:
        trashed = {one.id for one in library.store.articles.in_scope(scope, trashed=True)}
        return annotation_views(library, (note for note in notes if note.article not in trashed))
    wanted = library.store.articles.ids_in_scope(scope)
    return annotation_views(library, (note for note in notes if note.article in wanted))


def _changes(note: Annotation) -> Changes:
    return Changes(fields=frozenset({note.article} if note.article else ()), annotations=frozenset({note.id}))


def _keep(library: Library, note: Annotation) -> AnnotationView:
    note = replace(note, note=storable(note.note), tags=tuple(storable(tag) for tag in note.tags))
    with library.store.transaction(_changes(note)):
        library.store.annotations.put(note)
    return annotation_view(library, note)
