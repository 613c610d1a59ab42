"""One SQLite database: a connection per thread, short write transactions, a change number for each."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from corpus.model.errors import LibraryError
from corpus.store import schema

BUSY_SECONDS = 30.0


def _no_room(path: Path) -> bool:
    """Tell whether the disk is full, which SQLite calls an I/O error where it meets it in shared memory."""
    try:
        return shutil.disk_usage(path.parent).free < 2**17
    except OSError:
        return False


class Database:
    """``library.db``: reads from any thread, writes one transaction at a time.

    Raises LibraryError (library_newer, library_damaged, library_read_only, disk_full).
    """

    def __init__(self, path: Path, *, write: bool) -> None:
        """Open ``path``; with ``write`` it is made or brought to the newest version."""
        self.path = path
        self._write = write
        self._immutable = False
        self._open: dict[int, sqlite3.Connection] = {}
        self._guard = threading.Lock()
        self._transaction = threading.RLock()
        with self._told():
            self._prepare()

    def _prepare(self) -> None:
        """Refuse a newer database, migrate an older one where writing is allowed."""
        self._refuse_stranger()
        connection = self._connect()
        version = schema.version_of(connection)
        if version > schema.VERSION:
            self.close()
            raise LibraryError("library_newer", path=str(self.path.parent))
        if version < schema.VERSION:
            if not self._write:
                self.close()
                raise LibraryError("library_read_only", path=str(self.path.parent))
            if version:
                self._keep_copy(connection, version)
            schema.migrate(connection)
        connection.execute("SELECT count(*) FROM meta").fetchone()

    def _refuse_stranger(self) -> None:
        """Refuse another program's database before anything of ours is written into it."""
        if not self.path.exists():
            return
        with closing(self._read_only()) as connection:
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            if tables and schema.version_of(connection) == 0:
                raise LibraryError("library_damaged", path=str(self.path.parent))
        self._immutable = False

    def _keep_copy(self, connection: sqlite3.Connection, version: int) -> None:
        """Back the older database up before it is migrated."""
        with sqlite3.connect(self.path.with_name(f"library.v{version}.bak.db")) as copy:
            connection.backup(copy)
        copy.close()

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
        if self._write:
            connection = sqlite3.connect(
                self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        else:
            connection = self._read_only()
        connection.row_factory = sqlite3.Row
        return connection

    def _read_only(self) -> sqlite3.Connection:
        """Open for reading; on a read-only disk SQLite has to be told that nobody else writes."""
        address = f"file:{quote(os.fsencode(self.path))}?mode=ro"
        for tail in ("&immutable=1",) if self._immutable else ("", "&immutable=1"):
            connection = sqlite3.connect(
                address + tail, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                connection.execute("PRAGMA schema_version").fetchone()
            except sqlite3.OperationalError:
                connection.close()
                if tail:
                    raise
            else:
                self._immutable = bool(tail)
                return connection
        raise LibraryError("library_damaged", path=str(self.path.parent))

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn SQLite's errors into ones a person can be told."""
        try:
            yield
        except sqlite3.OperationalError as error:
            reason = str(error)
            if "readonly" in reason or "unable to open" in reason:
                raise LibraryError("library_read_only", path=str(self.path.parent)) from error
            if "full" in reason or ("I/O" in reason and _no_room(self.path)):
                raise LibraryError("disk_full", path=str(self.path.parent)) from error
            if "locked" in reason:
                raise LibraryError("library_locked", path=str(self.path.parent), holder="SQLite") from error
            raise LibraryError("library_damaged", path=str(self.path.parent)) from error
        except sqlite3.DatabaseError as error:
            raise LibraryError("library_damaged", path=str(self.path.parent)) from error

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._told():
            return self._connect().execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        """Return the first row of a query, if there is one."""
        with self._told():
            found: sqlite3.Row | None = self._connect().execute(sql, values).fetchone()
            return found

    def run(self, sql: str, *values: object) -> int:
        """Run a statement inside a transaction; return the number of rows it touched."""
        with self._told():
            return self._connect().execute(sql, values).rowcount

    def run_many(self, sql: str, values: list[tuple[object, ...]]) -> None:
        """Run a statement once for each tuple of values."""
        with self._told():
            self._connect().executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[int]:
        """Write in one transaction; yields its change number. A nested one joins the outer one."""
        with self._transaction, self._told():
            connection = self._connect()
            if connection.in_transaction:
                yield self.last_change()
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'change'")
                yield self.last_change()
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def last_change(self) -> int:
        """Return the number of the newest change."""
        found = self.row("SELECT value FROM meta WHERE key = 'change'")
        return int(found[0]) if found else 0

    def copy_to(self, path: Path) -> None:
        """Write a consistent copy of the database to ``path``."""
        with self._told():
            copy = sqlite3.connect(path)
            try:
                self._connect().backup(copy)
            finally:
                copy.close()

    def problems(self) -> tuple[str, ...]:
        """Return what SQLite's own check finds wrong; empty when all is well."""
        found = [str(row[0]) for row in self.rows("PRAGMA integrity_check")]
        return () if found == ["ok"] else tuple(found)

    def close(self) -> None:
        """Write everything into the one file, so that the folder can be copied, and close."""
        with self._guard:
            connections, self._open = tuple(self._open.values()), {}
        if self._write and connections:
            with suppress(sqlite3.Error):
                connections[0].execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for connection in connections:
            with suppress(sqlite3.Error):
                connection.close()
