"""What figures say of one another, asked of the whole library and of one figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.comparing import MOST, figures_asked, located
from corpus.library.facts.statistics import conflicts, conflicts_of, decide, set_verdict, statistics
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.reading.organising import restore, trash
from corpus.model.collection import Scope, ScopeKind
from corpus.model.statistic import FactStatus
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.facts.relations import BY_ITS_SIDES
from tests.copies import copied

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

TEXTS = {
    "甲": "甲\n2018年，青山县快递业务量为300万件。",
    "乙": "乙\n2018年，青山县快递业务量为500万件。",
    "丙": "丙\n据统计，青山县2018年的快递业务量达到500万件，比上年多。",
    "抄": "抄\n集市改在周三，河边的旧路铺过。据统计，青山县2018年的快递业务量达到500万件，比上年多。",
    "茶": "茶\n2018年茶叶交易额为12.4亿元。其中，绿茶交易额7.1亿元；红茶交易额5.7亿元。",
}


@pytest.fixture(scope="module")
def library(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    root = tmp_path_factory.mktemp("contradictions") / "library"
    copied(library_template, root)
    opened = open_library(root, write=True)
    for name, text in TEXTS.items():
        import_text(opened, name, text)
    yield opened
    opened.close()


def figures_of(library: Library, title: str) -> list[str]:
    (article,) = (one.id for one in library.store.articles.summaries() if one.title == title)
    return [view.statistic.id for view in statistics(library, articles=frozenset({article}))]


def test_that_both_sides_of_a_contradiction_tell_it_once_and_the_library_too(library: Library) -> None:
    every = conflicts(library)
    assert all(side.statistic.metric for one in every for side in (one.left, one.right))
    assert max(Counter(one.key for one in every).values()) == 1
    pairs = [frozenset({one.left.statistic.id, one.right.statistic.id} - {""}) for one in every]
    assert max(Counter(pair for pair in pairs if len(pair) == 2).values()) == 1
    assert all(bool(one.title) == (":" in one.key) for one in every)
    for figure in frozenset().union(*pairs):
        told = conflicts_of(library, figure)
        assert sorted(one.key for one in told) == sorted(
            one.key for one, pair in zip(every, pairs, strict=True) if figure in pair
        )
        assert all(one in every for one in told)
    assert conflicts_of(library, "gone") == ()
    # Kept is only a sum its two figures do not tell: of parts and their total.
    kept = {row["key"]: row["sum"] for row in library.store.database.rows("SELECT key, sum FROM relations")}
    told_again = {one.sum for one in every if kept.get(one.key) == BY_ITS_SIDES}
    assert "500 − 300 = 200 万件（66.7%）" in told_again
    assert BY_ITS_SIDES not in {one.sum for one in every}
    assert any("7.1" in one and "5.7" in one for one in kept.values())


def test_that_what_stands_against_what_is_told_within_a_text_and_across(library: Library) -> None:
    (three,), (five,), (again,), (copied_one,) = (figures_of(library, title) for title in "甲乙丙抄")
    views = {one.statistic.id: one for one in statistics(library)}
    assert set(views[three].conflicts) == {five, again, copied_one}
    assert views[five].agrees == (again,), "a copy counts with what it is copied from"
    # A copied sentence says nothing anew: it bears out what it was not taken from.
    assert (views[again].agrees, views[copied_one].agrees, views[three].agrees) == ((five,), (), ())
    told = {
        one.statistic.metric: one.statistic.id
        for one in views.values()
        if one.statistic.id in figures_of(library, "茶")
    }
    (within,) = conflicts_of(library, told["茶叶交易额"])
    assert (within.kind, within.sum) == ("合计不符", "7.1 + 5.7 = 12.8 ≠ 12.4 亿元")
    assert {within.left.statistic.id, within.right.statistic.id} <= set(told.values())


def test_that_figures_laid_side_by_side_name_their_articles(library: Library) -> None:
    for query in (FigureQuery(), FigureQuery(metrics=("快递业务量",))):
        told = figures_asked(library, query)
        assert [(one.article, one.statistic, one.title) for one in told] == [
            (row.article, row.statistic, row.title) for row in library.store.figures.page(query, 0, MOST)
        ]
        assert located(library, [one.statistic.id for one in told]) == told
        assert told[0].title


def test_that_a_contradiction_goes_with_its_figure_and_comes_back(library: Library) -> None:
    (three,), (five,), _ = (figures_of(library, title) for title in "甲乙丙")
    before = conflicts(library)
    decide(library, three, FactStatus.REJECTED)
    assert conflicts_of(library, three) == conflicts_of(library, five) == ()
    decide(library, three, FactStatus.EXTRACTED)
    assert conflicts(library) == before
    key = next(one.key for one in conflicts_of(library, five))
    set_verdict(library, key, "right")
    assert [one.verdict for one in conflicts_of(library, three) if one.key == key] == ["right"]
    set_verdict(library, key, "")
    assert conflicts(library) == before


def test_that_what_packs_looked_into_needs_both_sides_in_the_scope(library: Library) -> None:
    every = conflicts(library)
    packed = [one for one in every if one.title]
    assert [one for one in every if not one.title] == list(conflicts(library, Scope(ScopeKind.MINE)))
    assert packed == list(conflicts(library, Scope(ScopeKind.PACK)))
    gone = packed[0].left.place.article
    trash(library, [gone])
    left = conflicts(library)
    assert left == tuple(
        one for one in every if gone not in {one.left.place.article, one.right.place.article}
    )
    restore(library, [gone])
    assert conflicts(library) == every
    assert conflicts(library, limit=0) == tuple(packed)
