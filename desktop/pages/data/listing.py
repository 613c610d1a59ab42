"""The figures of a query as the long table reads them: page by page, each with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from corpus.library.core.library import Library
from corpus.library.facts.statistics import count_figures, figure_page, figure_places, figure_sentences
from corpus.library.finding.labels import labels_of
from corpus.store.facts.figure_query import FigureCounts, FigureQuery, FigureRow
from desktop.pages.data.columns import QuotedFigure
from desktop.widgets import Listing


def figure_listing(
    library: Library, query: FigureQuery, counted: Callable[[FigureCounts], object]
) -> Listing[QuotedFigure]:
    """Return the listing of what a query asks for, in its order; ``counted`` is told the counts, beside the window."""
    return Listing(
        page=partial(_page, library, query),
        count=partial(_count, library, query, counted),
        places=partial(_places, library, query),
        rows=partial(_rows, library),
    )


def _page(library: Library, query: FigureQuery, offset: int, limit: int) -> Sequence[QuotedFigure]:
    return _with_sentences(library, figure_page(library, query, offset, limit))


def _count(library: Library, query: FigureQuery, counted: Callable[[FigureCounts], object]) -> int:
    counts = count_figures(library, query)
    counted(counts)
    return counts.total


def _places(library: Library, query: FigureQuery, ids: Sequence[str]) -> Mapping[str, int]:
    return figure_places(library, query, ids)


def _rows(library: Library, ids: Sequence[str]) -> Sequence[QuotedFigure]:
    return _with_sentences(library, library.store.figures.rows(ids))


def _with_sentences(library: Library, rows: Sequence[FigureRow]) -> list[QuotedFigure]:
    quotes = figure_sentences(library, [row.statistic.id for row in rows])
    labels = labels_of(library, {row.article for row in rows})
    files = {article: label.file for article, label in labels.items()}
    return [QuotedFigure(row, quotes.get(row.statistic.id, ""), files.get(row.article, "")) for row in rows]
