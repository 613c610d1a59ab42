"""A figure keeps its 约, 突破 and 以上 wherever it is printed: in cells, sheets, charts and its exact value."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from corpus.report.charts.chart import ChartKind, ChartWish
from corpus.report.charts.choosing import chart_of
from corpus.report.charts.layout import draw
from corpus.report.charts.svg import to_svg
from corpus.report.figure_words import BEHIND, WITHIN, exact_words, figure_words, qualified
from corpus.report.labels import ReportLabels
from corpus.report.matrix import LAYOUTS, matrix_of, matrix_table
from corpus.report.matrix_files import write_matrix
from tests.corpus.report.compared import growth, level

QUALIFIERS = ("突破", "超过", "约", "近", "不足", "至少", *sorted(BEHIND), *sorted(WITHIN))


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_a_figure_keeps_its_qualifier_wherever_it_is_printed(qualifier: str, tmp_path: Path) -> None:
    items = [
        level("a", "2", "万亿元", qualifier=qualifier), level("b", "1.8", "万亿元", when=2024),
        level("c", "7", "万亿元", region="天津", qualifier=qualifier),
    ]  # fmt: skip
    told = qualified("2", qualifier)
    assert qualifier in told
    for layout in LAYOUTS.values():
        matrix = matrix_of(items, layout)
        assert told in {cell.told for cell in (matrix.cells or {}).values()}
        assert any(told in row for row in matrix_table(matrix, ReportLabels()).rows)
    for kind in (ChartKind.YEARS, ChartKind.PLACES, ChartKind.RANKING):
        assert told in to_svg(draw(chart_of(items, ChartWish(kind=kind))))
    one = items[0].statistic
    assert qualifier in exact_words(one)
    assert qualifier in figure_words(one)
    write_matrix(matrix_of(items), ReportLabels(), "对照", tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any(told in row for row in csv.reader(file))


@pytest.mark.parametrize("qualifier", QUALIFIERS)
def test_a_qualified_number_stays_a_number_in_a_workbook(qualifier: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_matrix(matrix_of([level("a", "2.5", qualifier=qualifier)]), ReportLabels(), "对照", path)
    cell = openpyxl.load_workbook(path).worksheets[0]["C2"]
    assert cell.value == 2.5
    before, _number, behind = qualified("2.5", qualifier).partition("2.5")
    quoted = [f'"{part}"' if part else "" for part in (before, behind)]
    assert cell.number_format == f"{quoted[0]}#,##0.0{quoted[1]}"


def test_of_figures_that_agree_the_exact_one_is_shown() -> None:
    items = [level("a", "2", "万亿元", qualifier="约"), level("b", "2.03", "万亿元")]
    assert matrix_of(items).cell(0, 0).told == "2.03"
    chart = chart_of([*items, level("c", "3", "万亿元", region="天津")], ChartWish(kind=ChartKind.RANKING))
    assert [mark.told for spot in chart.series[0].spots for mark in spot.marks] == ["3", "2.03"]


def test_a_qualified_decline_keeps_both() -> None:
    assert matrix_of([growth("g", "3.2", down=True, qualifier="超过")]).cell(0, 0).told == "超过 −3.2"
