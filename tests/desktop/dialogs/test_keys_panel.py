from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from corpus.library.notes.annotating import list_annotations
from corpus.library.reading.articles import list_articles, reading
from desktop.actions.keymap import changed_keys, keep_keys
from desktop.dialogs.keys_panel import KeyRow, KeysPanel
from desktop.dialogs.settings import SettingsDialog
from desktop.reader.page import ReaderPage
from desktop.reader.selection.menu import SelectionMenu
from desktop.services.context import Context
from desktop.services.targets import HomeTarget
from desktop.tour.keyboard import press
from desktop.window.main_window import MainWindow
from desktop.window.shortcuts_dialog import ShortcutsDialog
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def window(qtbot: QtBot, reading_context: Context) -> MainWindow:
    made = MainWindow(reading_context.theme, reading_context.settings)
    made.furnish(reading_context)
    qtbot.addWidget(made)
    reading_context.navigator.go(HomeTarget())
    return made


@pytest.fixture
def panel(window: MainWindow) -> KeysPanel:
    window.parts.dialogs.show_keys()
    dialog = window.findChildren(SettingsDialog)[-1]
    assert dialog.keys is not None
    return dialog.keys


def row(panel: KeysPanel, key: str) -> KeyRow:
    return next(one for one in panel.rows() if one.known.action.key == key)


def made(window: MainWindow, key: str) -> list[str]:
    action = next((one for one in window.actions() if one.objectName() == key), QAction())
    return [one.toString() for one in action.shortcuts()]


def test_every_action_of_every_page_is_listed_once(panel: KeysPanel, window: MainWindow) -> None:
    keys = [one.known.action.key for one in panel.rows()]
    assert len(keys) == len(set(keys))
    assert {"print", "import", "reader.highlight", "notes.new", "drafts.up", "copy-figures", "manual"} <= set(
        keys
    )
    assert all(action.key in keys for action in window.parts.registry.actions)


def test_a_key_pressed_works_at_once_and_is_kept(panel: KeysPanel, window: MainWindow) -> None:
    panel.choose("print")
    press(panel.field, Qt.Key.Key_G, CTRL | ALT, "")

    assert panel.told.text() == "“打印”现在用 Ctrl+Alt+G。"
    assert made(window, "print") == ["Ctrl+Alt+G"]
    assert changed_keys(window.context.settings) == {"print": ("Ctrl+Alt+G",)}
    assert row(panel, "print").changed


def test_a_key_in_use_is_told_and_may_be_given_to_the_other(panel: KeysPanel, window: MainWindow) -> None:
    panel.choose("print")
    panel.press_key("Ctrl+K")
    assert panel.told.text() == "Ctrl+K 已用于“全库检索”。"
    assert made(window, "print") == ["Ctrl+P"]
    assert not panel.take.isHidden()

    panel.take.click()
    assert made(window, "print") == ["Ctrl+K"]
    assert made(window, "search") == []
    panel.back.click()
    panel.choose("search")
    panel.back.click()
    assert changed_keys(window.context.settings) == {}


def test_a_default_given_away_comes_back_only_after_the_other_lets_it_go(panel: KeysPanel) -> None:
    panel.choose("print")
    panel.press_key("Ctrl+K")
    panel.take.click()
    panel.choose("search")
    panel.back.click()
    assert panel.told.text() == "默认的键已改给“打印”，请先恢复它。"
    assert row(panel, "search").keys == ""


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Space, CTRL),
        (Qt.Key.Key_Space, SHIFT),
        (Qt.Key.Key_Period, CTRL),
        (Qt.Key.Key_F, CTRL | SHIFT),
    ],
)
def test_keys_of_input_methods_are_refused_as_they_are_pressed(
    panel: KeysPanel, window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    panel.choose("print")
    press(panel.field, key, modifiers, "")
    assert "输入法" in panel.told.text()
    assert made(window, "print") == ["Ctrl+P"]
    assert panel.field.keySequence().isEmpty()


def test_a_key_taken_away_and_all_of_them_given_back(panel: KeysPanel, window: MainWindow) -> None:
    panel.choose("redo")
    panel.none.click()
    assert made(window, "redo") == []
    panel.choose("reader.highlight")
    panel.press_key("G")
    assert row(panel, "reader.highlight").keys == "G"
    panel.all_back.click()
    assert made(window, "redo") == ["Ctrl+Shift+Z", "Ctrl+Y"]
    assert row(panel, "reader.highlight").keys == "H"
    assert not panel.all_back.isEnabled()


def test_the_list_is_narrowed_by_name_and_by_key(panel: KeysPanel, qtbot: QtBot) -> None:
    panel.filter.setText("ctrl+p")
    qtbot.waitUntil(lambda: [one.name for one in panel.model.rows] == ["打印"])
    panel.filter.setText("高亮 疑问")
    qtbot.waitUntil(lambda: [one.keys for one in panel.model.rows] == ["2"])


def test_the_sheet_shows_the_keys_there_really_are_and_leads_to_their_change(
    panel: KeysPanel, window: MainWindow
) -> None:
    panel.choose("print")
    panel.press_key("Ctrl+Alt+G")
    window.parts.dialogs.show_shortcuts()
    sheet = window.findChildren(ShortcutsDialog)[-1]
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert "Ctrl+Alt+G" in shown
    assert "Ctrl+P" not in shown
    before = len(window.findChildren(SettingsDialog))
    sheet.change_wanted.emit()
    assert len(window.findChildren(SettingsDialog)) == before + 1


def test_a_letter_given_away_no_longer_marks_and_menus_show_the_new_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    context = window.context
    article = list_articles(context.library)[0]
    context.navigator.open_article(article.id)
    page = window.parts.pages.page("reader")
    assert isinstance(page, ReaderPage)
    qtbot.waitUntil(lambda: bool(page.paper.view.shown.text))
    keep_keys(context.settings, {"reader.highlight": ("G",), "reader.colour.red": ()})
    page.paper.view.select(reading(context.library, article.id).sentences[2])
    press(page.paper.view, Qt.Key.Key_H)
    press(page.paper.view, Qt.Key.Key_2)
    settle(context)
    assert list_annotations(context.library) == ()
    assert made(window, "reader.highlight") == ["G"]

    page.selecting.show_menu(QPoint(10, 10))
    menu = page.paper.findChildren(SelectionMenu)[-1]
    shown = [action.text() for action in menu.actions()]
    assert "高亮\tG" in shown
    assert "下划线\tU" in shown
    menu.close()
    press(page.paper.view, Qt.Key.Key_U)
    settle(context)
    assert len(list_annotations(context.library)) == 1
