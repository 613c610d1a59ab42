"""Several notes at once: tagged, recoloured, deleted, moved and merged, each in one transaction with its way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.annotation.anchor import locate
from corpus.annotation.joining import joined
from corpus.library.core.clock import after
from corpus.library.core.library import Library
from corpus.library.core.views import annotation_view
from corpus.library.notes.places_now import changed_back, placed_now, says_the_same
from corpus.model.annotation import AnchorStatus, Annotation, Colour
from corpus.model.draft import Draft, DraftItem
from corpus.model.errors import UsageError
from corpus.store.database.changes import Changes
from corpus.text.characters import storable


@dataclass(frozen=True, slots=True)
class NoteChange:
    """What several notes are given: a colour, tags more and tags less; empty fields leave them as they are."""

    colour: Colour | None = None
    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Notes as they were and as they are now; those of ``gone`` are no more, those that stayed alike are left out."""

    before: tuple[Annotation, ...] = ()
    now: tuple[Annotation, ...] = ()
    gone: tuple[Annotation, ...] = ()
    drafts: tuple[tuple[Draft, Draft], ...] = ()
    """Drafts, before and now, whose blocks name another note."""
    stayed: int = 0
    """How many were asked for and could not be moved."""


def change_notes(library: Library, ids: Sequence[str], change: NoteChange) -> Rewritten:
    """Give several notes a colour or tags."""
    pairs = [(one, _changed(one, change)) for one in _notes(library, ids)]
    return _write(library, [(was, new) for was, new in pairs if new != was])


def delete_notes(library: Library, ids: Sequence[str]) -> Rewritten:
    """Delete several notes."""
    return _write(library, [], gone=_notes(library, ids))


def move_notes(library: Library, ids: Sequence[str], article_id: str) -> Rewritten:
    """Put notes where their words stand word for word in another article; the others stay where they are."""
    original = library.texts.get(article_id).article.original
    notes, pairs = _notes(library, ids), list[tuple[Annotation, Annotation]]()
    for note in notes:
        anchor = locate(original, note.selector)
        if note.region is None and note.article != article_id and anchor.status is AnchorStatus.PLACED:
            moved = replace(
                note, article=article_id, span=anchor.span, status=anchor.status, confidence=anchor.confidence,
                modified=after(note.modified),
            )  # fmt: skip
            pairs.append((note, moved))
    return replace(_write(library, pairs), stayed=len(notes) - len(pairs))


def merge_notes(library: Library, ids: Sequence[str]) -> Rewritten:
    """Make one note of several, the first by its place; drafts that name the others name it.

    UsageError: merge_few where there are less than two, merge_boxes where more than one is a box on a page.
    """
    notes = sorted(_notes(library, ids), key=_by_place)
    if len(notes) < 2:
        raise UsageError("merge_few")
    if sum(one.region is not None for one in notes) > 1:
        raise UsageError("merge_boxes")
    articles = {one.article for one in notes if one.span is not None}
    text = library.texts.get(next(iter(articles))).article.original if len(articles) == 1 else ""
    kept = joined(notes, text, {one.id: annotation_view(library, one).quote for one in notes})
    first = next(one for one in notes if one.id == kept.id)
    kept = replace(kept, modified=after(first.modified))
    gone = tuple(one for one in notes if one.id != kept.id)
    return _write(library, [(first, kept)], gone=gone, drafts=_renamed(library, kept.id, gone))


def take_back(library: Library, done: Rewritten) -> None:
    """Put notes back as they were; what somebody wrote into one, or into a draft, meanwhile stays as it is now."""
    drafts = _as_they_were(library, [(new, was) for was, new in done.drafts])
    here = _here(library, done)
    notes = [
        changed_back(library, was, made, here.get(was.id))
        for was, made in zip(done.before, done.now, strict=True)
    ]
    texts: dict[str, str] = {}
    gone = (placed_now(library, one, texts) for one in done.gone if one.id not in here)
    _put(library, (*notes, *gone), drafts)


