"""Words written whole give the index Whoosh's own writer gives, place by place."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING, Any

from whoosh.index import open_dir
from whoosh.query import Or, Term
from whoosh.scoring import BM25F
from whoosh.writing import SegmentWriter

from index.words.whoosh_engine import WhooshEngine, batch
from index.words.whoosh_engine.engine import BOOSTS, LENGTH, SATURATION

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from index.segment import Segmenter

WORDS = [f"词{n}" for n in range(30)]


def counted(number: int) -> dict[str, dict[str, int]]:
    """Return the words of a document: common ones in nearly all, rare ones in a few, counts of one to many."""
    dice = random.Random(number)  # noqa: S311 - texts, not secrets
    held = {word: dice.choice((1, 1, 2, 300)) for n, word in enumerate(WORDS) if dice.random() > n / 30}
    return {"text": held, "title": {dice.choice(WORDS): 1}, "other": {f"孤{number}": 1}}


def written(folder: Path, segmenter: Segmenter) -> Any:
    """Write more documents than a block holds, then change some, so that parts are merged; return what is found."""
    folder.mkdir()
    with closing(WhooshEngine.create(folder, segmenter)) as engine:
        for change, numbers in enumerate((range(150), range(140, 160), (3,), (5, 170), (8,), (9,), (1,))):
            writer = engine.writer()
            for number in numbers:
                writer.put(f"d{number}", counted(number + change), fresh=change == 0)
            writer.delete(f"d{change + 20}")
            writer.commit(change)
        engine.refresh()
        ranked = [list(engine.rank((one, "词7", "孤2"), 12).items()) for one in WORDS[::6]]
        weighed = [list(engine.relevance({one: 1.0, "词3": 0.4}, 12).items()) for one in WORDS[::6]]
        often = {word: engine.frequency(word) for word in WORDS}
        return dict(engine.vocabulary()), often, engine.documents(), ranked, weighed


def test_whole_words_give_the_same_index(
    tmp_path: Path, segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = written(tmp_path / "own", segmenter)
    monkeypatch.setattr(batch, "BatchWriter", SegmentWriter)
    assert own == written(tmp_path / "whoosh", segmenter)
    sizes = [
        sum(one.stat().st_size for one in (tmp_path / folder).glob("*.pst")) for folder in ("own", "whoosh")
    ]
    assert sizes[0] < sizes[1] / 3.5


def test_many_words_take_less_room_than_in_whoosh_s_files_and_each_is_found(
    tmp_path: Path, segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes, words = list[int](), [f"词{n}" for n in range(8000)]
    for folder, kind in (("own", batch.BatchWriter), ("whoosh", SegmentWriter)):
        monkeypatch.setattr(batch, "BatchWriter", kind)
        (tmp_path / folder).mkdir()
        with closing(WhooshEngine.create(tmp_path / folder, segmenter)) as engine:
            writer = engine.writer()
            writer.put("a", {"text": dict.fromkeys(words, 1)}, fresh=True)
            writer.commit(1)
            engine.refresh()
            assert dict(engine.vocabulary()) == dict.fromkeys(words, 1)
            assert {engine.frequency(word) for word in words} == {1}
            assert {engine.frequency(f"孤{n}") for n in range(500)} == {0}
            sizes.append(sum(one.stat().st_size for one in (tmp_path / folder).glob("*.trm")))
    assert sizes[0] < sizes[1] * 0.9


def by_whoosh(folder: Path, asked: list[tuple[str, str, float]]) -> list[tuple[str, float]]:
    """Return what Whoosh's own search ranks first."""
    with open_dir(folder).searcher(weighting=BM25F(B=LENGTH, K1=SATURATION)) as searcher:
        question = Or([Term(field, word, boost=boost) for field, word, boost in asked])
        return [(hit["id"], round(hit.score, 4)) for hit in searcher.search(question, limit=None)]


def test_the_best_documents_are_those_whoosh_finds(tmp_path: Path, segmenter: Segmenter) -> None:
    written(tmp_path / "own", segmenter)
    with closing(WhooshEngine(tmp_path / "own", segmenter)) as engine:
        for words in (("词0",), ("词7", "词29", "没有"), ("词3", "孤2", "词15"), ("孤5",), ("没有",), ()):
            weights = {word: 1.0 / (1 + n) for n, word in enumerate(words)}
            for asked, found in (
                ([("text", word, weight) for word, weight in weights.items()], engine.relevance(weights, 400)),
                ([(f, word, boost) for word in words for f, boost in BOOSTS.items()], engine.rank(words, 400)),
            ):  # fmt: skip
                expected = by_whoosh(tmp_path / "own", asked) if asked else []
                assert [(name, round(score, 4)) for name, score in found.items()] == expected
            assert list(engine.rank(words, 5)) == list(engine.rank(words, 400))[:5]
