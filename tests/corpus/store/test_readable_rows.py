"""Of a table with broken pages every row that can be reached is read once, and what is lost is counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

import pytest

from corpus.store.salvage.readable_rows import ReadableRows

_PAGE: Final = 512
_ROWS: Final = 300
NUMBERED: Final = "CREATE TABLE held (key TEXT, words TEXT)"
BY_KEY: Final = "CREATE TABLE held (key TEXT, words TEXT, PRIMARY KEY (words, key)) WITHOUT ROWID"


def made(path: Path, table: str, *more: str) -> list[tuple[str, str]]:
    """Write rows into a table at ``path``; return them in the order they are read in."""
    rows = [(f"k{n:04}", f"w{_ROWS - n:04}" + "写" * 20) for n in range(_ROWS)]
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA page_size = {_PAGE}")
        database.execute(table)
        database.executemany("INSERT INTO held VALUES (?, ?)", rows)
        for one in more:
            database.execute(one)
        database.commit()
    return rows


def spoil(path: Path, *words: str) -> None:
    """Spoil the pages on which words stand last."""
    data = bytearray(path.read_bytes())
    for one in words:
        page = data.rindex(one.encode()) // _PAGE
        data[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)
    path.write_bytes(data)


def spoil_root(path: Path) -> None:
    """Spoil the page in which a table begins."""
    with closing(sqlite3.connect(path)) as database:
        (page,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'held'").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * _PAGE : page * _PAGE] = bytes(_PAGE)
    path.write_bytes(data)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "held.db"


def read(path: Path, names: str = "key, words") -> tuple[list[tuple[str, ...]], int]:
    with closing(sqlite3.connect(path)) as database:
        readable = ReadableRows(database, "held", names)
        return list(readable.rows()), readable.lost


@pytest.mark.parametrize("table", [NUMBERED, BY_KEY])
def test_that_all_of_a_sound_table_is_read_and_nothing_lost(path: Path, table: str) -> None:
    rows = made(path, table)
    found, lost = read(path)
    assert (sorted(found), lost) == (rows, 0)
    assert sorted(read(path, "key")[0]) == [(key,) for key, _words in rows]


@pytest.mark.parametrize("index", [(), ("CREATE INDEX by_key ON held (key)",)])
def test_that_what_lies_before_between_and_behind_broken_pages_is_read_once(
    path: Path, index: tuple[str, ...]
) -> None:
    rows = made(path, NUMBERED, *index)
    spoil(path, f"w{_ROWS - 60:04}", f"w{_ROWS - 200:04}")
    found, lost = read(path)
    assert len(found) == len(set(found))
    assert {rows[0], rows[130], rows[-1]} <= set(found) < set(rows)
    assert lost == _ROWS - len(found)


@pytest.mark.parametrize("gone", [1, _ROWS // 2, _ROWS])
def test_that_every_row_of_a_broken_page_is_one_loss_as_far_as_rows_behind_it_tell(
    path: Path, gone: int
) -> None:
    rows = made(path, NUMBERED)
    spoil(path, f"w{_ROWS + 1 - gone:04}")
    found, lost = read(path)
    assert len(found) == len(set(found))
    assert rows[gone - 1] not in found
    assert set(found) < set(rows)
    assert lost == (1 if rows[-1] not in found else _ROWS - len(found))


@pytest.mark.parametrize("table", [NUMBERED, BY_KEY])
def test_that_a_table_whose_beginning_is_broken_is_one_loss_where_nothing_tells_how_many(
    path: Path, table: str
) -> None:
    made(path, table)
    spoil_root(path)
    assert read(path) == ([], 1)


def test_that_an_index_tells_how_many_there_were(path: Path) -> None:
    made(path, NUMBERED, "CREATE INDEX by_key ON held (key)")
    spoil_root(path)
    assert read(path) == ([], _ROWS)


def test_that_a_table_by_key_is_read_from_both_ends(path: Path) -> None:
    rows = made(path, BY_KEY)
    spoil(path, "w0150")
    found, lost = read(path)
    assert len(found) == len(set(found))
    assert {rows[0], rows[-1]} <= set(found) < set(rows)
    assert lost == 1
