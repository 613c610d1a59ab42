"""A trend's passages and figures as rows, each leading to its sentence, read as far as one scrolls."""

from __future__ import annotations

from functools import partial
from typing import Final

from corpus.language import translate as _
from corpus.language.phrases import placed
from corpus.library.core.library import Library
from corpus.library.facts.trends import (
    PassageView,
    TrendCounts,
    trend_figures,
    trend_limits,
    trend_passages,
)
from corpus.model.collection import Scope
from corpus.model.trend import Trend
from corpus.text.line_signs import without_signs
from desktop.pages.figure_statement import statement_of
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_feed import Feed, Portion

_PROOFS: Final = 100
"""Passages among which the one that proves a point is looked for: those people and packs put there, then the best."""


def tabs_of(counts: TrendCounts, limits: int | None) -> tuple[tuple[str, str], ...]:
    """Return the tabs of a trend with their counts; those without anything are left out.

    ``limits`` is ``None`` while nobody knows how many there are.
    """
    limited = _("反例与限制 {n}", n=limits) if limits is not None else _("反例与限制")
    points = len(counts.trend.points)
    entries = (
        ("passages", _("原文 {n}", n=counts.passages), counts.passages),
        ("figures", _("数据 {n}", n=counts.figures), counts.figures),
        ("limits", limited, limits != 0 and counts.passages),
        ("points", _("要点 {n}", n=points), points),
    )
    return tuple((key, label) for key, label, there in entries if there)


def feed_of(library: Library, trend: Trend, scope: Scope, tab: str) -> Feed:
    """Return what the list of a tab reads."""
    reads = {"figures": _figures, "limits": _limits, "points": _points}
    return partial(reads.get(tab, _passages), library, trend, scope)


def source_of(view: PassageView) -> str:
    """Return the article of a passage and how old its data are."""
    return placed(view.place) + (" · " + _("资料截至 {date}", date=view.as_of) if view.as_of else "")


def why(view: PassageView) -> str:
    """Return why a passage stands under its trend, empty where nothing is known."""
    if view.id:
        return _("手工归入")
    if view.reviewed:
        return _("资料包收录")
    return _("相关度 {score}：{reason}", score=f"{view.score:.2f}", reason=view.reason) if view.reason else ""


def _passages(library: Library, trend: Trend, scope: Scope, offset: int, limit: int) -> Portion:
    # One more is read before them, to know whether another group begins.
    before = 1 if offset else 0
    views = trend_passages(library, trend.key, scope, offset - before, limit + before)
    rows: list[Statement] = []
    for number, view in enumerate(views):
        if number < before:
            continue
        if number == 0 or views[number - 1].reviewed is not view.reviewed:
            rows.append(Statement(_("已审") if view.reviewed else _("自动找到，按相关度排列"), heading=True))
        rows.append(passage_statement(view))
    return _portion(rows, offset, limit, len(views) - before)


def _limits(library: Library, trend: Trend, scope: Scope, offset: int, limit: int) -> Portion:
    views = trend_limits(library, trend.key, scope, offset, limit)
    return _portion([passage_statement(one) for one in views], offset, limit, len(views))


def _figures(library: Library, trend: Trend, scope: Scope, offset: int, limit: int) -> Portion:
    views = trend_figures(library, trend.key, scope, offset, limit)
    # A figure in two passages is told once: fewer than were asked for are not the last ones yet.
    return _portion([statement_of(one) for one in views], offset, limit, limit if views else 0)


def _points(library: Library, trend: Trend, scope: Scope, _offset: int, _limit: int) -> Portion:
    proofs = trend_passages(library, trend.key, scope, 0, _PROOFS)
    return Portion(tuple(_point(number, text, proofs) for number, text in enumerate(trend.points, 1)))


def _portion(rows: list[Statement], offset: int, limit: int, read: int) -> Portion:
    return Portion(tuple(rows), offset + limit if read >= limit else None)


def passage_statement(view: PassageView) -> Statement:
    """Return a passage as a row that opens it."""
    told, quote = why(view), without_signs(view.place.quote)
    return Statement(
        quote, source_of(view), label=told if view.id else "", tone="indigo", quote=quote,
        source=told or source_of(view), hover=told, payload=view,
    )  # fmt: skip


def _point(number: int, text: str, proofs: tuple[PassageView, ...]) -> Statement:
    nearest = _nearest(text, proofs)
    if nearest is None:
        return Statement(text, lead=f"{number}")
    source = source_of(nearest)
    return Statement(
        text, source, lead=f"{number}", quote=nearest.place.quote, source=source, payload=nearest.place
    )


def _nearest(text: str, proofs: tuple[PassageView, ...]) -> PassageView | None:
    """Return the passage that shares most pairs of characters with a point, none where too few are shared."""
    pairs = {text[n : n + 2] for n in range(len(text) - 1)}

    def shared(one: PassageView) -> int:
        return sum(pair in one.place.quote for pair in pairs)

    best = max(proofs, key=shared, default=None)
    return best if best is not None and shared(best) >= max(3, len(pairs) // 4) else None
