"""Rows of lists have room for every line that is drawn in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtTest import QTest

from desktop.theme.fonts import interface_font
from desktop.widgets.lists.row_delegate import Measure, RowDelegate, draw_lines, lines_of
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementDelegate
from index.search.marks import joined

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.theme import ThemeManager

TITLES = (
    "2.4 自由软件基金会的 40 年风雨历程",
    "3.1 Data Infra 与 OpenStack 社区",
    "二、“十五五”时期经济社会发展的主要目标",
    "OPENAI NVIDIA AMAZON",
    "WiFi il ili 1111",
)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("title", TITLES)
def test_no_title_takes_more_lines_than_it_was_given_room_for(title: str) -> None:
    font = interface_font(13)
    measure = Measure(font.pixelSize(), QFontMetrics(font))
    wide = measure.metrics.horizontalAdvance(title)
    paper = QPixmap(600, 200)
    painter = QPainter(paper)
    painter.setFont(font)
    try:
        for width in range(wide - 6, wide + 7):
            room = QRect(0, 0, width, 200)
            drawn = draw_lines(painter, room, title, 1, 3)
            assert drawn <= lines_of(title, width, measure, 3), width
    finally:
        painter.end()


@pytest.mark.parametrize("text", ["电x" * 1800, "电\u200b" * 1800, "电x" * 40])
def test_of_a_statement_only_the_marks_in_sight_are_laid_out(
    theme: ThemeManager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    view = StatementList(theme, "句")
    qtbot.addWidget(view)
    laid: list[int] = []
    formats = StatementDelegate._formats

    def counted(*given: Any) -> list[Any]:
        found = list(formats(*given))
        laid.append(len(found))
        return found

    monkeypatch.setattr(StatementDelegate, "_formats", counted)
    marks = tuple((at, at + 1) for at in range(0, len(text), 2))
    layout = view._delegate._laid_out(Statement(text, marks=(*marks, *marks)), 600, formats=True)
    assert layout.lineCount() <= 3
    kept = layout.text().rstrip("…")
    assert (
        laid[-1] == len(layout.formats()) in {kept.count("电"), kept.count("电") + 1}
    )  # one under the sign …
    assert len(laid) == 1 or len(kept) <= 400
    assert [one.start for one in layout.formats()[:3]] == [0, 2, 4]


def test_marks_that_touch_are_one() -> None:
    assert joined([(4, 6), (0, 1), (1, 2), (5, 9), (5, 6), (11, 12)]) == ((0, 2), (4, 9), (11, 12))


@pytest.mark.parametrize(("faded", "colour"), [(False, "second"), (True, "faint")])
def test_where_a_row_comes_from_is_told_in_second_ink(
    theme: ThemeManager, qtbot: QtBot, faded: bool, colour: str
) -> None:
    view = RowList(theme, "材料")
    qtbot.addWidget(view)
    view.resize(300, 120)
    view.set_rows([Row("a", "", footer="█████", faded=faded)])
    view.show()
    picture = view.viewport().grab().toImage()
    seen = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert theme.colour(colour).name() in seen


def test_that_rows_of_which_one_changed_are_not_all_laid_out_anew(
    theme: ThemeManager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = RowList(theme, "校订")
    qtbot.addWidget(view)
    view.resize(300, 600)
    view.set_rows([Row(str(number), "一行", sign="○") for number in range(500)])
    view.show()
    QTest.qWait(1)
    asked: list[str] = []
    real = RowDelegate.height

    def counted(self: RowDelegate, row: Row) -> int:
        asked.append(row.key)
        return real(self, row)

    monkeypatch.setattr(RowDelegate, "height", counted)

    view.set_rows([Row(str(number), "一行", sign="●" if number == 3 else "○") for number in range(500)])
    QTest.qWait(1)
    assert (view.row_model.rows[3].sign, len(set(asked)) < 100) == ("●", True)

    view.set_rows([Row(str(number), "一行", body="又一行" * (number == 3)) for number in range(500)])
    QTest.qWait(1)
    assert (
        view.visualRect(view.row_model.index(3)).height() > view.visualRect(view.row_model.index(4)).height()
    )


def test_rows_of_a_long_outline_are_laid_out_without_asking_each_for_its_height(
    theme: ThemeManager, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Row] = []
    real = RowDelegate.height

    def counted(self: RowDelegate, row: Row) -> int:
        asked.append(row)
        return real(self, row)

    monkeypatch.setattr(RowDelegate, "height", counted)
    view = RowList(theme, "目录", lines=(2, 0))
    qtbot.addWidget(view)
    view.resize(120, 200)
    view.show()
    view.set_even(even=True)
    view.set_rows([Row(str(number), "很长很长很长很长很长很长的小标题") for number in range(3000)])
    view.choose("2500")
    assert len(asked) < 50
    one_line = view.visualRect(view.currentIndex()).height()

    view.set_even(even=False)
    view.choose("2500")
    assert view.visualRect(view.currentIndex()).height() > one_line


def first_ink(text: str) -> int:
    """Return how far from the left the first ink of a line drawn 40 pixels from it stands."""
    paper = QImage(300, 30, QImage.Format.Format_Grayscale8)
    paper.fill(255)
    painter = QPainter(paper)
    painter.setFont(interface_font(13))
    draw_lines(painter, QRect(40, 0, 250, 30), text, 30, 1)
    painter.end()
    return min(x for x in range(300) for y in range(30) if QColor(paper.pixel(x, y)).value() < 128)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("mark", "〔《「【（")
def test_a_line_that_begins_with_an_opening_mark_is_not_set_in(mark: str) -> None:
    assert abs(first_ink(f"{mark}口") - first_ink("口")) <= 2


def test_what_stands_below_a_statement_begins_where_it_does(theme: ThemeManager, qtbot: QtBot) -> None:
    view = StatementList(theme, "句")
    qtbot.addWidget(view)
    view.resize(400, 200)
    view.show()

    def left(text: str, detail: str) -> list[int]:
        view.set_statements([Statement(text, detail=detail)])
        ink = view.viewport().grab().toImage()
        box = view.visualRect(view.statements.index(0, 0))
        half = box.top() + 8 + view.fontMetrics().height() + 4
        rows = (range(box.top(), half), range(half, box.bottom() - 1))
        return [
            min((x for x in range(4, 300) for y in row if ink.pixelColor(x, y).value() < 140), default=0)
            for row in rows
        ]

    plain, hung = left("口口", "口口"), left("《口口", "《口口")
    assert all(abs(one - other) <= 2 for one, other in zip(plain, hung, strict=True))
