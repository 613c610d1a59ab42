"""The database: refuses what it cannot read, keeps what was written, numbers every change."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from corpus.model.draft import Draft, DraftItem
from corpus.model.errors import LibraryError, UsageError
from corpus.store.database import database as databases
from corpus.store.database.changes import Changes
from corpus.store.database.damage import MET
from corpus.store.database.database import Database
from corpus.store.schema import tables
from corpus.store.schema import version as schema
from corpus.store.sqlite import reading
from corpus.store.sqlite.errors import found_wrong, kind_of, was_the_disk
from corpus.store.store import Store

posix = pytest.mark.skipif(os.name != "posix", reason="an open file can be moved on POSIX")


def opened(root: Path) -> Store:
    root.mkdir(parents=True, exist_ok=True)
    return Store(root, write=True)


def test_that_a_library_from_a_newer_version_is_refused(tmp_path: Path) -> None:
    opened(tmp_path).close()
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path, write=True)
    assert caught.value.kind == "library_newer"


def test_that_a_damaged_file_is_told_as_damaged(tmp_path: Path) -> None:
    (tmp_path / "library.db").write_bytes(b"this is no database" * 500)
    with pytest.raises(LibraryError) as caught:
        Store(tmp_path, write=True)
    assert caught.value.kind == "library_damaged"


def test_that_an_older_library_is_backed_up_before_it_is_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(tmp_path)
    with store.transaction(Changes()):
        store.settings.put("creator", "张三")
    store.close()
    before, added = schema.VERSION, "CREATE TABLE later (x TEXT)"
    monkeypatch.setattr(tables, "STEPS", (*tables.STEPS, added))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    migrated = Store(tmp_path, write=True)
    assert migrated.settings.get("creator") == "张三"
    assert migrated.database.rows("SELECT * FROM later") == []
    migrated.close()
    with sqlite3.connect(tmp_path / f"library.v{before}.bak.db") as kept:
        assert kept.execute("PRAGMA user_version").fetchone()[0] == before
    kept.close()


def test_that_a_failed_step_leaves_the_older_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).close()
    before = schema.VERSION
    monkeypatch.setattr(tables, "STEPS", (*tables.STEPS, "CREATE TABLE meta (x)"))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    with pytest.raises(LibraryError):
        Store(tmp_path, write=True)
    with sqlite3.connect(tmp_path / "library.db") as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == before
    connection.close()


def test_that_every_transaction_has_a_number_and_a_failed_one_leaves_nothing(tmp_path: Path) -> None:
    store = opened(tmp_path)
    told: list[Changes] = []
    store.changes.subscribe(told.append)
    with store.transaction(Changes(settings=True)) as first:
        store.settings.put("a", "1")

    def fail() -> None:
        with store.transaction(Changes(settings=True)):
            store.settings.put("a", "2")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (store.settings.get("a"), store.database.last_change(), len(told)) == ("1", first, 1)
    store.close()


def test_that_a_killed_writer_loses_only_what_was_not_committed(tmp_path: Path) -> None:
    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from corpus.store.database.changes import Changes
        from corpus.store.store import Store
        store = Store(Path(sys.argv[1]), write=True)
        with store.transaction(Changes()):
            store.settings.put("kept", "yes")
        with store.transaction(Changes()):
            store.settings.put("lost", "yes")
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    opened(tmp_path).close()
    ended = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert ended.returncode == -signal.SIGKILL
    store = Store(tmp_path, write=True)
    assert (store.settings.get("kept"), store.settings.get("lost")) == ("yes", "")
    assert store.database.problems() == ()
    store.close()


def test_that_closing_leaves_one_file_that_can_be_copied(tmp_path: Path) -> None:
    store = opened(tmp_path / "here")
    with store.transaction(Changes()):
        store.settings.put("creator", "李四")
    store.close()
    (tmp_path / "there").mkdir()
    shutil.copy(tmp_path / "here" / "library.db", tmp_path / "there" / "library.db")
    assert not (tmp_path / "here" / "library.db-wal").exists()
    copy = Store(tmp_path / "there", write=False)
    assert copy.settings.get("creator") == "李四"
    copy.close()


@pytest.mark.skipif(os.name != "posix", reason="permissions of folders are POSIX")
def test_that_a_read_only_folder_can_be_read(tmp_path: Path) -> None:
    root = tmp_path / "只读"
    opened(root).close()
    root.chmod(0o555)
    try:
        database = Database(root / "library.db", write=False)
        assert database.last_change() == 0
        database.close()
    finally:
        root.chmod(0o755)


def test_that_a_reader_sees_what_a_writer_commits_beside_it(tmp_path: Path) -> None:
    writer = opened(tmp_path)
    reader = Store(tmp_path, write=False)
    with writer.transaction(Changes()):
        writer.settings.put("a", "1")
    assert reader.settings.get("a") == "1"
    reader.close()
    writer.close()


def journal(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def test_that_a_library_on_a_network_has_the_patient_journal_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).close()
    assert journal(tmp_path / "library.db") == "wal"
    monkeypatch.setattr(databases, "on_network", lambda _path: True)
    store = opened(tmp_path)
    assert store.database.caution is not None
    assert (store.database.caution.kind, journal(tmp_path / "library.db")) == ("network_disk", "delete")
    with store.transaction(Changes()):
        store.settings.put("creator", "张三")
    store.close()
    monkeypatch.setattr(databases, "on_network", lambda _path: False)
    store = opened(tmp_path)
    assert (store.settings.get("creator"), store.database.caution) == ("张三", None)
    assert journal(tmp_path / "library.db") == "wal"
    store.close()


class Stubborn(sqlite3.Connection):
    """A connection whose disk does not take the fast journal."""

    def execute(self, sql: str, /, *values: Any) -> sqlite3.Cursor:
        return super().execute(sql.replace("= wal", "= delete"), *values)


def test_that_a_disk_that_does_not_take_the_fast_journal_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def connect(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
        address = f"file:{path}?mode={mode}{more}"
        return sqlite3.connect(address, uri=True, isolation_level=None, factory=Stubborn)

    monkeypatch.setattr(databases, "connect", connect)
    store = opened(tmp_path)
    assert store.database.caution is not None
    assert store.database.caution.kind == "slow_disk"
    store.close()


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_that_what_a_dead_writer_left_is_read_where_nothing_may_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    script = textwrap.dedent(
        """
        import os, signal, sys
        from pathlib import Path
        from corpus.model.platform import Correction
        from corpus.store.database import database
        from corpus.store.database.changes import Changes
        from corpus.store.store import Store
        database.on_network = lambda path: sys.argv[2] == "delete"
        store = Store(Path(sys.argv[1]), write=True)
        with store.transaction(Changes()):
            store.settings.put("kept", "yes")
        store.database.run("PRAGMA cache_size = 5")
        with store.transaction(Changes()):
            store.settings.put("kept", "half")
            for number in range(9):
                store.words.put_correction(Correction(str(number), "x" * 1_000_000))
            os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path), mode], check=False)
    assert any((tmp_path / f"library.db{tail}").stat().st_size for tail in reading.LEFT_BEHIND
               if (tmp_path / f"library.db{tail}").exists())  # fmt: skip
    really = reading.connect

    def connect(path: Path, mode: str, more: str = "") -> sqlite3.Connection:
        if path.parent == tmp_path and not more:
            raise sqlite3.OperationalError("unable to open database file")
        return really(path, mode, more)

    monkeypatch.setattr(reading, "connect", connect)
    store = Store(tmp_path, write=False)
    assert store.settings.get("kept") == "yes"
    store.close()


