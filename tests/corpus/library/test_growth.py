"""What a use case costs follows what it shows: rows, documents and steps of SQLite at two sizes of library."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.finding.search import SearchRequest, search
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate, change_annotation
from corpus.library.notes.browsing import note_groups
from corpus.library.notes.drafts import save_draft
from corpus.library.reading.organising import add_collection, put_into, set_tags
from corpus.model.collection import EVERYTHING
from corpus.model.draft import Draft
from corpus.model.span import Span
from corpus.store.found import ArticleLabel, FoundThings
from corpus.store.notes.annotations import Annotations
from corpus.store.notes.query import NoteGroup, NoteQuery
from index.characters.connecting import connect
from index.characters.entry import Entry
from index.characters.scan import View
from index.search import near
from tests.benchmarks.generated import articles, fill
from tests.corpus.library.window_uses import (
    CHARACTERS,
    COMMON,
    FINDING,
    QUOTED,
    SHOWN,
    TAG,
    USES,
    WRITING,
    Use,
    noted,
)

SIZES = {
    "fast": (80, 560),
    "whole": (200, 2_000),
}
"""Articles of the two libraries compared: few for every run, more where a run may take long."""
_STEP = 50
_RANKED = 360
"""So many articles may be looked at: ranked sentence by sentence, and for sentences close to what was typed."""
_ROWS = 4
"""Rows read for each place shown."""
_BYTES, _INDEX_BYTES = 29, 9
"""Bytes of the database and of the index for each sign of a text: of articles so short most tell of their figures."""


@dataclass(slots=True)
class Cost:
    """What one use cost."""

    rows: int = 0
    documents: int = 0
    steps: int = 0
    plans: tuple[str, ...] = ()


@pytest.fixture(scope="module", params=["fast", pytest.param("whole", marks=pytest.mark.long)])
def libraries(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Library, Library]]:
    made = [_made(tmp_path_factory.mktemp("growth") / "library", size) for size in SIZES[request.param]]
    yield made[0], made[1]
    for one in made:
        one.close()


def _made(root: Path, size: int) -> Library:
    library = open_library(root, write=True)
    fill(library, articles(size, characters=CHARACTERS))
    article = noted(library)
    for number in range(12):
        annotate(library, article, Span(number, number + 5), note=f"口径{number}", tags=("口径",))
    set_tags(library, article, [TAG])
    put_into(library, add_collection(library, "论文").id, [article])
    sync_index(library)
    return library


@pytest.fixture
def cost(monkeypatch: pytest.MonkeyPatch) -> Callable[[Library, Use], Cost]:
    def measured(library: Library, use: Use) -> Cost:
        told, statements = Cost(), list[str]()
        database, store = library.store.database, library.store
        use(library)  # what is loaded once – words, packs – is there
        library.__dict__.pop("texts", None)
        library.derived.pop("groups of notes", None)
        connection = database._connect()
        rows, get, load = database.rows, store.articles.get, View.load

        def counted(sql: str, *values: object) -> list[object]:
            found = rows(sql, *values)
            told.rows += len(found)
            return list(found)

        def loaded(article: str) -> object:
            told.documents += 1
            return get(article)

        def looked_at(view: View, numbers: Iterable[int]) -> Iterator[Entry]:
            for entry in load(view, numbers):
                told.documents += 1
                yield entry

        def opened(path: Path, *, write: bool) -> sqlite3.Connection:
            beside = connect(path, write=write)
            beside.set_progress_handler(step, _STEP)
            return beside

        def step() -> int:
            told.steps += 1
            return 0

        with monkeypatch.context() as patched:
            patched.setattr(database, "rows", counted)
            patched.setattr(store.articles, "get", loaded)
            patched.setattr(View, "load", looked_at)
            patched.setattr("index.characters.index.connect", opened)
            connection.set_progress_handler(step, _STEP)
            connection.set_trace_callback(statements.append)
            try:
                use(library)
            finally:
                connection.set_progress_handler(None, 0)
                connection.set_trace_callback(None)
        asked = [one for one in statements if one.lstrip().upper().startswith(("SELECT", "WITH"))]
        told.plans = tuple(
            str(row["detail"]) for one in asked for row in connection.execute(f"EXPLAIN QUERY PLAN {one}")
        )
        return told

    return measured


@pytest.mark.parametrize("name", [*USES, *FINDING, *WRITING])
def test_that_nothing_costs_more_than_what_it_shows(
    name: str, libraries: tuple[Library, Library], cost: Callable[[Library, Use], Cost]
) -> None:
    use = (USES | FINDING | WRITING)[name]
    small, large = (cost(library, use) for library in libraries)
    assert large.rows <= small.rows * 1.2 + 12
    assert large.documents <= max(small.documents, SHOWN)
    assert large.steps <= small.steps * 1.5 + 40
    assert not _walked_through(large)


def test_that_a_library_and_its_index_take_room_as_its_texts_do(
    libraries: tuple[Library, Library],
) -> None:
    sizes, indexes, signs = list[int](), list[int](), list[int]()
    for library in libraries:
        rows = library.store.database.rows
        pages, page = (int(rows(f"PRAGMA {one}")[0][0]) for one in ("page_count", "page_size"))
        sizes.append(pages * page)
        indexes.append(
            sum(one.stat().st_size for one in (library.root / "index").rglob("*") if one.is_file())
        )
        signs.append(int(rows("SELECT sum(characters) FROM articles")[0][0]))
    assert sizes[1] - sizes[0] < _BYTES * (signs[1] - signs[0])
    assert indexes[1] - indexes[0] < _INDEX_BYTES * (signs[1] - signs[0])


@pytest.mark.parametrize("name", COMMON)
def test_that_what_many_articles_answer_reads_a_bounded_number_of_texts(
    name: str, libraries: tuple[Library, Library], cost: Callable[[Library, Use], Cost]
) -> None:
    small, large = (cost(library, COMMON[name]) for library in libraries)
    assert large.rows <= max(small.rows * 1.2, _ROWS * (300 if name == "further places" else 100))
    # A figure of a paper is looked for twice: by likeness and by words.
    assert large.documents <= max(small.documents, _RANKED * (2 if name == "a figure of a paper" else 1))
    assert not _walked_through(large)


def _walked_through(cost: Cost) -> list[str]:
    """Return the plans that walk through a whole table.

    A table may be walked through in the order of an index, as far as is shown, but never whole.
    """
    return [one for one in cost.plans if re.fullmatch(r"SCAN (a|f|n|l|r|articles|figures|annotations)", one)]


@pytest.mark.parametrize("text", [QUOTED[:16], "平台企业怎样用数据了解顾客"])
def test_that_a_total_compares_no_sentence_that_is_counted_already(
    text: str, libraries: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []
    compare = near._compare

    def told(entry: Entry, sentence: int, query: str) -> near.NearSentence | None:
        compared[-1] += 1
        return compare(entry, sentence, query)

    monkeypatch.setattr(near, "_compare", told)
    for library in libraries:
        compared.append(0)
        assert search(library, SearchRequest(text, limit=SHOWN)).complete
    assert compared == [0, 0]


def test_that_the_labels_of_articles_are_read_once_until_one_changes(
    libraries: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    library = libraries[0]
    read: list[int] = []
    labels = FoundThings.labels

    def told(things: FoundThings, ids: Collection[str]) -> dict[str, ArticleLabel]:
        read.append(len(ids))
        return labels(things, ids)

    monkeypatch.setattr(FoundThings, "labels", told)
    first = search(library, SearchRequest("平台", limit=SHOWN))
    save_draft(library, Draft("beside", "别的"))
    again = search(library, SearchRequest("平台", limit=SHOWN))
    assert (again.facets, read[1:]) == (first.facets, [])
    article = first.facets.articles[0][0]
    set_tags(library, article, [TAG, "新"])
    tagged = search(library, SearchRequest("平台", limit=SHOWN))
    assert "新" in {name for name, _label, _number in tagged.facets.tags}
    set_tags(library, article, [])
    assert search(library, SearchRequest("平台", limit=SHOWN)).facets.tags != tagged.facets.tags


def test_that_groups_of_notes_are_counted_once_until_anything_changes(
    libraries: tuple[Library, Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    library, read, groups = libraries[0], list[NoteQuery](), Annotations.groups

    def told(store: Annotations, query: NoteQuery) -> tuple[NoteGroup, ...]:
        read.append(query)
        return groups(store, query)

    monkeypatch.setattr(Annotations, "groups", told)
    asked = [NoteQuery(), NoteQuery(text="口径11"), NoteQuery()]
    first = [note_groups(library, one) for one in asked]
    assert (first[0] == first[2], len(read)) == (True, 2)
    note = next(one for one in library.store.annotations.of(noted(library)) if one.note == "口径11")
    change_annotation(library, replace(note, note="改口"))
    assert sum(one.count for one in note_groups(library, asked[1])) < sum(one.count for one in first[1])
    change_annotation(library, note)
    assert note_groups(library, asked[1]) == first[1]
    for number in range(20):
        note_groups(library, NoteQuery(text=str(number)))
    assert note_groups(library, asked[1]) == first[1]


def test_that_the_figures_of_trends_are_asked_for_their_articles_once(
    library: Library, tmp_path: Path, cost: Callable[[Library, Use], Cost]
) -> None:
    file = tmp_path / "大数据.txt"
    said = "".join(f"{number}家网店用大数据做推荐，销售额为{number}万元。\n" for number in range(60, 120))
    file.write_text(said, encoding="utf-8")
    import_paths(library, [file])
    joined = "SELECT count(*) FROM figures f CROSS JOIN trend_passages p ON p.article = f.article"
    pairs = cost(library, lambda one: one.store.database.row(joined))
    counted = cost(library, lambda one: one.store.statements.count_trend_figures(EVERYTHING))
    assert sum(library.store.statements.count_trend_figures(EVERYTHING).values()) > 10
    assert counted.steps < 5 * pairs.steps
