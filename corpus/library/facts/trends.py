"""The trends: definition, points, and every passage and figure of the library that speaks of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import statistics
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.trend import Trend, TrendPassage


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage of a trend: where it stands, how strongly it speaks (0 to 1) and why it was found.

    ``id`` is that of a person's record, empty for a passage that was found or came with a pack.
    """

    place: Place
    score: float
    reason: str
    reviewed: bool
    as_of: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class TrendView:
    """A trend with its passages, best first, and the figures that stand in them."""

    trend: Trend
    passages: tuple[PassageView, ...]
    figures: tuple[StatisticView, ...]


def trends(library: Library, scope: Scope = EVERYTHING) -> tuple[TrendView, ...]:
    """Return every trend with what the articles of a scope say of it; repeats of articles are left out."""
    wanted = library.store.articles.ids_in_scope(scope)
    repeats = {one.id for one in library.store.articles.summaries("a.duplicate_of IS NOT NULL")}
    by_trend: defaultdict[str, list[tuple[TrendPassage, bool]]] = defaultdict(list)
    for passage, reviewed in library.store.facts.passages():
        if passage.article in wanted and passage.article not in repeats:
            by_trend[passage.trend].append((passage, reviewed))
    by_article: defaultdict[str, list[StatisticView]] = defaultdict(list)
    for figure in statistics(library, scope, anecdotes=False):
        by_article[figure.place.article].append(figure)
    return tuple(_view(library, trend, by_trend[trend.key], by_article) for trend in library.knowledge.trends)


def _view(
    library: Library,
    trend: Trend,
    passages: list[tuple[TrendPassage, bool]],
    figures: dict[str, list[StatisticView]],
) -> TrendView:
    own = [one for one, _reviewed in passages if one.id]
    views = tuple(
        _passage(library, passage, reviewed=reviewed)
        for passage, reviewed in passages
        if passage.id or not any(_same_place(passage, one) for one in own)
    )
    inside = tuple(
        figure
        for view in views
        for figure in figures.get(view.place.article, ())
        if figure.place.span.overlaps(view.place.span)
    )
    return TrendView(trend, views, tuple(dict.fromkeys(inside)))


def _same_place(one: TrendPassage, other: TrendPassage) -> bool:
    return one.article == other.article and one.span.overlaps(other.span)


def _passage(library: Library, passage: TrendPassage, *, reviewed: bool) -> PassageView:
    ready = library.texts.get(passage.article)
    return PassageView(
        ready.place(passage.span), passage.score, passage.reason, reviewed, ready.article.summary.as_of,
        passage.id,
    )  # fmt: skip
