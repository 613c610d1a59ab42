"""Looking at a database that came from elsewhere before anything of it is used: is it ours, whole, and nothing else?

What its schema should say is derived from the steps of ``schema``, never written down a second time.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError, LibraryError
from corpus.store.folder.failing import opened
from corpus.store.schema import version as schema
from corpus.store.sqlite.errors import found_wrong, refuse_where_the_disk_failed, says_malformed
from corpus.store.sqlite.reading import connect
from index.lazy_pattern import LazyPattern

_MAGIC: Final = b"SQLite format 3\x00"
_HEAD: Final = 100
_HASH: Final = LazyPattern(r"[0-9a-f]{64}")
_SEPARATORS: Final = LazyPattern(r"[/\\]")
Parts = frozenset[tuple[str, str, str, str]]
"""Type, name, table and SQL of everything in a schema."""


def is_database(path: Path) -> bool:
    """Tell whether a file begins as a database does; OSError."""
    with opened(path) as file:
        return file.read(len(_MAGIC)) == _MAGIC


def is_of_ours(path: Path) -> bool:
    """Tell whether a file is a database of a library, whole or not; nothing is written beside it.

    OSError or LibraryError (disk_full, disk_failed) where the disk does not let it be told.
    """
    if not is_database(path):
        return False
    try:
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            found = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE name IN ('meta', 'annotations')"
            )
            return schema.version_of(connection) > 0 and found.fetchone()[0] == 2
    except sqlite3.Error as error:
        refuse_where_the_disk_failed(error, path, path)
        return False
    except UnicodeError:
        return False


def stated_size(head: bytes) -> int:
    """Return how many bytes a database states to have in its first hundred, 0 where it is none."""
    if len(head) < _HEAD or not head.startswith(_MAGIC):
        return 0
    page = int.from_bytes(head[16:18], "big")
    return (65_536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def examine(path: Path, named: Path) -> int:
    """Return the version of the database at ``path``, which nobody writes; ``named`` is what a person is told of.

    Raises LibraryError (library_newer, disk_full, disk_failed) or InputError: bad_backup where it is none of ours or
    not whole, foreign_backup where it holds tables, views or triggers (``detail``) no library has.
    """
    try:
        if not is_database(path):
            raise InputError("bad_backup", path=str(named))
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            version = schema.version_of(connection)
            if version > schema.VERSION:
                raise LibraryError("library_newer", path=str(named))
            found = _parts(connection)
            if version < 1 or not found:
                raise InputError("bad_backup", path=str(named))
            strange = sorted(found ^ _expected(version), key=lambda part: part[1])
            if strange:
                raise InputError("foreign_backup", path=str(named), detail=strange[0][1])
            if found_wrong(connection, 1):
                raise InputError("bad_backup", path=str(named))
            return version
    except (sqlite3.Error, UnicodeError, ValueError, TypeError) as error:
        if isinstance(error, sqlite3.Error):
            refuse_where_the_disk_failed(error, path, named)
        raise InputError("bad_backup", path=str(named)) from error


def refuse_newer(path: Path, named: Path) -> None:
    """Raise LibraryError (library_newer) where a version this program does not know wrote the database at ``path``.

    One whose number alone is spoilt holds nothing that no version of ours held, and passes; so does what cannot be
    read, unless it was the disk: LibraryError (disk_full, disk_failed). ``named`` is what a person is told of.
    """
    try:
        with closing(connect(path, "ro")) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            version, found = schema.version_of(connection), _parts(connection)
    except (sqlite3.Error, UnicodeError, ValueError, TypeError) as error:
        if isinstance(error, sqlite3.Error) and not says_malformed(error):
            refuse_where_the_disk_failed(error, path, named)
        return
    if version > schema.VERSION and not any(found <= _expected(one) for one in range(schema.VERSION, 0, -1)):
        raise LibraryError("library_newer", path=str(named))


def is_whole(path: Path) -> bool:
    """Tell whether a database that nobody writes is whole, as SQLite sees it; LibraryError (disk_failed)."""
    try:
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            return not found_wrong(connection, 1)
    except sqlite3.Error as error:
        refuse_where_the_disk_failed(error, path, path)
        return False
    except UnicodeError:
        return False


def stated_originals(path: Path, named: Path) -> dict[str, tuple[int, str]]:
    """Return what an examined database says of its original files: hash → size and where the file once stood.

    InputError (bad_backup) where that cannot be: a name that is no hash could lead anywhere.
    """
    try:
        with closing(connect(path, "ro", "&immutable=1")) as connection:
            rows = connection.execute("SELECT sha256, size, path FROM sources WHERE pack = ''").fetchall()
        stated = {str(name): (int(size), str(where)) for name, size, where in rows}
    except (sqlite3.Error, UnicodeError, ValueError, TypeError) as error:
        if isinstance(error, sqlite3.Error):
            refuse_where_the_disk_failed(error, path, named)
        raise InputError("bad_backup", path=str(named)) from error
    if not all(_HASH.fullmatch(name) for name in stated):
        raise InputError("bad_backup", path=str(named))
    return stated


def known_as(path: Path, original: str) -> tuple[str, str]:
    """Return by what a person knows an original an examined database states: a title in it, and its file's name.

    Both are empty where the database states no such original.
    """
    with closing(connect(path, "ro", "&immutable=1")) as connection:
        found = connection.execute(
            "SELECT coalesce((SELECT title FROM articles WHERE source = s.id ORDER BY rowid LIMIT 1), ''), path "
            "FROM sources AS s WHERE sha256 = ?",
            (original,),
        ).fetchone()
    title, where = map(str, found) if found else ("", "")
    return title, _SEPARATORS.split(where)[-1]


def mend_schema(path: Path) -> None:
    """Write anew what the schema of our database at ``path`` says where its letters are spoilt: it keeps all shut.

    Names and the pages they lead to stay as they are. What cannot be mended is left; LibraryError (disk_full,
    disk_failed) where it was not the database.
    """
    try:
        with closing(connect(path, "rw")) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            version = schema.version_of(connection)
            wanted = (
                {(kind, name): sql for kind, name, _table, sql in _expected(version)}
                if _is_known(version)
                else {}
            )
            rows = connection.execute("SELECT rowid, type, name, sql FROM sqlite_master").fetchall()
            for number, kind, name, sql in rows:
                whole = wanted.get((kind, name), "")
                if whole and " ".join(str(sql).split()) != whole:
                    connection.execute("UPDATE sqlite_master SET sql = ? WHERE rowid = ?", (whole, number))
    except (sqlite3.Error, UnicodeError, ValueError, TypeError) as error:
        if isinstance(error, sqlite3.Error) and not says_malformed(error):
            refuse_where_the_disk_failed(error, path, path)


def _is_known(version: int) -> bool:
    return 1 <= version <= schema.VERSION


def _parts(connection: sqlite3.Connection) -> Parts:
    """Return what a schema holds, without what SQLite keeps for itself."""
    rows = connection.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return frozenset(
        (str(kind), str(name), str(table), " ".join(str(sql).split())) for kind, name, table, sql in rows
    )


def _expected(version: int) -> Parts:
    """Return what the schema of a version holds."""
    from corpus.store.schema import tables  # a start would pay for all the steps

    return _made_by(tables.STEPS[:version])


@cache
def _made_by(steps: tuple[str, ...]) -> Parts:
    """Return what a schema of these steps holds: made once in a process, for it takes 50 ms."""
    from corpus.store.schema import migration

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migration.migrate(made, len(steps))
        return _parts(made)
