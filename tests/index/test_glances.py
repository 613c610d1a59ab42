"""A search for a counterpart only: it reads no more texts than it lists places of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.characters.scan import View
from index.query.request import Query
from index.search.searching import BESIDE, ENGINE_DOCUMENTS, HEAD
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pytest

    from index.characters.entry import Entry
    from index.finder import Finder
    from index.segment import Segmenter

MANY = 80


def test_that_a_glance_reads_as_many_texts_as_it_lists(
    tmp_path: Path, segmenter: Segmenter, opened: Callable[..., Finder], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf({f"{n:03}": f"第{n}篇\n据统计局的数据，第{n}个县的快递多了。" for n in range(MANY)})
    synchronise(tmp_path / "index", shelf, segmenter)
    finder = opened(tmp_path / "index", shelf, segmenter)
    read: list[str] = []
    load = View.load

    def counted(view: View, numbers: Iterable[int]) -> Iterator[Entry]:
        for entry in load(view, numbers):
            read.append(entry.id)
            yield entry

    monkeypatch.setattr(View, "load", counted)
    glance = finder.search(Query("据统计局", mode="exact", limit=6, whole=False, weighed=False))
    assert len(glance.hits) == len(read) == 6
    read.clear()
    whole = finder.search(Query("据统计局", mode="exact", limit=6))
    assert whole.total == MANY


def test_that_few_texts_are_read_for_the_sentences_beside_a_quote(
    tmp_path: Path, segmenter: Segmenter, opened: Callable[..., Finder], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf({f"{n:03}": f"第{n}篇\n据统计局的数据，第{n}个县的快递多了。" for n in range(HEAD + 20)})
    synchronise(tmp_path / "index", shelf, segmenter)
    finder = opened(tmp_path / "index", shelf, segmenter)
    read: set[str] = set()
    load = View.load

    def counted(view: View, numbers: Iterable[int]) -> Iterator[Entry]:
        for entry in load(view, numbers):
            read.add(entry.id)
            yield entry

    monkeypatch.setattr(View, "load", counted)
    first = finder.search(Query("统计局的数据，第7个县的快递", limit=30, whole=False))
    assert (first.hits[0].document, first.literal, len(first.hits)) == ("007", 1, 30)
    assert len(read) <= BESIDE + first.literal
    whole = finder.search(Query("统计局的数据，第7个县的快递", limit=30))
    assert whole.hits == first.hits
    read.clear()
    finder.search(Query("统计局的数据，第7个县的快递", limit=100, whole=False))
    assert BESIDE < len(read) <= ENGINE_DOCUMENTS + first.literal
