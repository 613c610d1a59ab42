"""A chart and a matrix of figures as blocks of a document, drawn anew of what the figures say now."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.facts.comparing import located
from corpus.model.draft import DraftItem
from corpus.report.chart import wish_of
from corpus.report.chart_layout import draw
from corpus.report.chart_svg import to_svg
from corpus.report.charting import chart_of
from corpus.report.labels import ReportLabels
from corpus.report.matrix import LAYOUTS, matrix_of, matrix_table
from corpus.report.model import ChartItem, TableItem


def chart_item(library: Library, item: DraftItem, labels: ReportLabels) -> ChartItem | None:
    """Return the chart of a block's figures; ``None`` where none of them can be compared any more."""
    chart = chart_of(located(library, item.ref.split()), wish_of(item.shape), labels)
    if not chart.series:
        return None
    return ChartItem(to_svg(draw(chart, labels)), item.text.strip() or f"{chart.title} {chart.unit}".strip())


def matrix_item(library: Library, item: DraftItem, labels: ReportLabels) -> TableItem | None:
    """Return the matrix of a block's figures, its shape the key of a layout; ``None`` where nothing can be compared."""
    layout, _parted, unit = item.shape.partition(" ")
    matrix = matrix_of(
        located(library, item.ref.split()), LAYOUTS.get(layout, LAYOUTS["years"]), unit=unit, labels=labels
    )
    return matrix_table(matrix, labels, caption=item.text.strip() or labels.figures) if matrix.rows else None
