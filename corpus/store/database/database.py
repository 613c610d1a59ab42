"""One SQLite database: a connection per thread, short write transactions, a change number for each."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final, NoReturn

from corpus.model.caution import Caution
from corpus.model.errors import LibraryError, UsageError
from corpus.store.database.damage import distrust, refuse_to_write
from corpus.store.database.overwriting import NOTE_WRITER, OverwritingWatch, log_fits
from corpus.store.folder.disk import on_network
from corpus.store.folder.failing import known_place, told
from corpus.store.schema import version as schema
from corpus.store.sqlite.copying import copy_database
from corpus.store.sqlite.errors import (
    found_wrong,
    is_ours,
    kind_of,
    says_malformed,
    was_the_disk,
)
from corpus.store.sqlite.functions import give_text_functions
from corpus.store.sqlite.reading import ReadingDoor, connect
from corpus.text.characters import storable

_CACHE_KILOBYTES: Final = 32_000
"""Pages a writing connection keeps at hand; with SQLite's own 2 MB those of the indexes are read again and again."""


class Database:
    """``library.db``: reads from any thread, writes one transaction at a time.

    Raises LibraryError (library_newer, library_older, library_damaged, library_read_only, library_gone,
    library_overwritten, disk_full, disk_failed). ``caution`` says where the disk does not take SQLite's fast journal
    (network_disk, slow_disk).
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open ``path``; with ``write`` it is made or brought to the newest version."""
        self.path = path
        self.caution: Caution | None = None
        self._write = write
        self._network = on_network(path)
        self._door = ReadingDoor(path)
        self._file: tuple[int, int] | None = None
        self._watch: OverwritingWatch | None = None
        self._prepared = False
        self._open: dict[int, sqlite3.Connection] = {}
        self._guard = threading.Lock()
        self._transaction = threading.RLock()
        try:
            with self._told():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def _prepare(self) -> None:
        """Refuse a stranger's or a newer database, migrate an older one where writing is allowed."""
        if self._write and not self._network and not log_fits(self.path):
            raise LibraryError("library_overwritten", path=str(self.path.parent))
        version = self._version()
        if version > schema.VERSION:
            raise LibraryError("library_newer", path=str(self.path.parent))
        if version < schema.VERSION and not self._write:
            raise LibraryError("library_older" if version else "library_damaged", path=str(self.path.parent))
        connection = self._connect()
        if self._write:
            self._choose_journal(connection)
        if version < schema.VERSION:
            if version:
                self._keep_copy(connection, version)
            from corpus.store.schema import migration  # a start would pay for all the steps

            migration.migrate(connection)
        connection.execute("SELECT count(*) FROM meta").fetchone()
        if self._write and not self._network:
            self._watch = OverwritingWatch(self.path)
            if not self._watch.log_fits:
                raise LibraryError("library_overwritten", path=str(self.path.parent))
        self._prepared = True

    def _version(self) -> int:
        """Return the schema's version, 0 for a new database, before anything of ours is written into one."""
        if not self.path.exists():
            return 0
        with closing(connect(self.path, "rw") if self._write else self._door.connect()) as connection:
            version = schema.version_of(connection)
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if tables and version == 0:
                raise LibraryError("library_damaged", path=str(self.path.parent))
            return version

    def _choose_journal(self, connection: sqlite3.Connection) -> None:
        """Ask for the fast journal on this computer's disks, for the patient one on those of a network."""
        wanted = "delete" if self._network else "wal"
        try:
            got = str(connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()[0])
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            got = str(connection.execute("PRAGMA journal_mode").fetchone()[0])
        if self._network or got != wanted:
            kind = "network_disk" if self._network else "slow_disk"
            self.caution = Caution(kind, {"path": str(self.path.parent)})

    def _keep_copy(self, connection: sqlite3.Connection, version: int) -> None:
        """Back the older database up before it is migrated."""
        kept = self.path.with_name(f"library.v{version}.bak.db")
        part = kept.with_suffix(".part")
        part.unlink(missing_ok=True)
        try:
            copy_database(connection, part, known_place(self.path.parent))
            part.replace(kept)
        except BaseException:  # half a copy would only keep a full disk full
            for left in (part, Path(f"{part}-journal")):
                left.unlink(missing_ok=True)
            raise

    def _connect(self) -> sqlite3.Connection:
        """Return this thread's connection; kept by the thread's number, so that ``close`` finds all of them."""
        thread = threading.get_ident()
        existing = self._open.get(thread)
        if existing is not None:
            return existing
        connection = self._new_connection()
        with self._guard:
            self._open[thread] = connection
        return connection

    def _new_connection(self) -> sqlite3.Connection:
        self._see_to_file()
        if self._write:
            connection = connect(self.path, "rwc" if self._file is None else "rw")
            try:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
                connection.execute("PRAGMA foreign_keys = ON")
            except sqlite3.Error:  # no file is held open that nobody is given
                connection.close()
                raise
        else:
            connection = self._door.connect()
        if self._file is None:
            self._file = self._identity()
        connection.row_factory = sqlite3.Row
        give_text_functions(connection)
        return connection

    def _identity(self) -> tuple[int, int] | None:
        """Return what tells the file from any other; on a network only that it is there, numbers change."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return (0, 0) if self._network else (found.st_dev, found.st_ino)

    def _see_to_file(self) -> None:
        """Refuse to work on a file that was moved or deleted: what is written into it would be lost."""
        if self._file is not None and self._identity() != self._file:
            raise LibraryError("library_gone", path=str(self.path.parent))

    def see_to_others(self, *, unsure: bool = False) -> None:
        """Refuse to work on a file that another program wrote over: what either of them wrote would be lost.

        LibraryError (library_overwritten, library_gone); with ``unsure`` where it may be written over right now, too.
        """
        self._see_to_file()
        if self._watch is not None and self._watch.overwritten(unsure=unsure):
            raise LibraryError("library_overwritten", path=str(self.path.parent))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn SQLite's errors into ones a person can be told."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            self._tell(error)

    def _tell(self, error: sqlite3.Error | OSError) -> NoReturn:
        if isinstance(error, OSError):
            raise told(error, known_place(self.path.parent)) from error
        if is_ours(error) and threading.get_ident() in self._open:
            raise error
        self._raise(error)

    def _raise(self, error: sqlite3.Error) -> NoReturn:
        """Raise what SQLite says as something a person can do something about."""
        path = str(known_place(self.path.parent))
        if is_ours(error):  # closed by another thread while this one was at it
            raise LibraryError("library_gone", path=path) from error
        self.see_to_others()
        if isinstance(error, sqlite3.OperationalError):
            kind = kind_of(error, self.path)
            holder = {"holder": "SQLite"} if kind == "library_locked" else {}
            raise LibraryError(kind, path=path, **holder) from error
        unread = says_malformed(error) and was_the_disk(self._door.untried)
        kind = "disk_failed" if unread else "library_damaged"
        if self._write and self._prepared:
            distrust(self.path.parent, error, kind)
        raise LibraryError(kind, path=path if unread else str(self.path.parent)) from error

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        # Asked so often that a block of its own would be felt.
        try:
            return self._execute(sql, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            self._tell(error)

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        """Return the first row of a query, if there is one."""
        try:
            found: sqlite3.Row | None = self._execute(sql, values).fetchone()
        except (sqlite3.Error, OSError) as error:
            self._tell(error)
        return found

    def sizes(self) -> dict[str, int]:
        """Return the number of rows of every table of the schema, by name; those SQLite keeps for itself left out."""
        made = self.rows(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
        virtual = tuple(f"{row['name']}_" for row in made if str(row["sql"]).startswith("CREATE VIRTUAL"))
        names = {str(row["name"]) for row in made if not str(row["sql"]).startswith("CREATE VIRTUAL")}
        plain = {name for name in names if not name.startswith(virtual)} if virtual else names
        counted = ((name, self.row(f'SELECT count(*) AS n FROM "{name}"')) for name in sorted(plain))
        return {name: int(row["n"]) for name, row in counted if row is not None}

    def run(self, sql: str, *values: object) -> int:
        """Run a statement inside a transaction; return the number of rows it touched."""
        try:
            return self._execute(sql, values).rowcount
        except (sqlite3.Error, OSError) as error:
            self._tell(error)

    def insert(self, sql: str, *values: object) -> int:
        """Insert one row inside a transaction; return its row id."""
        with self._told():
            return self._execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, values: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each tuple of values."""
        if not values:
            return
        try:
            self._connect().executemany(sql, values)
        except UnicodeEncodeError as error:
            raise UsageError("bad_usage", detail="halves") from error
        except (sqlite3.Error, OSError) as error:
            self._tell(error)

    def _execute(self, sql: str, values: tuple[object, ...]) -> sqlite3.Cursor:
        """Run a statement; halves of characters, which no library holds, are neither found nor kept."""
        connection = self._connect()
        try:
            return connection.execute(sql, values)
        except UnicodeEncodeError:  # of a value: nothing was done yet
            return connection.execute(
                sql, tuple(storable(one) if isinstance(one, str) else one for one in values)
            )

    @contextmanager
    def transaction(self) -> Iterator[int]:
        """Write in one transaction; yields its change number. A nested one joins the outer one.

        Nothing is written where damage was found since the database was opened: LibraryError (library_damaged).
        """
        if not self._write:
            raise LibraryError("library_read_only", path=str(self.path.parent))
        with self._transaction, self._told():
            self.see_to_others()
            refuse_to_write(self.path.parent)
            connection = self._connect()
            if connection.in_transaction:
                yield self.last_change()
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change'")
                if self._watch is not None:
                    connection.execute(NOTE_WRITER, self._watch.values())
                yield self.last_change()
                self.see_to_others()
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def last_change(self) -> int:
        """Return the number of the newest change."""
        found = self.row("SELECT value FROM meta WHERE key = 'change'")
        try:
            return int(found[0]) if found else 0
        except ValueError as error:
            raise LibraryError("library_damaged", path=str(self.path.parent)) from error

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy of the database to ``path``; an error names the one of the two that failed."""
        with self._told():
            copy_database(self._connect(), path, known_place(self.path.parent))
        if self._identity() == self._file:  # what is gone can still be copied
            self.see_to_others(unsure=True)  # else the copy is of both

    def problems(self) -> tuple[str, ...]:
        """Return what SQLite's own check finds wrong; empty when all is well."""
        self.see_to_others(unsure=True)
        with self._told():
            return found_wrong(self._connect())

    def close(self) -> None:
        """Write everything into the one file, so that the folder can be copied, and close.

        Where another program wrote over the file, or nobody knows whether one did, the log stays beside it; opening
        the library sets it aside or takes it up.
        """
        with self._guard:
            connections, self._open = tuple(self._open.values()), {}
            watch, self._watch = self._watch, None
        leave = not self._prepared or (watch is not None and watch.overwritten(unsure=True))
        reader = _reader_closing_last(self._door) if leave and watch is None else None
        if watch is not None and not leave:
            watch.close()
        if self._write and connections and not leave:
            with suppress(sqlite3.Error):
                connections[0].execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for connection in connections:
            with suppress(sqlite3.Error):
                connection.close()
        for last in (watch, reader):
            if last is not None:
                last.close()
        self._door.close()


def _reader_closing_last(door: ReadingDoor) -> sqlite3.Connection | None:
    """Return a connection that cannot bring the log into the file, as the last one to close does."""
    with suppress(sqlite3.Error, OSError):
        return door.connect()
    return None
