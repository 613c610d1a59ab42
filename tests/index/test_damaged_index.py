"""What is damaged in the index is read round, told of, and made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.characters.index import CharacterReader
from index.characters.unreadable import CharactersUnreadableError
from index.finder import Finder
from index.query.request import Query
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.segment import Segmenter


def spoil(folder: Path, statement: str) -> None:
    (path,) = folder.glob("characters-*/characters.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET text = x'ff'",
        "UPDATE documents SET folded = x'ff'",
        "UPDATE documents SET sentences = x'01'",
        "UPDATE fields SET fields = '{'",
        "DROP TABLE fields",
        "DROP TABLE documents",
    ],
)
def test_damage_deep_inside_is_read_round(
    tmp_path: Path, segmenter: Segmenter, statement: str, opened: Callable[..., Finder]
) -> None:
    shelf = Shelf({"1": "一\n电商在这里。", "2": "二\n没有别的。"})
    synchronise(tmp_path, shelf, segmenter)
    spoil(tmp_path, statement)
    finder = opened(tmp_path, shelf, segmenter)
    assert [hit.document for hit in finder.search(Query("电商", mode="exact")).hits] == ["1"]
    assert finder.concordance("电商").total == 1
    assert {one.id for one in finder.documents()} == {"1", "2"}
    again = opened(tmp_path, shelf, segmenter)
    assert {one.id for one in again.documents()} == {"1", "2"}
    assert opened(tmp_path, shelf, segmenter).state().words_ok
    assert not again.state().characters_ok
    assert not again.state().fingerprint_ok
    assert again.state().indexed == 0
    assert (again.state().change, again.state().documents) == (-1, 2)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE meta SET value = 'x' WHERE key = 'fingerprint'", "fingerprint"),
        ("UPDATE meta SET value = 'x' WHERE key = 'change'", "damaged"),
        ("DELETE FROM meta WHERE key = 'version'", "damaged"),
        ("DROP TABLE meta", "damaged"),
    ],
)
def test_an_index_that_cannot_be_read_says_why(
    tmp_path: Path, segmenter: Segmenter, statement: str, reason: str
) -> None:
    shelf = Shelf({"1": "一\n电商。"})
    synchronise(tmp_path, shelf, segmenter)
    spoil(tmp_path, statement)
    (place,) = tmp_path.glob("characters-*")
    with pytest.raises(CharactersUnreadableError, match=f"^{reason}$"):
        CharacterReader(place)
    with pytest.raises(CharactersUnreadableError, match="missing"):
        CharacterReader(tmp_path)
    report = synchronise(tmp_path, shelf, segmenter)
    assert (report.reason, report.rebuilt, report.updated, report.deleted) == (reason, True, 1, 0)
    assert 0 <= report.seconds < 600
