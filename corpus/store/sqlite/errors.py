"""What SQLite says, as something a person can do something about; its codes decide, its words where it has none."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from corpus.model.errors import LibraryError
from corpus.store.folder.access import why_refused
from corpus.store.folder.failing import known_place
from corpus.store.sqlite.reading import connect
from index.lazy_pattern import LazyPattern

_REFUSED: Final = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
"""What SQLite says of a file that may not be opened or written, and of one the disk did not open for it."""
_KINDS: Final = {
    sqlite3.SQLITE_READONLY_DIRECTORY: "library_read_only",
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
_NO_STATEMENT: Final = (
    "syntax error",
    "unrecognized token",
    "incomplete input",
    "user-defined function raised",
)
"""What SQLite says of a statement that is none, and of one ended in a function of ours, by Ctrl+C for one.

Its code is that of a table that is gone.
"""


_UNREAD: Final = LazyPattern(r"error code=(?P<code>\d+)|failed to get page \d+")
"""How SQLite's own check tells of a page it could not read, as if the page were wrong.

The code is given for pages of a tree; for those long values go on in, and the free ones, it only says that it failed.
"""


def is_ours(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the program is wrong, not the database.

    A schema that is spoilt may be no statement either.
    """
    if says_malformed(error):
        return False
    return isinstance(error, _OURS) or any(words in str(error) for words in _NO_STATEMENT)


def kind_of(error: sqlite3.Error, path: Path) -> str:
    """Return the kind of LibraryError an error on the database at ``path`` is.

    A full disk is an I/O error to SQLite where it meets it in shared memory.
    """
    code = _primary(error)
    known = _KINDS.get(getattr(error, "sqlite_errorcode", code)) or _KINDS.get(code)
    kind = known or (why_refused(path) if code in _REFUSED else "library_damaged")
    return "disk_full" if kind == "disk_failed" and _no_room(path) else kind


def found_wrong(connection: sqlite3.Connection, most: int = 100) -> tuple[str, ...]:
    """Return what SQLite's own check finds wrong, empty when all is well; sqlite3.Error where the disk failed."""
    found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({most:d})")]
    for one in found:
        unread = _UNREAD.search(one)
        code = int(unread["code"] or sqlite3.SQLITE_IOERR) if unread else 0
        if code & _PRIMARY == sqlite3.SQLITE_IOERR:
            error = sqlite3.OperationalError(one)
            error.sqlite_errorcode = code
            raise error
    return () if found == ["ok"] else tuple(found)


def says_malformed(error: sqlite3.Error) -> bool:
    """Tell whether an error says that the file does not hold what a database holds."""
    return _primary(error) in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def was_the_disk(open_anew: Callable[[], sqlite3.Connection]) -> bool:
    """Tell whether what SQLite just called malformed was the disk: looked at anew, it is whole or cannot be read.

    A page that cannot be read is malformed to SQLite in all it is asked but the reading of the schema, with which the
    check of a connection nothing was asked of begins; who is told of damage brings an old copy back.
    """
    try:
        with closing(open_anew()) as fresh:
            fresh.execute("PRAGMA writable_schema = ON")  # or it is not begun where the schema cannot be read
            return not found_wrong(fresh, 1)
    except sqlite3.Error as error:
        return _primary(error) in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


def refuse_where_the_disk_failed(error: sqlite3.Error, path: Path, named: Path) -> None:
    """Raise LibraryError (disk_full, disk_failed) for an error that says nothing about the database itself.

    Nobody writes the one at ``path``, which a person knows as ``named`` unless it is a copy made on the way.
    """
    kind = kind_of(error, path)
    if kind == "library_read_only" or (
        says_malformed(error) and was_the_disk(lambda: connect(path, "ro", "&immutable=1"))
    ):
        kind = "disk_failed"
    if kind in {"disk_full", "disk_failed"}:
        place = known_place(path)
        raise LibraryError(kind, path=str(named if place == path else place)) from error


def _primary(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY


def _no_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False
