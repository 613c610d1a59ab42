"""Taking in notes of other programs: each finds its article and its place, or waits for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid5

from corpus.annotation.addresses import OURS
from corpus.annotation.anchor import describe, locate
from corpus.annotation.fold import fold
from corpus.annotation.reading import ReadAnnotation
from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.notes.boxing import draw_again
from corpus.model.annotation import Anchor, AnchorStatus, Annotation
from corpus.store.database.changes import Changes
from corpus.store.folder.given_files import read_given
from corpus.text.characters import letters_alone, storable

Likely = Callable[[ReadAnnotation], Iterable[str]]
"""Names the articles a note may stand in."""

LIMIT = 64 * 2**20
"""Bytes of a file of notes; a larger one is refused."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came of a file of notes: how many are new or newer, known already, or without a sure place."""

    added: int
    known: int
    adrift: int


def take_in(library: Library, read: Sequence[ReadAnnotation], likely: Likely) -> Exchanged:
    """Take in notes that were read from a file; ``likely`` names the articles a note may stand in, best first."""
    fresh = [placed for one in _apart(read) if (placed := _fresh(library, one, likely)) is not None]
    touched = frozenset(note.article for note in fresh if note.article)
    notes = frozenset(note.id for note in fresh)
    with library.store.transaction(Changes(fields=touched, annotations=notes)):
        for note in draw_again(library, fresh):
            library.store.annotations.put(_storable(note))
    adrift = sum(note.status is not AnchorStatus.PLACED for note in fresh)
    return Exchanged(len(fresh), len(read) - len(fresh), adrift)


def _apart(read: Sequence[ReadAnnotation]) -> Iterator[ReadAnnotation]:
    """Yield the notes of a file; of several under one id, the newest keeps it, others of other words get their own.

    These are made of their words, so that the same file brings them once however often it is read.
    """
    newest: dict[str, ReadAnnotation] = {}
    for one in read:
        held = newest.get(one.annotation.id)
        if held is None or one.annotation.modified > held.annotation.modified:
            newest[one.annotation.id] = one
    for one in read:
        note, kept = one.annotation, newest[one.annotation.id]
        if one is kept:
            yield one
        elif _words(note) != _words(kept.annotation):
            name = uuid5(OURS, f"{note.id}\n{storable(repr(_words(note)))}")
            yield replace(one, annotation=replace(note, id=str(name)))


def _words(note: Annotation) -> tuple[object, ...]:
    return note.selector.exact, note.note, str(note.colour), note.tags, note.span


def _storable(note: Annotation) -> Annotation:
    """Return the note without halves of characters, which JSON may hold and a library may not."""
    selector = note.selector
    return replace(
        note,
        note=storable(note.note),
        creator=storable(note.creator),
        tags=tuple(storable(tag) for tag in note.tags),
        selector=replace(
            selector,
            exact=storable(selector.exact),
            prefix=storable(selector.prefix),
            suffix=storable(selector.suffix),
        ),
    )


def load_notes(path: Path) -> bytes:
    """Return the bytes of a file of notes; InputError (missing, unreadable, limit)."""
    return read_given(path, LIMIT)


def _fresh(library: Library, read: ReadAnnotation, likely: Likely) -> Annotation | None:
    """Return the note with its place, ``None`` where the library has it as new or newer."""
    note = read.annotation
    known = library.store.annotations.get(note.id)
    if known is not None and known.modified >= note.modified:
        return None
    time = now()
    dated = replace(note, created=note.created or time, modified=note.modified or time)
    if not read.source and not note.selector.exact:
        return replace(dated, article="", span=None)
    candidates = iter(likely(read))
    placed = _placed(library, dated, candidates)
    if (
        placed.status is not AnchorStatus.PLACED
        or not placed.selector.exact
        or read.annotation.article == placed.article
    ):
        return placed
    rivals = (one for one in candidates if not _is_copy(library, one, placed.article))
    if _is_titled(library, read, placed.article):
        rivals = (one for one in rivals if _is_titled(library, read, one))
    elsewhere = any(_placed(library, dated, (one,)).status is AnchorStatus.PLACED for one in rivals)
    return replace(placed, status=AnchorStatus.APPROXIMATE) if elsewhere else placed


def _is_titled(library: Library, read: ReadAnnotation, article: str) -> bool:
    """Tell whether a note names an article by its title or the name of its file, which several may share."""
    summary = library.texts.get(article).article.summary
    known = {letters_alone(one) for one in (summary.title, Path(summary.path).stem) if one}
    return letters_alone(read.title) in known


def _is_copy(library: Library, one: str, other: str) -> bool:
    first, second = (library.texts.get(article).article.summary for article in (one, other))
    return first.duplicate_of == other or second.duplicate_of == one


def _placed(library: Library, note: Annotation, candidates: Iterable[str]) -> Annotation:
    best = replace(note, article="", span=None, status=AnchorStatus.ORPHAN, confidence=0.0)
    for article in candidates:
        original = library.texts.get(article).article.original
        if not note.selector.exact and note.span is not None and 0 < note.span.end <= len(original):
            selector = describe(original, note.span)
            return replace(
                note, article=article, selector=selector, status=AnchorStatus.PLACED, confidence=1.0
            )
        anchor = _settled(
            original, note, locate(original, note.selector, hint=note.span.start if note.span else None)
        )
        if anchor.status is AnchorStatus.PLACED and anchor.span is not None:
            return replace(
                note, article=article, span=anchor.span, status=anchor.status, confidence=anchor.confidence
            )
        if anchor.confidence > best.confidence:
            best = replace(
                note, article=article, span=anchor.span, status=anchor.status, confidence=anchor.confidence
            )
    return best


def _settled(original: str, note: Annotation, anchor: Anchor) -> Anchor:
    """Return a place as sure where the very words stand there, be it in other lines and blanks."""
    if anchor.span is None or anchor.status is AnchorStatus.PLACED:
        return anchor
    same = fold(anchor.span.of(original)).text == fold(note.selector.exact).text
    return replace(anchor, status=AnchorStatus.PLACED) if same and not note.selector.prefix else anchor
