from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QTextCharFormat, QTextTable
from PySide6.QtWidgets import QApplication

from corpus.model.source import Heading, Table
from corpus.model.span import Span
from desktop.reader.text.document import MANY_LINES, ShownText, build_document, built_beside, line_kind
from desktop.reader.text.geometry import position_at
from desktop.reader.text.offsets import Utf16Map
from desktop.reader.text.tables import bottoms
from desktop.reader.text.typography import ReadingStyle

TEXT = "题目\n第一段𠮷字。\n小标题\n\n年份\t数值\n2017 年\t1 亿元\n2018 年\t2 亿元\n• 一项\n末段😀。"


@pytest.fixture
def shown(qapp: QApplication) -> ShownText:
    assert qapp is not None
    start = TEXT.index("年份")
    return ShownText(
        TEXT,
        (Heading(1, "题目", 0), Heading(2, "小标题", TEXT.index("小标题"))),
        (Table(Span(start, TEXT.index("• 一项"))),),
    )


def test_every_position_is_the_utf16_position_of_the_text(shown: ShownText) -> None:
    document = build_document(shown, ReadingStyle())
    offsets = Utf16Map.of(TEXT)

    assert document.characterCount() - 1 == offsets.units
    for at, character in enumerate(TEXT):
        if character not in "\n\t" and ord(character) < 0x10000:
            assert document.characterAt(offsets.to_units(at)) == character


def test_a_table_is_a_table_with_numbers_to_the_right(shown: ShownText) -> None:
    document = build_document(shown, ReadingStyle())
    table = document.rootFrame().childFrames()[0]

    assert (table.rows(), table.columns()) == (3, 2)  # type: ignore[attr-defined]


def test_the_last_row_of_a_table_is_as_high_as_the_others(shown: ShownText) -> None:
    document = build_document(shown, ReadingStyle())
    document.setTextWidth(600)
    table = document.rootFrame().childFrames()[0]
    assert isinstance(table, QTextTable)
    layout, padding = document.documentLayout(), table.format().toTableFormat().cellPadding()
    tops = [
        layout.blockBoundingRect(table.cellAt(row, 0).firstCursorPosition().block()).top() for row in range(3)
    ]
    assert max(bottoms(table)) - tops[2] + 2 * padding == pytest.approx(tops[2] - tops[1], abs=1.5)


@pytest.mark.parametrize("rest", ["", "\n末段😀。", "\n\n年份\t数值\n2019年\t3亿元\n"])
def test_a_text_may_begin_with_a_table_and_every_position_holds(qapp: QApplication, rest: str) -> None:
    assert qapp is not None
    top = "地区\t数𠮷值\n浙江\t12\n四川\t7"
    text = top + rest
    shown = ShownText(text, (), (Table(Span(0, len(top) + (rest[:1] == "\n"))),))
    document = build_document(shown, ReadingStyle())
    offsets = Utf16Map.of(text, shown.parted())
    assert isinstance(document.rootFrame().childFrames()[0], QTextTable)
    for at, character in enumerate(text):
        place = offsets.to_units(at)
        if character not in "\n\t" and ord(character) < 0x10000:
            assert document.characterAt(place) == character
        assert offsets.to_points(place) == at
    document.setTextWidth(600)
    first = document.documentLayout().blockBoundingRect(document.firstBlock().next())
    above = document.rootFrame().frameFormat().topMargin()
    assert first.top() < above + ReadingStyle().pixels


def test_a_first_line_of_cells_is_no_title(qapp: QApplication) -> None:
    assert qapp is not None
    document = build_document(ShownText("地区\t数值\n浙江\n四川\t7"), ReadingStyle())
    assert document.firstBlock().charFormat().font().pixelSize() == ReadingStyle().pixels


def test_a_table_with_rows_of_different_length_stays_lines(qapp: QApplication) -> None:
    assert qapp is not None
    text = "题目\n一\t二\n三\n末"
    document = build_document(ShownText(text, (), (Table(Span(3, 9)),)), ReadingStyle())

    assert document.rootFrame().childFrames() == []
    assert document.toPlainText() == text


def test_headings_are_larger_than_the_text_and_the_title_larger_still(shown: ShownText) -> None:
    document = build_document(shown, ReadingStyle())
    sizes = [
        document.findBlock(Utf16Map.of(TEXT).to_units(TEXT.index(words))).charFormat().font().pixelSize()
        for words in ("题目", "小标题", "第一段")
    ]

    assert sizes == [27, 20, 17]


