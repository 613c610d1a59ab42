"""Everything the page of figures shows, read at once beside the window."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import ConflictView, conflicts, statistics
from corpus.model.collection import Scope
from desktop.pages.data.filters import FigureFilter, agreeing


@dataclass(frozen=True, slots=True)
class FigureSet:
    """All figures of a scope, what contradicts and what confirms what."""

    views: tuple[StatisticView, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()
    agreed: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def passing(self, wanted: FigureFilter) -> tuple[StatisticView, ...]:
        """Return the figures that pass a filter."""
        return tuple(one for one in self.views if wanted.passes(one))

    def title_of(self, article: str) -> str:
        """Return the title of an article (its id) with figures; of another one the id."""
        return next((one.place.title for one in self.views if one.place.article == article), article)


def read_figures(library: Library, scope: Scope) -> FigureSet:
    """Read everything the page shows."""
    views = statistics(library, scope, rejected=True)
    return FigureSet(views, conflicts(library, scope), agreeing(views))
