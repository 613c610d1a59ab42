"""Figures asked for are those one would pick by hand, and so is what can be chosen of them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.intake.importing import import_paths
from corpus.library.reading.organising import add_collection, put_into, trash
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.statistic import SURE, FactStatus, Statistic, StatisticKind
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.facts import figure_walk
from corpus.store.facts.figure_query import DISPUTED, ONE_IN, SPARSE, FigureQuery, FigureRow
from tests.corpus.store.test_tables import BARE, WHOLE

NOISY = Path(__file__).resolve().parents[3] / "resources" / "samples" / "noisy-page.txt"


@pytest.fixture
def figures(library: Library) -> tuple[FigureRow, ...]:
    """Return all figures of a library, some rejected and one taken back, by hand."""
    ids = library.store.figures.ids(FigureQuery())
    for one in ids[:5]:
        decide(library, one, FactStatus.REJECTED)
    decide(library, ids[6], FactStatus.EXTRACTED)
    put_into(library, add_collection(library, "夹").id, [library.store.figures.rows([ids[0]])[0].article])
    trash(library, [library.store.figures.rows([ids[-1]])[0].article])
    return library.store.figures.page(FigureQuery(anecdotes=True, rejected=True), 0, 10_000)


def picked(query: FigureQuery, row: FigureRow, inside: frozenset[str]) -> bool:
    one = row.statistic
    growth = StatisticKind.GROWTH in query.kinds
    beside = (
        growth and one.rate is not None and one.kind not in {StatisticKind.GROWTH, StatisticKind.FORECAST}
    )
    return all((
        not query.metrics or one.metric in query.metrics, not query.subjects or one.subject in query.subjects,
        not query.regions or one.region in query.regions, not query.sources or one.source in query.sources,
        not query.articles or row.article in query.articles, not query.kinds or one.kind in query.kinds or beside,
        not query.status or one.status == query.status, not query.disputed or row.sign == DISPUTED,
        not query.collection or row.article in inside,
        query.status or query.rejected or one.status is not FactStatus.REJECTED,
        query.anecdotes or StatisticKind.ANECDOTE in query.kinds or one.kind is not StatisticKind.ANECDOTE,
    ))  # fmt: skip


def test_that_figures_asked_for_are_those_one_would_pick_by_hand(
    library: Library, figures: tuple[FigureRow, ...]
) -> None:
    store, dice = library.store, random.Random(7)  # noqa: S311 - what is asked, no secrets
    shelf = store.collections.all()[0].id
    inside = store.collections.articles(shelf)

    def some(value: Callable[[FigureRow], Any]) -> tuple[Any, ...]:
        return tuple({value(dice.choice(figures)) for _ in range(dice.choice([0, 0, 0, 1, 2, 4]))})

    assert store.figures.ids(FigureQuery(text="，")) == ()
    for _ in range(150):
        query = FigureQuery(
            metrics=some(lambda row: row.statistic.metric), subjects=some(lambda row: row.statistic.subject),
            regions=some(lambda row: row.statistic.region), sources=some(lambda row: row.statistic.source),
            articles=some(lambda row: row.article), kinds=some(lambda row: row.statistic.kind),
            status=dice.choice(["", "", "", *FactStatus]), disputed=dice.random() < 0.2, anecdotes=dice.random() < 0.5,
            rejected=dice.random() < 0.5, collection=dice.choice(["", "", shelf]),
            order=dice.choice(["", "article", "metric", "region", "value", "unit", "kind", "status", "sign"]),
            descending=dice.random() < 0.5,
        )  # fmt: skip
        wanted = [row.statistic.id for row in figures if picked(query, row, inside)]
        found = store.figures.ids(query)
        assert sorted(found) == sorted(wanted), query
        assert [row.statistic.id for row in store.figures.page(query, 1, 3)] == list(found[1:4])
        counts = store.figures.count(query)
        signs = {row.statistic.id: row.sign for row in figures}
        assert (counts.total, counts.disputed) == (len(wanted), sum(signs[one] == DISPUTED for one in wanted))
        asked = [row.statistic for row in figures if row.statistic.id in wanted]
        told = {key: sum(bool(tells(one)) for one in asked) for key, tells in TOLD.items()}
        spare = {key for key in SPARSE if told[key] * ONE_IN < len(asked)}
        assert store.figures.spare(query, counts.total) == spare | {
            key for key, number in told.items() if not number
        }
        if query.order in {"unit", "kind", "status", "sign"}:
            keys = [_key(query.order, row) for row in store.figures.rows(found)]
            assert keys == sorted(keys, reverse=query.descending)


TOLD: dict[str, Callable[[Statistic], object]] = {
    "region": lambda one: one.region, "subject": lambda one: one.subject, "source": lambda one: one.source,
    "unit": lambda one: one.unit, "change": lambda one: one.change is not None,
}  # fmt: skip


@pytest.mark.parametrize("scope", [EVERYTHING, Scope(ScopeKind.MINE)])
def test_that_of_ones_own_figures_those_surely_read_come_first_and_packs_last(
    library: Library, scope: Scope
) -> None:
    store, query = library.store, FigureQuery(scope=scope)
    import_paths(library, [NOISY])
    unsure = [
        row for row in store.figures.page(query, 0, 200) if row.statistic.confidence < SURE and not row.pack
    ]
    decide(library, unsure[0].statistic.id, FactStatus.CONFIRMED)
    rows = store.figures.rows(store.figures.ids(query))

    def rank(row: FigureRow) -> int:
        figure = row.statistic
        decided = figure.status in {FactStatus.CONFIRMED, FactStatus.EDITED}
        return 2 if row.pack else 0 if figure.confidence >= SURE or decided else 1

    ranks = [rank(row) for row in rows]
    assert ranks == sorted(ranks)
    assert {0, 1} <= set(ranks)
    for number in range(3):  # of each the order of the texts is kept
        articles = [row.article for row in rows if rank(row) == number]
        runs = [one for one, before in zip(articles, ["", *articles], strict=False) if one != before]
        assert len(runs) == len(set(runs))
    at = len(rows) - 2
    ids = [row.statistic.id for row in rows]
    assert store.figures.places_of(query, ids[at:]) == {one: at + n for n, one in enumerate(ids[at:])}
    turned = replace(query, descending=True)
    assert store.figures.ids(turned) == tuple(reversed(ids))


@pytest.mark.parametrize("text", ["增长", "增长 20", "市场", "的", "2", "亿 元"])
def test_that_walking_through_figures_gives_the_page_sorting_gives(
    library: Library, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, query = library.store, FigureQuery(text=text)
    monkeypatch.setattr(figure_walk, "ONE_IN", 10**9)
    monkeypatch.setattr(figure_walk, "NEAR", 0)
    found = store.figures.ids(query)
    rows = store.figures.rows(found)
    metric = rows[0].statistic.metric
    named = [row.statistic.id for row in rows if row.statistic.metric == metric]
    assert sorted(store.figures.ids(replace(query, metrics=(metric,)))) == sorted(named)
    for few in (0, len(found)):  # where many of the figures bear the word in their metric, and where few do
        monkeypatch.setattr(figure_walk, "FEW", few)
        for offset, limit in ((0, 3), (2, 5), (0, 1000), (7, 2), (400, 3)):
            assert figure_walk.walked(store.database, query, offset, limit) is not None
            ids = [row.statistic.id for row in store.figures.page(query, offset, limit)]
            assert ids == list(found[offset : offset + limit])


def _key(order: str, row: FigureRow) -> Any:
    one = row.statistic
    return {"unit": one.unit, "kind": str(one.kind), "status": str(one.status), "sign": row.sign}[order]


def test_that_what_can_be_chosen_of_figures_is_what_occurs_among_them(
    library: Library, figures: tuple[FigureRow, ...]
) -> None:
    store = library.store
    fields: dict[str, Callable[[FigureRow], str]] = {
        "metrics": lambda row: row.statistic.metric, "subjects": lambda row: row.statistic.subject,
        "regions": lambda row: row.statistic.region, "sources": lambda row: row.statistic.source,
        "articles": lambda row: row.article, "status": lambda row: row.statistic.status.value,
    }  # fmt: skip
    asked = (
        FigureQuery(),
        FigureQuery(kinds=(StatisticKind.ACTUAL,)),
        FigureQuery(regions=("中国",), anecdotes=True),
    )
    for query in asked:
        for name, of in fields.items():
            free = replace(query, **{name: "" if name == "status" else ()}, rejected=name == "status")  # type: ignore[arg-type]
            rows = [row for row in figures if picked(free, row, frozenset()) and of(row)]
            titles = {row.article: row.title for row in rows}
            found = store.figures.facet(query, name)
            assert {value: number for value, _, number in found} == Counter(map(of, rows)), (query, name)
            assert [title for _, title, _ in found] == [titles.get(value, value) for value, _, _ in found]
            assert [number for *_, number in found] == sorted((number for *_, number in found), reverse=True)


@pytest.mark.parametrize("own", [False, True])
def test_that_a_figure_is_kept_with_every_field(library: Library, *, own: bool) -> None:
    store = library.store
    article = store.articles.ids(ArticleQuery())[0]
    other = replace(WHOLE, id="f3", change=None, cell=None, direction=None)
    kept = [replace(one, own=own) for one in (WHOLE, BARE, other)]
    with store.transaction(Changes()):
        store.figures.put(article, kept, own=own)
    for one in kept:
        assert store.figures.get(one.id) == (article, one)
    assert store.figures.rows(["f1"])[0].statistic == kept[0]
    assert [one for one in store.figures.of(article) if one.id in {"f1", "f2", "f3"}] == [
        kept[1],
        kept[0],
        kept[2],
    ]
    with store.transaction(Changes()):
        store.figures.delete("f1")
    assert store.figures.get("f1") is None


def test_that_the_sources_named_are_those_of_the_articles_asked(
    library: Library, figures: tuple[FigureRow, ...]
) -> None:
    every = {row.article for row in figures}
    for article in every:
        named = {row.statistic.source for row in figures if row.article == article} - {""}
        assert library.store.cited.sources([article]) >= named
    assert library.store.cited.sources(every)
    assert library.store.cited.sources([]) == frozenset()
