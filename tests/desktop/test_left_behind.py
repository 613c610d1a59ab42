"""A window that closes takes all of itself along, and a test begins without the windows of those before it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.services.context import Context
from desktop.services.targets import HomeTarget
from desktop.window.main_window import MainWindow
from desktop.window.page_table import page_entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knotted(QWidget):
    """A window as those of the program are: it refers to itself, so that only the collector finds it."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self
        QPushButton("在此", self)


@pytest.mark.parametrize("number", range(3))
def test_that_no_window_of_a_test_is_there_in_the_next(qtbot: QtBot, number: int) -> None:
    assert [one for one in QApplication.allWidgets() if isinstance(one, Knotted)] == [], number
    window = Knotted()
    qtbot.addWidget(window)
    window.show()
    Knotted().deleteLater()


def rootless() -> list[QWidget]:
    """Return the widgets that belong to no other."""
    return [one for one in QApplication.allWidgets() if one.parent() is None]


@pytest.mark.parametrize("shown", [False, True])
def test_that_every_page_goes_with_the_window_without_a_word(
    reading_context: Context, qtbot: QtBot, shown: bool
) -> None:
    """What belongs to no window is cleared by the collector piece by piece, and hears its own parts go."""
    before = set(rootless())
    window = MainWindow(reading_context.theme, reading_context.settings)
    window.furnish(reading_context)
    reading_context.navigator.go(HomeTarget())
    for entry in page_entries():
        if shown:
            window.parts.navigation.go(entry.key)
        else:
            window.parts.pages.page(entry.key)
    qtbot.waitUntil(lambda: reading_context.at_rest)
    assert set(rootless()) - before == {window}

    with qtbot.captureExceptions() as raised:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del window
        gc.collect()
    assert raised == []
    assert set(rootless()) <= before
