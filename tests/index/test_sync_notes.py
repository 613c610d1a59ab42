from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from index.finder import Finder
from index.query.request import Query
from index.segment import Segmenter
from index.sync import synchronise
from tests.index.library import QUERIES, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import pytest

    from index.document import IndexDocument
NOTED = (*QUERIES, "批注:口径", "标签:必读 电商", "口径")


def noted(finder: Finder) -> dict[str, list[tuple[str, int, int]]]:
    return {q: sorted((h.document, h.start, h.end) for h in finder.search(Query(q)).hits) for q in NOTED}


def test_a_note_is_found_at_once_and_its_text_is_not_indexed_for_it(
    opened: Callable[..., Finder],
    tmp_path: Path,
    shelf: Shelf,
    segmenter: Segmenter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    finder = opened(folder, shelf, segmenter)
    before = noted(finder)
    assert before["批注:口径"] == []
    shelf.note("a", notes="口径要核对", tags="必读")
    with closing(Finder(tmp_path / "nothing", shelf, segmenter)) as scanning:
        expected = noted(scanning)
    assert expected["批注:口径"]
    words = [(one.name, one.stat().st_mtime_ns) for one in folder.glob("words-*/*")]
    read: list[str] = []

    def reading(ids: Sequence[str]) -> Iterator[IndexDocument]:
        read.extend(ids)
        return Shelf.get_many(shelf, ids)

    monkeypatch.setattr(shelf, "get_many", reading)
    assert noted(finder) == expected
    report = synchronise(folder, shelf, segmenter)
    assert (report.updated, report.rebuilt) == (1, False)
    assert noted(finder) == expected
    assert noted(opened(folder, shelf, segmenter)) == expected
    shelf.note("a", notes="", tags="")
    assert noted(finder) == before
    synchronise(folder, shelf, segmenter)
    assert noted(finder) == before
    assert read == []
    assert words == [(one.name, one.stat().st_mtime_ns) for one in folder.glob("words-*/*")]
    assert finder.state().change == finder.state().last_change


def test_a_text_changed_before_or_after_a_note_is_read_once_more(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    finder = opened(folder, shelf, segmenter)
    scanning = opened(tmp_path / "nothing", shelf, segmenter)
    steps: tuple[Callable[[], object], ...] = (
        lambda: shelf.note("a", notes="口径"),
        lambda: shelf.put("a", "电商换了标题\n口径新说法。没有直播了。"),
        lambda: shelf.note("a", tags="必读"),
        lambda: shelf.remove("a"),
    )
    for step in steps:
        step()
        assert noted(finder) == noted(scanning)
    assert synchronise(folder, shelf, segmenter).deleted == 1
    assert noted(finder) == noted(scanning)
