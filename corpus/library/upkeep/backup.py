"""Backing a library up into one file, bringing it back, and the rotating copies kept beside it."""

from __future__ import annotations

import errno
import tempfile
import zipfile
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.model.caution import Caution
from corpus.model.errors import InputError, LibraryError, YindeError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.store.changes import Changes
from corpus.store.database import Database
from corpus.store.lock import LibraryLock
from corpus.store.store import DATABASE_NAME

KEPT = 5
"""Rotating copies of the database kept in ``backups``."""


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A backup that was written or read: its path, how many originals lie in it and how many were not found."""

    path: Path
    originals: int
    missing: int = 0


def backup(library: Library, path: Path, *, progress: ProgressCallback = unobserved) -> BackupReport:
    """Write database and originals into one zip file, beside first and then in place."""
    part = path.with_name(path.name + ".part")
    names = library.store.sources.hashes()
    kept = 0
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / DATABASE_NAME
            library.store.database.copy_to(copy)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(copy, DATABASE_NAME)
                for number, name in enumerate(names):
                    progress(Progress("backup", number, len(names)))
                    original = library.store.originals.path(name)
                    if original.exists():
                        archive.write(original, f"originals/{name}")
                        kept += 1
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if error.errno == errno.ENOSPC:
            raise LibraryError("disk_full", path=str(path)) from error
        raise YindeError("not_writable", path=str(path)) from error
    if library.writable:  # where that cannot be noted, the backup is written all the same
        with suppress(LibraryError), library.store.transaction(Changes(settings=True)):
            library.store.settings.put("last_backup", now())
    missing = len(names) - kept
    if missing:
        library.cautions.append(Caution("originals_missing", {"n": missing}))
    return BackupReport(path, kept, missing)


def restore_backup(path: Path, root: Path) -> BackupReport:
    """Put the library of a backup at ``root``; what stood there is kept beside it under another name.

    A backup of an older version is brought to this one. Raises InputError (missing, bad_backup) and LibraryError
    (library_newer, library_read_only, disk_full) before anything is touched, LibraryError (library_locked) where
    the library is in use.
    """
    if not path.is_file():
        raise InputError("missing", path=str(path))
    root = root.expanduser().absolute()
    try:
        root.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=root.parent, prefix=".restore-", ignore_cleanup_errors=True
        ) as folder:
            fresh = Path(folder) / "library"
            originals = _unpack(path, fresh)
            _sound(fresh, path)
            _put_in_place(fresh, root)
    except OSError as error:
        kind = "disk_full" if error.errno == errno.ENOSPC else "library_read_only"
        raise LibraryError(kind, path=str(root)) from error
    return BackupReport(path, originals)


def _put_in_place(fresh: Path, root: Path) -> None:
    """Exchange the library at ``root`` for a new one; should that fail, the old one stays."""
    kept = _set_aside(root) if root.exists() else None
    try:
        fresh.rename(root)
    except OSError:
        if kept is not None:
            kept.rename(root)
        raise


def _unpack(path: Path, target: Path) -> int:
    """Unpack only what a backup may hold, under the names it may have."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [one for one in archive.namelist() if _expected(one)]
            if DATABASE_NAME not in names or archive.testzip() is not None:
                raise InputError("bad_backup", path=str(path))
            archive.extractall(target, names)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise
        raise InputError("bad_backup", path=str(path)) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise InputError("bad_backup", path=str(path)) from error
    return len(names) - 1


def _expected(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return name == DATABASE_NAME or (folder == "originals" and len(file) == 64 and file.isalnum())


def _sound(fresh: Path, path: Path) -> None:
    """Bring an older database up; refuse one that cannot be opened, or comes from a newer version."""
    try:
        with closing(Database(fresh / DATABASE_NAME, write=True)) as database:
            problems = database.problems()
    except LibraryError as error:
        if error.kind in {"library_newer", "disk_full"}:
            raise LibraryError(error.kind, path=str(path)) from error
        raise InputError("bad_backup", path=str(path)) from error
    if problems:
        raise InputError("bad_backup", path=str(path))


def _set_aside(root: Path) -> Path:
    """Move the library that stands at ``root`` out of the way, unless somebody uses it; return where it lies."""
    lock = LibraryLock(root, "restore")
    lock.acquire()
    lock.release()
    stamp = now()[:23].replace(":", "").replace("-", "").replace(".", "")
    names = chain([f"{root.name}.{stamp}"], (f"{root.name}.{stamp}-{number}" for number in count(2)))
    kept = next(place for name in names if not (place := root.with_name(name)).exists())
    return root.rename(kept)


def rotate(library: Library) -> Path | None:
    """Keep a copy of the database in ``backups``, once a day, the newest few; return the new one."""
    folder = library.root / "backups"
    target = folder / f"library-{now()[:10]}.db"
    if target.exists():
        return None
    part = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            library.store.database.copy_to(part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        _let_old_copies_go(folder, target)
    except OSError as error:
        gone = "library_read_only" if library.root.is_dir() else "library_gone"
        raise LibraryError("disk_full" if error.errno == errno.ENOSPC else gone, path=str(folder)) from error
    return target


def _let_old_copies_go(folder: Path, newest: Path) -> None:
    """Keep the newest few; those of days to come, of a clock that was wrong, go first."""
    kept = sorted(folder.glob("library-*.db"), key=lambda one: (one.name <= newest.name, one.name))
    for old in kept[:-KEPT]:
        old.unlink()
