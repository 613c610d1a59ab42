"""Figures laid side by side: those that can be compared with one, and those a person chose or filtered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.library.core.library import Library
from corpus.library.facts.statistics import figure_page
from corpus.store.facts.figure_query import FigureQuery

NEAR: Final = 120
"""So many figures are laid beside one at most, in its history and among its kind."""
MOST: Final = 3000
"""So many figures are laid side by side at most; whoever shows them says where there are more."""


def comparable_with(library: Library, figure_id: str) -> tuple[LocatedStatistic, ...]:
    """Return what one figure can be laid beside: the same thing at other times, other things at the same time.

    The figure itself is among them; metrics are the same in every name they have.
    """
    ground, own = library.store.figures.ground_of(figure_id), located(library, [figure_id])
    if not ground or not own:
        return own
    metric, ends = ground.partition("\n")[0] + "\n", own[0].statistic.period.end
    figures = library.store.figures
    found = [*figures.on_ground(ground, NEAR), *(figures.on_ground(metric, NEAR, ends) if ends else ())]
    beside = {one.statistic.id: one for one in (LocatedStatistic(*each) for each in found)}
    return tuple((beside | {figure_id: own[0]}).values())


def located(library: Library, ids: Sequence[str]) -> tuple[LocatedStatistic, ...]:
    """Return figures with their articles, in this order; those that are gone are left out."""
    rows = library.store.figures.rows(ids)
    return tuple(LocatedStatistic(row.article, row.statistic, row.title) for row in rows)


def figures_asked(library: Library, query: FigureQuery) -> tuple[LocatedStatistic, ...]:
    """Return the first ``MOST`` figures a query asks for."""
    rows = figure_page(library, query, 0, MOST)
    return tuple(LocatedStatistic(row.article, row.statistic, row.title) for row in rows)
