"""What shows when a document is looked at: sides and widths of columns, tables kept whole, pages of headings."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from corpus.report.column_widths import column_widths
from corpus.report.handout import for_preset
from corpus.report.html.body import HtmlBody
from corpus.report.html.styles import Dialect
from corpus.report.in_text import place_of_citation, with_marks_of
from corpus.report.labels import ReportLabels
from corpus.report.model import (
    CitationSystem,
    Cited,
    FigureItem,
    Preset,
    QuoteItem,
    Reference,
    Report,
    ReportSection,
    TableItem,
    TextItem,
)
from corpus.report.tables import caption_of, sheet_table
from corpus.report.typography import held_together
from corpus.report.writers.html import to_html
from corpus.report.writers.markdown import to_markdown
from corpus.report.writers.table import write

OWN_TABLE = TextItem("| 项 | 数 | 记 |\n|---|---:|:---:|\n| 甲 | 12 | 一 |\n\n后面的话。")


def report(*items: TextItem | QuoteItem | TableItem, contents: bool = False) -> Report:
    sections = (ReportSection("上篇", 1, items), ReportSection("其中", 2, (TextItem("话。"),)))
    return Report("题", sections, contents=contents, language="zh-CN")


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode()


def rows(count: int) -> TableItem:
    return TableItem(("名", "数"), tuple((f"第{n}", "") for n in range(count)), "表", frozenset({1}))


def widths_of(table: TableItem) -> list[float]:
    return [float(one) for one in re.findall(r"([\d.]+)%", column_widths(table))]


def test_that_columns_to_fill_in_give_way_to_words_that_are_read() -> None:
    quoted = "夜市最缺的不是摊子，是夜里还愿意出门的人，说完他就去收炭了。"
    heads = ("序号", "作者", "年份", "题名", "研究问题", "方法/数据", "主要结论", "可引原句")
    row = ("1", "艾媒咨询", "2018", "中国社交电商行业研究报告", "", "", "", quoted)
    crowded = widths_of(TableItem(heads, (row,) * 3, "文献综述"))
    assert crowded[-1] > 1.5 * max(crowded[4:7])
    roomy = widths_of(TableItem(("题名", "可引原句", "评语"), (("报告", quoted, ""),) * 3, "文献综述"))
    assert roomy[2] > 12


def test_that_columns_of_an_own_table_keep_their_sides(tmp_path: Path) -> None:
    page = to_html(report(OWN_TABLE))
    assert '<td class="number">12</td>' in page
    assert '<th class="middle">记</th>' in page
    path = tmp_path / "a.docx"
    write(report(OWN_TABLE), path, "docx")
    table = docx.Document(str(path)).tables[0]
    sides = [str(one.paragraphs[0].alignment).split()[0] for one in table.rows[1].cells]
    assert sides[1:] == ["RIGHT", "CENTER"]


def test_that_lines_of_a_broken_paragraph_are_not_drawn_apart(tmp_path: Path) -> None:
    broken = QuoteItem("一、总体情况\n全县完成快递业务量。")
    write(report(broken, TextItem("一段话。")), tmp_path / "a.docx", "docx")
    sides = {one.text: str(one.alignment) for one in docx.Document(str(tmp_path / "a.docx")).paragraphs}
    assert sides["一、总体情况\n全县完成快递业务量。"].startswith("LEFT")
    assert sides["一段话。"] == "None"
    write(report(broken), tmp_path / "a.odt", "odt")
    content = part(tmp_path / "a.odt", "content.xml")
    line = re.search(r'<text:p text:style-name="(\w+)">一、总体情况<text:line-break', content)
    assert line is not None
    assert re.search(
        rf'style:name="{line[1]}"[^>]*>\s*<style:paragraph-properties fo:text-align="start"', content
    )


def test_that_lines_are_not_drawn_apart_where_a_footnote_stands_behind_them(tmp_path: Path) -> None:
    broken = QuoteItem("一、总体情况\n全县完成快递业务量。", citation=1, running=True)
    noted = replace(
        report(broken, broken), system=CitationSystem.NOTE, references=(Reference("甲某. 公报[R].", key="a"),)
    )
    write(noted, tmp_path / "a.odt", "odt")
    content = part(tmp_path / "a.odt", "content.xml")
    lines = re.findall(r'<text:p text:style-name="(YindeLines\d)">一、总体情况<text:line-break', content)
    assert len(lines) == content.count("<text:note ") == 2
    assert "<text:noted" not in content


def test_that_a_table_nobody_has_named_is_called_by_what_it_holds() -> None:
    labels = ReportLabels()
    one = [("网络零售额", "澜溪县"), ("网络零售额", "澜溪县")]
    assert caption_of(one, labels) == "澜溪县网络零售额"
    assert caption_of([*one, ("网络零售额", "青岚县")], labels) == "网络零售额"
    assert (
        caption_of([*one, ("常住人口", "澜溪县"), ("床位", "澜溪县")], labels)
        == "澜溪县网络零售额、常住人口等"
    )
    assert caption_of([("GMV", "澜溪县")], labels) == "澜溪县 GMV"
    assert caption_of([], labels) == "相关数据"


def test_that_what_is_still_to_be_checked_stays_at_home() -> None:
    figures = (FigureItem("产量", "3", "吨"), FigureItem("面积", "2", "亩", status="edited"))
    whole = Report("题", (ReportSection("", 1, figures),), preset=Preset.HANDOUT)
    told = to_markdown(for_preset(whole))
    assert "待核实" not in told
    assert "已修改" in told
    assert "待核实" in to_markdown(for_preset(replace(whole, preset=Preset.KEEP)))
    assert "待核实" not in sheet_table(for_preset(whole).figures(), ReportLabels()).rows[0]


@pytest.mark.parametrize(("columns", "across"), [(8, False), (9, True)])
def test_that_a_table_too_wide_for_a_page_lies_across_it(tmp_path: Path, columns: int, across: bool) -> None:
    table = TableItem(("题名",) * columns, (("文章",) * columns,))
    wide = report(TextItem("说明。"), table)
    write(wide, tmp_path / "a.docx", "docx")
    page = docx.Document(str(tmp_path / "a.docx")).sections[0]
    assert (int(page.page_width or 0) > int(page.page_height or 0)) is across
    write(wide, tmp_path / "a.odt", "odt")
    assert ('fo:page-width="29.7cm"' in part(tmp_path / "a.odt", "styles.xml")) is across
    assert not report(QuoteItem("话"), table).lies_across


@pytest.mark.parametrize("style", ["left", "right; color: red", "right; position: fixed"])
def test_that_no_other_style_gets_into_a_cell(style: str) -> None:
    made = HtmlBody(
        report(TextItem(f'<table><tr><td style="text-align: {style}">x</td></tr></table>')), Dialect.OFFICE
    ).whole()
    assert "style=" not in made.replace("data-custom-style=", "")


def test_that_a_number_of_a_row_stands_in_the_middle() -> None:
    labels = ReportLabels()
    table = TableItem((labels.number, "数"), (("1", "2"),), right=frozenset({0, 1}))
    assert (
        '<td class="middle">1</td><td class="number">2</td>' in HtmlBody(report(table), Dialect.PAGE).whole()
    )


def test_that_short_cells_of_a_page_are_not_broken_and_long_ones_may_be() -> None:
    rows = (("万亿元", "两省的零售额按不变价格算都比上一年多"), ("亿元", "同上"))
    made = HtmlBody(report(TableItem(("单位", "说明"), rows)), Dialect.PAGE).whole()
    assert '<th class="whole">单位</th><th>说明</th>' in made
    assert '<td class="whole">亿元</td><td>同上</td>' in made
    assert "whole" not in HtmlBody(report(TableItem(("单位", "说明"), rows)), Dialect.OFFICE).whole()


def test_that_a_small_table_in_word_stays_on_one_page_and_parts_from_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    wordy = TableItem(("名", "话"), (("甲", "说来话长。" * 170),))
    write(report(rows(3), TextItem("后面的话。"), rows(20), wordy), path, "docx")
    tables = part(path, "word/document.xml").split("</w:tbl>")
    assert "<w:keepNext/>" not in tables[2].rpartition("<w:tbl>")[2]
    small, large = (one.split("</w:tr>") for one in tables[:2])
    assert ["<w:keepNext/>" in one.rpartition("<w:tr>")[2] for one in small[:-1]] == [True] * 3 + [False]
    assert "<w:keepNext/>" not in "".join(large).rpartition("<w:tbl>")[2]
    behind = next(one for one in docx.Document(str(path)).paragraphs if one.text == "后面的话。")
    assert behind.paragraph_format.space_before
    assert 'w:name="compatibilityMode"' in part(path, "word/settings.xml")


def test_that_an_opendocument_text_lists_its_headings_with_pages_and_keeps_small_tables(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.odt"
    wordy = TableItem(("名", "话"), (("甲", "说来话长。" * 170),))
    write(report(rows(3), rows(20), wordy, contents=True), path, "odt")
    content = part(path, "content.xml")
    listed = re.findall(
        r'Contents_20_(\d)">([^<]+)<text:tab/><text:bookmark-ref[^>]*ref-name="([^"]+)"', content
    )
    assert [(level, title) for level, title, _name in listed] == [("1", "上篇"), ("2", "其中")]
    assert all(f'<text:bookmark text:name="{name}"/>' in content for _level, _title, name in listed)
    assert re.findall(r'may-break-between-rows="(\w+)"', content) == ["false", "true", "true"]
    assert not re.search(r"<table:table-cell[^>]*(?:/>|>\s*</table:table-cell>)", content)


def test_that_latin_words_of_a_chinese_opendocument_text_are_no_chinese(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    write(report(TextItem("用 cooperative 一词。")), path, "odt")
    styles = part(path, "styles.xml")
    assert 'fo:language="en"' in styles
    assert 'fo:language="zh"' not in styles
    assert 'style:language-asian="zh"' in styles


def test_that_each_column_has_room_for_its_numbers_and_the_widest_has_most() -> None:
    table = TableItem(
        ("序号", "年份", "题名", "方法", "原句"),
        (
            (
                "1",
                "2022",
                "夜市的账本与人情往来考",
                "",
                "凌晨两点，最后一位客人放下筷子，摊主才开始吃自己的晚饭。" * 4,
            ),
        ),
        right=frozenset({0}),
    )
    widths = widths_of(table)
    assert sum(widths) == pytest.approx(100, abs=0.5)
    assert widths[1] * 0.98 > len("2022") + 2
    assert max(widths) == widths[4] > 2 * widths[2]


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("距 3 km 处", "距 3\u00a0km 处"),
        ("重 25 kg。", "重 25\u00a0kg。"),
        ("时速 60 km/h", "时速 60\u00a0km/h"),
        ("装机 12 GW", "装机 12\u00a0GW"),
        ("12 hours", "12 hours"),
        ("第 3 types", "第 3 types"),
    ],
)
def test_that_latin_units_hold_to_their_numbers(words: str, held: str) -> None:
    assert held_together(words) == held


@pytest.mark.parametrize(
    ("before", "mark", "told"),
    [
        ("Coast", "(Smith, 2020)", "Coast (Smith, 2020)"),
        ("海岸", "(Smith, 2020)", "海岸(Smith, 2020)"),
        ("Coast", "[1]", "Coast[1]"),
        ("Coast", '<a href="#ref-1">(Smith, 2020)</a>', 'Coast <a href="#ref-1">(Smith, 2020)</a>'),
        ("Coast ", "(Smith, 2020)", "Coast (Smith, 2020)"),
        ("Coast ", "[1]", "Coast [1]"),
        ("Coast ", "<a><sup>[1]</sup></a>", "Coast<a><sup>[1]</sup></a>"),
        ("海岸 ", "[^1]", "海岸[^1]"),
    ],
)
def test_that_a_western_mark_stands_a_blank_behind_a_western_word(before: str, mark: str, told: str) -> None:
    assert with_marks_of(f"{before}{place_of_citation(0)}", ((Cited(1),),), lambda _group: mark) == told


def test_that_what_the_program_says_beside_a_table_is_no_text_of_the_person() -> None:
    made = HtmlBody(report(TextItem("未列入：甲。", beside=True)), Dialect.OFFICE).whole()
    assert '<div data-custom-style="Yinde Sentence"><p>未列入：甲。</p></div>' in made


def test_that_words_on_either_side_of_a_keyword_have_like_room_and_empty_columns_little() -> None:
    words = "共同的背景是获客变贵，传统电商不再便宜，新开的店"
    found = TableItem(
        ("序号", "左文", "关键词", "右文"), (("1", words, "流量红利", words),), right=frozenset({0, 1})
    )
    _number, left, _key, right = widths_of(found)
    assert left == pytest.approx(right, rel=0.1)
    waiting = TableItem(("题名", "主要结论", "可引原句"), (("夜市考", "", words * 5),))
    assert 13 < widths_of(waiting)[1] < 15
    signed = TableItem(("增速", "原句"), (("+14.5%", words * 5),), right=frozenset({0}))
    assert widths_of(signed)[0] * 0.98 > len("+14.5%") + 4.5  # the margins, and a percent sign of two places


def test_that_entries_of_the_contents_lead_to_their_headings(tmp_path: Path) -> None:
    write(report(OWN_TABLE, TextItem("## 文中的小题"), contents=True), tmp_path / "a.docx", "docx")
    document = part(tmp_path / "a.docx", "word/document.xml")
    places = re.findall(r'<w:hyperlink w:anchor="(\w+)" w:history="1">.*?<w:t[^>]*>(.*?)</w:t>', document)
    assert [words for _place, words in places] == ["上篇", "其中"]
    for place, words in places:
        assert re.search(rf'w:name="{place}"/>(?:(?!</w:p>).)*{words}', document)


def test_that_a_heading_stays_whose_words_all_stand_below_a_lower_one() -> None:
    private = QuoteItem("", note="只给自己看的话", private=True)
    sections = (
        ReportSection("访谈", 1),
        ReportSection("渠道", 2),
        ReportSection("小程序", 3, (TextItem("话。"),)),
        ReportSection("私下", 2, (private,)),
    )
    left = for_preset(Report("题", sections, preset=Preset.HANDOUT)).sections
    assert [one.title for one in left] == ["访谈", "渠道", "小程序"]
