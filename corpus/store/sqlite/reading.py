"""Opening a database only to read it, also where nothing may be written and where a writer died."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from corpus.store.folder.failing import copy_file
from corpus.store.folder.scratch import scratch_folder

BUSY_SECONDS: Final = 30.0
_CANNOT: Final = ("unable to open", "readonly", "read-only", "I/O")
"""What SQLite says where it would have to write in order to read."""
LEFT_BEHIND: Final = ("-wal", "-journal")
"""Files beside a database that hold what a writer, ended too early, had not brought into it or taken back."""


class _Connection(sqlite3.Connection):
    """One that tells damage as damage where SQLite's sentence on it quotes spoilt letters, which Python cannot read."""

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        """Run a statement; sqlite3.Error."""
        try:
            return _execute(self, sql, values)
        except UnicodeDecodeError as error:
            raise _spoilt(error) from error

    def executemany(self, sql: str, values: Any, /) -> sqlite3.Cursor:
        """Run a statement once for each of several values; sqlite3.Error."""
        try:
            return _execute_many(self, sql, values)
        except UnicodeDecodeError as error:
            raise _spoilt(error) from error


_execute: Final = sqlite3.Connection.execute
_execute_many: Final = sqlite3.Connection.executemany


def _spoilt(error: UnicodeDecodeError) -> sqlite3.DatabaseError:
    told = sqlite3.DatabaseError(error.object.decode("utf-8", "replace"))
    told.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return told


def connect(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
    """Open ``path``, which has to exist unless ``mode`` is ``rwc``; sqlite3.Error where it cannot be."""
    address = f"file:{quote(os.fsencode(path))}?mode={mode}{more}"
    return sqlite3.connect(
        address,
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )


class ReadingDoor:
    """Opens connections that read one database; remembers which way of opening it works."""

    def __init__(self, path: Path) -> None:
        """Prepare to open ``path``."""
        self._path = path
        self._mode = "ro"
        self._more = ""
        self._copied: Path | None = None

    def connect(self) -> sqlite3.Connection:
        """Return a new connection; sqlite3.Error where there is no way to read.

        Where the disk is read-only, SQLite is told that nobody writes. Changes that a dead writer left beside
        the database would be passed over then: these are worked in, in a copy.
        """
        try:
            return self._tried()
        except sqlite3.OperationalError as error:
            if self._more or self._copied or not any(reason in str(error) for reason in _CANNOT):
                raise
        if self._left_behind():
            self._copy()
        else:
            self._more = "&immutable=1"
        return self._tried()

    def untried(self) -> sqlite3.Connection:
        """Return a connection nothing was asked of yet, opened in the way that works as far as is known."""
        return connect(self._path, self._mode, self._more)

    def close(self) -> None:
        """Let the copy go, if one was made."""
        if self._copied is not None:
            shutil.rmtree(self._copied, ignore_errors=True)
            self._copied = None

    def _tried(self) -> sqlite3.Connection:
        connection = self.untried()
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _left_behind(self) -> bool:
        sizes = (Path(f"{self._path}{tail}") for tail in LEFT_BEHIND)
        return any(one.exists() and one.stat().st_size > 0 for one in sizes)

    def _copy(self) -> None:
        self._copied = scratch_folder()
        target = self._copied / self._path.name
        for tail in ("", *LEFT_BEHIND):
            source = Path(f"{self._path}{tail}")
            if source.exists():
                copy_file(source, Path(f"{target}{tail}"))
        self._path, self._mode = target, "rw"
