"""Backing a library up into one file, and the rotating copies of its database kept beside it."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.core.remains import daily_copies
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.store.database.changes import Changes
from corpus.store.database.damage import mark_damaged
from corpus.store.folder.failing import blocks_of, told
from corpus.store.folder.files import put_in_place, replacing
from corpus.store.folder.names import COPIES
from corpus.store.folder.scratch import scratch
from corpus.store.folder.steps import reached
from corpus.store.salvage.examination import is_whole
from corpus.store.salvage.snapshot import change_in
from corpus.store.sources.originals import digest
from corpus.store.store import DATABASE_NAME
from corpus.text.whole_numbers import whole_number

KEPT = 5
"""Rotating copies of the database kept in ``backups``."""
MUCH: Final = 100
"""Changes after which a copy of today is made anew when work is begun: an hour's notes or less of writing."""
_DAY: Final = len("library-2026-01-01")


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
        _add(archive, copy)
        for number, name in enumerate(names):
            progress(Progress("backup", number, len(names)))
            data = _sound(library.store.originals.path(name))
            if data is not None:
                archive.writestr(f"originals/{name}", data)
                kept += 1
    return kept


def _add(archive: zipfile.ZipFile, copy: Path) -> None:
    """Write a copy of the database into the archive; OSError that names the one of the two that failed."""
    member = zipfile.ZipInfo.from_file(copy, DATABASE_NAME)
    member.compress_type = archive.compression
    with archive.open(member, "w") as file:
        for block in blocks_of(copy):
            file.write(block)


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


def copy_is_due(library: Library, *, begun: bool = False) -> bool:
    """Tell whether a library that may be written has no copy of today, or when work is ``begun`` one left far behind.

    Not by the day alone: there are machines whose clock begins on the same day whenever they are switched on.
    """
    if not (library.writable and library.root.is_dir()):
        return False
    target = _copy_of_today(library)
    return not target.exists() or (begun and _is_far_behind(library, target))


def _is_far_behind(library: Library, copy: Path) -> bool:
    """Tell whether much was changed since a copy was made; one that cannot be read is far behind too."""
    change = change_in(copy)
    return (
        change is None or abs(library.store.database.last_change() - change) >= MUCH
    )  # restored it goes back


def _copy_of_today(library: Library) -> Path:
    return library.root / COPIES / f"library-{now()[:10]}.db"


def rotate(library: Library, *, begun: bool = False) -> Path | None:
    """Keep a copy of the database in ``backups`` where one is due, and the newest few; return the new one.

    An earlier one of the same day stays beside it under a number while there are fewer days than copies are kept. A
    copy that is not sound takes no sound one's place: LibraryError (library_damaged).
    """
    # A folder that is gone is told of by the copy that cannot be put there.
    gone = library.writable and not library.root.is_dir()
    if not (gone or copy_is_due(library, begun=begun)):
        return None
    target = _copy_of_today(library)
    _copy_to(library, target, _numbered(target))
    with _told(target.parent, library):
        _let_old_copies_go(_days_first(daily_copies(library.root)))
    return target


def _numbered(copy: Path) -> Path:
    """Return the name a copy goes on under when a later one of its day is made: all in the order they were made."""
    earlier = [one.stem.rpartition("-")[2] for one in copy.parent.glob(f"{copy.stem}-*.db")]
    number = max((whole_number(one) or 0 for one in earlier), default=0) + 1
    return copy.with_name(f"{copy.stem}-{number:04}.db")


def _days_first(copies: Sequence[Path]) -> list[Path]:
    """Return copies, which come newest first, in that order, but the last one of each day before the earlier ones."""
    last: dict[str, Path] = {}
    for one in copies:
        last.setdefault(one.stem[:_DAY], one)
    return sorted(copies, key=lambda one: last[one.stem[:_DAY]] != one)


def keep_copy_before(library: Library, work: str) -> Path:
    """Keep a copy of the database before ``work`` (a word of ASCII), so that all of it can be taken back.

    The newest few are kept, beside the daily ones; LibraryError (library_damaged, disk_full, library_read_only).
    """
    folder = library.root / COPIES
    stamp = now()[:23].replace(":", "").replace(".", "")
    target = folder / f"before-{work}-{stamp}.db"
    _copy_to(library, target)
    with _told(folder, library):
        alike = folder.glob(f"before-{work}-*.db")
        # Those of days to come, of a clock that was wrong, go first.
        _let_old_copies_go(sorted(alike, key=lambda one: (one.name <= target.name, one.name), reverse=True))
    return target


def _copy_to(library: Library, target: Path, aside: Path | None = None) -> None:
    """Write a copy of the database; one that is not sound takes no place. What stands there goes ``aside``."""
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
            if aside is not None and target.exists():
                target.replace(aside)
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
        raise told(error, folder, gone) from error


def _let_old_copies_go(copies: Sequence[Path]) -> None:
    """Keep the first few of copies."""
    for old in copies[KEPT:]:
        old.unlink()
