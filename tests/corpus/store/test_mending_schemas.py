"""Where the letters of a schema are spoilt it is written anew, and nothing else is."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.store.salvage.examination import mend_schema
from corpus.store.store import Store


def schema_of(path: Path) -> dict[str, bytes]:
    with closing(sqlite3.connect(path)) as one:
        one.execute("PRAGMA writable_schema = ON")
        one.text_factory = bytes
        rows = one.execute("SELECT name, rootpage, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name.decode(): b"%d " % page + b" ".join(sql.split()) for name, page, sql in rows}


@pytest.mark.parametrize("kind", ["table", "index", "trigger"])
@pytest.mark.parametrize("spoilt", [b"\xff", b"\xe7\xbd", b"\x00", b"X"])
def test_that_a_schema_in_spoilt_letters_is_as_it_was(tmp_path: Path, kind: str, spoilt: bytes) -> None:
    Store(tmp_path, write=True).close()
    path = tmp_path / "library.db"
    sound = schema_of(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as one:
        one.execute("PRAGMA writable_schema = ON")
        number, name, sql = one.execute(
            "SELECT rowid, name, sql FROM sqlite_master WHERE type = ? AND sql LIKE 'CREATE%' LIMIT 1",
            (kind,),
        ).fetchone()
        other = sql.encode()[:3] + spoilt + sql.encode()[4:]
        one.execute(
            "UPDATE sqlite_master SET sql = CAST(? AS TEXT) WHERE rowid = ?", (sqlite3.Binary(other), number)
        )
    assert schema_of(path)[name] != sound[name]
    mend_schema(path)
    assert schema_of(path) == sound


def test_that_what_is_no_library_of_ours_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "else.db"
    for version in (0, 10_000):
        with closing(sqlite3.connect(path)) as one:
            one.execute("CREATE TABLE IF NOT EXISTS annotations (mine)")
            one.execute(f"PRAGMA user_version = {version}")
        before = path.read_bytes()
        mend_schema(path)
        assert path.read_bytes() == before
    path.write_bytes(b"no database")
    mend_schema(path)
    assert path.read_bytes() == b"no database"