def do_again(library: Library, done: Rewritten) -> None:
    """Write notes as they were made before ``take_back``."""
    drafts = _as_they_were(library, done.drafts)
    here = _here(library, done)
    with library.store.transaction(_changes((*done.now, *done.gone), drafts)):
        for was, made in zip(done.before, done.now, strict=True):
            library.store.annotations.put(changed_back(library, made, was, here.get(made.id)))
        for gone in done.gone:
            if gone.id in here and says_the_same(here[gone.id], gone):
                library.store.annotations.delete(gone.id)
        for draft in drafts:
            library.store.drafts.put(draft)


def _as_they_were(library: Library, pairs: Iterable[tuple[Draft, Draft]]) -> list[Draft]:
    """Return what drafts are to become that say what they said, however often they were written since."""
    found = []
    for was, new in pairs:
        here = library.store.drafts.get(was.id)
        if here is not None and replace(here, modified=was.modified) == was:
            found.append(new if here == was else replace(new, modified=after(here.modified)))
    return found


def _here(library: Library, done: Rewritten) -> dict[str, Annotation]:
    """Return the notes of a change that are there, as they are now, by id."""
    ids = tuple(one.id for one in (*done.before, *done.gone))
    return {one.id: one for one in library.store.annotations.by_id(ids)}


def _notes(library: Library, ids: Sequence[str]) -> tuple[Annotation, ...]:
    """Return notes in the order asked for, each once; those gone meanwhile are left out."""
    found = {one.id: one for one in library.store.annotations.by_id(tuple(dict.fromkeys(ids)))}
    return tuple(found[one] for one in dict.fromkeys(ids) if one in found)


def _changed(note: Annotation, change: NoteChange) -> Annotation:
    added = (*note.tags, *map(storable, change.add))
    tags = tuple(dict.fromkeys(one for one in added if one not in change.drop))
    new = replace(note, colour=change.colour or note.colour, tags=tags)
    return new if new == note else replace(new, modified=after(note.modified))


def _by_place(note: Annotation) -> tuple[bool, bool, str, int, str]:
    """Return what notes are merged in the order of: boxes first, then by place, those without one last."""
    span = note.span
    return note.region is None, span is None, note.article, span.start if span else 0, note.created


def _renamed(library: Library, kept: str, gone: Iterable[Annotation]) -> tuple[tuple[Draft, Draft], ...]:
    """Return the drafts that name notes which are gone, before and with the one kept in their place."""
    names = {one.id: kept for one in gone}
    pairs = ((one, tuple(_named(item, names) for item in one.items)) for one in library.store.drafts.all())
    return tuple(
        (draft, replace(draft, items=tuple(dict.fromkeys(items)), modified=after(draft.modified)))
        for draft, items in pairs
        if items != draft.items
    )


def _named(item: DraftItem, names: dict[str, str]) -> DraftItem:
    if item.kind not in ("annotation", "review"):
        return item
    refs = dict.fromkeys(names.get(one, one) for one in item.ref.split())
    return item if list(refs) == item.ref.split() else replace(item, ref=" ".join(refs))


def _write(
    library: Library,
    pairs: Sequence[tuple[Annotation, Annotation]],
    gone: tuple[Annotation, ...] = (),
    drafts: tuple[tuple[Draft, Draft], ...] = (),
) -> Rewritten:
    done = Rewritten(tuple(was for was, _new in pairs), tuple(new for _was, new in pairs), gone, drafts)
    if pairs or gone:
        do_again(library, done)
    return done


def _put(library: Library, notes: Sequence[Annotation], drafts: Sequence[Draft]) -> None:
    if not notes and not drafts:
        return
    with library.store.transaction(_changes(notes, drafts)):
        for note in notes:
            library.store.annotations.put(note)
        for draft in drafts:
            library.store.drafts.put(draft)


def _changes(notes: Iterable[Annotation], drafts: Iterable[Draft]) -> Changes:
    known = tuple(notes)
    return Changes(
        fields=frozenset(one.article for one in known if one.article),
        annotations=frozenset(one.id for one in known),
        drafts=frozenset(one.id for one in drafts),
    )
