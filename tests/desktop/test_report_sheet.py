from __future__ import annotations

import base64
import re
from typing import Literal

import pytest
from PySide6.QtGui import QTextDocument, QTextTable
from PySide6.QtWidgets import QApplication

from corpus.report.in_text import group_of, place_of_citation
from corpus.report.model import (
    ChartItem,
    QuoteItem,
    Reference,
    Report,
    ReportItem,
    ReportSection,
    TextItem,
)
from corpus.report.writers.html import to_html
from desktop.export.report_sheet import SheetLook, dressed, for_paper
from desktop.export.sheet_tables import with_tables
from desktop.theme.tokens import THEMES, load_tokens


def table(columns: int, number: str) -> str:
    heads = "".join(f'<th class="number">{2010 + n}</th>' for n in range(columns))
    cells = "".join(f'<td class="number">{number}</td>' for _ in range(columns))
    return f"<table><thead><tr><th>指标</th>{heads}</tr></thead><tbody><tr><td>交易额</td>{cells}</tr></tbody></table>"


def test_that_numbers_and_their_heads_stand_at_the_right_and_are_not_parted() -> None:
    made = with_tables(f"<p>前</p>{table(3, '3.375793')}<p>后</p>")
    assert made.startswith("<p>前</p><table ")
    assert made.endswith("</table><p>后</p>")
    assert made.count('align="right" class="whole">') == 6
    assert "<td>交易额</td>" in made
    widths = [int(one) for one in re.findall(r'width="(\d+)%"', made)[1:]]
    assert len(widths) == 4
    assert 97 <= sum(widths) <= 103


def test_that_many_columns_stand_closer_and_long_numbers_may_be_parted() -> None:
    assert 'class="wide"' not in with_tables(table(5, "1"))
    made = with_tables(table(9, "3.375793（预测值）/ 4"))
    assert 'class="wide"' in made
    assert made.count('class="whole"') == 9


def test_that_a_drawing_is_read_in_every_theme_and_never_wider_than_its_page() -> None:
    drawn = base64.b64encode(b'<svg><text fill="#1f2328">1</text><rect fill="#123456"/></svg>').decode()
    page = f'<html><p><img src="data:image/svg+xml;base64,{drawn}" alt=""></p></html>'
    for theme in THEMES:
        made = dressed(page, SheetLook(load_tokens(theme)))
        assert '<img style="max-width: 100%"' in made
        shown = base64.b64decode(made.split("base64,")[1].split('"')[0]).decode()
        assert load_tokens(theme).colours["ink"] in shown
        assert "#123456" in shown


@pytest.mark.usefixtures("qtbot")
def led_report(link: str) -> str:
    """Return the page of a quotation and of words of one's own, each with a way to its place."""
    quote = QuoteItem("船夫换过三次", citation=1, running=True, link=link)
    told = TextItem(f"先说别的。再说{place_of_citation(0)}。", (group_of(1, link=link),))
    return to_html(Report("札记", (ReportSection("一", 1, (quote, told)),), (Reference("甲[M]. 2019."),)))


@pytest.mark.usefixtures("qapp")
def test_that_words_that_lead_into_the_library_are_printed_and_look_like_others_on_a_screen() -> None:
    page, bare = led_report("yinde://article/a?start=3&end=9"), led_report("")
    assert page.count("yinde:") == 2
    assert for_paper(page) == bare
    look = SheetLook(load_tokens("light"))
    shown = [QTextDocument(), QTextDocument()]
    for document, html in zip(shown, (page, bare), strict=True):
        document.setHtml(dressed(html, look))
    form = shown[0].find("再说").charFormat()
    assert form.anchorHref().startswith("yinde:")
    assert form.foreground().color().name() == look.tokens.colours["ink"]
    assert not form.fontUnderline()
    assert shown[0].toPlainText() == shown[1].toPlainText()


