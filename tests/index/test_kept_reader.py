"""The index stays open between the searches of a block, and hides nothing that is written meanwhile."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from index.characters import connecting
from index.characters import index as characters
from index.finder import Finder
from index.folder import IndexFolder
from index.query.request import Query
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from index.segment import Segmenter


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Return every connection to read the index that is opened from now on."""
    made: list[sqlite3.Connection] = []
    real = connecting.connect

    def connect(path: Path, *, write: bool) -> sqlite3.Connection:
        connection = real(path, write=write)
        if not write:
            made.append(connection)
        return connection

    monkeypatch.setattr(characters, "connect", connect)
    return made


@pytest.fixture
def shelf() -> Shelf:
    return Shelf({"a": "甲\n江上有船。", "b": "乙\n山下有田。"})


@pytest.fixture
def finder(tmp_path: Path, shelf: Shelf, segmenter: Segmenter) -> Iterator[Finder]:
    synchronise(tmp_path, shelf, segmenter)
    with closing(Finder(tmp_path, shelf, segmenter)) as made:
        yield made


def places(finder: Finder, text: str) -> list[str]:
    return [one.document for one in finder.search(Query(text, mode="exact")).hits]


def is_open(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1")
    except Exception:  # noqa: BLE001 - whatever a closed one says
        return False
    return True


def test_that_the_searches_of_a_block_open_the_index_once(
    finder: Finder, opened: list[sqlite3.Connection]
) -> None:
    with finder.kept_open():
        for _ in range(5):
            assert places(finder, "有船") == ["a"]
        assert len(opened) == 1
        with finder.kept_open():
            assert places(finder, "有田") == ["b"]
        assert is_open(opened[0])
    assert len(opened) == 1
    assert not is_open(opened[0])
    places(finder, "有船")
    assert len(opened) == 2
    assert not is_open(opened[1])


def test_that_no_state_is_held_between_two_searches(
    finder: Finder, opened: list[sqlite3.Connection], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    with finder.kept_open():
        assert places(finder, "有马") == []
        assert not opened[0].in_transaction
        shelf.put("c", "丙\n路上有马。")
        assert places(finder, "有马") == ["c"]
        synchronise(tmp_path, shelf, segmenter)
        shelf.remove("a")
        synchronise(tmp_path, shelf, segmenter)
        assert places(finder, "有马") == ["c"]
        assert places(finder, "有船") == []
        assert finder.state().indexed == 2


def test_that_a_replaced_generation_is_let_go_at_the_next_search(
    finder: Finder, opened: list[sqlite3.Connection], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    with finder.kept_open():
        assert places(finder, "有船") == ["a"]
        before = IndexFolder(tmp_path, segmenter).characters.current()
        synchronise(tmp_path, shelf, segmenter, rebuild=True)
        assert IndexFolder(tmp_path, segmenter).characters.current() != before
        opened_here = opened[0]
        assert places(finder, "有船") == ["a"]
        assert not is_open(opened_here)
        (tmp_path / "characters.current").unlink()
        last = opened[-1]
        assert places(finder, "有船") == ["a"]
        assert not is_open(last)


def test_that_threads_keep_their_own(finder: Finder, opened: list[sqlite3.Connection]) -> None:
    with finder.kept_open():
        places(finder, "有船")
        other = threading.Thread(target=places, args=(finder, "有船"))
        other.start()
        other.join()
        assert [is_open(one) for one in opened] == [True, False]


def test_that_an_index_opened_where_nothing_may_be_written_is_opened_anew(
    finder: Finder, opened: list[sqlite3.Connection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with finder.kept_open():
        for _ in range(2):
            assert places(finder, "有船") == ["a"]
    assert len(opened) == 2
    assert not any(map(is_open, opened))
