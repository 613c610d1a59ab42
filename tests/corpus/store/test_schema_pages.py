"""The pages of a schema are found whatever it holds, and lent only where they fit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.store.salvage.file_header import LENGTH
from corpus.store.salvage.schema_pages import lend_schema, schema_pages


def made(path: Path, tables: int, page: int = 512, rows: int = 3) -> Path:
    with closing(sqlite3.connect(path)) as one:
        one.execute(f"PRAGMA page_size = {page}")
        for n in range(tables):
            one.execute(f"CREATE TABLE t{n} (a, b)")
            one.executemany(f"INSERT INTO t{n} VALUES (?, ?)", [(n, m) for m in range(rows)])  # noqa: S608 - own names
        one.commit()
    return path


@pytest.mark.parametrize("tables", [1, 5, 30, 300])
def test_that_the_pages_of_a_schema_are_all_and_only_its_own(tmp_path: Path, tables: int) -> None:
    path = made(tmp_path / "a", tables)
    pages = schema_pages(path.read_bytes())
    whole = path.stat().st_size // 512
    assert len(set(pages)) == len(pages) == whole - tables, "each table has one page"
    assert pages[0] == 1


@pytest.mark.parametrize("tables", [2, 60])
@pytest.mark.parametrize(
    ("page", "header", "lent"), [(512, "own", True), (1024, "own", False), (512, "none", True)]
)
def test_that_a_schema_is_lent_to_what_has_pages_of_its_size_or_says_none(
    tmp_path: Path, tables: int, page: int, header: str, *, lent: bool
) -> None:
    lender = made(tmp_path / "lender", tables)
    damaged = made(tmp_path / "damaged", tables, page, rows=4)
    data = bytearray(damaged.read_bytes())
    for one in schema_pages(bytes(data)):
        start = (one - 1) * page
        data[start + (LENGTH if one == 1 else 0) : start + page] = bytes(page - (LENGTH if one == 1 else 0))
    if header == "none":
        data[16:18] = bytes(2)
    damaged.write_bytes(data)
    target = tmp_path / "target"
    assert lend_schema(damaged, lender, target) is lent
    assert target.read_bytes()[:LENGTH] == bytes(data[:LENGTH])
    if lent and header == "own":
        with closing(sqlite3.connect(target)) as found:
            assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert found.execute("SELECT count(*) FROM t1").fetchone() == (4,)
    assert not lend_schema(damaged, tmp_path / "none", target)
