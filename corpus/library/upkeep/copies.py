"""The daily copies: what each holds, what changed since, looking into one, and taking a note or a draft out of it."""

from __future__ import annotations

import shutil
from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from corpus.library.core.library import Library
from corpus.library.core.remains import daily_copies
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import restore_annotation
from corpus.library.notes.drafts import save_draft
from corpus.library.notes.places_now import placed_now
from corpus.model.annotation import Annotation
from corpus.model.draft import Draft
from corpus.model.errors import LibraryError, UnknownIdError
from corpus.model.span import Span
from corpus.store.folder.failing import copy_file, telling
from corpus.store.folder.names import COPIES, LOOK
from corpus.store.folder.scratch import scratch, scratch_folder
from corpus.store.salvage.snapshot import Snapshot, copy_of, snapshot_in, snapshot_of
from corpus.store.store import DATABASE_NAME

Made = TypeVar("Made", Annotation, Draft)
_NO_PLACE = frozenset({"library_read_only", "disk_full"})
"""Why the library itself has no place for what is only looked into."""
LOOKS = "looks"
"""Where copies that are being looked into lie, in the folder of caches."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How many came, changed and went from the copy to now."""

    added: int
    changed: int
    removed: int


@dataclass(frozen=True, slots=True)
class Since:
    """What changed since a copy was made."""

    notes: Difference
    drafts: Difference
    articles: Difference


@dataclass(frozen=True, slots=True)
class DailyCopy:
    """One copy: ``date`` as its name says, ``size`` in bytes; ``since`` where there is something to compare."""

    name: str
    path: Path
    date: str
    size: int
    readable: bool
    notes: int
    drafts: int
    articles: int
    since: Since | None


@dataclass(frozen=True, slots=True)
class LostNotes:
    """Notes and drafts of a copy that the library no longer has, or has otherwise; ``changed``: ids of the latter."""

    notes: tuple[Annotation, ...]
    drafts: tuple[Draft, ...]
    changed: tuple[str, ...] = ()


def list_copies(root: Path, library: Library | None = None) -> tuple[DailyCopy, ...]:
    """Return the copies of the library at ``root``, newest first; what changed since where it is opened."""
    present = None if library is None else snapshot_of(library.store.database)
    return tuple(_copy(path, present) for path in _paths(root))


@contextmanager
def opened_older(root: Path) -> Iterator[Library]:
    """Open the library at ``root``, of an older version on a disk that takes nothing: in a copy brought to this one.

    Its copies can be compared with it that way. LibraryError (disk_full, disk_failed), InputError (bad_backup).
    """
    with scratch() as folder:
        place = folder / "older"
        place.mkdir()
        with telling(root):
            copy_of(root / DATABASE_NAME, place / DATABASE_NAME)
        _lead(place / COPIES, root / COPIES)
        library = open_library(place, write=False)
        try:
            yield library
        finally:
            library.close()


def readable_copies(root: Path) -> tuple[DailyCopy, ...]:
    """Return the copies that can be read, newest first."""
    return tuple(one for one in list_copies(root) if one.readable)


def find_copy(root: Path, name: str) -> Path:
    """Return a copy by its file name or its date, ``newest`` for the newest; UnknownIdError (unknown_copy)."""
    paths = _paths(root)
    if name == "newest" and paths:
        return paths[0]
    for path in paths:
        if name in {path.name, _date(path)}:
            return path
    raise UnknownIdError("unknown_copy", id=name)


def look_into(root: Path, name: str) -> Path:
    """Make a library of a copy, to be read beside the present one; return its folder, which may be deleted any time.

    It lies among the library's caches, or where nothing can be written there among the passing files. LibraryError
    (disk_full, disk_failed), YindeError (not_writable).
    """
    copy = find_copy(root, name)
    try:
        return _made(root, copy, root / "cache" / LOOKS / copy.stem)
    except LibraryError as error:
        if error.kind not in _NO_PLACE:
            raise
    with telling(root):
        folder = scratch_folder()
    return _made(root, copy, folder / copy.stem)


def _made(root: Path, copy: Path, place: Path) -> Path:
    """Make a library that is only read of a copy, at ``place``."""
    with telling(root):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        (place / LOOK).touch()
        copy_file(copy, place / DATABASE_NAME)
    _lead(place / "originals", root / "originals")
    return place


def _lead(link: Path, folder: Path) -> None:
    """Have a link lead to a folder; where there are none, the library is read without what lies in it."""
    with suppress(OSError, NotImplementedError):
        link.symlink_to(folder)


