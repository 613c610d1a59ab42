"""Where a row stands is what counting along its order says, in every order and scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.store.articles.query import _ORDERS as ARTICLES
from corpus.store.articles.query import ArticleQuery
from corpus.store.database import places as counted
from corpus.store.facts.figure_query import _ORDERS as FIGURES
from corpus.store.facts.figure_query import FigureQuery
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
