"""The contract of ranked engines: each engine in the table must keep it."""

from __future__ import annotations

import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from whoosh.reading import MultiReader, SegmentReader

import index.words.whoosh_engine.best as best_documents
from index.words.counting import count_fields, count_text
from index.words.engine import EngineUnreadableError
from index.words.whoosh_engine import WhooshEngine
from tests.index.library import Shelf

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from index.document import IndexDocument
    from index.segment import Segmenter
    from index.words.counting import Counted

ENGINES = {"whoosh": WhooshEngine}


@pytest.fixture(params=sorted(ENGINES))
def kind(request: pytest.FixtureRequest) -> type[WhooshEngine]:
    return ENGINES[request.param]


@pytest.fixture
def engine(kind: type[WhooshEngine], tmp_path: Path, segmenter: Segmenter) -> Iterator[WhooshEngine]:
    with closing(kind.create(tmp_path, segmenter)) as made:
        yield made


def documents(texts: dict[str, str], **fields: str) -> list[IndexDocument]:
    shelf = Shelf()
    for name, text in texts.items():
        shelf.put(name, text, **fields)
    return list(shelf.get_many(shelf.ids()))


def words_of(document: IndexDocument, segmenter: Segmenter) -> Counted:
    return count_text(document.text, segmenter) | count_fields(document.fields, segmenter)


@pytest.fixture
def write(engine: WhooshEngine, segmenter: Segmenter) -> Callable[..., None]:
    def put(texts: dict[str, str], change: int, **fields: str) -> None:
        writer = engine.writer()
        for document in documents(texts, **fields):
            writer.put(document.id, words_of(document, segmenter))
        writer.commit(change)

    return put


def test_an_empty_engine_answers(engine: WhooshEngine) -> None:
    assert (engine.change, engine.documents(), engine.rank(["电商"], 10), list(engine.vocabulary())) == (
        -1,
        0,
        {},
        [],
    )
    assert engine.frequency("电商") == 0


def test_documents_rank_by_their_words(engine: WhooshEngine, write: Callable[..., None]) -> None:
    write({"1": "题\n电商电商电商", "2": "题\n电商和天气不错的一天", "3": "题\n天气"}, 3)
    assert list(engine.rank(["电商"], 10)) == ["1", "2"]
    assert list(engine.rank(["电商"], 1)) == ["1"]
    assert all(score > 0 for score in engine.rank(["电商", "天气", "没有"], 10).values())
    assert (engine.documents(), engine.change, engine.frequency("电商")) == (3, 3, 4)


def test_words_in_titles_and_other_fields_count(engine: WhooshEngine, write: Callable[..., None]) -> None:
    write({"1": "电商\n天气", "2": "天气\n电商"}, 1, tags="重要", somewhere="别处")
    assert list(engine.rank(["电商"], 10)) == ["1", "2"]
    assert set(engine.rank(["重要"], 10)) == set(engine.rank(["别处"], 10)) == {"1", "2"}


def test_a_document_is_replaced_or_deleted(engine: WhooshEngine, write: Callable[..., None]) -> None:
    write({"1": "旧\n电商", "2": "题\n电商"}, 2)
    write({"1": "新\n直播"}, 3)
    assert (set(engine.rank(["电商"], 9)), set(engine.rank(["直播"], 9)), engine.documents()) == (
        {"2"},
        {"1"},
        2,
    )
    writer = engine.writer()
    writer.delete("2")
    writer.delete("nothing")
    writer.commit(5)
    assert (engine.rank(["电商"], 9), engine.documents(), engine.change) == ({}, 1, 5)


def test_nothing_is_seen_before_the_commit_or_after_abandoning(
    engine: WhooshEngine, write: Callable[..., None], segmenter: Segmenter
) -> None:
    write({"1": "题\n电商"}, 1)
    writer = engine.writer()
    (other,) = documents({"2": "题\n电商"})
    writer.put(other.id, words_of(other, segmenter))
    assert (set(engine.rank(["电商"], 9)), engine.change) == ({"1"}, 1)
    writer.abandon()
    assert (set(engine.rank(["电商"], 9)), engine.change, engine.documents()) == ({"1"}, 1, 1)


def test_another_engine_over_the_same_files_sees_commits(
    kind: type[WhooshEngine], tmp_path: Path, segmenter: Segmenter, write: Callable[..., None]
) -> None:
    with closing(kind(tmp_path, segmenter)) as other:
        write({"1": "题\n电商"}, 7)
        assert set(other.rank(["电商"], 9)) == {"1"}
        assert other.change == 7


