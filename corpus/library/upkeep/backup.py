"""Backing a library up into one file, and the rotating copies of its database kept beside it."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError, disk_fault
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.store.database.changes import Changes
from corpus.store.database.damage import mark_damaged
from corpus.store.folder.files import put_in_place, replacing
from corpus.store.folder.names import COPIES
from corpus.store.folder.scratch import scratch
from corpus.store.folder.steps import reached
from corpus.store.salvage.examination import is_whole
from corpus.store.sources.originals import digest
from corpus.store.store import DATABASE_NAME

KEPT = 5
"""Rotating copies of the database kept in ``backups``."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that was written: its path, how many originals lie in it and how many were not found."""

    path: Path
    originals: int
    missing: int = 0


def backup(library: Library, path: Path, *, progress: ProgressCallback = unobserved) -> BackupReport:
    """Write database and originals into one zip file, beside first, looked through, and then in place.

    YindeError (not_writable, own_file) or LibraryError (disk_full, library_damaged).
    """
    names = library.store.sources.hashes()
    with (
        replacing(path) as beside,
        scratch() as folder,
    ):
        copy = folder / DATABASE_NAME
        library.store.database.copy_to(copy)
        if not is_whole(copy):
            raise LibraryError("library_damaged", path=str(library.root))
        kept = _written(library, copy, beside, names, progress)
        reached("backup:written")
        _look_through(beside, kept)
    if library.writable:  # where that cannot be noted, the backup is written all the same
        with suppress(LibraryError), library.store.transaction(Changes(settings=True)):
            library.store.settings.put("last_backup", now())
    missing = len(names) - kept
    if missing:
        library.cautions.append(Caution("originals_missing", {"n": missing}))
    return BackupReport(path, kept, missing)


def _written(
    library: Library, copy: Path, beside: Path, names: tuple[str, ...], progress: ProgressCallback
) -> int:
    """Write the archive; return how many originals went into it: one that is no longer what it was does not."""
    kept = 0
    with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(copy, DATABASE_NAME)
        for number, name in enumerate(names):
            progress(Progress("backup", number, len(names)))
            data = _sound(library.store.originals.path(name))
            if data is not None:
                archive.writestr(f"originals/{name}", data)
                kept += 1
    return kept


def _sound(original: Path) -> bytes | None:
    """Return an original that is what its name says; one that is gone or cannot be read holds no backup up."""
    try:
        data = original.read_bytes()
    except OSError:
        return None
    return data if digest(data) == original.name else None


def _look_through(path: Path, originals: int) -> None:
    """Read what was written once more, as the disk gives it back; OSError where that is not what was written."""
    try:
        with zipfile.ZipFile(path) as archive:
            whole = len(archive.namelist()) == originals + 1 and archive.testzip() is None
    except zipfile.BadZipFile:
        whole = False
    if not whole:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))


def copy_is_due(library: Library) -> bool:
    """Tell whether a library that may be written has no copy of today."""
    return library.writable and library.root.is_dir() and not _copy_of_today(library).exists()


def _copy_of_today(library: Library) -> Path:
    return library.root / COPIES / f"library-{now()[:10]}.db"


def rotate(library: Library) -> Path | None:
    """Keep a copy of the database in ``backups``, once a day, the newest few; return the new one.

    A copy that is not sound takes no sound one's place: LibraryError (library_damaged).
    """
    folder = library.root / COPIES
    target = _copy_of_today(library)
    if target.exists():
        return None
    _copy_to(library, target)
    with _told(folder, library):
        _let_old_copies_go(folder, "library", target)
    return target


def keep_copy_before(library: Library, work: str) -> Path:
    """Keep a copy of the database before ``work`` (a word of ASCII), so that all of it can be taken back.

    The newest few are kept, beside the daily ones; LibraryError (library_damaged, disk_full, library_read_only).
    """
    folder = library.root / COPIES
    stamp = now()[:23].replace(":", "").replace(".", "")
    target = folder / f"before-{work}-{stamp}.db"
    _copy_to(library, target)
    with _told(folder, library):
        _let_old_copies_go(folder, f"before-{work}", target)
    return target


def _copy_to(library: Library, target: Path) -> None:
    """Write a copy of the database; one that is not sound takes no place."""
    part = target.with_suffix(".part")
    with _told(target.parent, library):
        target.parent.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            library.store.database.copy_to(part)
            reached("copy:written")
            if not is_whole(part):
                mark_damaged(library.root)
                raise LibraryError("library_damaged", path=str(library.root))
            put_in_place(part, target)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _told(folder: Path, library: Library) -> Iterator[None]:
    """Turn what the disk says into what a person can be told."""
    try:
        yield
    except OSError as error:
        gone = "library_read_only" if library.root.is_dir() else "library_gone"
        raise LibraryError(disk_fault(error, gone), path=str(folder)) from error


def _let_old_copies_go(folder: Path, kind: str, newest: Path) -> None:
    """Keep the newest few; those of days to come, of a clock that was wrong, go first."""
    kept = sorted(folder.glob(f"{kind}-*.db"), key=lambda one: (one.name <= newest.name, one.name))
    for old in kept[:-KEPT]:
        old.unlink()
