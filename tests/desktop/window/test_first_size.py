"""How large the window first comes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QScreen

from desktop.services.settings import Settings
from desktop.window.main_window import FIRST_SIZE, SMALLEST, MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.context import Context


@pytest.mark.parametrize(
    "room", [QSize(1280, 720), QSize(1366, 728), QSize(1024, 600), QSize(1920, 1040), QSize(800, 480)]
)
def test_that_the_first_window_stands_whole_on_the_screen(
    room: QSize, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: room)
    monkeypatch.setattr(Settings, "form", lambda _settings, _name: QByteArray())
    made = MainWindow(context.theme, context.settings)
    qtbot.addWidget(made)
    for side, most, least, wished in (
        (made.width(), room.width(), SMALLEST.width(), FIRST_SIZE.width()),
        (made.height(), room.height(), SMALLEST.height(), FIRST_SIZE.height()),
    ):
        assert side <= max(most, least)
        assert least <= side <= wished
    if room.height() > FIRST_SIZE.height() + 100:
        assert made.size() == FIRST_SIZE


def test_that_a_window_kept_on_a_larger_screen_comes_back_whole_on_the_one_of_today(
    context: Context, qtbot: QtBot
) -> None:
    wide = MainWindow(context.theme, context.settings)
    qtbot.addWidget(wide)
    wide.setGeometry(700, 500, 3000, 2000)
    wide.show()
    wide.close()
    made = MainWindow(context.theme, context.settings)
    qtbot.addWidget(made)
    made.show()
    room = made.screen().availableGeometry().size().expandedTo(SMALLEST)
    assert made.size().boundedTo(room) == made.size()
    assert made.screen().availableGeometry().contains(made.geometry().topLeft())
