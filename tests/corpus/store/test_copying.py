"""A copy of a database holds what a dead writer left beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

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
