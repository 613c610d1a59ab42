"""Tables as spreadsheets read them: CSV and workbooks hold numbers, no formulas, and what is to be known of them."""

from __future__ import annotations

import csv
import gc
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from corpus.report.labels import ReportLabels
from corpus.report.model import FigureFields, FigureItem, Report
from corpus.report.tables import caveat_lines, sheet_table
from corpus.report.writers import write
from corpus.report.writers.sheets import defused


def test_csv_is_read_by_spreadsheets_and_holds_no_formula(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "数据.csv"
    write(report, path, "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))
    first, second = (dict(zip(rows[0], row, strict=True)) for row in rows[1:])
    assert rows[0][:7] == ["指标", "对象", "地区", "年份", "时期", "数值", "单位"]
    assert (first["指标"], first["对象"], first["时期"], first["数值"]) == (
        "市场规模",
        "中国",
        "2018",
        "12624.7",
    )
    assert (first["单位"], first["折算值"], first["引文著录"]) == (
        "亿元",
        "1262470000000",
        "海棠研究院. 两个数[R].",
    )
    assert (first["年份"], first["增速"], first["推自文献"], first["页码"]) == (
        "2018",
        "-3.2",
        "地区、时期",
        "12",
    )
    assert second["指标"] == '\'=HYPERLINK("http://x")'
    assert (second["数值"], second["数据出处"], second["原句"]) == ("-8.5", "'@SUM(A1)", "'+1")


def test_that_a_figure_shown_twice_is_one_row(report: Report, tmp_path: Path) -> None:
    for name, sections in (("一", report.sections), ("二", report.sections * 2)):
        write(replace(report, sections=sections), tmp_path / f"{name}.csv", "csv")
    assert (tmp_path / "一.csv").read_bytes() == (tmp_path / "二.csv").read_bytes()


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"), ("  =1", "'  =1"), ("＝1", "'＝1"), ("\t=1", "'\t=1"), ("-cmd|x", "'-cmd|x"),
        ("-8.5", "-8.5"), ("-1,024.5", "-1,024.5"), ("--1", "'--1"), ("增长", "增长"), ("", ""),
    ],
)  # fmt: skip
def test_formulas_are_defused(cell: str, shown: str) -> None:
    assert defused(cell) == shown


def test_many_figures_are_named_by_ranges_and_a_decline_is_one_in_every_unit() -> None:
    labels = ReportLabels()
    said = [FigureItem("费用率", "-1.1", caveat="推断" if n not in {3, 9} else "") for n in range(1, 12)]
    assert caveat_lines(said, labels) == ("推断（1、2、4–8、10、11）",)
    down = FigureItem("费用率", "-1.1", base_value="1.1", fields=FigureFields(number="-1.1"))
    table = sheet_table([down], labels)
    assert table.rows[0][table.columns.index(labels.base_value)] == "-1.1"


def test_the_workbook_has_numbers_a_frozen_head_a_filter_and_caveats(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "数据.xlsx"
    write(report, path, "xlsx")
    book = openpyxl.load_workbook(path)
    data, notes = book.worksheets
    assert (data.title, notes.title) == ("数据", "口径说明")
    place = {cell.value: cell.coordinate[:-1] for cell in data[1]}
    told = {name: data[f"{place[name]}2"] for name in ("指标", "年份", "数值", "折算值", "增速", "可信度")}
    assert {name: cell.value for name, cell in told.items()} == {
        "指标": "市场规模", "年份": 2018, "数值": 12624.7, "折算值": 1262470000000, "增速": -3.2, "可信度": 0.8,
    }  # fmt: skip
    assert {name: cell.number_format for name, cell in told.items()} == {
        "指标": "General", "年份": "0", "数值": "#,##0.0", "折算值": "#,##0", "增速": "#,##0.0", "可信度": "#,##0.00",
    }  # fmt: skip
    assert (data["A3"].value, data["A3"].data_type) == ('=HYPERLINK("http://x")', "s")
    assert (data.freeze_panes, data.auto_filter.ref) == ("B2", "A1:AD3")
    assert [row[0].value or None for row in notes.iter_rows()] == [
        "社交电商批注摘要", "2026-07-01", "收批注 3 条、数据 2 条。", None, "口径说明", "含企业采购（1）", None,
        "有出入之处", "1. 市场规模 12,624.7 亿元 ≠ 盘点篇 11,397.78 亿元", None, "参考文献",
        "海棠研究院. 两个数[R]. 北京: 海棠出版社, 2019.", None,
    ]  # fmt: skip
    assert book.properties.creator == "王小明"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full")
def test_a_workbook_that_does_not_fit_is_told_of_once(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.report.writers import sheets

    @contextmanager
    def replacing(_path: Path) -> Iterator[Path]:
        yield Path("/dev/full")

    monkeypatch.setattr(sheets, "replacing", replacing)
    with pytest.raises(OSError, match="No space left"):
        sheets.write_xlsx(report, tmp_path / "数据.xlsx")
    gc.collect()  # what is let go now has nothing more to say
