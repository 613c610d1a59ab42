"""Figures laid side by side: those that can be compared with one, and those a person chose or filtered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.comparison import LocatedStatistic
from corpus.library.core.library import Library
from corpus.store.figure_query import FigureQuery

MOST: Final = 3000
"""So many figures are laid side by side at most; whoever shows them says where there are more."""


def comparable_with(library: Library, figure_id: str) -> tuple[LocatedStatistic, ...]:
    """Return the figures of the library of the same metric, in every name it has, that can be compared at all."""
    ground = library.store.figures.ground_of(figure_id)
    if not ground:
        return located(library, [figure_id])
    metric = ground.partition("\n")[0] + "\n"
    return tuple(LocatedStatistic(*one) for one in library.store.figures.on_ground(metric, MOST))


def located(library: Library, ids: Sequence[str]) -> tuple[LocatedStatistic, ...]:
    """Return figures with their articles, in this order; those that are gone are left out."""
    rows = library.store.figures.rows(ids)
    return tuple(LocatedStatistic(row.article, row.statistic, row.title) for row in rows)


def figures_asked(library: Library, query: FigureQuery) -> tuple[LocatedStatistic, ...]:
    """Return the first ``MOST`` figures a query asks for."""
    rows = library.store.figures.page(query, 0, MOST)
    return tuple(LocatedStatistic(row.article, row.statistic, row.title) for row in rows)