@pytest.mark.parametrize("text", ["", "只有题目", "题目\n", "题目\n\n\n正文"])
def test_short_and_blank_texts_are_set_too(qapp: QApplication, text: str) -> None:
    assert qapp is not None
    assert build_document(ShownText(text), ReadingStyle()).toPlainText() == text


def test_lines_set_alike_share_one_form(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    asked: Counter[str] = Counter()
    real = ReadingStyle.characters

    def counted(self: ReadingStyle, kind: str) -> QTextCharFormat:
        asked[kind] += 1
        return real(self, kind)

    monkeypatch.setattr(ReadingStyle, "characters", counted)
    build_document(ShownText("题目\n" + "一段。\n\n" * 50), ReadingStyle())

    assert set(asked.values()) == {1}


@pytest.mark.parametrize(("lines", "is_made"), [(MANY_LINES + 1, True), (20, False)])
def test_the_document_of_many_lines_is_made_beside_the_window_and_given_to_it(
    qapp: QApplication, lines: int, is_made: bool
) -> None:
    shown = ShownText("题目\n" + "一段。\n" * lines)
    with ThreadPoolExecutor(1) as beside:
        document = beside.submit(built_beside, shown, ReadingStyle()).result()

    assert (document is not None) is is_made
    if document is not None:
        assert document.thread() is qapp.thread()
        assert document.toPlainText() == shown.text


def test_a_place_is_looked_for_by_halves_and_found_where_qt_finds_it(
    shown: ShownText, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = build_document(
        replace(shown, text=TEXT + "\n长长的一段话" * 40 + "。\n段" * 40), ReadingStyle()
    )
    document.setTextWidth(200)
    document.size()
    layout = document.documentLayout()
    every = map(document.findBlockByNumber, range(document.blockCount()))
    blocks = [block for block in every if block.text()]
    places = [(90.0, box.top() + part) for box in map(layout.blockBoundingRect, blocks) for part in (2, 9)]
    places.append((-9.0, -9.0))
    wanted = [layout.hitTest(QPointF(x, y), Qt.HitTestAccuracy.FuzzyHit) for x, y in places]
    asked: list[QPointF] = []
    found_by_qt = QAbstractTextDocumentLayout.hitTest

    def counted(layout: QAbstractTextDocumentLayout, at: QPointF, how: Qt.HitTestAccuracy) -> int:
        asked.append(at)
        return found_by_qt(layout, at, how)

    monkeypatch.setattr(QAbstractTextDocumentLayout, "hitTest", counted)
    assert [position_at(document, x, y) for x, y in places] == wanted
    assert 0 < len(asked) <= 2 * 6  # in the cells of the table


ITEMS = (
    "题目\n- 甲条\n  * 乙条\n- "
    + "很长的一条" * 40
    + "\n1. 丙条\n正文 - 不是\n-- \n- 12 -\n- 3.5%\n* * *\n-丁"
)


def test_a_sign_before_an_item_is_shown_as_a_bullet_and_every_position_holds(qapp: QApplication) -> None:
    assert qapp is not None
    shown = ShownText(ITEMS, bullets=True)
    lines = build_document(shown, ReadingStyle()).toPlainText().split("\n")
    assert [line[: line.index("•") + 2] for line in lines[1:4]] == ["• ", "  • ", "• "]
    kept = ITEMS.split("\n")
    assert lines[4:] == kept[4:]
    assert [len(line) for line in lines] == [len(line) for line in kept]
    assert lines[3][2:] == kept[3][2:]
    assert line_kind(shown, ITEMS.index("很长")) == "bullet"


def test_the_original_keeps_its_own_signs(qapp: QApplication) -> None:
    assert qapp is not None
    assert build_document(ShownText(ITEMS), ReadingStyle()).toPlainText() == ITEMS


def test_the_lines_of_an_item_with_a_bullet_begin_where_its_words_do(qapp: QApplication) -> None:
    assert qapp is not None
    document = build_document(ShownText(ITEMS, bullets=True), ReadingStyle())
    document.setTextWidth(400)
    document.documentLayout().documentSize()
    block = document.findBlockByNumber(3)
    layout = block.layout()
    assert layout.lineCount() > 2
    begin = [
        cast("tuple[float, int]", line.cursorToX(at))[0]
        for line, at in ((layout.lineAt(0), 2), (layout.lineAt(1), layout.lineAt(1).textStart()))
    ]
    assert begin[1] == pytest.approx(begin[0], abs=1)
