"""Sheets come in as they show: figures with their forms, nothing hidden untold."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment

from corpus.importing.office.cell_values import shown
from corpus.importing.office.xlsx import read_xlsx
from corpus.importing.text_files.spreadsheet_text import read_csv
from corpus.language.phrases import page_name
from corpus.model.numbering import PageRef
from tests.corpus.importing.making import relations, zipped


def test_a_sheet_shows_what_its_cells_show() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "收成"
    for row in (
        ["年份", "产量", "增速", "日期"],
        [2021, 1234.5, 0.125, dt.date(2021, 3, 4)],
        [],
        [2022, 0.1 + 0.2, None, True],
    ):
        sheet.append(row)
    sheet["B2"].number_format = "#,##0.00"
    sheet["C2"].number_format = "0.0%"
    stream = BytesIO()
    book.save(stream)
    document = read_xlsx(stream.getvalue())
    (table,) = document.tables
    assert table.span.of(document.text).split("\n") == [
        "年份\t产量\t增速\t日期", "2021\t1,234.50\t12.5%\t2021-03-04", "2022\t0.3\t\tTRUE",
    ]  # fmt: skip
    assert (document.headings[0].text, document.pages[0].number) == ("收成", "收成")


def test_that_a_sheet_is_called_by_its_name_which_is_never_the_number_of_a_page() -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in ("收成", "2024"):
        sheet = book.create_sheet(name)
        for row in [["乡", "户"], ["东乡", 3]]:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    document = read_xlsx(stream.getvalue())
    assert [page_name(PageRef(one.number)) for one in document.pages] == ["收成", "表 2024"]


@pytest.mark.parametrize(
    ("names", "headings"),
    [
        (("Sheet1",), ()),
        (("工作表1",), ()),
        (("收成",), ("收成",)),
        (("Sheet1", "Sheet2"), ("Sheet1", "Sheet2")),
        (("Sheet1", ""), ()),
    ],
)
def test_the_name_of_a_lone_sheet_that_nobody_named_is_no_heading(
    names: tuple[str, ...], headings: tuple[str, ...]
) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name in names:
        sheet = book.create_sheet(name or "Sheet9")
        for row in [["乡", "户"], ["东乡", 3]] if name else []:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    document = read_xlsx(stream.getvalue())
    assert tuple(one.text for one in document.headings) == headings
    assert len(document.tables) == sum(map(bool, names))
    assert next(one.start for one in document.pages) == 0
    assert document.text.startswith("乡" if not headings else headings[0])


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (12, '0.0"万元"', "12.0万元"),
        (1234.5, "¥#,##0.00", "¥1,234.50"),
        (1234.5, "[$￥-804]#,##0", "￥1,235"),
        (2.5, "0", "3"),
        (-3, "$0.0_);($0.0)", "-$3.0"),
        (0.5, "# ?/?", "0.5"),
        (12500, '0.0,"千元"', "12.5千元"),
        (12500, "0!.0,", "1.3"),
        (12345, r'0\.0,"万"', "1.2万"),
        (5000, '[>=100000000]0.00,,"亿";[>=10000]0!.0,"万";0', "5000"),
        (50000, '[>=100000000]0.00,,"亿";[>=10000]0!.0,"万";0', "5.0万"),
        (-0.05, '"增长"0%;"下降"0%;"持平"', "下降5%"),
        (0, '"增长"0%;"下降"0%;"持平"', "持平"),
        (-5, '0.0"万";0.0"万"', "-5.0万"),
        (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (-1234.5, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-1,234.50"),
        (5, 'G/通用格式"万元"', "5万元"),
        (5.3, "0.0‰", "5.3‰"),
        (20230405, '0000"-"00"-"00', "2023-04-05"),
        (dt.date(2021, 1, 1), 'yyyy"年"m"月"', "2021年1月"),
        (7, "0000", "0007"),
        (0.0531, "0.0%", "5.3%"),
        (-0.001, "0.0", "0.0"),
        (dt.timedelta(hours=30, minutes=5), "[h]:mm:ss", "30:05:00"),
    ],
)
def test_that_a_figure_keeps_the_words_and_the_size_its_form_gives_it(
    value: object, form: str, expected: str
) -> None:
    assert shown(value, form) == expected


def test_that_a_mark_raised_in_a_cell_runs_into_no_figure() -> None:
    words = (
        '<si><r><t>1234</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></si>'
        "<si><r><rPr><strike/></rPr><t>53</t></r><r><t>46</t></r></si>"
    )
    within = '<is><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>3</t></r></is>'
    name = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>'
        ),
        "_rels/.rels": relations(("a", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook {name} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<sheets><sheet name="户表" sheetId="1" r:id="s"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            ("s", "worksheet", "worksheets/sheet1.xml"),
            ("t", "sharedStrings", "sharedStrings.xml"),
            ("u", "styles", "styles.xml"),
        ),
        "xl/styles.xml": (
            f"<styleSheet {name}><fonts><font/></fonts><fills><fill><patternFill/></fill></fills>"
            "<borders><border/></borders>"
            '<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="31"/></cellXfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": f"<sst {name}>{words}</sst>",
        "xl/worksheets/sheet1.xml": (
            f'<worksheet {name}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
            f'<row r="2"><c r="A2" s="1"><v>45000</v></c><c r="B2" t="inlineStr">{within}</c></row>'
            "</sheetData></worksheet>"
        ),
    }
    assert read_xlsx(zipped(parts)).text == "户表\n1234²\t53 46\n2023-03-15\t10³"


def test_that_the_line_that_tells_what_parts_the_cells_is_no_row() -> None:
    assert read_csv("sep=;\n年份;人数\n2021;1,5".encode()).text == "年份\t人数\n2021\t1,5"


def test_that_lines_within_a_cell_do_not_run_together() -> None:
    assert read_csv('地区,数\n"北乡\r\n南乡",3\n'.encode()).text == "地区\t数\n北乡 南乡\t3"


def test_that_hidden_parts_and_formulas_without_values_are_told() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "收成"
    sheet["A1"], sheet["B1"] = "北乡\n南乡", "=A1"
    sheet["A1"].comment = Comment("待查", "甲")
    for hide, warnings in (
        (False, {"formulas_without_values"}),
        (True, {"formulas_without_values", "hidden_parts"}),
    ):
        sheet.row_dimensions[1].hidden = hide
        stream = BytesIO()
        book.save(stream)
        document = read_xlsx(stream.getvalue())
        assert set(document.warnings) == warnings
        assert document.text.split("\n")[1:] == ["北乡 南乡", "[批注 A1] 待查"]


def test_that_a_hidden_sheet_comes_last_and_a_fill_of_nothing_is_none() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title, sheet["A1"], sheet.sheet_state = "内部", "草稿", "hidden"
    book.create_sheet("收入").append(["年份", 2023])
    stream = BytesIO()
    book.save(stream)
    with ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    styles = parts["xl/styles.xml"]
    empty = styles.replace(b"<fills", b"<fills><fill/></fills><old", 1).replace(
        b"</fills><borders", b"</old><borders"
    )
    assert empty.count(b"old") == 2
    document = read_xlsx(zipped({**parts, "xl/styles.xml": empty}))
    assert document.text.split("\n") == ["收入", "年份\t2023", "内部", "草稿"]
    assert document.warnings == ("hidden_parts",)


def test_that_a_number_kept_as_text_stands_as_a_spreadsheet_shows_it() -> None:
    data = '"单号","件"\r\n="0020230411","3"\r\n"0020230412\t","5"\r\n"说""好""","1"\r\n'.encode("gbk")
    assert read_csv(data).text == '单号\t件\n0020230411\t3\n0020230412\t5\n说"好"\t1'
