"""A copy of a database holds what a dead writer left beside it; what stands in its way is told as what it is."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.model.errors import InputError, LibraryError
from corpus.store.salvage import snapshot
from corpus.store.salvage.snapshot import copy_of


@pytest.mark.parametrize(("mode", "tail", "changed"), [("wal", "-wal", 200), ("delete", "-journal", 0)])
def test_that_a_copy_takes_what_a_dead_writer_left_beside(
    tmp_path: Path, mode: str, tail: str, changed: int
) -> None:
    busy, left = tmp_path / "busy.db", tmp_path / "left.db"
    with closing(sqlite3.connect(busy, isolation_level=None)) as writer:
        writer.execute(f"PRAGMA journal_mode = {mode}")
        writer.execute("PRAGMA cache_size = 1")  # what is not committed is written all the same
        writer.execute("CREATE TABLE t (words)")
        writer.execute("BEGIN")
        writer.executemany("INSERT INTO t VALUES (?)", [("before" * 200,)] * 200)
        writer.execute("COMMIT")
        writer.execute("BEGIN")
        writer.execute("UPDATE t SET words = ?", ("behind" * 200,))
        if mode == "wal":
            writer.execute("COMMIT")
        shutil.copy(busy, left)
        shutil.copy(f"{busy}{tail}", f"{left}{tail}")
    copy_of(left, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM t WHERE words LIKE 'behind%'").fetchone() == (changed,)
        assert copy.execute("SELECT count(*) FROM t").fetchone() == (200,)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR_READ, "disk_failed"),
        (sqlite3.SQLITE_IOERR_WRITE, "disk_failed"),
        (sqlite3.SQLITE_CANTOPEN, "disk_failed"),
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_CORRUPT, "disk_failed"),
    ],
)
def test_that_a_disk_that_fails_under_a_copy_is_no_fault_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: str
) -> None:
    sound = tmp_path / "sound.db"
    with closing(sqlite3.connect(sound)) as writer:
        writer.execute("CREATE TABLE t (words)")
    error = sqlite3.OperationalError("unable")
    error.sqlite_errorcode = code

    def fail(*_given: object) -> sqlite3.Connection:
        raise error

    monkeypatch.setattr(snapshot, "connect", fail)
    with pytest.raises(LibraryError) as caught:
        copy_of(sound, tmp_path / "copy.db")
    assert (caught.value.kind, caught.value.values) == (kind, {"path": str(sound)})


@pytest.mark.parametrize("tail", ["", "-wal"])
def test_that_damage_under_a_copy_is_no_fault_of_the_disk(tmp_path: Path, tail: str) -> None:
    rubbish = tmp_path / "rubbish.db"
    rubbish.write_bytes(b"no database at all " * 500)
    Path(f"{rubbish}{tail}").touch()
    with pytest.raises(InputError, match="bad_backup"):
        copy_of(rubbish, tmp_path / "copy.db")
