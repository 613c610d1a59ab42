"""The figures of a query as the long table reads them: page by page, each with its sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.library.core.library import Library
from corpus.library.facts.statistics import (
    count_figures,
    figure_page,
    figure_places,
    figure_sentences,
    spare_fields,
)
from corpus.library.finding.labels import labels_of
from corpus.store.facts.figure_query import FigureCounts, FigureQuery, FigureRow
from desktop.pages.data.columns import QuotedFigure
from desktop.widgets import Listing


@dataclass(slots=True)
class OfAll:
    """What is known of all figures of a listing too long to be at hand; found out beside the window.

    ``spare`` are the columns that are empty in every row, or in nearly all. Both are known before the first rows are
    shown, and found out once: a listing is of the library as it was then.
    """

    counts: FigureCounts | None = None
    spare: frozenset[str] | None = None


def figure_listing(library: Library, query: FigureQuery, of_all: OfAll) -> Listing[QuotedFigure]:
    """Return the listing of what a query asks for, in its order; ``of_all`` is filled in where it is long."""
    return Listing(
        page=partial(_page, library, query, of_all),
        count=partial(_count, library, query, of_all),
        places=partial(_places, library, query),
        rows=partial(_rows, library),
    )


def _page(
    library: Library, query: FigureQuery, of_all: OfAll, offset: int, limit: int
) -> Sequence[QuotedFigure]:
    rows = figure_page(library, query, offset, limit)
    if of_all.spare is None and (offset or len(rows) == limit):
        of_all.spare = spare_fields(library, query, _count(library, query, of_all))
    return _with_sentences(library, rows)


def _count(library: Library, query: FigureQuery, of_all: OfAll) -> int:
    of_all.counts = of_all.counts or count_figures(library, query)
    return of_all.counts.total


def _places(library: Library, query: FigureQuery, ids: Sequence[str]) -> Mapping[str, int]:
    return figure_places(library, query, ids)


def _rows(library: Library, ids: Sequence[str]) -> Sequence[QuotedFigure]:
    return _with_sentences(library, library.store.figures.rows(ids))


def _with_sentences(library: Library, rows: Sequence[FigureRow]) -> list[QuotedFigure]:
    quotes = figure_sentences(library, [row.statistic.id for row in rows])
    labels = labels_of(library, {row.article for row in rows})
    files = {article: label.file for article, label in labels.items()}
    return [QuotedFigure(row, quotes.get(row.statistic.id, ""), files.get(row.article, "")) for row in rows]
