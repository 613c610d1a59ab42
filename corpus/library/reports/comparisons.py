"""A chart and a matrix of figures as blocks of a document, drawn anew of what the figures say now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.library.core.library import Library
from corpus.library.facts.comparing import located
from corpus.model.draft import DraftItem
from corpus.report.charts.chart import Chart, wish_of
from corpus.report.charts.choosing import chart_of
from corpus.report.charts.layout import draw
from corpus.report.charts.svg import to_svg
from corpus.report.figure_words import figure_words
from corpus.report.labels import ReportLabels
from corpus.report.matrix import LAYOUTS, matrix_of, matrix_table
from corpus.report.model import ChartItem, ReportItem, TableItem, TextItem
from corpus.report.rich_text import as_markdown
from corpus.report.tables import caption_of
from index.lazy_pattern import LazyPattern

_BETWEEN: Final = LazyPattern(r"(?<=[一-鿿]) (?=[一-鿿])")
"""The blank between whose a chart is and of what, which Chinese words do without."""
_NAMED: Final = 4
"""Figures left out that are named; of more the number is told."""


def charted(library: Library, item: DraftItem, labels: ReportLabels) -> tuple[Chart, str]:
    """Return the chart of a block's figures, empty where none can be compared, and a line on those not in it."""
    figures = located(library, item.ref.split())
    chart = chart_of(figures, wish_of(item.shape), labels)
    return chart, _left_out(figures, chart.figures, labels) if chart.series else ""


def tabled(library: Library, item: DraftItem, labels: ReportLabels) -> tuple[TableItem | None, str]:
    """Return the matrix of a block's figures, its shape the key of a layout, and a line on those not in it.

    There is none where none can be compared.
    """
    layout, _parted, unit = item.shape.partition(" ")
    figures = located(library, item.ref.split())
    matrix = matrix_of(figures, LAYOUTS.get(layout, LAYOUTS["years"]), unit=unit, labels=labels)
    if not matrix.rows:
        return None, ""
    told = ((one.statistic.metric, one.statistic.subject or one.statistic.region) for one in figures)
    caption = item.text.strip() or caption_of(told, labels)
    table = matrix_table(matrix, labels, caption=caption, marked=True)
    shown = [figure for cell in (matrix.cells or {}).values() for figure in cell.figures]
    return table, _left_out(figures, shown, labels)


def chart_item(library: Library, item: DraftItem, labels: ReportLabels) -> tuple[ReportItem, ...]:
    """Return the chart of a block's figures and a line on those not in it; nothing where none can be compared."""
    chart, left_out = charted(library, item, labels)
    if not chart.series:
        return ()
    drawn = ChartItem(to_svg(draw(chart, labels)), item.text.strip() or _called(chart, labels))
    return (drawn, *_beside(left_out))


def _called(chart: Chart, labels: ReportLabels) -> str:
    """Return what a chart nobody has named is called: its title, and in brackets what it is measured in."""
    title = _BETWEEN.sub("", chart.title)
    return f"{title}{labels.measured.format(unit=chart.unit)}" if chart.unit else title


def matrix_item(library: Library, item: DraftItem, labels: ReportLabels) -> tuple[ReportItem, ...]:
    """Return the matrix of a block's figures and a line on those not in it; nothing where none can be compared."""
    table, left_out = tabled(library, item, labels)
    return () if table is None else (table, *_beside(left_out))


def _left_out(figures: Sequence[LocatedStatistic], shown: Sequence[str], labels: ReportLabels) -> str:
    """Return a line that names the figures that are not shown, if any: nobody is to miss them unawares."""
    missing = [one.statistic for one in figures if one.statistic.id not in shown]
    if not missing:
        return ""
    names = labels.comma.join(f"{one.metric} {figure_words(one)}".strip() for one in missing[:_NAMED])
    told = labels.left_out if len(missing) <= _NAMED else labels.more_left_out
    return told.format(names=names, n=len(missing))


def _beside(left_out: str) -> tuple[TextItem, ...]:
    return (TextItem(as_markdown(left_out), beside=True),) if left_out else ()