@posix
@pytest.mark.parametrize("deleted", [False, True])
def test_that_nothing_is_written_into_a_library_that_is_gone(tmp_path: Path, *, deleted: bool) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    store = opened(here)
    if deleted:
        shutil.rmtree(here)
    else:
        here.rename(there)

    def write() -> None:
        with store.transaction(Changes()):
            store.settings.put("creator", "李四")

    with pytest.raises(LibraryError, match="library_gone"):
        write()
    if not deleted:
        there.rename(here)
        write()
        assert store.settings.get("creator") == "李四"
    store.close()
    assert here.exists() is not deleted


@posix
def test_that_a_thread_does_not_take_another_library_at_the_same_place_for_this_one(tmp_path: Path) -> None:
    here = tmp_path / "here"
    store = opened(here)
    here.rename(tmp_path / "there")
    opened(here).close()
    with ThreadPoolExecutor(1) as pool, pytest.raises(LibraryError, match="library_gone"):
        pool.submit(store.settings.get, "creator").result()
    store.close()


def test_that_every_connection_waits_for_the_disk_and_holds_to_what_rows_refer_to(tmp_path: Path) -> None:
    with closing(opened(tmp_path).database) as database, ThreadPoolExecutor(1) as pool:
        for setting, wanted in (("synchronous", 2), ("foreign_keys", 1)):
            here = database.rows(f"PRAGMA {setting}")
            elsewhere = pool.submit(database.rows, f"PRAGMA {setting}").result()
            assert [row[0] for row in (*here, *elsewhere)] == [wanted, wanted]


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, "disk_full"), (sqlite3.SQLITE_IOERR_WRITE, "disk_failed"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk_failed"), (sqlite3.SQLITE_READONLY_DIRECTORY, "library_read_only"),
        (sqlite3.SQLITE_CANTOPEN, "disk_failed"), (sqlite3.SQLITE_BUSY, "library_locked"),
        (sqlite3.SQLITE_LOCKED, "library_locked"), (sqlite3.SQLITE_CORRUPT, "library_damaged"),
        (sqlite3.SQLITE_NOTADB, "library_damaged"), (None, "library_damaged"),
    ],
)  # fmt: skip
def test_that_the_code_of_an_error_says_what_is_told(tmp_path: Path, code: int | None, kind: str) -> None:
    error = sqlite3.OperationalError("disk I/O error is full of locked words")
    if code is not None:
        error.sqlite_errorcode = code
    assert kind_of(error, tmp_path / "library.db") == kind


