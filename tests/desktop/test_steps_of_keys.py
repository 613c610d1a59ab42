"""No key ends on a heading of a list: each leads to a row that can be chosen, or stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop.theme import ThemeManager
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HEADINGS = (0, 3, 4, 7)
"""Rows of ten that are headings, two of them on end."""
KEYS = Qt.Key


@pytest.fixture(params=["rows", "several rows", "statements"])
def shown(request: pytest.FixtureRequest, qtbot: QtBot, theme: ThemeManager) -> QListView:
    view: QListView
    if request.param == "statements":
        view = StatementList(theme, "所列")
        view.set_statements([Statement(f"第{n}行", payload=n, heading=n in HEADINGS) for n in range(10)])
    else:
        view = RowList(theme, "所列", multiple=request.param == "several rows")
        view.row_model.set_rows([Row(str(n), f"第{n}行", heading=n in HEADINGS) for n in range(10)])
    qtbot.addWidget(view)
    view.resize(400, 900)
    view.show()
    qtbot.waitExposed(view)
    return view


def walked(view: QListView, start: int, *keys: Qt.Key) -> list[int]:
    view.setCurrentIndex(view.model().index(start, 0))
    met = []
    for key in keys:
        QTest.keyClick(view, key)
        met.append(view.currentIndex().row())
    return met


def test_that_keys_step_over_headings_and_end_on_none(shown: QListView) -> None:
    assert walked(shown, 1, *[KEYS.Key_Down] * 6) == [2, 5, 6, 8, 9, 9]
    assert walked(shown, 9, *[KEYS.Key_Up] * 6) == [8, 6, 5, 2, 1, 1]
    assert walked(shown, 6, KEYS.Key_Home, KEYS.Key_End) == [1, 9]
    assert walked(shown, 1, KEYS.Key_PageDown, KEYS.Key_PageUp) == [9, 1]
    assert [index.row() for index in shown.selectionModel().selectedRows()] == [1]


@pytest.mark.parametrize("shown", ["several rows"], indirect=True)
def test_that_each_press_with_shift_chooses_one_more(shown: QListView) -> None:
    shown.setCurrentIndex(shown.model().index(1, 0))
    chosen = []
    for _press in range(4):
        QTest.keyClick(shown, KEYS.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        chosen.append(len(shown.selectionModel().selectedRows()))
    assert chosen == [2, 3, 4, 5]
