"""Words written whole give the index Whoosh's own writer gives, place by place."""

from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING, Any

from whoosh.writing import SegmentWriter

from index.words.whoosh_engine import WhooshEngine, batch

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
                writer.put_counted(f"d{number}", counted(number + change), fresh=change == 0)
            writer.delete(f"d{change + 20}")
            writer.commit(change)
        engine.refresh()
        ranked = [list(engine.rank((one, "词7", "孤2"), 12).items()) for one in WORDS[::6]]
        weighed = [list(engine.relevance({one: 1.0, "词3": 0.4}, 12).items()) for one in WORDS[::6]]
        often = {word: engine.frequency(word) for word in WORDS}
        return dict(engine.vocabulary()), often, engine.words(), engine.documents(), ranked, weighed


def test_whole_words_give_the_same_index(
    tmp_path: Path, segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = written(tmp_path / "own", segmenter)
    monkeypatch.setattr(batch, "BatchWriter", SegmentWriter)
    assert own == written(tmp_path / "whoosh", segmenter)
