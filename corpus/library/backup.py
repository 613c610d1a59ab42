"""Backing a library up into one file, bringing it back, and the rotating copies kept beside it."""

from __future__ import annotations

import errno
import shutil
import tempfile
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.library.clock import now
from corpus.library.library import Library
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
    """A backup that was written or read: its path and how many originals lie in it."""

    path: Path
    originals: int


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
    if library.writable:
        with library.store.transaction(Changes(settings=True)):
            library.store.settings.put("last_backup", now())
    return BackupReport(path, kept)


def restore_backup(path: Path, root: Path) -> BackupReport:
    """Put the library of a backup at ``root``; what stood there is kept beside it under another name.

    Raises InputError (missing, bad_backup) and LibraryError (library_newer) before anything is touched,
    LibraryError (library_locked) where the library is in use.
    """
    if not path.is_file():
        raise InputError("missing", path=str(path))
    root = root.expanduser().absolute()
    root.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=root.parent, prefix=".restore-") as folder:
        fresh = Path(folder) / "library"
        count = _unpack(path, fresh)
        _sound(fresh, path)
        if root.exists():
            _set_aside(root)
        shutil.move(str(fresh), str(root))
    return BackupReport(path, count)


def _unpack(path: Path, target: Path) -> int:
    """Unpack only what a backup may hold, under the names it may have."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [one for one in archive.namelist() if _expected(one)]
            if DATABASE_NAME not in names or archive.testzip() is not None:
                raise InputError("bad_backup", path=str(path))
            archive.extractall(target, names)
    except (zipfile.BadZipFile, OSError, EOFError) as error:
        raise InputError("bad_backup", path=str(path)) from error
    return len(names) - 1


def _expected(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return name == DATABASE_NAME or (folder == "originals" and len(file) == 64 and file.isalnum())


def _sound(fresh: Path, path: Path) -> None:
    """Refuse a backup whose database cannot be opened, or comes from a newer version."""
    try:
        database = Database(fresh / DATABASE_NAME, write=False)
        problems = database.problems()
        database.close()
    except LibraryError as error:
        if error.kind == "library_newer":
            raise LibraryError("library_newer", path=str(path)) from error
        raise InputError("bad_backup", path=str(path)) from error
    if problems:
        raise InputError("bad_backup", path=str(path))


def _set_aside(root: Path) -> None:
    """Move the library that stands at ``root`` out of the way, unless somebody uses it."""
    lock = LibraryLock(root, "restore")
    lock.acquire()
    lock.release()
    stamp = now()[:23].replace(":", "").replace("-", "").replace(".", "")
    root.rename(root.with_name(f"{root.name}.{stamp}"))


def rotate(library: Library) -> Path | None:
    """Keep a copy of the database in ``backups``, once a day, the newest few; return the new one."""
    folder = library.root / "backups"
    target = folder / f"library-{now()[:10]}.db"
    if target.exists():
        return None
    folder.mkdir(exist_ok=True)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    library.store.database.copy_to(part)
    part.replace(target)
    for old in sorted(folder.glob("library-*.db"))[:-KEPT]:
        old.unlink()
    return target
