"""What the program chooses by itself is chosen alone, whatever a person holds down meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.widgets import Column, ListModel, ListTable
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.theme import ThemeManager

HELD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def hold(view: QWidget, keys: Qt.KeyboardModifier) -> None:
    QTest.keyClick(view, Qt.Key.Key_F20, keys)
    assert QApplication.keyboardModifiers() == keys


@pytest.mark.parametrize("held", HELD)
def test_a_row_of_a_list_is_chosen_alone(
    theme: ThemeManager, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    rows = RowList(theme, "批注", multiple=True)
    qtbot.addWidget(rows)
    rows.row_model.set_rows([Row(key, key) for key in "甲乙丙"])
    hold(rows, held)
    for key in "甲丙丙":
        rows.choose(key)
        assert rows.chosen_keys() == [key]


@pytest.mark.parametrize("held", HELD)
def test_a_row_of_a_table_is_chosen_alone(qtbot: QtBot, held: Qt.KeyboardModifier) -> None:
    model = ListModel([Column("name", "名", str)])
    model.set_rows(list("甲乙丙"))
    table = ListTable(model, multiple=True)
    qtbot.addWidget(table)
    hold(table, held)
    for row in (0, 2, 2):
        table.choose_row(row)
        assert table.rows_chosen() == [row]


def test_no_key_is_held_down_when_a_test_begins() -> None:
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
