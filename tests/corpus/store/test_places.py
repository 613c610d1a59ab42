"""Where a row stands is what counting along its order says, in every order and scope."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.store.articles.query import _ORDERS as ARTICLES
from corpus.store.articles.query import ArticleQuery
from corpus.store.database import places as counted
from corpus.store.facts import figure_walk
from corpus.store.facts.figure_query import _ORDERS as FIGURES
from corpus.store.facts.figure_query import FigureQuery, bears
from tests.benchmarks.generated import articles, fill

SCOPES = (EVERYTHING, Scope(ScopeKind.MINE), Scope(ScopeKind.PACK))
ASKED = 7


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    made = open_library(tmp_path_factory.mktemp("places") / "library", write=True)
    fill(made, articles(6, characters=300))
    yield made
    made.close()


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ["", "article", *FIGURES])
def test_a_figure_stands_where_its_order_says(
    library: Library, order: str, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = library.store.figures
    queries = [FigureQuery(scope, order=order, descending=descending) for scope in SCOPES]
    queries += [replace(queries[0], text="亿"), replace(queries[0], status="extracted")]
    for query in queries:
        ids = [one.statistic.id for one in figures.page(query, 0, 500)]
        asked = ids[:: max(1, len(ids) // ASKED)][: counted.MOST - 1]
        expected = {one: ids.index(one) for one in asked}
        assert figures.places_of(query, [*asked, "nothing"]) == expected
        with monkeypatch.context() as patched:
            patched.setattr(counted, "MOST", 0)
            assert figures.places_of(query, [*asked, "nothing"]) == expected


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", ["", *ARTICLES])
def test_an_article_stands_where_its_order_says(library: Library, order: str, descending: bool) -> None:
    for scope in SCOPES:
        query = ArticleQuery(scope, order=order, descending=descending)
        ids = library.store.articles.ids(query)
        asked = ids[:: max(1, len(ids) // ASKED)][: counted.MOST - 1]
        assert library.store.articles.places(query, asked) == {one: ids.index(one) for one in asked}


@pytest.mark.parametrize(
    "query",
    [ArticleQuery(), ArticleQuery(text="2"), ArticleQuery(missing=False)],
)
def test_ones_own_articles_stand_before_those_of_packs(library: Library, query: ArticleQuery) -> None:
    articles = library.store.articles
    own = {one.id for one in articles.in_scope(Scope(ScopeKind.MINE))}
    ids = articles.ids(query)
    assert sorted(ids, key=lambda one: one not in own) == list(ids)
    for number in (1, 4, 7, 100):
        pages = [articles.ids(query, offset, number) for offset in range(0, len(ids) + number, number)]
        assert [one for page in pages for one in page] == list(ids)


@pytest.mark.parametrize(
    "query",
    [
        FigureQuery(), FigureQuery(status="extracted"), FigureQuery(status="confirmed"), FigureQuery(text="亿"),
        FigureQuery(text="增长"), FigureQuery(years=("2018",)),
    ],
)  # fmt: skip
def test_figures_of_ones_own_articles_stand_before_those_of_packs(
    library: Library, query: FigureQuery, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = library.store.figures
    rows = figures.page(query, 0, 1000)
    first = bears(query) and [one for one in rows if query.text in one.statistic.metric]
    kinds = [(bool(first) and one not in first, bool(one.pack)) for one in rows]
    assert kinds == sorted(kinds)
    monkeypatch.setattr(figure_walk, "ONE_IN", 10**9)
    monkeypatch.setattr(figure_walk, "NEAR", 0)
    for few, number in itertools.product((0, len(rows)), (1, 4, 7, len(rows))):
        monkeypatch.setattr(figure_walk, "FEW", few)
        pages = [figures.page(query, offset, number) for offset in range(0, len(rows) + number, number)]
        assert [one for page in pages for one in page] == list(rows)
