"""One state of all documents: what the index holds, and what changed since."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.characters import connecting
from index.characters import index as characters
from index.characters.entry import Entry
from index.characters.generations import Generations
from index.characters.index import (
    CharacterReader,
    CharacterWriter,
    question_of,
)
from index.characters.numbers import Numbers
from index.characters.row import TextRow
from index.characters.scan import FEW, Scanner
from index.characters.stopping import SearchStoppedError
from index.document import DocumentFields
from index.finder import Finder
from index.fold import SAME_LENGTH, Fold
from index.query.request import Query
from index.search.literal import Literally, find_places, unquoted
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.characters.scan import View
    from index.segment import Segmenter

MANY = FEW + 6


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    texts = {f"{n:02}": f"第{n}篇\n甲乙丙。{'丁' * (n % 3)}戊{n}号。" for n in range(MANY)}
    texts["last"] = "末篇\n甲乙己。庚辛在这里。"
    return Shelf(texts)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, shelf: Shelf, segmenter: Segmenter) -> Path:
    made = tmp_path_factory.mktemp("view")
    synchronise(made, shelf, segmenter)
    shelf.put("late", "后来\n甲乙新来。壬癸也在。")
    shelf.remove("05")
    shelf.note("06", title="改了的标题")
    return made


@pytest.fixture(scope="module")
def scanner(folder: Path, shelf: Shelf) -> Scanner:
    return Scanner(shelf, Generations(folder, "characters"))


@pytest.fixture
def view(scanner: Scanner) -> Iterator[View]:
    with scanner.view() as opened:
        yield opened


def held(entries: Iterator[Entry]) -> set[str]:
    return {entry.id for entry in entries}


def test_a_view_knows_which_texts_it_looks_through(view: View, shelf: Shelf) -> None:
    assert view.ids() == set(shelf.documents)
    numbered = view.named(shelf.documents)
    assert numbered == view.every_number() == view.numbers(("",))
    assert len(numbered) == len(shelf.documents) - 1
    assert not view.named(("05", "late", "nothing"))
    assert held(view.every_document()) == set(shelf.documents)
    assert {entry.id for entry in view.changed()} == {"late"}
    late = list(view.changed())
    indexed, whole = view._indexed, view.totals()
    assert whole.documents == len(shelf.documents) + 1
    assert whole.documents - indexed.documents == len(late)
    assert whole.characters - indexed.characters == sum(len(entry.folded) for entry in late) > 0
    assert whole.sentences - indexed.sentences == sum(len(entry.starts) for entry in late) > 0


@pytest.mark.parametrize(
    ("string", "stands"),
    [("甲乙", True), ("庚辛", True), ("壬癸", True), ("乙庚", False), ("戊5号", False), ("戊29号", True),
     ("己。庚", True), ("", True)],
)  # fmt: skip
def test_whether_a_string_stands_anywhere(view: View, string: str, stands: bool) -> None:
    assert view.stands(string) is stands


def test_a_string_whose_pairs_stand_apart_in_many_texts_stands_in_none(
    tmp_path: Path, segmenter: Segmenter
) -> None:
    shelf = Shelf({f"{n:02}": "甲乙和乙丙。" for n in range(MANY)} | {"zz": "甲乙丙。"})
    synchronise(tmp_path, shelf, segmenter)
    with Scanner(shelf, Generations(tmp_path, "characters")).view() as view:
        assert view.stands("甲乙丙")
        assert view.numbers(("甲乙丙",)) == view.every_number()
        assert not view.stands("甲乙丙丁")
        assert [places.entry.id for places in find_places(view, "甲乙丙", frozenset())] == ["zz"]


def test_how_many_documents_can_hold_one_of_some_strings(view: View, shelf: Shelf) -> None:
    assert view.frequency(("庚辛",)) == view.frequency(("壬癸",)) == 1
    assert view.frequency(("庚辛", "壬癸")) == 2
    # One that is gone may still be counted.
    assert view.frequency(("甲乙",)) - len(shelf.documents) in {0, 1}
    assert view.frequency(("没有",)) == view.frequency(()) == 0
    assert view.frequency(("", "庚辛")) == len(shelf.documents)


def test_what_can_hold_a_string_is_read_once(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    reading = CharacterReader.postings

    def told(reader: CharacterReader, question: str) -> Numbers:
        read.append(question)
        return reading(reader, question)

    monkeypatch.setattr(CharacterReader, "postings", told)
    view.covering(("号。", "篇", "己。"), 3)
    once = len(read)
    view.numbers(("号。", "己。"))
    view.numbers(("己。", "篇", "号。"))
    list(view.counted(("篇", "号。"), 1))
    list(view.load_each(view.every_number(), [("篇",), ("己。", "号。")]))
    assert len(read) == once <= 3


def test_the_rarest_string_weighs_most(view: View) -> None:
    assert held(view.load(view.covering(("庚辛", "甲乙", "篇", "号。"), 1))) == held(
        view.load(view.numbers(("庚辛",)))
    )


def test_documents_are_handed_out_by_what_they_can_hold(view: View) -> None:
    assert held(view.holding(("庚辛",))) == {"last", "late"}
    assert held(view.rarest(("庚辛", "甲乙"), 1)) == {"last", "late"}
    assert len(held(view.rarest(("庚辛", "甲乙"), 4))) == 5
    assert held(view.counted(["庚辛", "甲乙", "乙己"], 3)) == {"last", "late"}
    assert held(view.counted(["庚辛", "甲乙", "乙己"], 1.5)) == {"last", "late"}
    assert len(held(view.counted(["庚辛", "甲乙", "乙己"], 1))) == MANY + 1
    assert held(view.counted(["庚辛", "甲乙", "乙己"], 1, 1)) == {"last", "late"}
    assert held(view.counted([], 1)) == {"late"}


def test_what_stands_beside_a_text_is_as_of_now(view: View, shelf: Shelf) -> None:
    (noted,) = view.load(view.named(("06",)))
    assert (noted.title, noted.change, noted.text) == ("改了的标题", shelf.change, shelf.documents["06"].text)
    (again,) = view.load(view.named(("06",)))
    assert again == noted
    assert {e.id: e.title for e in view.every_document()}["06"] == "改了的标题"


def test_stored_texts_are_counted_as_they_stand_or_folded(tmp_path: Path, segmenter: Segmenter) -> None:
    shelf = Shelf({"1": "電商 電商。电商ＡＢ 丙丁", "2": "没有"})
    synchronise(tmp_path, shelf, segmenter)
    with Scanner(shelf, Generations(tmp_path, "characters")).view() as view:
        numbers = view.every_number()
        assert dict(view.texts(numbers, folded=False)) == {
            name: one.text for name, one in shelf.documents.items()
        }
        assert dict(view.texts(numbers, folded=True))["1"] == "电商 电商。电商ab 丙丁"
        same = SAME_LENGTH
        asked: tuple[tuple[str, frozenset[Fold], int], ...] = (
            ("电商", frozenset(), 1), ("电商", same, 3), ("電商", same, 3), ("ab", same, 1), ("ab", frozenset(), 0),
            ("商电商", same | {"space"}, 1), ("商电商", same, 0), ("。", frozenset(), 1), ("没", frozenset(), 1),
            ("電商", frozenset({"variants"}), 3), ("ab丙", same, 0), ("ab丙", same | {"space"}, 1), ("ab 丙", same, 1),
        )  # fmt: skip
        for string, folds, count in asked:
            literally = Literally(view, string, folds)
            counted = literally.tally(numbers)
            assert sum(counted.values()) == count
            assert counted == {p.entry.id: len(p.spans) for p in literally.places(numbers)}
            assert sum(len(p.spans) for p in literally.some(numbers, 99)) == count
        assert Literally(view, "", frozenset()).places(numbers) == []
        assert Literally(view, "", frozenset()).some(numbers, 9) == []


def test_a_search_that_nobody_waits_for_ends(folder: Path, shelf: Shelf, segmenter: Segmenter) -> None:
    with closing(Finder(folder, shelf, segmenter)) as finder:
        asked = 0

        def stopped() -> bool:
            nonlocal asked
            asked += 1
            return asked > 12

        with pytest.raises(SearchStoppedError):
            finder.search(Query("甲乙"), stopped)
        assert asked == 13
        assert finder.search(Query("甲乙"), lambda: False).total == len(shelf.documents)


@pytest.mark.parametrize(
    "begin", [CharacterWriter.create, lambda folder: CharacterWriter(folder).__enter__()]
)
def test_that_an_index_that_cannot_be_written_is_not_held_open(
    begin: Callable[[Path], CharacterWriter], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[sqlite3.Connection] = []

    def connected(path: Path, *, write: bool) -> sqlite3.Connection:
        opened.append(connecting.connect(path, write=write))
        return opened[-1]

    monkeypatch.setattr(characters, "connect", connected)
    (tmp_path / characters.FILE).write_bytes(b"x" * 5000)
    with pytest.raises(sqlite3.DatabaseError):
        begin(tmp_path)
    with pytest.raises(sqlite3.ProgrammingError):  # as of one that is closed
        opened[0].execute("SELECT 1")


def test_that_nothing_is_written_beside_an_index_that_may_only_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with CharacterWriter.create(tmp_path):
        pass
    monkeypatch.setattr("os.access", lambda *_: False)
    with closing(connecting.connect(tmp_path / characters.FILE, write=False)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        assert [one.name for one in tmp_path.iterdir()] == [characters.FILE]


def test_that_what_went_wrong_is_told_where_its_transaction_has_ended_already(tmp_path: Path) -> None:
    writer = CharacterWriter.create(tmp_path).__enter__()
    writer._connection.execute("ROLLBACK")
    writer.__exit__(MemoryError)  # which goes on, with nothing else raised in its place
    with pytest.raises(sqlite3.ProgrammingError):  # as of one that is closed
        writer._connection.execute("SELECT 1")


def test_the_index_of_characters_keeps_documents_row_by_row(tmp_path: Path) -> None:
    text = "甲乙。丙"
    with CharacterWriter.create(tmp_path) as writer:
        for name in ("1", "2"):
            writer.put(DocumentFields(name, 3, {"title": name}), TextRow.of(text, ((0, 3), (3, 4))))
        assert writer.put_fields(DocumentFields("2", 5, {"title": "新", "notes": "戊己"}))
        assert not writer.put_fields(DocumentFields("3", 5, {}))
        assert writer.delete("1")
        assert not writer.delete("1")
        writer.finish(6, "v")
    with CharacterReader(tmp_path) as reader:
        assert (reader.change, reader.version, reader.totals(), reader.check()) == (6, "v", (1, 4, 2), True)
        assert list(reader.numbers().values()) == [("2", 5)]
        (number,) = reader.numbers()
        assert [*reader.postings('"甲乙"')] == [number]
        assert [*reader.postings('"乙甲"')] == []
        assert reader.some("甲乙", 9) == {number}
        assert reader.some("", 9) is None
        assert reader.some("乙甲", 9) == set()
        assert reader.holding(["丙"]) == reader.holding(["戊己"]) == reader.holding(["没有", "甲"]) == {"2"}
        assert reader.holding(["没有"]) == reader.holding(["戊甲"]) == set()
        ((told, entry),) = reader.entries([number])
        assert (told, entry.text, entry.starts, entry.ends) == (number, text, (0, 3), (3, 4))
        assert (entry.change, entry.fields) == (5, {"title": "新", "notes": "戊己"})


@pytest.mark.parametrize(
    ("strings", "question"),
    [
        (("甲",), '("甲"*)'),
        (("甲乙",), '("甲乙")'),
        (("甲乙丙", "甲乙丙"), '("乙丙" AND "甲乙")'),
        (("甲", "乙丙"), '("甲"*) OR ("乙丙")'),
        (("甲", ""), None),
        ((), None),
    ],
)
def test_candidates_are_asked_for_by_pairs(strings: tuple[str, ...], question: str | None) -> None:
    assert question_of(strings) == question


def test_of_a_very_long_string_some_pairs_are_enough() -> None:
    question = question_of(("".join(chr(0x4E00 + n) for n in range(1000)),))
    assert question is not None
    assert 32 <= question.count('"') // 2 <= 64


@pytest.mark.parametrize(
    ("text", "bare"),
    [('"甲"', "甲"), ('""', ""), ('"', '"'), ("“甲”", "“甲”"), ('"甲', '"甲'), ('甲"', '甲"'), ("", "")],
)
def test_one_pair_of_quotation_marks_is_taken_off(text: str, bare: str) -> None:
    assert unquoted(text) == bare
