"""Noticing that another program wrote over the open database in place, as some that synchronise folders do.

SQLite does not look at the file while its log goes on: pages of this computer's log would be laid over what another
computer wrote, and notes of both be lost. So each transaction says who writes and on which state of the file; what
stands in the file, past the log, has to be that state or a later one of the same writer.
"""

from __future__ import annotations

import platform
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.store.sqlite.reading import connect

_ASKED: Final = "SELECT key, value FROM meta WHERE key IN ('change', 'writer', 'base')"
NOTE_WRITER: Final = "INSERT OR REPLACE INTO meta VALUES ('writer', ?), ('base', ?)"
"""What each transaction writes with its change number."""


@dataclass(frozen=True, slots=True)
class State:
    """A state of the database: the number of its last change and the computer that made it."""

    writer: str
    change: int

    def __str__(self) -> str:
        """Return it as it is kept."""
        return f"{self.change} {self.writer}"

    def leads_to(self, found: State, writer: str) -> bool:
        """Tell whether ``found`` is this state or one that ``writer`` made of it."""
        return found == self or (found.writer == writer and found.change >= self.change)


class OverwritingWatch:
    """Tells whether the file of a database still holds what its programs on this computer brought into it.

    Holds a connection that only reads: the last connection to close brings the log into the file, unless it cannot.
    """

    def __init__(self, path: Path) -> None:
        """Watch the database at ``path``; two programs of one computer are one writer. sqlite3.Error, OSError."""
        found = path.stat()
        self.writer = f"{platform.node()}/{found.st_dev:x}/{found.st_ino:x}"
        self._path = path
        self._looks = self._look()
        self._base = _state_in(path)
        self._reader = connect(path, "ro")
        self.log_fits = _fits(self._reader, path)
        if self._base is None:  # the file is being written, by whoever does it
            self._base = _base_of(_told_by(self._reader))

    def values(self) -> tuple[str, str]:
        """Return what ``NOTE_WRITER`` is given."""
        return self.writer, str(self._base or "")

    def overwritten(self, *, unsure: bool = False) -> bool:
        """Tell whether another wrote over the file; ``unsure`` where it is being written and cannot be read."""
        if not self.log_fits:  # before it was looked at
            return True
        try:
            looks = self._look()
        except OSError:  # gone
            return False
        if looks == self._looks:
            return False
        found = _state_in(self._path)
        if self._base is not None:
            if found is None:
                return unsure
            if not self._base.leads_to(found, self.writer):
                return True
        self._looks, self._base = looks, found
        return False

    def close(self) -> None:
        """Let the file go: before the other connections where their log belongs into it, else after them."""
        self._reader.close()

    def _look(self) -> tuple[int, int]:
        found = self._path.stat()
        return found.st_mtime_ns, found.st_size


def log_fits(path: Path) -> bool:
    """Tell whether the log beside the database at ``path`` was written on what its file holds, as far as is known.

    To be asked before any connection that writes is opened: the last one to close brings the log into the file.
    """
    log = Path(f"{path}-wal")
    if not log.exists() or not log.stat().st_size:
        return True
    try:
        with closing(connect(path, "ro")) as connection:
            return _fits(connection, path)
    except sqlite3.Error:
        return True


def _fits(connection: sqlite3.Connection, path: Path) -> bool:
    """Tell whether what a connection reads, log and file, was written on what stands in the file."""
    kept = _told_by(connection)
    found, base = _state_in(path), _base_of(kept)
    if found is None or base is None or found == _state_of(kept):
        return True
    return base.leads_to(found, str(kept.get("writer")))


def _told_by(connection: sqlite3.Connection) -> dict[str, Any]:
    """Return the rows on the state, as a connection reads them from log and file."""
    return dict(connection.execute(_ASKED).fetchall())


def _base_of(kept: dict[str, Any]) -> State | None:
    """Return the state of the file that what was written last was written on, ``None`` where none is told."""
    change, _, writer = str(kept.get("base", "")).partition(" ")
    return State(writer, int(change)) if change.isdecimal() else None


def _state_in(path: Path) -> State | None:
    """Return the state the file itself is in, whatever its log says; ``None`` where it cannot be read."""
    try:
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            return _state_of(_told_by(connection))
    except sqlite3.Error:
        return None


def _state_of(kept: dict[str, Any]) -> State | None:
    """Return the state rows of the database tell, ``None`` where they tell none."""
    try:
        return State(str(kept.get("writer", "")), int(kept["change"]))
    except (KeyError, ValueError, TypeError):
        return None
