"""What is made to take the program down never holds the window: it is worked on elsewhere, and told in few words.

``bench_hostile --window`` measures how long the window's thread is away for each of these inputs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from corpus.library.finding.search import SearchRequest, search
from desktop.dialogs.importing_highlights import HighlightImport
from desktop.pages.search import SearchPage, query_runner
from desktop.pages.search.explanation import underlined
from desktop.window.importer import Importer
from desktop.wording.shortening import LONGEST, around, shortened
from tests.hostile.inputs import QUERIES

if TYPE_CHECKING:
    from corpus.library.finding.search import SearchAnswer
    from desktop.services.context import Context
    from tests.desktop.pages.conftest import Pages

LONG = [query for query in QUERIES if len(query) > 3000]


@pytest.fixture
def searched_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Return the threads in which was searched."""
    threads: list[int] = []

    def watched(library: Any, request: SearchRequest, stop: Callable[[], bool]) -> SearchAnswer:
        threads.append(threading.get_ident())
        return search(library, request, stop)

    monkeypatch.setattr(query_runner, "search", watched)
    yield threads
    assert threading.get_ident() not in threads


def told(page: SearchPage) -> list[str]:
    """Return everything the page says in labels, and its title."""
    return [page.title(), *(label.text() for label in page.findChildren(QLabel))]


@pytest.mark.parametrize("query", LONG, ids=lambda query: query[:8])
def test_that_a_search_is_made_beside_the_window_and_told_in_few_words(
    pages: Pages, searched_in: list[int], query: str
) -> None:
    page = pages.open(SearchPage, text=query)
    assert searched_in
    assert max(len(one) for one in told(page)) < 20 * LONGEST  # signs are escaped
    assert page.query_runner.request.text == query.strip()


@pytest.mark.parametrize(
    ("take", "task"),
    [
        (lambda context, window, path: Importer(context, window).import_paths([path]), "import"),
        (
            lambda context, window, path: HighlightImport(context, window).take(str(path)),
            "import_annotations",
        ),
    ],
    ids=["file", "notes"],
)
def test_that_files_and_notes_are_taken_in_by_the_worker(
    reading_context: Context,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    take: Callable[[Context, QWidget, Path], None],
    task: str,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(reading_context.worker, "run", lambda name, *_rest, **_more: asked.append(name))
    window = QWidget()
    take(reading_context, window, tmp_path / "never read.txt")
    assert asked == [task]
    window.deleteLater()


def test_what_is_told_of_a_long_query_is_the_place_that_is_faulty() -> None:
    text = "甲" * 5000 + "((" + "乙" * 5000
    before, middle, behind = around(text, 5000, 5002)
    assert (before, middle, behind) == ("…" + "甲" * (LONGEST - 1), "((", "乙" * (LONGEST - 1) + "…")
    assert len(underlined(text, 5000, 5002, "#a00")) < 3 * LONGEST
    assert underlined("甲乙丙", 1, 2, "#a00").startswith("甲<span")


@pytest.mark.parametrize(
    ("length", "kept"), [(0, 0), (LONGEST, LONGEST), (LONGEST + 1, LONGEST), (10**5, LONGEST)]
)
def test_that_only_what_is_too_long_is_shortened(length: int, kept: int) -> None:
    text = "字" * length
    assert len(shortened(text)) == kept
    assert (shortened(text) == text) == (length <= LONGEST)
