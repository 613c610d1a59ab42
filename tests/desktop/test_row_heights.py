"""Rows of lists have room for every line that is drawn in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap

from desktop.theme.fonts import interface_font
from desktop.widgets.row_delegate import Measure, draw_lines, lines_of

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
    try:
        for width in range(wide - 6, wide + 7):
            room = QRect(0, 0, width, 200)
            drawn = draw_lines(painter, room, title, font, QColor("black"), 1, 3)
            assert drawn <= lines_of(title, width, measure, 3), width
    finally:
        painter.end()
