"""The mark 引 stands directly after what it is for, and is a red seal only under hand or focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from desktop.theme import ThemeManager
from desktop.theme.fonts import SMALL, interface_font
from desktop.widgets.evidence import draw_mark
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import BEFORE_TEXT, StatementStyle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def colours_of(theme: ThemeManager, *, filled: bool) -> set[str]:
    picture = QImage(16, 16, QImage.Format.Format_ARGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    draw_mark(painter, QRectF(0, 0, 16, 16), theme, filled=filled)
    painter.end()
    return {picture.pixelColor(x, y).name() for x in range(16) for y in range(16)}


def test_the_mark_is_ink_at_rest_and_a_seal_under_the_hand(theme: ThemeManager) -> None:
    cinnabar, second = theme.colour("cinnabar").name(), theme.colour("second").name()
    assert cinnabar not in colours_of(theme, filled=False)
    assert second in colours_of(theme, filled=False)
    assert cinnabar in colours_of(theme, filled=True)


@pytest.mark.parametrize("words", ["融资 A 轮", "上市后卷入假货风波，股价随之走低" * 6])
def test_the_mark_stands_after_the_last_word(theme: ThemeManager, qtbot: QtBot, words: str) -> None:
    view = StatementList(theme, "大事")
    qtbot.addWidget(view)
    view.resize(900, 200)
    view.set_statements([Statement(words, quote="原句", sign="filled")])
    view.show()
    index = view.statements.index(0, 0)
    box = view._delegate.mark_box(index)
    row = view.visualRect(index)
    assert row.contains(box)
    if len(words) < 20:
        wide = QFontMetrics(interface_font()).horizontalAdvance(words)
        assert 0 < box.left() - (row.left() + 16 + 18 + wide) < 12


@pytest.mark.parametrize(
    ("words", "lines"),
    [("长" * 100_000, 3), ("a" * 100_000, 3), ("字\u200b" + "\u200b" * 100_000, 1), ("短短的一句", 1)],
)
def test_that_of_a_sentence_without_end_only_what_finds_room_is_laid_out(
    theme: ThemeManager, qtbot: QtBot, words: str, lines: int
) -> None:
    view = StatementList(theme, "大事")
    qtbot.addWidget(view)
    delegate = view._delegate
    layout = delegate._laid_out(Statement(words, marks=((0, 90_000),)), 600, formats=True)
    assert layout.lineCount() == lines
    assert len(layout.text()) <= 4 * 600 + 1
    assert layout.text().endswith("…") == (words != "短短的一句")
    assert delegate._measure(words, 0, 600) == delegate._measure("\n" * (lines - 1), 0, 600)


@pytest.mark.parametrize("zoom", [100, 150])
def test_that_a_date_before_a_row_is_never_cut(theme: ThemeManager, qtbot: QtBot, zoom: int) -> None:
    theme.enlarge(zoom)
    try:
        view = StatementList(theme, "大事", style=StatementStyle(lead=96, side=24))
        qtbot.addWidget(view)
        for lead in ("1999", "2005-08-05", "1999-11 – 2001-02"):
            view.set_statements([Statement("上市", lead=lead)])
            room = view._delegate._lead - BEFORE_TEXT
            assert room >= QFontMetrics(interface_font(SMALL)).horizontalAdvance(lead)
        view.set_statements([Statement("上市")])
        assert view._delegate._lead == 0
    finally:
        theme.enlarge(100)
