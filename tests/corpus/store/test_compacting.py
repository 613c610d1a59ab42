"""A database into which much came gives the room its pages leave back, and holds what it held."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError
from corpus.store.database import compacting
from corpus.store.database.compacting import compact_after
from corpus.store.database.database import Database


@pytest.fixture
def airy(tmp_path: Path) -> Iterator[Database]:
    """Return a database half of whose pages are free."""
    with closing(Database(tmp_path / "library.db", write=True)) as made:
        with made.transaction():
            made.run_many("INSERT INTO meta VALUES (?, ?)", [(f"k{n}", "x" * 900) for n in range(400)])
        with made.transaction():
            made.run("DELETE FROM meta WHERE key < 'k3'")
        yield made


def free(database: Database) -> int:
    row = database.row("PRAGMA freelist_count")
    assert row is not None
    return int(row[0])


def told(database: Database) -> list[tuple[object, ...]]:
    return [tuple(row) for row in database.rows("SELECT key, value FROM meta ORDER BY key")]


def test_that_free_pages_are_given_back_and_everything_stands(airy: Database) -> None:
    before, kept = free(airy), told(airy)
    assert before > 20
    assert compact_after(airy, 500)
    assert (free(airy), told(airy)) == (0, kept)


def test_that_words_that_came_in_many_pieces_stand_in_one(airy: Database) -> None:
    for n in range(12):
        with airy.transaction():
            airy.run("INSERT INTO figure_words (rowid, words) VALUES (?, ?)", n, f"网店 店数 第{n}")

    def pieces() -> int:
        return len(airy.rows("SELECT DISTINCT segid FROM figure_words_idx"))

    assert pieces() > 1
    assert compact_after(airy, 500)
    assert pieces() == 1
    assert len(airy.rows("SELECT rowid FROM figure_words WHERE figure_words MATCH '店数'")) == 12


def slow(database: Database, _: pytest.MonkeyPatch) -> None:
    database.caution = Caution("slow_disk", {})


def crowded(_: Database, patched: pytest.MonkeyPatch) -> None:
    patched.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1000))


def unknown(_: Database, patched: pytest.MonkeyPatch) -> None:
    def gone(_: Path) -> SimpleNamespace:
        raise OSError

    patched.setattr(shutil, "disk_usage", gone)


def large(_: Database, patched: pytest.MonkeyPatch) -> None:
    patched.setattr(compacting, "_LARGEST", 1000)


def failing(database: Database, patched: pytest.MonkeyPatch) -> None:
    def full(_: str) -> int:
        raise LibraryError("disk_full", path="")

    patched.setattr(database, "run", full)


def among_many(database: Database, patched: pytest.MonkeyPatch) -> None:
    patched.setattr(database, "row", lambda _: (1501,))


@pytest.mark.parametrize("hindered", [slow, crowded, unknown, large, failing, among_many])
def test_that_it_is_left_where_it_cannot_be_or_does_not_pay(
    airy: Database, hindered: Callable[[Database, pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = free(airy)
    with monkeypatch.context() as patched:
        hindered(airy, patched)
        assert not compact_after(airy, 500)
    assert not compact_after(airy, 499)
    assert free(airy) == before


def test_that_an_import_that_brought_much_ends_with_it(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("corpus.library.intake.importing.compact_after", lambda _, new: asked.append(new))
    (tmp_path / "一.txt").write_text("一\n2018年，青山县快递业务量为300万件。", encoding="utf-8")
    report = import_paths(library, [tmp_path / "一.txt"])
    assert asked == [len(report.sources[0].articles)]
