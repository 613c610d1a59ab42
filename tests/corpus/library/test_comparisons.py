"""Charts and comparisons of the library's figures: in a draft, and as files of their own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl

from corpus.library.core.library import Library
from corpus.library.facts.comparing import comparable_with, located
from corpus.library.facts.statistics import figure_ids
from corpus.library.reports.comparisons import chart_item, matrix_item
from corpus.model.draft import DraftItem
from corpus.report.charts.chart import ChartKind, ChartWish, shape_of, wish_of
from corpus.report.charts.choosing import chart_of
from corpus.report.labels import ReportLabels
from corpus.report.matrix import matrix_of
from corpus.report.matrix_files import write_matrix
from corpus.report.model import ChartItem, TableItem, TextItem
from corpus.store.facts.figure_query import FigureQuery

LABELS = ReportLabels()


def disputed(library: Library) -> tuple[str, ...]:
    """Return the figures of the metric the built-in articles contradict each other about."""
    return figure_ids(library, FigureQuery(metrics=("社交电商市场规模",)))


def test_a_chart_of_a_draft_is_drawn_as_it_was_shaped(library: Library) -> None:
    ids = disputed(library)
    chart = chart_of(located(library, ids), ChartWish(ChartKind.YEARS), LABELS)
    assert wish_of(shape_of(chart)).family == chart.family
    item, *more = chart_item(
        library, DraftItem("chart", " ".join(chart.figures), shape=shape_of(chart)), LABELS
    )
    assert isinstance(item, ChartItem)
    assert more == []
    assert item.caption.startswith(chart.title.replace(" ", ""))
    assert "12624.7" in item.svg
    assert "≠" in item.svg
    assert chart_item(library, DraftItem("chart", "nothing"), LABELS) == ()


def test_a_comparison_of_a_draft_holds_both_sides_of_a_contradiction(library: Library) -> None:
    block = DraftItem("matrix", " ".join(disputed(library)), "两份报告", shape="years 亿元")
    table, *left_out = matrix_item(library, block, LABELS)
    assert isinstance(table, TableItem)
    assert all(isinstance(one, TextItem) and "未列入" in one.text for one in left_out)
    assert table.caption == "两份报告"
    assert any(" ≠ " in cell and "12624.7" in cell for row in table.rows for cell in row)
    assert matrix_item(library, DraftItem("matrix", ""), LABELS) == ()
    unnamed = matrix_item(library, replace(block, text=" "), LABELS)[0]
    assert isinstance(unnamed, TableItem)
    assert unnamed.caption == "社交电商市场规模"


def test_a_comparison_is_written_with_numbers_as_numbers_and_its_sources(
    library: Library, tmp_path: Path
) -> None:
    matrix = matrix_of(
        located(library, figure_ids(library, FigureQuery(subjects=("拼多多",)))), labels=LABELS
    )
    for suffix in ("xlsx", "csv", "html"):
        write_matrix(matrix, LABELS, "指标对照", tmp_path / f"对照.{suffix}")
    sheet = openpyxl.load_workbook(tmp_path / "对照.xlsx").worksheets[0]
    cells = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row]
    assert any(isinstance(one, int | float) for one in cells)
    assert LABELS.attributed in (tmp_path / "对照.html").read_text(encoding="utf-8")


def test_what_is_laid_beside_a_figure_is_of_its_metric_and_holds_itself(library: Library) -> None:
    figure = disputed(library)[0]
    beside = comparable_with(library, figure)
    assert figure in {one.statistic.id for one in beside}
    assert len(beside) > 1
