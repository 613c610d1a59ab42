"""The trends: definition, points, and every passage and figure of the library that speaks of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from corpus.knowledge.trends.trends import OTHER
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_views
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.trend import Trend, TrendPassage
from corpus.store.facts.statements import PassageCounts

ALL: Final = -1
"""As many as there are."""
UNCATEGORISED: Final = Trend(
    OTHER, "未归类", "说到某种变化、却不属于上面任何一类的句子。", english="Uncategorised"
)
"""What tells of a development and fits no category."""
LIMIT_CUES: Final = (
    "但是", "然而", "不过", "尽管", "难以", "不足", "缺乏", "尚未", "风险", "问题", "局限", "并非", "未必", "制约",
    "隐患", "挑战",
)  # fmt: skip
"""Words with which a text names a limit or a counter-example."""


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


@dataclass(frozen=True, slots=True)
class TrendCounts:
    """A trend, how many passages and figures speak of it, and the ``best`` passage.

    ``reviewed`` passages someone vouches for; they come before those that were found. ``years``: how many passages
    stand in articles of a year, earliest first; those of articles nobody dated are left out.
    """

    trend: Trend
    passages: int
    reviewed: int
    figures: int
    best: PassageView | None = None
    years: tuple[tuple[str, int], ...] = ()


def trends(library: Library, scope: Scope = EVERYTHING) -> tuple[TrendView, ...]:
    """Return every trend whole, with what the articles of a scope say of it; repeats of articles are left out.

    What fits no category is among them where texts of one's own have some: those of packs were sorted by hand.
    """
    packed = {one.id for one in library.store.articles.summaries(packed=True)}
    views = (
        TrendView(one, trend_passages(library, one.key, scope), trend_figures(library, one.key, scope))
        for one in categories(library)
    )
    return tuple(
        view
        for view in views
        if view.trend != UNCATEGORISED or any(one.place.article not in packed for one in view.passages)
    )


def categories(library: Library) -> tuple[Trend, ...]:
    """Return the trends of packs, those of the person's own, and last what fits none of them."""
    return (*library.knowledge.trends, UNCATEGORISED)


def count_trends(library: Library, scope: Scope = EVERYTHING) -> tuple[TrendCounts, ...]:
    """Return every trend with how much a scope says of it: two grouped statements, and a passage of each."""
    return library.kept(f"trends of {scope}", partial(_count_trends, library, scope))


def _count_trends(library: Library, scope: Scope) -> tuple[TrendCounts, ...]:
    passages = library.store.statements.count_passages(scope)
    figures = library.store.statements.count_trend_figures(scope)
    counted = ((one, passages.get(one.key, PassageCounts())) for one in categories(library))
    return tuple(
        TrendCounts(
            one, told.passages, told.reviewed, figures.get(one.key, 0),
            next(iter(trend_passages(library, one.key, scope, 0, 1)), None) if told.passages else None, told.years,
        )
        for one, told in counted
    )  # fmt: skip


def trend_passages(
    library: Library, trend: str, scope: Scope = EVERYTHING, offset: int = 0, limit: int = ALL
) -> tuple[PassageView, ...]:
    """Return some of a trend's passages: those people and packs put there, then the best."""
    found = library.store.statements.passages(trend, scope, offset, limit)
    return tuple(_views(library, found))


def trend_limits(
    library: Library, trend: str, scope: Scope = EVERYTHING, offset: int = 0, limit: int = ALL
) -> tuple[PassageView, ...]:
    """Return some of a trend's passages that name a limit or a counter-example, in the same order."""
    found = library.store.statements.passages_with(trend, LIMIT_CUES, scope, offset, limit)
    return tuple(_views(library, found))


def count_limits(library: Library, trend: str, scope: Scope = EVERYTHING) -> int:
    """Return how many of a trend's passages name a limit or a counter-example."""
    return library.store.statements.count_passages_with(trend, LIMIT_CUES, scope)


def trend_figures(
    library: Library, trend: str, scope: Scope = EVERYTHING, offset: int = 0, limit: int = ALL
) -> tuple[StatisticView, ...]:
    """Return some of the figures that stand in a trend's passages."""
    rows = library.store.statements.trend_figures(trend, scope, offset, limit)
    return figure_views(library, [one.statistic.id for one in rows])


def _views(library: Library, found: Iterable[tuple[TrendPassage, bool]]) -> Iterable[PassageView]:
    for passage, reviewed in found:
        ready = library.texts.get(passage.article)
        yield PassageView(
            ready.place(passage.span), passage.score, passage.reason, reviewed, ready.article.summary.as_of,
            passage.id,
        )  # fmt: skip
