"""What people made in a database, as far as two states of it have to be compared: ids and when each was changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import InputError
from corpus.store.database.database import Database
from corpus.store.sqlite.copying import copy_database
from corpus.store.sqlite.errors import refuse_where_the_disk_failed, says_malformed
from corpus.store.sqlite.reading import ReadingDoor, connect

_NOTES: Final = "SELECT id, modified FROM annotations"
_DRAFTS: Final = "SELECT id, modified FROM drafts"
_ARTICLES: Final = "SELECT id, source FROM articles"
_CHANGE: Final = "SELECT value FROM meta WHERE key = 'change'"
_Asked = Callable[[str], Iterable[Sequence[Any]]]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Notes and drafts with the time of their last change, articles with the source of their text, each by id."""

    notes: dict[str, str]
    drafts: dict[str, str]
    articles: dict[str, str]


def snapshot_of(database: Database) -> Snapshot:
    """Return the state of an opened database; LibraryError."""
    return _taken(database.rows)


def snapshot_in(path: Path) -> Snapshot | None:
    """Return the state of a copy that nobody writes, ``None`` where it cannot be read."""
    try:
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            return _taken(lambda sql: connection.execute(sql).fetchall())
    except (sqlite3.Error, UnicodeError):
        return None


def change_in(path: Path) -> int | None:
    """Return the number of the newest change a copy that nobody writes holds, ``None`` where it cannot be read."""
    try:
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            return int(connection.execute(_CHANGE).fetchone()[0])
    except (sqlite3.Error, UnicodeError, TypeError, ValueError):
        return None


def copy_of(path: Path, target: Path) -> None:
    """Copy a database whole, with what a writer left beside it.

    Raises InputError (bad_backup) where it is none, LibraryError (disk_full, disk_failed), OSError where it may not be
    read.
    """
    path.open("rb").close()  # SQLite says of a file one may not read what it says of a disk that fails
    in_use = any(Path(f"{path}{tail}").exists() for tail in ("-wal", "-shm", "-journal"))
    try:
        with (
            closing(ReadingDoor(path)) as door,
            # Where nobody uses it, not even the files SQLite reads a database with are made beside it.
            closing(door.connect() if in_use else connect(path, "ro", "&immutable=1")) as source,
        ):
            copy_database(source, target, path.parent)
    except sqlite3.Error as error:
        # With a log beside it the file alone may look whole though the two together are damaged.
        if not (in_use and says_malformed(error)):
            refuse_where_the_disk_failed(error, path, path)
        raise InputError("bad_backup", path=str(path)) from error
    except UnicodeError as error:
        raise InputError("bad_backup", path=str(path)) from error


def _taken(asked: _Asked) -> Snapshot:
    notes, drafts, articles = (
        {str(key): str(value) for key, value in asked(sql)} for sql in (_NOTES, _DRAFTS, _ARTICLES)
    )
    return Snapshot(notes, drafts, articles)