def test_the_vocabulary_holds_words_long_and_short(engine: WhooshEngine, write: Callable[..., None]) -> None:
    write({"1": "题\n直播电商，5G App 张𠮷。", "2": "题\n电商"}, 1)
    vocabulary = dict(engine.vocabulary())
    assert {word: vocabulary.get(word) for word in ("直播电商", "电商", "5g", "app", "题")} == {
        "直播电商": 1, "电商": 2, "5g": 1, "app": 1, "题": 2
    }  # fmt: skip
    assert "，" not in vocabulary
    assert {"张", "𠮷"} <= set(vocabulary) or "张𠮷" in vocabulary


def test_that_words_of_several_batches_are_counted_together_and_looked_up_in_none(
    engine: WhooshEngine, write: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write({str(one): f"题\n直播电商第{one}年" for one in range(9)}, 1)
    write({"后": "题\n电商和仓库"}, 2)

    def looked_up(_reader: object, *_of: object) -> None:
        raise AssertionError

    monkeypatch.setattr(MultiReader, "term_info", looked_up)
    words = list(engine.vocabulary())
    assert words == sorted(dict(words).items())
    assert {word: dict(words).get(word) for word in ("电商", "仓库", "题")} == {
        "电商": 10,
        "仓库": 1,
        "题": 10,
    }


def test_files_of_another_making_are_refused(
    engine: WhooshEngine, kind: type[WhooshEngine], tmp_path: Path, segmenter: Segmenter
) -> None:
    assert engine.change == -1
    with pytest.raises(EngineUnreadableError):
        kind(tmp_path / "nowhere", segmenter)
    (tmp_path / "fingerprint.json").write_text("{}")
    with pytest.raises(EngineUnreadableError, match="fingerprint"):
        kind(tmp_path, segmenter)


def test_several_threads_may_ask_at_once(engine: WhooshEngine, write: Callable[..., None]) -> None:
    write({str(i): f"题{i}\n电商第{i}" for i in range(20)}, 20)
    counts: list[int] = []
    threads = [
        threading.Thread(target=lambda: counts.extend(len(engine.rank(["电商"], 50)) for _ in range(20)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    write({"x": "题\n电商"}, 21)
    for thread in threads:
        thread.join()
    assert len(counts) == 80
    assert set(counts) <= {20, 21}


def test_of_common_words_only_what_can_be_among_the_best_is_looked_up(
    engine: WhooshEngine, write: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    size = 90
    words = {"电商": 1, "天气": 2, "直播": 7, "拼多多": 30}
    said = [[word * (1 + n % 3) for word, every in words.items() if n % every == 0] for n in range(size)]
    texts = {f"{n:02}": "题\n" + "。".join(said[n]) + "晴" * (n % 11) for n in range(size)}
    write(texts, 1)
    asked = dict(zip(words, (0.1, 0.3, 0.3, 1.0), strict=True))
    monkeypatch.setattr(best_documents, "COMMON", size + 1)
    every = engine.relevance(asked, size)
    assert len(every) == size
    gone_through: list[str] = []
    places = best_documents._Leaf.places

    def told(leaf: best_documents._Leaf, field: str, word: str) -> Iterable[tuple[int, float]]:
        gone_through.append(word)
        return places(leaf, field, word)

    monkeypatch.setattr(best_documents, "COMMON", 10)
    monkeypatch.setattr(best_documents._Leaf, "places", told)
    for most in (1, 2, 5, 40, size):
        first = engine.relevance(asked, most)
        assert list(first) == list(every)[:most]
        assert all(score == pytest.approx(every[name]) for name, score in first.items())
    gone_through.clear()
    engine.relevance(asked, 2)
    assert gone_through == ["拼多多"]


def test_the_lengths_of_all_texts_are_read_at_once_and_are_those_of_whoosh(
    engine: WhooshEngine, write: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    write({f"{n:02}": "题\n" + "电商晴" * n for n in range(40)}, 1)
    made: list[tuple[Any, str, array[float]]] = []
    damping_of_all, one_length = best_documents._damping_of_all, SegmentReader.doc_field_length

    def told(reader: Any, field: str, least: float, slope: float) -> array[float]:
        # Of BM25 only what depends on the length is left.
        made.append((reader, field, damping_of_all(reader, field, 0.0, 1.0)))
        return damping_of_all(reader, field, least, slope)

    monkeypatch.setattr(best_documents, "_damping_of_all", told)
    monkeypatch.setattr(SegmentReader, "doc_field_length", None)
    assert len(engine.relevance({"电商": 1.0}, 50)) == 39
    assert made
    for reader, field, damping in made:
        lengths = [one_length(reader, number, field) for number in range(reader.doc_count_all())]
        assert list(damping) == [float(length or 0) for length in lengths]
    assert max(max(damping) for _, _, damping in made) > 1
