"""Bringing a library back: from a backup in one file, or from one of the daily copies of its database."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.library.core.exchange import exchange, refuse_if_used, staging
from corpus.library.upkeep.unpacking import is_archive, unpack
from corpus.model.errors import InputError, LibraryError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.store.database.database import Database
from corpus.store.folder.failing import copy_file, known_place, telling
from corpus.store.folder.files import sync_file, sync_folder
from corpus.store.folder.given_files import size_of
from corpus.store.folder.names import COPIES
from corpus.store.folder.steps import reached
from corpus.store.salvage.examination import examine, is_database, stated_originals
from corpus.store.store import DATABASE_NAME

_OF_THE_BACKUP: Final = frozenset({"library_damaged", "library_older", "library_gone"})
"""What is wrong with a database itself that cannot be opened; all else is the disk, or a newer version."""


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What was brought back: how many originals came along, the paths of those missing, where the old library lies."""

    path: Path
    originals: int
    missing: int
    missing_paths: tuple[str, ...]
    kept: str


def restore_backup(path: Path, root: Path, *, progress: ProgressCallback = unobserved) -> RestoreReport:
    """Put the library of a backup, or of a daily copy, at ``root``; what stood there is kept beside it.

    Everything is looked at before anything is touched; one of an older version is brought to this one. Raises
    InputError (missing, unreadable, bad_backup, foreign_backup, altered_backup) and LibraryError (library_newer,
    library_locked, library_read_only, disk_full, disk_failed); the old library then stands as it did.
    """
    size_of(path)
    root = root.expanduser().absolute()
    with telling(root, given=path):
        refuse_if_used(root)
        with staging(root) as ready:
            if is_database(path):
                originals, missing = _from_copy(path, ready, root, progress)
            elif is_archive(path):
                originals, missing = unpack(path, ready, progress)
            else:
                raise InputError("bad_backup", path=str(path))
            _bring_up(ready, path)
            _take_copies_along(root, ready)
            reached("restore:ready")
            kept = exchange(ready, root)
    return RestoreReport(path, originals, len(missing), missing, str(kept or ""))


def _from_copy(
    path: Path, ready: Path, root: Path, progress: ProgressCallback
) -> tuple[int, tuple[str, ...]]:
    """Make a library of a copy of the database and the originals that lie about it."""
    ready.mkdir()
    database = ready / DATABASE_NAME
    copy_file(path, database)
    sync_file(database)
    examine(database, path)
    stated = stated_originals(database, path)
    places = [root / "originals", path.parent.parent / "originals", path.parent / "originals"]
    found = 0
    missing: list[str] = []
    for number, (name, (_, where)) in enumerate(stated.items()):
        progress(Progress("restore", number, len(stated)))
        if take_original(name, places, ready / "originals"):
            found += 1
        else:
            missing.append(where)
    sync_folder(ready)
    return found, tuple(missing)


def take_original(name: str, places: Sequence[Path], folder: Path) -> bool:
    """Put the original with this hash into ``folder`` from the first place that has it whole; tell whether one had.

    OSError where it cannot be put there.
    """
    source = next((one for place in places if _is_whole(one := place / name)), None)
    if source is None:
        return False
    folder.mkdir(exist_ok=True)
    _linked(source, folder / name)
    return True


def _is_whole(original: Path) -> bool:
    with suppress(OSError), original.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == original.name
    return False


def _linked(source: Path, target: Path) -> None:
    """Give a file that never changes a second name, or copy it where the disk has no such thing."""
    try:
        os.link(source.resolve(), target)  # of a link the file, which a link elsewhere may not lead to
    except OSError:
        copy_file(source, target)
        sync_file(target)


def _take_copies_along(root: Path, ready: Path) -> None:
    """Keep the daily copies where the library looks for them."""
    copies = sorted((root / COPIES).glob("*.db"))
    if copies:
        (ready / COPIES).mkdir()
    for copy in copies:
        _linked(copy, ready / COPIES / copy.name)


def _bring_up(ready: Path, path: Path) -> None:
    """Bring an older database to this version; refuse one that cannot be opened."""
    try:
        with closing(Database(ready / DATABASE_NAME, write=True)) as database:
            problems = database.problems()
    except LibraryError as error:
        if error.kind in _OF_THE_BACKUP:
            raise InputError("bad_backup", path=str(path)) from error
        kind = "disk_failed" if error.kind == "library_read_only" else error.kind
        at = path if kind == "library_newer" else known_place(ready)
        raise LibraryError(kind, path=str(at)) from error
    if problems:
        raise InputError("bad_backup", path=str(path))