def lost_since(library: Library, name: str) -> LostNotes:
    """Return the notes and drafts of a copy that are gone or different now.

    What stands in the library word for word under another id – because it was brought back before – is not lost.
    """
    notes, drafts = library.store.annotations.all(), library.store.drafts.all()
    with _opened(library.root, name) as copy:
        lost_notes = _missing(copy.store.annotations.all(), notes)
        lost_drafts = _missing(copy.store.drafts.all(), drafts)
    changed = (*_still_there(lost_notes, notes), *_still_there(lost_drafts, drafts))
    return LostNotes(lost_notes, lost_drafts, changed)


def _still_there(old: tuple[Made, ...], now: tuple[Made, ...]) -> tuple[str, ...]:
    present = {one.id for one in now}
    return tuple(one.id for one in old if one.id in present)


def _missing(old: tuple[Made, ...], now: tuple[Made, ...]) -> tuple[Made, ...]:
    held = {one.id: _words(one) for one in now}
    anywhere = {(_words(one), _place(one)) for one in now}
    return tuple(
        one for one in old if held.get(one.id) != _words(one) and (_words(one), _place(one)) not in anywhere
    )


def _place(one: Annotation | Draft) -> Span | None:
    return one.span if isinstance(one, Annotation) else None


def _words(one: Annotation | Draft) -> Hashable:
    """Return what a person made of a note or a draft, without the program's own book-keeping."""
    if isinstance(one, Draft):
        return one.title, one.template, one.items, one.settings
    return (
        one.article,
        one.selector.exact,
        one.colour,
        one.style,
        one.note,
        one.tags,
        one.private,
        one.region,
    )


def bring_back(
    library: Library, name: str, *, notes: tuple[str, ...] = (), drafts: tuple[str, ...] = ()
) -> LostNotes:
    """Take notes and drafts out of a copy, by their ids, into the library; return them as they stand there now.

    What is there under the same id stays: the earlier state comes beside it under an id of its own.
    UnknownIdError (unknown_annotation, unknown_draft) before anything is changed.
    """
    with _opened(library.root, name) as copy:
        old_notes = _wanted(
            {one.id: one for one in copy.store.annotations.all()}, notes, "unknown_annotation"
        )
        old_drafts = _wanted({one.id: one for one in copy.store.drafts.all()}, drafts, "unknown_draft")
    return LostNotes(
        tuple(restore_annotation(library, _placed(library, one)).annotation for one in old_notes),
        tuple(save_draft(library, _beside(library, one)) for one in old_drafts),
    )


def _wanted(found: Mapping[str, Made], ids: tuple[str, ...], unknown: str) -> tuple[Made, ...]:
    for one in ids:
        if one not in found:
            raise UnknownIdError(unknown, id=one)
    return tuple(found[one] for one in dict.fromkeys(ids))


def _placed(library: Library, note: Annotation) -> Annotation:
    """Return a note as it can stand in the library: at its place there, beside one of its id."""
    note = placed_now(library, note)
    present = library.store.annotations.get(note.id)
    return note if present is None or present == note else replace(note, id=str(uuid4()))


def _beside(library: Library, draft: Draft) -> Draft:
    present = next((one for one in library.store.drafts.all() if one.id == draft.id), None)
    return draft if present is None or present == draft else replace(draft, id=str(uuid4()))


@contextmanager
def _opened(root: Path, name: str) -> Iterator[Library]:
    """Open a copy for reading, in a place of its own."""
    with scratch() as folder:
        library = open_library(_made(root, find_copy(root, name), folder / "copy"), write=False)
        try:
            yield library
        finally:
            library.close()


def _paths(root: Path) -> tuple[Path, ...]:
    """Return the copies there are, the daily ones first, newest first; then those made before something was done."""
    before = [*(root / COPIES).glob("before-*.db"), *(root / COPIES).glob("merged-*.db")]
    return (
        *daily_copies(root),
        *sorted(before, reverse=True),
        *sorted(root.glob("library.v*.bak.db"), reverse=True),
    )


def _date(path: Path) -> str:
    return path.stem.removeprefix("library-") if path.stem.startswith("library-") else ""


def _copy(path: Path, present: Snapshot | None) -> DailyCopy:
    held = snapshot_in(path)
    return DailyCopy(
        name=path.name, path=path, date=_date(path), size=path.stat().st_size, readable=held is not None,
        notes=len(held.notes) if held else 0, drafts=len(held.drafts) if held else 0,
        articles=len(held.articles) if held else 0,
        since=_since(held, present) if held is not None and present is not None else None,
    )  # fmt: skip


def _since(held: Snapshot, present: Snapshot) -> Since:
    return Since(
        _difference(held.notes, present.notes),
        _difference(held.drafts, present.drafts),
        _difference(held.articles, present.articles),
    )


def _difference(then: Mapping[str, str], now: Mapping[str, str]) -> Difference:
    both = then.keys() & now.keys()
    return Difference(
        len(now.keys() - then.keys()),
        sum(then[key] != now[key] for key in both),
        len(then.keys() - now.keys()),
    )
