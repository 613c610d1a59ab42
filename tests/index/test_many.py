"""More documents than are ranked at once: what is listed, counted and left for later is the same as without limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.characters.packing import unpacked
from index.finder import Finder
from index.query.request import Query
from index.search import searching
from index.segment import Segmenter, Word
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.query.request import Answer

HEAD, ENGINE_DOCUMENTS, GLANCED_AT, NEAR_DOCUMENTS = 24, 16, 10, 5
"""So few stand for what the program looks at at once: a small library then is a great one."""
MANY = 36
ALSO = ("电商平台在县里开店。", "电商 平台在縣裡開店。", "平台上没有电商。")
QUERIES = (
    "快递", "电商平台", "电商 平台", "统计局", "统计局的数据，第7个县的快递", "银河系 鲸鱼", "鲸鱼会唱歌吗", "完",
    "电商平台 NOT 统计局", "标题:第1 快递", "没有的话", "电商平台在县里开店了", '"据统计局的数据"', "标题:第1 完",
    "银河系里的鲸鱼会唱歌", "县里的鲸雨",
)  # fmt: skip


def text(n: int) -> str:
    rare = "银河系里的鲸鱼会唱歌。" if n % 12 == 7 else ""
    return (
        f"第{n}篇\n据统计局的数据，第{n}个县的快递多了。{ALSO[n % 3]}{rare}{'快递' * (n % 4)}。完。"
    )  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf({f"{n:03}": text(n) for n in range(MANY)})


@pytest.fixture(scope="module")
def finders(
    tmp_path_factory: pytest.TempPathFactory, shelf: Shelf
) -> Iterator[tuple[Finder, Finder]]:  # fmt: skip
    """A finder with its indexes, and one that reads every text."""
    patch = pytest.MonkeyPatch()
    for name in ("HEAD", "ENGINE_DOCUMENTS", "GLANCED_AT", "NEAR_DOCUMENTS"):
        assert getattr(searching, name) > globals()[name]
        patch.setattr(searching, name, globals()[name])
    folder = tmp_path_factory.mktemp("many")
    segmenter = Segmenter([Word("电商")], folder)
    synchronise(folder / "index", shelf, segmenter)
    made = Finder(folder / "index", shelf, segmenter), Finder(folder / "none", shelf, segmenter)
    yield made
    patch.undo()
    for finder in made:
        finder.close()


def places(answer: Answer) -> set[tuple[str, int, int, str]]:
    found: set[tuple[str, int, int, str]] = {(h.document, h.start, h.end, h.kind) for h in answer.hits}
    assert len(found) == len(answer.hits)
    return found


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("mode", ["auto", "exact", "words", "near"])
def test_a_limit_cuts_what_is_listed_and_nothing_else(
    finders: tuple[Finder, Finder], query: str, mode: str
) -> None:
    finder, reading = finders
    every = finder.search(Query(query, mode=mode))  # type: ignore[arg-type]
    scanned = reading.search(Query(query, mode=mode))  # type: ignore[arg-type]
    assert places(every) == places(scanned)
    assert (every.total, every.counts, every.literal) == (len(every.hits), scanned.counts, scanned.literal)
    assert every.complete
    for limit in (0, 3, len(every.hits) - 1, len(every.hits) + 1):
        cut = finder.search(Query(query, mode=mode, limit=limit))  # type: ignore[arg-type]
        assert cut.hits == every.hits[: max(0, limit)]
        assert (cut.total, cut.counts, cut.literal, cut.documents, cut.complete) == (
            every.total, every.counts, every.literal, every.documents, True
        )  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("mode", ["auto", "exact", "words", "near"])
def test_a_first_answer_lists_the_same_and_says_whether_it_looked_at_all(
    finders: tuple[Finder, Finder], query: str, mode: str
) -> None:
    finder, _ = finders
    every = finder.search(Query(query, mode=mode))  # type: ignore[arg-type]
    first = finder.search(Query(query, mode=mode, limit=3, whole=False))  # type: ignore[arg-type]
    assert first.hits == every.hits[:3]
    assert first.total <= every.total
    assert all(first.counts[name] <= every.counts[name] for name in first.counts)
    if first.complete:
        assert (first.total, first.counts) == (every.total, every.counts)
    else:
        assert first.total < every.total or mode in {"auto", "near"}
    if every.total <= 3 and mode in {"exact", "words"}:
        assert first.complete


@pytest.mark.parametrize(
    ("query", "mode", "looked_at"),
    [
        ("快递", "words", ENGINE_DOCUMENTS),
        ("统计局的数据", "exact", ENGINE_DOCUMENTS),
        ("完", "exact", ENGINE_DOCUMENTS),
        ("标题:第 AND 完", "words", ENGINE_DOCUMENTS),
        ("县里的电商平台开店 银河系", "words", ENGINE_DOCUMENTS),
        ("电商平台在县里开店了", "near", NEAR_DOCUMENTS),
    ],
)
def test_a_first_answer_looks_at_the_best_documents_only(
    finders: tuple[Finder, Finder], query: str, mode: str, looked_at: int
) -> None:
    first = finders[0].search(Query(query, mode=mode, limit=3, whole=False))  # type: ignore[arg-type]
    assert not first.complete
    assert first.documents == looked_at


@pytest.mark.parametrize(("query", "looked_at"), [("快递 平台", GLANCED_AT), ("快递", ENGINE_DOCUMENTS)])
def test_a_glance_looks_at_fewer(finders: tuple[Finder, Finder], query: str, looked_at: int) -> None:
    request = Query(query, mode="words", limit=3, whole=False, weighed=False)
    glance = finders[0].search(request)
    assert (glance.documents, glance.complete, len(glance.hits)) == (looked_at, False, 3)
    assert finders[0].search(Query("完", mode="exact", limit=400, whole=False, weighed=False)).total == MANY
    few = finders[0].search(Query("鲸鱼", mode="exact", limit=400, whole=False, weighed=False))
    assert (few.total, few.complete) == (3, True)


def test_the_rarest_words_choose_which_documents_are_ranked(finders: tuple[Finder, Finder]) -> None:
    answer = finders[0].search(Query("快递 平台 鲸鱼 银河系", mode="words", limit=9, whole=False))
    assert {hit.document for hit in answer.hits[:3]} == {"007", "019", "031"}
    assert answer.hits[0].text == "银河系里的鲸鱼会唱歌。"


def test_places_come_by_how_densely_they_stand_in_their_documents(finders: tuple[Finder, Finder]) -> None:
    shortest = sorted((f"{n:03}" for n in range(MANY)), key=lambda name: (len(text(int(name))), name))
    assert [hit.document for hit in finders[1].search(Query("完", mode="exact")).hits] == shortest
    for finder in finders:
        often = finder.search(Query("递快", mode="exact"))
        assert [hit.document for hit in often.hits[:2]] == ["003", "003"]


def test_of_just_so_many_all_are_ranked_and_of_more_the_best_for_one_word(
    finders: tuple[Finder, Finder], shelf: Shelf
) -> None:
    length = {name: len(one.text) for name, one in shelf.documents.items()}
    some = frozenset(list(shelf.documents)[-HEAD:])
    exact = finders[0].search(Query("据统计局的数据", mode="exact", allowed=some))
    assert [hit.document for hit in exact.hits] == sorted(some, key=lambda name: (length[name], name))
    every = [hit.document for hit in finders[0].search(Query("快递", mode="exact")).hits]
    first = list(dict.fromkeys(every))[:ENGINE_DOCUMENTS]
    assert {name for name in length if int(name) % 4 == 3} <= set(first)


def test_a_place_is_worth_what_the_formula_says(finders: tuple[Finder, Finder], shelf: Shelf) -> None:
    texts = {name: one.text for name, one in shelf.documents.items()}
    mean = sum(map(len, texts.values())) / len(texts)
    for query in ("快递", "第7", "篇"):
        for hit in finders[0].search(Query(query, mode="exact")).hits:
            held, title = texts[hit.document].count(query), shelf.documents[hit.document].fields["title"]
            worth = held * 2.2 / (held + 1.2 * (0.25 + 0.75 * len(texts[hit.document]) / mean)) + (
                query in title
            )
            # The index counts what it held, the scan what there is.
            assert hit.score == pytest.approx(worth, abs=1e-5)


@pytest.mark.parametrize(
    ("strings", "apart", "found"),
    [
        (["鲸鱼"], "", {"007", "019", "031"}),
        (["鲸鱼", "第7个"], "", {"007"}),
        (["鲸鱼"], "007", {"019", "031"}),
        (["鲸鱼", "没有电商"], "", set()),
        (["縣裡", "鲸鱼"], "", {"007", "019", "031"}),
        (["县里", "鲸鱼"], "", set()),
        (["鲸鱼", "不在这里"], "", set()),
        (["不在这里", "鲸鱼"], "", set()),
        ([], "", set()),
    ],
)
def test_the_documents_that_hold_each_of_some_strings(
    finders: tuple[Finder, Finder], strings: list[str], apart: str, found: set[str]
) -> None:
    for finder in finders:
        assert finder.documents_with(strings, apart) == found


def test_every_document_is_handed_out_as_it_stands(finders: tuple[Finder, Finder], shelf: Shelf) -> None:
    for finder in finders:
        told = {one.id: (one.text, one.title) for one in finder.documents()}
        assert told == {name: (one.text, one.fields["title"]) for name, one in shelf.documents.items()}


@pytest.mark.parametrize("allowed", [frozenset(), frozenset({"007", "008", "gone"})])
def test_what_is_not_allowed_is_neither_found_nor_counted(
    finders: tuple[Finder, Finder], allowed: frozenset[str]
) -> None:
    for finder in finders:
        for query in ("快递", "统计局的数据，第7个县的快递", "标题:第 AND 完"):
            answer = finder.search(Query(query, allowed=allowed))
            assert set(answer.counts) == {name for name in allowed if name != "gone"}
        assert {line.document for line in finder.concordance("完", allowed=allowed).lines} <= allowed
        assert {name for name, _ in finder.distribution("完", allowed=allowed)} == allowed - {"gone"}


@pytest.mark.parametrize(("query", "mode"), [("快递", "words"), ("电商平台", "auto"), ("完", "exact")])
def test_only_texts_that_are_shown_are_made_whole(
    finders: tuple[Finder, Finder], shelf: Shelf, query: str, mode: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def told(kept: bytes, folded: str) -> str:
        made.append(folded)
        return unpacked(kept, folded)

    monkeypatch.setattr("index.characters.entry.unpacked", told)
    finder = finders[0]
    fresh = Finder(finder._indexes.characters._folder, shelf, finder._segmenter)
    answer = fresh.search(Query(query, mode=mode, limit=3))  # type: ignore[arg-type]
    fresh.close()
    assert answer.documents == MANY
    assert len(made) == len(set(made)) == len({hit.document for hit in answer.hits})
