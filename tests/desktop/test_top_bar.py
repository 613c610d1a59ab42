"""The box over every page but the one of searches, which has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from corpus.library.reading.organising import add_collection
from desktop.widgets import Chip
from desktop.window.top_bar import TopBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.context import Context


def test_the_name_a_person_gave_stands_in_menus_and_buttons_as_it_is_but_cut(
    reading_context: Context, qtbot: QtBot
) -> None:
    library = reading_context.library
    long = "一个名字特别长的课题：" * 9
    for name in ("R&D 投入", long):
        add_collection(library, name)
    bar = TopBar(reading_context)
    qtbot.addWidget(bar)
    bar.scope.menu().aboutToShow.emit()
    entries = [one.text() for one in bar.scope.menu().actions()]
    assert any("R&&D 投入" in one for one in entries)
    assert max(map(len, entries)) < 40
    chip = Chip("R&D 投入")
    assert (chip.text(), QAbstractButton.text(chip), chip.shortcut().isEmpty()) == (
        "R&D 投入",
        "R&&D 投入",
        True,
    )


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
