"""Copying a database that may be in use into one of its own, and telling which of the two failed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from corpus.model.errors import YindeError
from corpus.store.folder.failing import error_at
from corpus.store.sqlite.errors import kind_of

_OF_READING: Final = frozenset(
    {
        sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS,
        sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMLOCK,
        sqlite3.SQLITE_IOERR_SHMMAP,
    }
)  # fmt: skip
"""What goes wrong at a database that is copied; the copy is only written, without memory others share."""
_OF_WRITING: Final = frozenset({"disk_full", "disk_failed", "library_read_only"})


def copy_database(source: sqlite3.Connection, target: Path, place: Path) -> None:
    """Copy what a connection sees into a database of its own at ``target``, for the library at ``place``.

    Raises sqlite3.Error where the source fails, YindeError (disk_full, disk_failed, library_read_only, not_writable)
    where the target does.
    """
    try:
        with closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except sqlite3.Error as error:
        fault = fault_of_copy(error, target, place)
        if fault is not None:
            raise fault from error
        raise


def fault_of_copy(error: sqlite3.Error, copy: Path, place: Path) -> YindeError | None:
    """Return what went wrong at a copy that was being written, ``None`` where it was the database that is copied."""
    kind = kind_of(error, copy)
    if kind not in _OF_WRITING or getattr(error, "sqlite_errorcode", 0) in _OF_READING:
        return None
    return error_at(copy, place, kind)
