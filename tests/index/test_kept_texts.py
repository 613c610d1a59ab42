"""Texts are kept while they are used, read again when they changed, and lie in one generation."""

from __future__ import annotations

from pathlib import Path
from sys import getsizeof
from typing import TYPE_CHECKING

import pytest

from index.characters import scan
from index.characters.entry import Entry
from index.characters.fresh import Fresh
from index.characters.generations import Generations
from index.characters.row import TextRow
from index.characters.scan import Totals
from index.document import IndexDocument
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def test_texts_kept_in_memory_are_the_last_used(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = scan._Kept()
    entries = {
        name: Entry.of(IndexDocument(name, 1, {}, "甲" * size, ()))
        for name, size in (("a", 4), ("b", 4), ("c", 4), ("d", 40))
    }
    monkeypatch.setattr(scan, "KEPT_BYTES", scan._bytes_of(entries["a"]) * 5 // 2)
    for name in "aba":
        kept.put(("", name, 1), entries[name])
    assert kept.get(("", "a", 1)) is entries["a"]
    kept.put(("", "c", 1), entries["c"])
    assert [kept.get(("", name, 1)) is not None for name in "abc"] == [True, False, True]
    kept.put(("", "d", 1), entries["d"])
    assert [kept.get(("", name, 1)) is not None for name in "acd"] == [False, False, True]
    kept.put(("", "a", 1), entries["a"])
    assert [kept.get(("", name, 1)) is not None for name in "ad"] == [True, False]


@pytest.mark.parametrize("sign", ["a", "甲", "𠮷"])
@pytest.mark.parametrize("length", [1, 5, 40, 5000])
def test_that_a_text_is_counted_with_all_it_takes(sign: str, length: int) -> None:
    sentences = tuple((at, at + length) for at in range(0, 5000, length))
    entry = Entry.of(IndexDocument("x", 1, {}, sign * 5000, sentences))
    places = {id(one): getsizeof(one) for one in (*entry.starts, *entry.ends)}
    taken = sum(map(getsizeof, (entry.folded, entry.text, entry.starts, entry.ends))) + sum(places.values())
    assert taken * 0.9 <= scan._bytes_of(entry) <= taken * 1.5


def test_a_sum_of_nothing_has_lengths_to_divide_by() -> None:
    assert (Totals(0, 0, 0).sentence_length, Totals(0, 0, 0).document_length) == (1.0, 1.0)
    assert (Totals(2, 30, 5).sentence_length, Totals(2, 30, 5).document_length) == (6.0, 15.0)


def test_what_was_read_directly_is_read_again_only_when_it_changed() -> None:
    shelf = Shelf({"a": "甲", "b": "乙"})
    read: list[str] = []

    def reading(ids: Sequence[str]) -> Iterator[IndexDocument]:
        read.extend(ids)
        return shelf.get_many(ids)

    fresh = Fresh(shelf, reading)
    for ids, wanted in (("ab", "ab"), ("ab", ""), ("b", ""), ("ab", "a"), ("", ""), ("ba", "")):
        read.clear()
        assert [one.id for one in fresh.read(list(ids))] == list(ids)
        assert "".join(read) == wanted
    shelf.put("a", "新")
    shelf.note("b", tags="新")
    read.clear()
    assert [one.text for one in fresh.read(["a", "b", "gone"])] == ["新", "乙"]
    assert read == ["a", "b", "gone"]
    shelf.change = 1
    read.clear()
    assert len(fresh.read(["a", "b"])) == 2
    assert read == ["a", "b"]


def test_of_generations_only_the_one_pointed_to_is_in_use(tmp_path: Path) -> None:
    generations = Generations(tmp_path, "x")
    assert generations.current() is None
    first, second = generations.begin(), generations.begin()
    assert first != second
    generations.publish(first)
    assert (generations.current(), first.is_dir(), second.is_dir()) == (first, True, False)
    third = generations.begin()
    (tmp_path / "x-file").write_text("")
    generations.publish(third)
    assert {one.name for one in tmp_path.iterdir()} == {"x.current", "x-file", third.name}
    pointer = tmp_path / "x.current"
    for name in ("x-gone", "y", "", "../x-1", "x-file", f"x-../{third.name}"):
        pointer.write_text(name)
        assert generations.current() is None
    pointer.write_bytes(b"\xff")
    assert generations.current() is None
    pointer.write_text(f"{third.name}\n")
    assert generations.current() == third


def test_texts_without_sentences_are_one() -> None:
    whole = Entry.of(IndexDocument("1", 1, {}, "甲乙", ()))
    assert (whole.starts, whole.ends, whole.title) == ((0,), (2,), "")
    parts = Entry.of(IndexDocument("1", 1, {"title": "题"}, "甲乙丙丁", ((1, 2), (3, 4))))
    assert [parts.sentence_at(n) for n in range(5)] == [0, 0, 0, 1, 1]
    assert parts.title == "题"
    assert (TextRow.of("甲乙", ()).sentence_count, TextRow.of("甲乙", ()).characters) == (1, 2)
    assert TextRow.of("甲乙", ()) == TextRow.of("甲乙", ((0, 2),))
