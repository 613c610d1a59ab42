"""A matrix as a file: workbook, table or page, numbers as numbers, with the sources it was made of."""

from __future__ import annotations

from pathlib import Path

from corpus.report.labels import ReportLabels
from corpus.report.matrix import Matrix, matrix_table
from corpus.report.model import Report, ReportSection, TextItem
from corpus.report.writers.table import write


def write_matrix(matrix: Matrix, labels: ReportLabels, title: str, path: Path) -> None:
    """Write a matrix to ``path`` in the format its suffix names (xlsx, csv, html, docx …).

    Raises UsageError ``unknown_format``; YindeError ``not_writable``, ``export_failed``.
    """
    sources = f"{labels.attributed}{labels.colon}{labels.comma.join(matrix.sources)}"
    items = (matrix_table(matrix, labels), TextItem(sources))
    write(
        Report(title, (ReportSection("", 1, items),), about=(sources,), labels=labels),
        path,
        path.suffix.lstrip("."),
    )
