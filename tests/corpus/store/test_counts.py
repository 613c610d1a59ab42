"""How many figures there are is kept, and is what counting them says whatever was done to them."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.intake.opening import open_library
from corpus.library.reading.organising import restore, trash
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.totals import LibraryTotals, Total
from corpus.store.facts.figure_query import FigureCounts, FigureQuery, counted_already
from tests.benchmarks.generated import articles, fill

BARE = FigureQuery()
ASKED = [
    replace(BARE, kinds=kinds, status=status, disputed=disputed, anecdotes=anecdotes, rejected=rejected)
    for kinds, status, disputed, anecdotes, rejected in product(
        ((), (StatisticKind.ACTUAL,), (StatisticKind.ANECDOTE, StatisticKind.SHARE)),
        ("", FactStatus.REJECTED, FactStatus.CONFIRMED),
        (False, True),
        (False, True),
        (False, True),
    )
]


def counted(library: Library, query: FigureQuery) -> FigureCounts:
    """Count by reading every row."""
    rows = library.store.figures.page(query, 0, 10_000)
    return FigureCounts(len(rows), sum(row.sign == 0 for row in rows))


def test_what_lies_outside_the_trash_is_ones_own_and_the_packs() -> None:
    own, packed, trashed = (Total(*(n * factor for n in range(1, 7))) for factor in (1, 10, 100))
    assert LibraryTotals(own, packed, trashed).live == Total(11, 22, 33, 44, 55, 66)


def test_that_a_page_of_articles_has_as_many_as_were_asked_for(library: Library) -> None:
    every = library.store.articles.ids(ArticleQuery())
    assert [one.id for one in library.store.articles.page(ArticleQuery(), 2, 3)] == list(every[2:5])


def test_the_kept_numbers_are_those_of_the_rows_whatever_was_done(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library", write=True)
    fill(library, articles(5, characters=300))
    dice = random.Random(5)  # noqa: S311 - what is done, not secrets
    figures = library.store.figures
    for _ in range(12):
        one = dice.choice(figures.ids(replace(BARE, anecdotes=True, rejected=True)))
        decide(library, one, dice.choice(list(FactStatus)[:3]))
        shelf = library.store.articles.ids(ArticleQuery())
        article = dice.choice(shelf)
        trash(library, [article])
        assert figures.count(BARE) == counted(library, BARE)
        if dice.random() < 0.5:
            restore(library, [article])
    for query in ASKED:
        assert counted_already(query)
        assert figures.count(query) == counted(library, query)
    assert not counted_already(replace(BARE, text="亿"))
    library.close()


def test_who_asks_for_growth_is_shown_and_told_the_rates_beside_levels_too(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library", write=True)
    fill(library, articles(5, characters=600))
    figures = library.store.figures
    growth = replace(BARE, kinds=(StatisticKind.GROWTH,))
    shown = [row.statistic for row in figures.page(growth, 0, 10_000)]
    everything = [row.statistic for row in figures.page(BARE, 0, 10_000)]
    forecast = StatisticKind.FORECAST
    assert any(one.kind is not StatisticKind.GROWTH for one in shown)
    assert {one.id for one in shown} == {
        one.id
        for one in everything
        if one.kind is StatisticKind.GROWTH
        or (one.kind is not forecast and one.movement is not None and one.movement.value is not None)
    }
    assert not counted_already(growth)
    for kind, _, number in figures.facet(BARE, "kinds"):
        assert figures.count(replace(BARE, kinds=(kind,))) == counted(library, replace(BARE, kinds=(kind,)))
        assert figures.count(replace(BARE, kinds=(kind,))).total == number
    library.close()
