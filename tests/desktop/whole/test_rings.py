"""Whoever works by keys sees where they are: every stop of Tab looks otherwise while it has the keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QTextEdit, QWidget

from tests.desktop.whole.key_looks import stops
from tests.desktop.whole.walk import Filled, Opened, open_whole, pages

LEAST = 40
"""So many pixels are another colour where a ring or a line under a word is drawn."""
ROUND = 3


@pytest.fixture
def opened(qapp: object, tmp_path: Path, filled: Filled) -> Iterator[Opened]:
    assert qapp is not None
    window = open_whole(tmp_path, filled)
    yield window
    window.close()


def test_every_stop_of_tab_shows_that_it_has_the_keys(opened: Opened) -> None:
    unseen: dict[str, str] = {}
    opened.window.activateWindow()
    for name in pages(opened):
        opened.window.grab()
        for stop in [one for one in stops(opened.window) if not _tells_by_a_cursor(one)]:
            if not _looks_otherwise(opened.window, stop):
                unseen.setdefault(f"{type(stop).__name__} {stop.objectName()} {stop.accessibleName()}", name)
    assert not unseen, "\n".join(f"{stop} ({where})" for stop, where in unseen.items())


def _bring_into_sight(stop: QWidget) -> None:
    ground = stop.parentWidget()
    while ground is not None:
        inside = ground.widget() if isinstance(ground, QScrollArea) else None
        if isinstance(ground, QScrollArea) and inside is not None and inside.isAncestorOf(stop):
            ground.ensureWidgetVisible(stop)
        ground = ground.parentWidget()


def _tells_by_a_cursor(stop: QWidget) -> bool:
    return isinstance(stop, QLineEdit | QTextEdit)


def _looks_otherwise(window: QWidget, stop: QWidget) -> bool:
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    if QApplication.focusWidget() is not stop:
        return True
    _bring_into_sight(stop)
    place = QRect(stop.mapTo(window, stop.rect().topLeft()), stop.size()).adjusted(
        -ROUND, -ROUND, ROUND, ROUND
    )
    place &= window.rect()
    held = window.grab(place).toImage()
    stop.clearFocus()
    left = window.grab(place).toImage()
    other = 0
    for y in range(held.height()):
        for x in range(held.width()):
            other += held.pixel(x, y) != left.pixel(x, y)
            if other >= LEAST:
                return True
    return False
