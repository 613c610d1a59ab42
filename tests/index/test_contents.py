"""What the indexes are given and what they say of themselves: prepared texts, counted words, seals, lost engines."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from index.document import DocumentFields
from index.finder import Finder
from index.preparing.spreading import Conduct, PreparedText, counted_words
from index.query.request import Query
from index.search import searching
from index.segment import quick
from index.sync import synchronise
from index.words.counting import count_fields, count_text
from index.words.engine import EngineUnreadableError
from index.words.whoosh_engine import WhooshEngine
from index.words.whoosh_engine.storage import SEAL, is_sound, seal
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from index.document import IndexDocument
    from index.query.request import Answer
    from index.segment import Segmenter

QUESTIONS = ("电商", "直播 卖饭", "标题:规则 平台", "拼多多")


def found(finder: Finder) -> list[list[tuple[str, int, int, float]]]:
    def hits(answer: Answer) -> list[tuple[str, int, int, float]]:
        return [(hit.document, hit.start, hit.end, hit.score) for hit in answer.hits]

    return [hits(finder.search(Query(question))) for question in QUESTIONS]


def test_what_was_made_ready_before_is_taken_and_its_text_not_read(
    tmp_path: Path, shelf: Shelf, segmenter: Segmenter, opened: Callable[..., Finder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    synchronise(tmp_path / "plain", shelf, segmenter)
    expected = found(opened(tmp_path / "plain", shelf, segmenter))
    read: list[str] = []

    def beforehand(ids: Sequence[str]) -> Iterable[tuple[DocumentFields, PreparedText]]:
        for name in ids:
            if name in {"a", "c"}:
                one = shelf.documents[name]
                yield (
                    DocumentFields(one.id, one.change, one.fields),
                    PreparedText.of(one.text, one.sentences, segmenter),
                )

    def reading(ids: Sequence[str]) -> Iterator[IndexDocument]:
        read.extend(ids)
        return Shelf.get_many(shelf, ids)

    monkeypatch.setattr(shelf, "get_many", reading)
    report = synchronise(tmp_path / "ready", shelf, segmenter, Conduct(beforehand=beforehand))
    assert (report.updated, sorted(read)) == (4, ["b", "d"])
    assert found(opened(tmp_path / "ready", shelf, segmenter)) == expected


def test_the_work_is_spread_by_whoever_calls_and_put_in_order(
    tmp_path: Path, shelf: Shelf, segmenter: Segmenter, opened: Callable[..., Finder]
) -> None:
    totals: list[int] = []
    rooms = 0

    @contextmanager
    def spread(prepare: Any, documents: Iterable[IndexDocument], total: int) -> Iterator[Iterator[Any]]:
        totals.append(total)
        with prepare() as work:
            yield iter([work(one) for one in documents])

    @contextmanager
    def room() -> Iterator[None]:
        nonlocal rooms
        rooms += 1
        yield

    synchronise(tmp_path / "plain", shelf, segmenter)
    synchronise(tmp_path / "spread", shelf, segmenter, Conduct(spread=spread, stoppable=room))
    # The words of the texts were counted with them.
    assert totals == [4]
    assert rooms >= 3 * len(shelf.documents)
    assert found(opened(tmp_path / "spread", shelf, segmenter)) == found(
        opened(tmp_path / "plain", shelf, segmenter)
    )


def test_words_kept_for_the_other_index_are_not_those_of_a_text_changed_since(
    tmp_path: Path, shelf: Shelf, segmenter: Segmenter, opened: Callable[..., Finder]
) -> None:
    def meddling(stage: str, done: int, _total: int) -> None:
        if (stage, done) == ("characters", 4):
            shelf.put("a", "换了\n京东和网店。")

    synchronise(tmp_path / "index", shelf, segmenter, Conduct(progress=meddling))
    synchronise(tmp_path / "index", shelf, segmenter)
    synchronise(tmp_path / "plain", shelf, segmenter)
    assert found(opened(tmp_path / "index", shelf, segmenter)) == found(
        opened(tmp_path / "plain", shelf, segmenter)
    )


def test_words_travel_as_they_were_counted(segmenter: Segmenter) -> None:
    prepared = PreparedText.of("做直播电商。做", ((0, 8),), segmenter)
    assert counted_words(prepared.words) == count_text("做直播电商。做", segmenter)
    assert count_fields({"title": "电商", "tags": "", "x": "直播", "y": "平台"}, segmenter) == {
        "title": {"电商": 1},
        "other": {"直播": 1, "平台": 1},
    }
    assert count_fields({}, segmenter) == {"other": {}}
    assert count_text("a   b\n\n\n", segmenter) == {"text": {"a": 1, "b": 1}}


def test_a_seal_knows_the_files_of_its_commit(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    (tmp_path / "a_LOCK").write_bytes(b"")
    assert is_sound(tmp_path, 3)
    seal(tmp_path, 3)
    assert json.loads((tmp_path / SEAL).read_text())["sums"].keys() == {"one"}
    assert is_sound(tmp_path, 3)
    (tmp_path / "more").write_bytes(b"2")
    assert is_sound(tmp_path, 3)
    (tmp_path / "one").write_bytes(b"3")
    assert not is_sound(tmp_path, 3)
    assert is_sound(tmp_path, 4)
    (tmp_path / "one").unlink()
    assert not is_sound(tmp_path, 3)
    for told in ("", "{}", "[]", '{"generation": 3, "sums": []}'):
        (tmp_path / SEAL).write_text(told)
        assert not is_sound(tmp_path, 3)


@pytest.mark.parametrize("part", ["rank", "relevance", "vocabulary", "refresh"])
def test_an_engine_that_breaks_while_it_is_asked_counts_as_absent(
    tmp_path: Path, segmenter: Segmenter, opened: Callable[..., Finder], monkeypatch: pytest.MonkeyPatch, part: str
) -> None:  # fmt: skip
    monkeypatch.setattr(searching, "HEAD", 2)
    shelf = Shelf({f"{n}": f"第{n}篇\n拼多多在{n}个县卖饭，快递也多。" for n in range(5)})
    synchronise(tmp_path / "index", shelf, segmenter)
    finder = opened(tmp_path / "index", shelf, segmenter)
    reading = opened(tmp_path / "none", shelf, segmenter)

    def broken(*_: object) -> None:
        raise EngineUnreadableError(part)

    monkeypatch.setattr(WhooshEngine, part, broken)
    for question in ("卖饭", "拼多多在3个县卖饭，快递多", "pindd"):
        answer, expected = finder.search(Query(question)), reading.search(Query(question))
        assert (answer.counts, answer.total) == (expected.counts, expected.total)
    assert "拼多多" in finder.suggest("pdd")
    monkeypatch.undo()
    assert finder.search(Query("卖饭")).total == 5
    assert synchronise(tmp_path / "index", shelf, segmenter).updated == 0


def test_what_stands_beside_a_text_chooses_documents_too(
    tmp_path: Path, segmenter: Segmenter, opened: Callable[..., Finder], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "HEAD", 4)
    monkeypatch.setattr(searching, "ENGINE_DOCUMENTS", 2)
    shelf = Shelf({f"{n:02}": f"第{n}篇\n快递多。" for n in range(9)})
    shelf.note("07", tags="快递")
    synchronise(tmp_path, shelf, segmenter)
    finder = opened(tmp_path, shelf, segmenter)
    first = finder.search(Query("快递", mode="words", limit=1, whole=False))
    assert "07" in first.counts
    assert finder.search(Query("快递", mode="words", limit=1)).total == 9


def test_short_stretches_are_cut_and_their_words_known() -> None:
    assert quick.plain_words("他在北京卖水果") == ["他", "在", "北京", "卖", "水果"]
    assert (quick.is_word("水果"), quick.is_word("水果他")) == (True, False)
    assert [quick.word_class(word) for word in ("北京", "水果", "水果他")] == ["ns", "n", ""]
