"""What is typed stays: saving it, or a change elsewhere, takes neither the words nor the cursor away."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import Shiboken

from corpus.library.reading.articles import list_articles
from desktop.actions.page import Page
from desktop.pages.data.page import DataPage
from desktop.pages.documents import DocumentsPage
from desktop.reader.page import ReaderPage
from desktop.services.targets import DocumentsTarget, ReaderTarget, Target, as_left
from desktop.widgets import SearchField
from desktop.widgets.fields.segments import Segments
from desktop.widgets.lists.statement_list import StatementList
from desktop.window.page_table import page_entries
from tests.desktop.whole.walk import Filled, Opened, open_whole


@pytest.fixture
def opened(qapp: object, tmp_path: Path, filled: Filled) -> Iterator[Opened]:
    assert qapp is not None
    made = open_whole(tmp_path, filled)
    yield made
    made.close()


def test_a_record_is_filled_in_from_field_to_field_with_tab(opened: Opened) -> None:
    opened.go(DocumentsTarget(article=opened.articles[0]))
    page = opened.window.parts.pages.page("documents")
    assert isinstance(page, DocumentsPage)
    typed = {"author": "Wang Wu", "publisher": "Press", "issued": "2018-03", "URL": "https://example.org/1"}
    assert [name for name in page.details.fields if name in typed] == list(typed)
    page.details.fields["author"].setFocus()
    for name, words in typed.items():
        field = QApplication.focusWidget()
        assert field is page.details.fields[name]
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        opened.settle()
    assert QApplication.focusWidget() is page.details.fields["accessed"]
    kept = next(one for one in list_articles(opened.context.library) if one.id == opened.articles[0]).metadata
    assert (kept.author, kept.publisher, kept.date, kept.address) == tuple(typed.values())
    opened.context.operations.undo()
    opened.settle()
    assert page.details.fields["URL"].text() == ""
    assert page.details.fields["issued"].text() == "2018-03"


def test_enter_in_a_field_of_a_record_keeps_the_cursor_there(opened: Opened) -> None:
    opened.go(DocumentsTarget(article=opened.articles[0]))
    page = opened.window.parts.pages.page("documents")
    assert isinstance(page, DocumentsPage)
    field = page.details.fields["author"]
    field.setFocus()
    QTest.keyClicks(field, "Wang Wu")
    QTest.keyClick(field, Qt.Key.Key_Return)
    opened.settle()
    assert QApplication.focusWidget() is field


def test_the_keys_stay_in_what_is_shown(opened: Opened) -> None:
    parts = opened.window.parts
    parts.topbar.field.setFocus()
    QTest.keyClicks(parts.topbar.field, "2018")
    QTest.keyClick(parts.topbar.field, Qt.Key.Key_Return)
    opened.settle()
    box = QApplication.focusWidget()
    assert isinstance(box, SearchField)
    assert box is parts.pages.page("search").own_field()
    QTest.keyClick(box, Qt.Key.Key_Down)
    rows = QApplication.focusWidget()
    assert isinstance(rows, StatementList)
    at = rows.statements.at(rows.currentIndex())
    assert at is not None
    assert not at.heading
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    opened.go(ReaderTarget(article=opened.articles[0]))
    reader = parts.pages.page("reader")
    assert isinstance(reader, ReaderPage)
    read = reader.side.notes.reading
    assert read is not None
    note = read.annotations[0].annotation.id
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        reader.side.notes.edit(note, write=True)
        QTest.keyClick(reader.side.notes.editor.text, leave, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is reader.paper.view
    reader.side.show_note(note)
    reader.side.notes.editor.write()
    opened.go(as_left("notes"))
    assert QApplication.focusWidget() is parts.pages.page("notes").first_focus()


@pytest.mark.parametrize("key", [entry.key for entry in page_entries()])
def test_what_is_being_typed_outlives_a_change_of_the_library(opened: Opened, key: str) -> None:
    about: dict[str, Target] = {
        "reader": ReaderTarget(opened.articles[0]),
        "documents": DocumentsTarget(article=opened.articles[0]),
    }
    opened.go(about.get(key) or as_left(key))
    page = opened.window.parts.pages.current
    assert page is not None
    if isinstance(page, DataPage):
        page.detail.start_editing()
        opened.settle()
    dock = page.dock()
    _press_buttons(opened, page)
    for ground in filter(None, (page, dock)):
        # Filters come last: what is typed into one takes away what it filters.
        for field in sorted(_fields(ground), key=lambda one: isinstance(one, SearchField)):
            if Shiboken.isValid(field) and field.isVisible():
                _type_through_a_change(opened, field)


def _press_buttons(opened: Opened, page: Page) -> None:
    """Press the buttons that are down: the keys stay where they are, and leave for empty ground only."""
    first, stack = page.first_focus(), opened.window.parts.pages
    if first is None or not first.isVisible():
        return
    for switch in filter(QWidget.isVisible, page.findChildren(Segments)):
        first.setFocus()
        QTest.mouseClick(switch.buttons[switch.value], Qt.MouseButton.LeftButton)
        assert not stack.hasFocus(), switch.accessibleName()
    opened.settle()
    QTest.mouseClick(stack, Qt.MouseButton.LeftButton)
    assert stack.hasFocus()


def _fields(ground: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    lines = [one for one in ground.findChildren(QLineEdit) if one.isVisible() and one.isEnabled()]
    texts = [one for one in ground.findChildren(QPlainTextEdit) if one.isVisible() and one.isEnabled()]
    return [*lines, *texts]


def _type_through_a_change(opened: Opened, field: QLineEdit | QPlainTextEdit) -> None:
    field.setFocus()
    QTest.keyClicks(field, "12")
    opened.window.parts.pages.look_again()
    opened.settle()
    name = field.accessibleName() if Shiboken.isValid(field) else "a field"
    assert Shiboken.isValid(field), f"{name} was made anew under the cursor"
    assert QApplication.focusWidget() is field, name
    QTest.keyClicks(field, "34")
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert "1234" in text, name


def test_whatever_is_dropped_anywhere_is_copied(opened: Opened, tmp_path: Path) -> None:
    file = tmp_path / "甲.txt"
    file.write_text("一篇文章。", encoding="utf-8")
    heard: dict[str, Qt.DropAction] = {}
    for entry in page_entries():
        opened.go(as_left(entry.key))
        for target in [opened.window, *opened.window.findChildren(QWidget)]:
            name = f"{entry.key} {type(target).__name__}"
            if target.acceptDrops() and target.isVisible() and name not in heard:
                action = _dropped(target, file)
                if action is not None:
                    heard[name] = action
    opened.settle()
    assert heard
    assert {name: action for name, action in heard.items() if action is not Qt.DropAction.CopyAction} == {}


def _dropped(target: QWidget, file: Path) -> Qt.DropAction | None:
    """Return what a file manager hears that proposes to move a file onto ``target``; ``None``: not taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    none, plain = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(4, 4), both, data, plain, none)
    enter.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return None
    drop = QDropEvent(QPointF(4, 4), both, data, plain, none)
    drop.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(target, drop)
    return drop.dropAction() if drop.isAccepted() else None