class Answering:
    """A connection that answers everything with one row, or raises an error with a code of SQLite's."""

    def __init__(self, row: str = "", code: int = 0) -> None:
        self._row, self._code = row, code

    def execute(self, *_: object) -> Any:
        if self._code:
            error = sqlite3.DatabaseError("database disk image is malformed")
            error.sqlite_errorcode = self._code
            raise error
        return [(self._row,)]

    def close(self) -> None:
        """Do nothing."""


def answering(row: str) -> Any:
    return Answering(row)


def test_that_a_page_that_cannot_be_read_is_no_damage(tmp_path: Path) -> None:
    for row in (
        "Page 7: unable to get the page. error code=8458",
        "On tree page 4 cell 2: failed to get page 7",
        "Main freelist: failed to get page 7",
    ):
        with pytest.raises(sqlite3.OperationalError) as caught:
            found_wrong(answering(row))
        assert kind_of(caught.value, tmp_path / "library.db") == "disk_failed"
        assert was_the_disk(partial(answering, row))
    for row in ("Page 7: btreeInitPage() returns error code 11", "Page 7: error code=11", "row 1 missing"):
        assert found_wrong(answering(row)) == (row,)
        assert not was_the_disk(partial(answering, row))


def test_that_what_is_malformed_only_where_it_was_read_is_the_disk_and_is_not_written_back(
    tmp_path: Path,
) -> None:
    opened(tmp_path).close()
    store = opened(tmp_path)
    malformed: Any = Answering(code=sqlite3.SQLITE_CORRUPT)
    store.database._open[threading.get_ident()] = malformed
    with pytest.raises(LibraryError, match="disk_failed"):
        store.database.rows("SELECT 1")
    assert (tmp_path / MET).exists()
    with pytest.raises(LibraryError) as caught, store.transaction(Changes()):
        store.settings.put("creator", "张三")
    assert (caught.value.kind, caught.value.values["detail"]) == ("disk_failed", "reopen")
    with (tmp_path / "library.db").open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 40_000)
    with pytest.raises(LibraryError, match="library_damaged"):
        store.database.rows("SELECT 1")


def test_that_half_a_character_is_no_damage(tmp_path: Path) -> None:
    store = opened(tmp_path)
    assert store.articles.get("a\udcff") is None
    with store.transaction(Changes()):
        store.settings.put("creator", "张\ud83d")
        store.drafts.put(Draft("d", "稿\udcff", "free", (DraftItem("text", text="字\udcff"),), "", ""))
    assert store.settings.get("creator") == "张\ufffd"
    (draft,) = store.drafts.all()
    assert (draft.title, draft.items[0].text) == ("稿\ufffd", "字\ufffd")
    with pytest.raises(UsageError), store.transaction(Changes()):
        store.database.run_many("INSERT INTO meta VALUES (?, ?)", [("a", "b"), ("c", "\udcff")])
    assert store.database.row("SELECT value FROM meta WHERE key = 'a'") is None


def test_that_no_damaged_file_is_held_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[sqlite3.Connection] = []

    def connected(*given: str) -> sqlite3.Connection:
        opened.append(reading.connect(Path(given[0]), *given[1:]))
        return opened[-1]

    monkeypatch.setattr(databases, "connect", connected)
    (tmp_path / "library.db").write_bytes(b"x" * 5000)
    with pytest.raises((LibraryError, sqlite3.Error)):
        Database(tmp_path / "library.db", write=True).rows("SELECT 1")
    for one in opened:
        with pytest.raises(sqlite3.ProgrammingError):
            one.execute("SELECT 1")
    assert opened
