"""Whoever goes from room to room by keys has them on the page shown, never on what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.pages.documents import DocumentsPage
from desktop.services.targets import HomeTarget, as_left
from desktop.widgets import Card
from desktop.window.page_table import page_entries
from tests.desktop.whole.walk import Filled, Opened, open_whole


@pytest.fixture
def opened(qapp: object, tmp_path: Path, filled: Filled) -> Iterator[Opened]:
    assert qapp is not None
    made = open_whole(tmp_path, filled)
    yield made
    made.close()


def _on_page(opened: Opened) -> bool:
    page, focus = opened.window.parts.pages.current, QApplication.focusWidget()
    return page is not None and focus is not None and (focus is page or page.isAncestorOf(focus))


def test_every_page_has_the_keys_when_shown_and_when_come_back_to(opened: Opened) -> None:
    keys = [entry.key for entry in page_entries() if entry.key != "reader"]
    opened.window.parts.pages.setFocus()
    for key in (*keys[1:], *reversed(keys)):
        opened.go(as_left(key))
        assert _on_page(opened), key
        opened.window.parts.pages.look_again()
        opened.settle()
        assert _on_page(opened), f"{key}, read anew"


def test_the_keys_stay_on_a_page_whose_chosen_line_was_made_anew(opened: Opened) -> None:
    opened.go(HomeTarget())
    home = opened.window.parts.pages.current
    assert home is not None
    lines = [one for one in home.findChildren(Card) if one.objectName() == "line" and one.isVisible()]
    QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)  # what was read last now stands first
    opened.settle()
    opened.go(HomeTarget())
    assert _on_page(opened)


def test_documents_give_the_keys_to_their_list(opened: Opened) -> None:
    opened.go(as_left("documents"))
    page = opened.window.parts.pages.current
    assert isinstance(page, DocumentsPage)
    opened.window.parts.pages.setFocus()
    opened.go(as_left("trends"))
    opened.go(as_left("documents"))
    focus: QWidget | None = QApplication.focusWidget()
    assert focus is page.first_focus()
