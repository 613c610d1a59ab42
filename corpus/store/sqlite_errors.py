"""What SQLite says, as something a person can do something about; its codes decide, its words where it has none."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Final

from corpus.model.errors import LibraryError

_KINDS: Final = {
    sqlite3.SQLITE_READONLY: "library_read_only",
    sqlite3.SQLITE_CANTOPEN: "library_read_only",
    sqlite3.SQLITE_PERM: "library_read_only",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_failed",
    sqlite3.SQLITE_BUSY: "library_locked",
    sqlite3.SQLITE_LOCKED: "library_locked",
}
_ROOM: Final = 2**17
_PRIMARY: Final = 0xFF
"""The part of an extended code that says of which kind it is."""
_OURS: Final = (
    sqlite3.ProgrammingError,
    sqlite3.InterfaceError,
    sqlite3.NotSupportedError,
    sqlite3.IntegrityError,
)
"""Statements, values and orders of calls that are wrong, whatever the file holds."""
_NO_STATEMENT: Final = ("syntax error", "unrecognized token", "incomplete input")
"""What SQLite says of a statement that is none; its code is that of a table that is gone."""


def is_ours(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the program is wrong, not the database."""
    return isinstance(error, _OURS) or any(words in str(error) for words in _NO_STATEMENT)


def kind_of(error: sqlite3.Error, path: Path) -> str:
    """Return the kind of LibraryError an error on the database at ``path`` is.

    A full disk is an I/O error to SQLite where it meets it in shared memory.
    """
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    kind = _KINDS.get(code, "library_damaged")
    return "disk_full" if kind == "disk_failed" and _no_room(path) else kind


def refuse_where_the_disk_failed(error: sqlite3.Error, path: Path, named: Path) -> None:
    """Raise LibraryError (disk_full, disk_failed) for an error that says nothing about the database itself."""
    kind = kind_of(error, path)
    if kind in {"disk_full", "disk_failed"}:
        raise LibraryError(kind, path=str(named)) from error


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False