def test_that_no_line_on_a_screen_begins_with_a_raised_mark() -> None:
    items = tuple(
        TextItem(f"{'字' * length}{place_of_citation(0)}后面还有几句话。", (group_of(1),))
        for length in range(20, 60)
    )
    page = to_html(
        Report("札记", (ReportSection("一", 1, items),), (Reference("甲[M]. 2019."),), brackets="raised")
    )
    document = QTextDocument()
    document.setHtml(dressed(page, SheetLook(load_tokens("light"))))
    document.setTextWidth(320)
    assert document.size().height() > 0  # sets the lines
    begun: list[str] = []
    block = document.begin()
    while block.isValid():
        lines = block.layout()
        starts = (lines.lineAt(number).textStart() for number in range(1, lines.lineCount()))
        begun += [block.text()[start:].lstrip("\u2060")[:3] for start in starts]
        block = block.next()
    assert begun
    assert not any(one.startswith("[1]") for one in begun)


@pytest.mark.parametrize("line", [420, 560, 900])
def test_that_no_word_of_a_wide_table_is_set_letter_by_letter_where_its_page_is_narrow(
    qapp: QApplication, line: int
) -> None:
    assert qapp is not None
    heads = ("序号", "指标", "对象", "时期", "数值", "单位", "增速", "口径", "数据出处", "原句")
    row = ("1", "电子商务交易额", "全国", "2018 年", "31.63", "万亿元", "比上年 +8.5%", "实际值",
           "一份书名丢失的报告", "河东县去年卖出去的山货比前年多了一成半。")  # fmt: skip
    right = {"数值", "增速"}
    cells = [f'<th class="number">{one}</th>' if one in right else f"<th>{one}</th>" for one in heads]
    below = [
        f'<td class="number">{one}</td>' if head in right else f"<td>{one}</td>"
        for head, one in zip(heads, row, strict=True)
    ]
    page = f"<table><thead><tr>{''.join(cells)}</tr></thead><tbody><tr>{''.join(below)}</tr></tbody></table>"
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setHtml(dressed(page, SheetLook(load_tokens("light"), line=line)))
    document.setTextWidth(line)
    table = document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    layout = document.documentLayout()
    for column, head in enumerate(heads):
        block = table.cellAt(0, column).firstCursorPosition().block()
        layout.blockBoundingRect(block)
        assert block.layout().lineCount() <= 2, head
    assert max(
        table.cellAt(1, column).firstCursorPosition().block().layout().lineCount() for column in range(9)
    ) <= 4  # fmt: skip


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("width", "height"), [(300, 60), (300, 200), (600, 400), (200, 900)])
def test_that_a_picture_takes_the_room_it_has_and_no_more(width: int, height: int) -> None:
    def tall(*items: ReportItem) -> float:
        shown = QTextDocument()
        shown.setTextWidth(900)
        report = Report("札记", (ReportSection("一", 1, (TextItem("甲"), *items, TextItem("乙"))),))
        shown.setHtml(dressed(to_html(report), SheetLook(load_tokens("light"))))
        return shown.size().height()

    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"></svg>'
    line = tall(TextItem("一行")) - tall()
    assert tall(ChartItem(svg, "")) - tall() <= height + line


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(("size", "unit"), [(15, "px"), (10.5, "pt"), (22, "px")])
def test_that_no_heading_is_set_smaller_than_the_text_below_it(
    size: float, unit: Literal["px", "pt"]
) -> None:
    look = SheetLook(load_tokens("light"), size, unit)
    document = QTextDocument()
    document.setDefaultFont(look.heading_font())
    sections = tuple(
        ReportSection("题", level, (TextItem("话" if level < 4 else "### 小题\n\n话"),))
        for level in range(1, 5)
    )
    document.setHtml(dressed(to_html(Report("题", sections)), look))
    heights: dict[int, list[float]] = {}
    block = document.begin()
    while block.isValid():
        document.documentLayout().blockBoundingRect(block)  # sets its lines
        heights.setdefault(block.blockFormat().headingLevel(), []).append(block.layout().lineAt(0).ascent())
        block = block.next()
    text = heights.pop(0)
    assert sorted(heights) == [1, 2, 3, 4, 5, 6]
    assert min(min(one) for one in heights.values()) > 0.99 * max(text)
