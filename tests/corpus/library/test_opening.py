"""Opening: older libraries are brought up, odd disks are told of once, what cannot be written can be read."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake import opening
from corpus.library.intake.opening import open_as_far_as_possible, open_library
from corpus.library.notes.annotating import add_note, list_annotations
from corpus.library.reading.articles import list_articles
from corpus.model.errors import LibraryError
from corpus.store.database import database as databases
from corpus.store.folder.lock import LibraryLock
from corpus.store.schema import tables
from corpus.store.schema import version as schema
from corpus.store.store import Store
from tests.copies import copied


@contextmanager
def a_later_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Make this the program of a later version, for which every library made before is an older one."""
    with monkeypatch.context() as later:
        later.setattr(tables, "STEPS", (*tables.STEPS, "CREATE TABLE later (x TEXT)"))
        later.setattr(schema, "VERSION", schema.VERSION + 1)
        yield


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return schema.version_of(connection)


@pytest.fixture
def root(library_template: Path, tmp_path: Path) -> Path:
    return copied(library_template, tmp_path / "库")


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every folder be one that may not be written to, as far as the lock shows it."""

    def acquire(_lock: LibraryLock, *, wait: float = 0.0) -> None:
        raise LibraryError("library_read_only", path=str(wait))

    monkeypatch.setattr(LibraryLock, "acquire", acquire)


@pytest.mark.parametrize("write", [False, True])
def test_that_an_older_library_is_brought_up_whoever_opens_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, *, write: bool
) -> None:
    library = open_library(root, write=True)
    note = add_note(library, "还在").annotation
    library.close()
    with a_later_program(monkeypatch):
        library = open_library(root, write=write)
        assert [one.annotation for one in list_annotations(library)] == [note]
        assert library.store.database.rows("SELECT * FROM later") == []
        library.close()
    assert version(root / "library.db") == version(root / f"library.v{schema.VERSION}.bak.db") + 1


@pytest.mark.parametrize("kind", ["disk_full", "library_damaged"])
def test_that_a_newer_pack_may_wait_for_room_and_for_nothing_else(
    root: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    tried: list[tuple[str, ...]] = []

    def fail(_store: Store, names: tuple[str, ...]) -> None:
        tried.append(names)
        raise LibraryError(kind, path=str(root))

    monkeypatch.setattr(opening, "outdated_packs", lambda _store: ("一包",))
    monkeypatch.setattr(opening, "_install", fail)
    if kind == "disk_full":
        library = open_library(root, write=True)
        assert len(list_articles(library)) > 0
        library.close()
    else:
        with pytest.raises(LibraryError, match=kind):
            open_library(root, write=True)
    assert tried == [("一包",)]


def test_that_who_works_for_a_program_that_holds_a_library_leaves_its_exchange_to_it(root: Path) -> None:
    holding = open_library(root, write=True)
    journal = root.with_name(f".{root.name}.exchange")
    journal.write_text(json.dumps({"staging": f".{root.name}.exchange-1", "aside": ""}), encoding="utf-8")
    helping = open_library(root, write=True, joined=True)
    assert journal.exists()
    assert not helping.take_cautions()
    helping.close()
    holding.close()
    alone = open_library(root, write=True)
    assert not journal.exists()
    assert [one.kind for one in alone.take_cautions()] == ["restore_finished"]
    alone.close()


@pytest.mark.usefixtures("unwritable")
def test_that_an_older_library_that_cannot_be_brought_up_is_told_as_such(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with a_later_program(monkeypatch), pytest.raises(LibraryError, match="library_older"):
        open_library(root, write=False)


@pytest.mark.usefixtures("unwritable")
def test_that_a_library_that_cannot_be_written_is_opened_for_reading(root: Path, tmp_path: Path) -> None:
    library = open_as_far_as_possible(root, holder="t")
    assert [one.kind for one in library.take_cautions()] == ["read_only"]
    assert find_places(library, SearchRequest("电子商务", "exact")).total > 0
    with pytest.raises(LibraryError, match="library_read_only"):
        add_note(library, "不行")
    library.close()
    with pytest.raises(LibraryError, match="library_read_only"):
        open_as_far_as_possible(tmp_path / "没有", holder="t")


def test_that_a_disk_of_a_network_is_told_of_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> list[str]:
        library = open_library(root, write=True)
        joined = open_library(root, write=True, joined=True)
        kinds = [one.kind for one in (*library.take_cautions(), *joined.take_cautions())]
        joined.close()
        library.close()
        return kinds

    assert told() == []
    monkeypatch.setattr(databases, "on_network", lambda _path: True)
    assert [told(), told()] == [["network_disk"], []]
    monkeypatch.setattr(databases, "on_network", lambda _path: False)
    assert told() == []
    monkeypatch.setattr(databases, "on_network", lambda _path: True)
    assert told() == ["network_disk"]


def test_that_a_worker_makes_no_library_where_the_window_s_was_moved_away(root: Path) -> None:
    root.rename(root.with_name("别处"))
    with pytest.raises(LibraryError, match="library_gone"):
        open_library(root, write=True, joined=True)
    assert not root.exists()


def test_that_a_worker_joins_the_window_that_holds_the_library(root: Path) -> None:
    window = LibraryLock(root, "窗口")
    window.acquire()
    joined = open_as_far_as_possible(root, joined=True)
    add_note(joined, "记")
    assert joined.take_cautions() == ()
    joined.close()
    with pytest.raises(LibraryError, match="library_locked"):
        open_as_far_as_possible(root)
    window.release()
    root.rename(root.with_name("别处"))
    with pytest.raises(LibraryError, match="library_gone"):
        open_as_far_as_possible(root, joined=True)
    assert not root.exists()


def test_that_a_disk_too_full_for_a_newer_pack_does_not_keep_the_library_shut(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = {one.id for one in list_articles(library)}
    library.close()

    def full(_store: Store, _names: tuple[str, ...]) -> None:
        raise LibraryError("disk_full", path="")

    monkeypatch.setattr(opening, "_install", full)
    opened = open_library(library.root, write=True)
    assert {one.id for one in list_articles(opened)} == known
    opened.close()


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the system itself is asked")
@pytest.mark.parametrize("write", [True, False])
def test_that_a_library_moved_too_deep_for_its_files_is_told_so(root: Path, write: bool) -> None:
    deep = root.parent / ("深" * 60) / ("d" * 200) / ("d" * 120)
    deep.parent.mkdir(parents=True)
    root.rename(deep)
    assert len(os.fsencode(deep)) > 500
    with pytest.raises(LibraryError) as caught:
        open_library(deep, write=write)
    assert (caught.value.kind, caught.value.values["detail"]) == ("library_read_only", "long")
    deep.rename(root)
    open_library(root, write=write).close()


def test_that_the_newest_version_is_the_one_all_steps_lead_to() -> None:
    assert len(tables.STEPS) == schema.VERSION
