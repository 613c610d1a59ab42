"""The box over every page but the one of searches, which has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.top_bar import TopBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.context import Context


def test_a_query_handed_on_does_not_stay_behind_over_other_pages(
    reading_context: Context, qtbot: QtBot
) -> None:
    bar = TopBar(reading_context)
    qtbot.addWidget(bar)
    asked: list[str] = []
    bar.searched.connect(asked.append)
    bar.field.setText("代寄快递")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert asked == ["代寄快递"]
    assert bar.field.text() == ""
