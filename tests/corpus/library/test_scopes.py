"""Whatever is listed of a part of the library is what is listed of all of it, in that part; pages make up the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.facts.own_passages import put_under_trend
from corpus.library.facts.platforms import (
    count_platforms,
    find_platform,
    platform_facts,
    platform_figures,
    platform_mentions,
    platforms,
)
from corpus.library.facts.statistics import conflicts, statistics
from corpus.library.facts.trends import (
    count_limits,
    count_trends,
    trend_figures,
    trend_limits,
    trend_passages,
    trends,
)
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import add_collection, put_into, totals_of
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.span import Span

NAME = "拼多多"
TREND = "regulation"
OWN = (
    "乡镇小店的一年\n\n2018年，拼多多的交易额达到4716亿元。拼多多2015年9月上线，总部设在上海。"
    "2018年，镇上开店的人都办了执照，办照的有150户，但是快递还到不了村里。\n"
)
Listing = Callable[[Library, Scope], Sequence[tuple[str, object]]]
"""What is listed: the article of each thing, and the thing."""


def of_places(ones: Sequence[Any]) -> list[tuple[str, object]]:
    return [(one.place.article, repr(one)) for one in ones]


LISTINGS: dict[str, Listing] = {
    "articles": lambda library, scope: [(one.id, one.id) for one in list_articles(library, scope)],
    "figures": lambda library, scope: [
        (one.place.article, one.statistic.id) for one in statistics(library, scope)
    ],
    "notes": lambda library, scope: [
        (one.annotation.article, one.annotation.id) for one in list_annotations(library, scope)
    ],
    "mentions": lambda library, scope: [
        (one.article, one.span) for one in platform_mentions(library, NAME, scope)
    ],
    "facts": lambda library, scope: of_places(platform_facts(library, NAME, scope)),
    "figures of a platform": lambda library, scope: [
        (one.place.article, one.statistic.id)
        for one in platform_figures(library, find_platform(library, NAME), scope)
    ],
    "passages": lambda library, scope: of_places(trend_passages(library, TREND, scope)),
    "limits": lambda library, scope: of_places(trend_limits(library, TREND, scope)),
    "figures of a trend": lambda library, scope: [
        (one.place.article, one.statistic.id) for one in trend_figures(library, TREND, scope)
    ],
    "trends": lambda library, scope: [
        (passage.place.article, (one.trend.key, repr(passage)))
        for one in trends(library, scope)
        for passage in one.passages
    ],
    "platforms": lambda library, scope: [
        (fact.place.article, (one.platform.name, repr(fact)))
        for one in platforms(library, scope)
        for fact in one.facts
    ],
    "places found": lambda library, scope: [
        (one.place.article, one.place.span)
        for one in find_places(library, SearchRequest("拼多多", "exact", scope=scope)).hits
    ],
}


@pytest.fixture
def own(library: Library) -> str:
    """Return an article of one's own beside those of the pack."""
    identity = import_text(library, "乡镇小店的一年", OWN).sources[0].articles[0].id
    clean = library.texts.get(identity).clean
    put_under_trend(library, identity, Span(clean.index("镇上开店"), clean.index("，但是")), TREND)
    annotate(library, identity, Span(0, 4), note="自己的")
    annotate(library, list_articles(library, Scope(ScopeKind.PACK))[2].id, Span(0, 4), note="资料包的")
    return identity


@pytest.mark.parametrize("listed", LISTINGS)
def test_that_a_part_lists_what_all_of_the_library_lists_of_it(
    library: Library, own: str, listed: str
) -> None:
    every = LISTINGS[listed](library, EVERYTHING)
    collection = add_collection(library, "一半").id
    chosen = {own, *sorted({article for article, _ in every} - {own})[:2]}
    put_into(library, collection, sorted(chosen))
    parts = {
        Scope(ScopeKind.MINE): {own},
        Scope(ScopeKind.PACK): {one.id for one in list_articles(library)} - {own},
        Scope(ScopeKind.COLLECTION, collection): chosen,
        Scope(ScopeKind.COLLECTION, add_collection(library, "空的").id): set(),
    }
    assert {article for article, _ in every} & {own}
    assert {article for article, _ in every} - {own}
    for scope, articles in parts.items():
        there = sorted((one for one in every if one[0] in articles), key=repr)
        assert sorted(LISTINGS[listed](library, scope), key=repr) == there, scope


@pytest.mark.parametrize("kind", [ScopeKind.ALL, ScopeKind.MINE, ScopeKind.PACK])
def test_that_what_is_counted_is_what_is_listed(library: Library, own: str, kind: ScopeKind) -> None:
    scope = Scope(kind)
    assert own
    assert count_limits(library, TREND, scope) == len(trend_limits(library, TREND, scope))
    (counts,) = [one for one in count_trends(library, scope) if one.trend.key == TREND]
    passages = trend_passages(library, TREND, scope)
    assert (counts.passages, counts.figures) == (len(passages), len(trend_figures(library, TREND, scope)))
    assert counts.reviewed == sum(one.reviewed for one in passages)
    assert counts.best == (passages[0] if passages else None)
    (platform,) = [one for one in count_platforms(library, scope) if one.platform.name == NAME]
    (whole,) = platforms(library, scope, NAME)
    assert (platform.mentions, platform.facts, platform.figures) == (
        len(whole.mentions), len(whole.facts), len(whole.figures)
    )  # fmt: skip
    totals = totals_of(library, scope).live
    assert totals.articles == len(list_articles(library, scope))
    every = conflicts(library)
    ours = {one.id for one in list_articles(library, scope)}
    told = {one.key for one in every if {one.left.place.article, one.right.place.article} <= ours}
    assert told <= {one.key for one in conflicts(library, scope)} <= {one.key for one in every}


@pytest.mark.parametrize("size", [1, 2, 7])
def test_that_pages_make_up_the_whole_in_its_order(library: Library, own: str, size: int) -> None:
    assert own
    platform = find_platform(library, NAME)
    pages: tuple[Callable[[int, int], Sequence[object]], ...] = (
        lambda offset, limit: platform_mentions(library, NAME, EVERYTHING, offset, limit),
        lambda offset, limit: platform_facts(library, NAME, EVERYTHING, offset, limit),
        lambda offset, limit: platform_figures(library, platform, EVERYTHING, offset, limit),
        lambda offset, limit: trend_passages(library, TREND, EVERYTHING, offset, limit),
        lambda offset, limit: trend_limits(library, TREND, EVERYTHING, offset, limit),
        lambda offset, limit: trend_figures(library, TREND, EVERYTHING, offset, limit),
    )
    for page in pages:
        whole = list(page(0, -1))
        assert whole
        read = [one for offset in range(0, len(whole) + size, size) for one in page(offset, size)]
        assert read == whole


def test_that_a_paper_is_checked_against_the_part_it_is_to_be_checked_against(
    library: Library, own: str
) -> None:
    words = library.texts.get(own).clean
    said = words[words.index("镇上开店的人") : words.index("，办照")]
    paper = f"有人写道：“{said}。”"
    assert [one.standing.value for one in audit(library, paper)] == ["same"]
    assert [one.standing.value for one in audit(library, paper, scope=Scope(ScopeKind.MINE))] == ["same"]
    assert [one.standing.value for one in audit(library, paper, scope=Scope(ScopeKind.PACK))] == ["not_found"]
