"""What is put into a table comes back field by field, and what is asked for is what a person would pick by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.reading.organising import add_collection, put_into, set_star, set_tags, trash
from corpus.model.annotation import AnchorStatus, Annotation, Colour, MarkStyle, Region, Selector
from corpus.model.collection import Collection, Scope, ScopeKind
from corpus.model.errors import LibraryError
from corpus.model.numbering import PageStretch
from corpus.model.platform import Platform
from corpus.model.source import Page, Table
from corpus.model.span import Span
from corpus.model.statistic import Cell, Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.store.articles.contexts import StoredContext
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.database.lineage import Gone
from corpus.store.facts.facts import StoredFacts
from corpus.store.notes.query import NoteQuery
from corpus.store.salvage.examination import stated_size
from corpus.store.schema.migration import derive_again
from corpus.store.sources.pictures import Picture
from corpus.store.sqlite import reading
from corpus.store.sqlite.payload import statistic_from_json, statistic_to_json
from corpus.store.store import Store

WHOLE = Statistic(
    "f1", "销售额", Decimal("1234567890123.4500"), "亿元", Span(3, 40), Span(9, 14), "网店", "广州",
    Period("去年", "2018-01-01", "2018-12-31"), Decimal("0.000001"), Decimal(7), Decimal("12E8"), "元", "约",
    StatisticKind.SHARE, Direction.DOWN, "同比", Change(Direction.UP, Decimal("26.5"), "%", "比上年"), "统计局", 0.25,
    FactStatus.EDITED, inferred=True, reviewed=True, own=True, inherited=("period", "region"), cell=Cell(2, 3),
)  # fmt: skip
BARE = Statistic("f2", "数", None, "", Span(1, 2), Span(1, 2))
NOTE = Annotation(
    "n1", "a", Selector("引", "前", "后"), Span(2, 3), Colour.RED, MarkStyle.UNDERLINE, "记", ("一", "二"), "人",
    "2020", "2021", AnchorStatus.APPROXIMATE, 0.5, private=True, extra='{"a": 1}',
    region=Region(2, 0.1, 0.2, 0.3, 0.4, "p", holds=True),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, write=True)


@pytest.mark.parametrize("one", [WHOLE, BARE, replace(BARE, change=Change(Direction.FLAT))])
def test_that_a_figure_comes_back_with_every_field(one: Statistic) -> None:
    told = statistic_to_json(one)
    assert statistic_from_json(told) == one
    assert "E" not in told.partition('"base_value"')[2].partition(",")[0]
    assert one is not WHOLE or "销售额" in told


def test_that_small_tables_hold_what_is_put_and_nothing_else(store: Store) -> None:
    with store.transaction(Changes()):
        name = store.pictures.keep(Picture("png", 3, 4, b"\x89"))
        store.recognitions.keep("s", 2, [1, "字", None])
        store.recognitions.doubt("s", [Span(1, 2), Span(5, 9)])
        for one in (Collection("c1", "乙", ""), Collection("c2", "甲", "c1"), Collection("c3", "丙", "c2")):
            store.collections.put(one)
        store.companies.put(Platform("公司", ("乙", "甲"), "Co", "平台"))
        store.companies.put(Platform("别家", ("甲",)))
        store.page_numbers.propose("s", [PageStretch(1, "5", 2)])
        store.annotations.put(NOTE)
    assert (store.pictures.get(name), store.pictures.ids()) == (Picture("png", 3, 4, b"\x89"), (name,))
    assert store.recognitions.known("s") == {2}
    assert store.recognitions.page("s", 2) == [1, "字", None]
    assert store.recognitions.doubtful("s") == (Span(1, 2), Span(5, 9))
    assert [(one.name, one.parent, one.count) for one in store.collections.all()] == [
        ("丙", "c2", 0), ("乙", "", 0), ("甲", "c1", 0),
    ]  # fmt: skip
    assert set(store.companies.all()) == {Platform("公司", ("乙",), "Co", "平台"), Platform("别家", ("甲",))}
    assert store.page_numbers.proposed("s") == (PageStretch(1, "5", 2),)
    assert store.annotations.by_id(["n1"]) == (NOTE,)
    with store.transaction(Changes()):
        store.page_numbers.correct("s", [])
        store.collections.delete("c2")
        store.companies.delete("公司")
        store.companies.put(Platform("别家", ("丁",), "Other"))
    assert (store.page_numbers.corrected("s"), store.page_numbers.proposed("s")) == (
        (),
        (PageStretch(1, "5", 2),),
    )
    assert {one.id: one.parent for one in store.collections.all()} == {"c1": "", "c3": "c1"}
    assert store.companies.all() == (Platform("别家", ("丁",), "Other"),)
    with store.transaction(Changes()):
        store.page_numbers.correct("s", None)
    assert store.page_numbers.corrected("s") is None
    store.close()


def test_that_what_is_not_there_is_told_as_nothing(store: Store) -> None:
    nothing: Sequence[tuple[Any, Any]] = (
        (store.pictures.get("x"), None), (store.pictures.ids(), ()), (store.recognitions.page("x", 0), None),
        (store.recognitions.doubtful("x"), ()), (store.recognitions.known("x"), frozenset()),
        (store.contexts.get("x"), None), (store.contexts.corrected("x"), {}), (store.page_numbers.corrected("x"), None),
        (store.page_numbers.proposed("x"), ()), (store.sources.by_id("x"), None), (store.sources.by_hash("x"), None),
        (store.sources.by_path("x"), None), (store.sources.format_of("x"), ""), (store.sources.drawn("x"), None),
        (store.sources.kept(), {}), (store.articles.get("x"), None), (store.articles.original_of("x"), ""),
        (store.articles.position_of("x"), 0), (store.annotations.get("x"), None), (store.drafts.get("x"), None),
        (store.facts.statistic("x"), None), (store.facts.decisions("x"), {}), (store.figures.of("x"), ()),
        (store.lineage.gone("note"), {}), (store.lineage.past("note"), {}), (store.searches.recent(5), ()),
        (store.companies.all(), ()), (store.facts.verdicts(), {}), (store.words.all(), ()),
    )  # fmt: skip
    for number, (found, expected) in enumerate(nothing):
        assert (number, found) == (number, expected)
    store.close()


def test_that_what_was_searched_and_deleted_is_remembered(store: Store) -> None:
    with store.transaction(Changes()):
        for request in ("一", "二", "一"):
            store.searches.remember(request, "2020")
        store.searches.save("名", "三", "2020")
        store.searches.save("名", "四", "2021")
        store.annotations.put(NOTE)
        store.facts.set_verdict("k", "same")
    with store.transaction(Changes()):
        store.annotations.put(replace(NOTE, modified="2022"))
        store.annotations.delete("n1")
        store.facts.set_verdict("k", "")
    assert (store.searches.recent(5), store.searches.recent(1)) == (("一", "二"), ("一",))
    assert store.searches.saved() == (("名", "四"),)
    assert store.facts.verdicts() == {}
    assert store.lineage.past("note") == {"n1": {"2021"}}
    [gone] = store.lineage.gone("note").values()
    assert isinstance(gone, Gone)
    assert gone.state == "2022"
    with store.transaction(Changes()):
        store.searches.delete("名")
    assert store.searches.saved() == ()
    store.close()


def test_that_a_library_is_told_by_what_all_its_copies_share(store: Store, tmp_path: Path) -> None:
    store.database.copy_to(tmp_path / "copy.db")
    other = Store(_folder(tmp_path / "other"), write=True)
    assert len(store.lineage.identity()) > 8
    assert store.lineage.identity() != other.lineage.identity()
    other.close()
    store.close()


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.mark.parametrize(
    ("page", "pages", "size"),
    [(4096, 3, 12_288), (1, 2, 131_072), (512, 1 << 25, 512 << 25), (65_280, 257, 65_280 * 257)],
)
def test_that_a_database_states_its_size_in_its_head(page: int, pages: int, size: int) -> None:
    head = bytearray(100)
    head[:16] = b"SQLite format 3\x00"
    head[16:18], head[28:32] = page.to_bytes(2, "big"), pages.to_bytes(4, "big")
    assert stated_size(bytes(head)) == size
    assert stated_size(bytes(head[:99])) == stated_size(bytes(100)) == 0


@pytest.mark.parametrize("statement", ["PRAGMA user_version = 3", "PRAGMA user_version = 9999"])
def test_that_what_cannot_be_opened_is_named_by_its_folder(
    store: Store, tmp_path: Path, statement: str
) -> None:
    store.database.run(statement)
    store.close()
    with pytest.raises(LibraryError) as refused:
        Store(tmp_path, write=False)
    assert refused.value.values["path"] == str(tmp_path)
    (tmp_path / "library.db").write_bytes(b"")
    with pytest.raises(LibraryError, match="library_damaged") as refused:
        Store(tmp_path, write=False)
    assert refused.value.values["path"] == str(tmp_path)


def test_that_articles_and_notes_asked_for_are_those_one_would_pick_by_hand(library: Library) -> None:
    store = library.store
    every = store.articles.ids(ArticleQuery())
    set_star(library, every[:3], on=True)
    set_tags(library, every[1], ["签"])
    trash(library, [every[2]])
    shelf = add_collection(library, "夹").id
    put_into(library, shelf, every[2:6])
    inside = Scope(ScopeKind.COLLECTION, shelf)
    set_record(library, every[4:5], {"title": "青石桥纪事"})
    for query, expected in (
        (ArticleQuery(starred=True), every[:2]), (ArticleQuery(tag="签"), every[1:2]),
        (ArticleQuery(trashed=True), every[2:3]),
        (ArticleQuery(inside), every[3:6]), (ArticleQuery(within=inside), every[3:6]), (ArticleQuery(tag="无"), ()),
        (ArticleQuery(inside, starred=True), ()), (ArticleQuery(starred=True, tag="签"), every[1:2]),
        (ArticleQuery(text="青石桥"), every[4:5]), (ArticleQuery(text="qsq"), every[4:5]),
        (ArticleQuery(text="，"), ()), (ArticleQuery(inside, trashed=True), every[2:3]),
    ):  # fmt: skip
        assert sorted(store.articles.ids(query)) == sorted(expected), query
        assert store.articles.count(query) == len(expected)
        assert store.articles.places(query, every) == {
            one: n for n, one in enumerate(store.articles.ids(query))
        }
    with store.transaction(Changes()):
        derive_again(store.database._connect())
    assert store.articles.ids(ArticleQuery(text="青石桥")) == every[4:5]
    missing = set(store.articles.ids(ArticleQuery(missing=True)))
    assert missing.isdisjoint(store.articles.ids(ArticleQuery(missing=False)))
    notes = [
        annotate(library, every[3], Span(0, 4), note="甲话").annotation,
        annotate(library, every[3], Span(6, 9)).annotation,
        annotate(library, every[0], Span(0, 4), note="乙话").annotation, add_note(library, "丙话", ("签",)).annotation,
    ]  # fmt: skip
    with store.transaction(Changes()):
        store.annotations.put(replace(notes[1], colour=Colour.RED, status=AnchorStatus.ORPHAN, span=None))
    for asked, chosen in (
        (NoteQuery(), [0, 1, 2, 3]), (NoteQuery(written="with"), [0, 2, 3]), (NoteQuery(written="without"), [1]),
        (NoteQuery(lost=True), [1]), (NoteQuery(colours=frozenset({Colour.RED})), [1]), (NoteQuery(tag="签"), [3]),
        (NoteQuery(article=every[3]), [0, 1]), (NoteQuery(only=notes[2].id), [2]), (NoteQuery(text="话"), [0, 2, 3]),
        (NoteQuery(text="，"), []), (NoteQuery(inside), [0, 1]), (NoteQuery(inside, written="with"), [0]),
        (NoteQuery(article=every[3], colours=frozenset({Colour.YELLOW, Colour.BLUE})), [0]),
    ):  # fmt: skip
        assert sorted(store.annotations.ids(asked)) == sorted(notes[n].id for n in chosen), asked
    assert store.annotations.orphans() == 1
    assert store.annotations.colours(NoteQuery()) == {Colour.YELLOW: 3, Colour.RED: 1}
    assert store.annotations.tags(Scope()) == (("签", 1),)


def test_that_a_context_holds_what_a_person_set_whatever_is_derived(library: Library) -> None:
    store = library.store
    article = store.articles.ids(ArticleQuery())[0]
    with store.transaction(Changes()):
        store.contexts.correct(article, {"who": "人"})
        store.contexts.put(article, StoredContext("谁", "地", "2018", "类", "zh"))
    assert store.contexts.get(article) == StoredContext("谁", "地", "2018", "类", "zh")
    assert store.contexts.corrected(article) == {"who": "人"}


def test_that_a_verdict_belongs_to_one_contradiction(library: Library) -> None:
    store = library.store
    found = store.relations.conflicts()
    assert len({one.key for one in found}) == len(found) > 1
    chosen = found[-1]
    with store.transaction(Changes()):
        store.facts.set_verdict(chosen.key, "same")
    assert {one.key: one.verdict for one in store.relations.conflicts() if one.verdict} == {
        chosen.key: "same"
    }
    sides = {store.figures.rows([one])[0].article for one in (chosen.left, chosen.right)}
    assert store.relations.articles_of(chosen.key) == sides
    assert [one.key for one in store.relations.conflicts(figure=chosen.left)].count(chosen.key) == 1
    assert [one.key for one in store.relations.conflicts(limit=1, offset=1)] == [found[1].key]


def test_that_a_copy_worked_in_because_the_disk_takes_nothing_is_let_go(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.transaction(Changes()):
        store.settings.put("creator", "张三")
    copied = _folder(tmp_path / "scratch")
    for one in tmp_path.glob("library.db*"):
        (tmp_path / "left").mkdir(exist_ok=True)
        (tmp_path / "left" / one.name).write_bytes(one.read_bytes())
    monkeypatch.setattr(reading, "scratch_folder", lambda: copied)
    door = reading.ReadingDoor(tmp_path / "left" / "library.db")
    door._copy()
    with closing(door.connect()) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'change'").fetchone()[0] == "1"
    door.close()
    assert not copied.exists()
    store.close()


def test_that_an_article_comes_back_with_all_that_was_found_in_it(library: Library) -> None:
    store = library.store
    for n, article in enumerate(store.articles.ids(ArticleQuery())[:6]):
        before = store.articles.get(article)
        assert before is not None
        if n == 0:
            before = replace(
                before, tables=(Table(Span(0, 2)), Table(Span(3, 5))), pages=(Page("v", 0), Page("1", 9))
            )
            with store.transaction(Changes()):
                store.articles.put(before, position=0, shingles=[1])

        def found(of: str = article) -> tuple[object, ...]:
            facts = store.facts
            passages = [(replace(one, id=""), reviewed) for one, reviewed in facts.passages(of)]
            told = sorted(map(str, passages))
            return facts.statistics_of(of), facts.mentions_of(of), facts.platform_facts_of(of), told

        was = found()
        with store.transaction(Changes()):
            store.versions.keep(article, "b1", "/文/甲.txt")
            other = replace(before, original="别的", headings=(), pages=(), tables=(), edits=())
            store.articles.put(other, position=9, shingles=[1])
            store.facts.replace(article, StoredFacts())
        assert store.articles.original_of(article) == "别的"
        [version] = [one for one in store.versions.replaced_by("b1") if one.article == article]
        assert (version.path, version.source) == ("/文/甲.txt", before.summary.source)
        with store.transaction(Changes()) as number:
            store.versions.bring_back(version, number)
        now = store.articles.get(article)
        assert now is not None
        assert replace(now, change=0, record=None) == replace(before, change=0, record=None)
        assert found() == was
        assert store.versions.replaced_by("b1") == ()


def test_that_passages_are_counted_by_the_years_of_their_articles(library: Library) -> None:
    store = library.store
    counts = store.statements.count_passages(Scope())
    assert counts
    for trend, counted in counts.items():
        passages = store.statements.passages(trend, Scope(), 0, 10_000)
        assert (counted.passages, counted.reviewed) == (
            len(passages),
            sum(reviewed for _, reviewed in passages),
        )
        years = Counter(
            str(store.database.rows("SELECT dated FROM articles WHERE id = ?", one.article)[0][0])[:4]
            for one, _ in passages
        )
        assert dict(counted.years) == {year: number for year, number in years.items() if year}
        assert [year for year, _ in counted.years] == sorted(year for year, _ in counted.years)
