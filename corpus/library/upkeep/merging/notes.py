"""Notes and drafts of the other library: what each is, how it stands here, and how one is kept beside another."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.annotation.anchor import locate
from corpus.annotation.reanchoring import reanchored
from corpus.library.core.clock import after
from corpus.library.upkeep.merging.settle import Things, merge_things
from corpus.library.upkeep.merging.state import Merging
from corpus.model.annotation import AnchorStatus, Annotation
from corpus.model.draft import Draft
from corpus.store.database.changes import Changes
from corpus.store.database.lineage import DRAFT, NOTE
from index.lazy_pattern import LazyPattern

_ID: Final = LazyPattern(r"(?<![0-9A-Za-z])[a-z][0-9a-f]{16}(?![0-9A-Za-z])")
"""An id derived from what it is of; no word looks like one."""


def merge_notes(merging: Merging) -> None:
    """Bring the notes of both libraries together."""
    touched: dict[str, str] = {}
    table = merging.store.annotations

    def put(note: Annotation) -> None:
        table.put(note)
        touched[note.id] = note.article

    def delete(note_id: str) -> None:
        gone = table.get(note_id)
        table.delete(note_id)
        touched[note_id] = gone.article if gone else ""

    things = Things(
        NOTE, "notes", [_led_here(merging, one) for one in merging.other.annotations.all()], table.get, put, delete,
        _of_note, lambda note: _placed(merging, note), lambda note, name: _note_beside(merging, note, name), _united,
        lambda note: note.note or note.selector.exact,
    )  # fmt: skip
    with merging.store.transaction(Changes()):
        merge_things(merging, things)
        fields = frozenset(article for article in touched.values() if article)
        merging.store.also(Changes(fields=fields, annotations=frozenset(touched)))


def merge_drafts(merging: Merging) -> None:
    """Bring the drafts of both libraries together."""
    touched: set[str] = set()
    table = merging.store.drafts

    def put(draft: Draft) -> None:
        table.put(draft)
        touched.add(draft.id)

    def delete(draft_id: str) -> None:
        table.delete(draft_id)
        touched.add(draft_id)

    things = Things(
        DRAFT, "drafts", [_draft_led_here(merging, one) for one in merging.other.drafts.all()], table.get, put, delete,
        _of_draft, lambda draft: draft, lambda draft, name: _draft_beside(merging, draft, name),
        lambda _ours, _theirs: None, lambda draft: draft.title,
    )  # fmt: skip
    with merging.store.transaction(Changes()):
        merge_things(merging, things)
        merging.store.also(Changes(drafts=frozenset(touched)))


def _of_note(note: Annotation) -> object:
    """Return what a person made of a note: where it stands may differ by the text it stands in."""
    return (
        note.selector.exact, note.note, str(note.colour), str(note.style), tuple(sorted(note.tags)), note.private,
        note.region,
    )  # fmt: skip


def _of_draft(draft: Draft) -> object:
    return (draft.title, draft.template, draft.items, draft.settings)


def _placed(merging: Merging, note: Annotation) -> Annotation:
    """Return a note of the other library where it stands here; it waits for a place where its article is not here."""
    if not note.article:
        return note
    if note.article in merging.places:
        place = merging.places[note.article]
        moved = replace(note, article=place)
        if place in merging.whole or note.span is None:
            return moved
        return reanchored(moved, merging.store.articles.original_of(place))
    return _in_parts(merging, note) or replace(note, span=None, status=AnchorStatus.ORPHAN, confidence=0.0)


def _in_parts(merging: Merging, note: Annotation) -> Annotation | None:
    """Return a note where its words stand in what became of its article here: it may be divided otherwise."""
    there = merging.other.articles.of([note.article])
    if not there or not note.selector.exact:
        return None
    for one in merging.store.articles.summaries(source=there[0].source):
        anchor = locate(merging.store.articles.original_of(one.id), note.selector)
        if anchor.status is AnchorStatus.PLACED:
            return replace(
                note, article=one.id, span=anchor.span, status=anchor.status, confidence=anchor.confidence
            )
    return None


def _note_beside(merging: Merging, note: Annotation, name: str) -> Annotation:
    tags = note.tags if merging.words.tag in note.tags else (*note.tags, merging.words.tag)
    return replace(note, id=name, tags=tags)


def _united(ours: Annotation, theirs: Annotation) -> Annotation | None:
    """Return a note with the tags of both where nothing else differs."""
    if _of_note(replace(ours, tags=())) != _of_note(replace(theirs, tags=())):
        return None
    tags = tuple(dict.fromkeys((*ours.tags, *theirs.tags)))
    return replace(ours, tags=tags, modified=after(max(ours.modified, theirs.modified)))


def _led_here(merging: Merging, note: Annotation) -> Annotation:
    """Return a note whose words lead to what they lead to under the ids it has here."""
    return replace(note, note=_names_here(merging, note.note))


def _draft_led_here(merging: Merging, draft: Draft) -> Draft:
    """Return a draft that names, cites and leads to what it does under the ids it has here."""
    return replace(
        draft,
        items=tuple(
            replace(one, ref=_names_here(merging, one.ref), text=_names_here(merging, one.text))
            for one in draft.items
        ),
    )


def _names_here(merging: Merging, text: str) -> str:
    """Return a text with the ids of what is called otherwise here: in citations, links and lists of ids."""
    return _ID.sub(lambda one: merging.renamed.get(one[0], one[0]), text) if merging.renamed else text


def _draft_beside(merging: Merging, draft: Draft, name: str) -> Draft:
    return replace(draft, id=name, title=merging.words.title.format(title=draft.title))
