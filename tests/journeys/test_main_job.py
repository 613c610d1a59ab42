"""The main job in the real window: import, find, open, mark, note, export – and find the note after a restart."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from corpus.language import use_language
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from desktop.export.export_dialog import ExportDialog
from desktop.pages.search.page import SearchPage
from desktop.reader.page import ReaderPage
from desktop.reader.text.marks import MarkKind
from desktop.start.application import Application, make_application, qt_application
from desktop.tour.keyboard import write
from desktop.widgets.fields.file_dialog import Errand, keep_folder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOISY = Path(__file__).resolve().parents[2] / "resources" / "samples" / "noisy-page.txt"

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
P = TypeVar("P")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return qt_application()


@pytest.fixture
def odd_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a home folder with a blank in its Chinese name, on a console that speaks GBK."""
    home = tmp_path / "张 三"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("PYTHONIOENCODING", "gbk")
    return home


@pytest.fixture
def open_window(odd_home: Path, qtbot: QtBot) -> Iterator[Callable[[], Application]]:
    use_language("zh")
    opened: list[Application] = []

    def open_one() -> Application:
        application = make_application(odd_home / ".config", odd_home / "log")
        application.open(odd_home / "（课程）&% 库")
        opened.append(application)
        assert application.session is not None
        context = application.session.context
        qtbot.waitUntil(lambda: context.at_rest)
        return application

    yield open_one
    for application in opened:
        if application.session is not None:
            application.close()


def test_that_the_main_job_can_be_done_and_its_note_is_there_after_a_restart(
    open_window: Callable[[], Application], odd_home: Path, qtbot: QtBot
) -> None:
    application = open_window()
    page = odd_home / "𠮷🍚 资料.txt"
    shutil.copy(NOISY, page)
    place_name = do_the_job(application, page, odd_home / "摘要 ①.docx", qtbot)
    application.close()

    again = open_window()
    assert again.session is not None
    (note,) = list_annotations(again.session.context.library)
    assert (note.annotation.note, note.place is not None) == ("**要核对** 🍚", True)
    navigator = again.session.context.navigator
    assert note.place is not None
    navigator.open_place(note.place)
    reader = page_of(again, "reader", ReaderPage)
    qtbot.waitUntil(lambda: len(reader.paper.view.marks(MarkKind.HIGHLIGHT)) == 1)
    assert note.place.quote == place_name


def do_the_job(application: Application, page: Path, out: Path, qtbot: QtBot) -> str:
    """Import, find, mark, note, draft, export, all with the keyboard; return the words that were marked."""
    assert application.session is not None
    window, context = application.session.window, application.session.context

    hands = Hands(qtbot)
    keep_folder(Errand.IMPORT, context.settings, page.parent)
    hands.tap(Qt.Key.Key_I, CTRL)
    hands.wait_for_dialog(window)
    hands.write(page.name)
    hands.tap(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.card is not None)

    window.activateWindow()
    hands.tap(Qt.Key.Key_K, CTRL)
    hands.write("代寄快递")
    hands.tap(Qt.Key.Key_Return)
    search = page_of(application, "search", SearchPage)
    qtbot.waitUntil(
        lambda: (
            search.query_runner.answer is not None and search.query_runner.answer.complete and context.at_rest
        )
    )
    hands.tap(Qt.Key.Key_Down)
    hands.tap(Qt.Key.Key_Return)

    reader = page_of(application, "reader", ReaderPage)
    view = reader.paper.view
    qtbot.waitUntil(lambda: "代寄快递" in view.toPlainText() and view.hasFocus() and context.at_rest)
    hands.tap(Qt.Key.Key_Right, SHIFT, times=4)
    words = view.textCursor().selectedText()
    assert words == "代寄快递"
    hands.tap(Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(view.marks(MarkKind.HIGHLIGHT)) == 1)
    hands.tap(Qt.Key.Key_N)
    editor = reader.side.notes.editor
    qtbot.waitUntil(editor.text.hasFocus)
    hands.write("**要核对** 🍚")
    library = context.library
    qtbot.waitUntil(lambda: bool(list_annotations(library)[0].annotation.note))
    hands.tap(Qt.Key.Key_Return, CTRL)
    hands.tap(Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(drafts(library)) and bool(drafts(library)[0].items))

    hands.tap(Qt.Key.Key_8, CTRL)
    qtbot.waitUntil(lambda: context.at_rest)
    hands.tap(Qt.Key.Key_E, CTRL)
    dialog = hands.wait_for_dialog(window)
    assert isinstance(dialog, ExportDialog)
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("docx"))
    dialog.where.setFocus()
    hands.tap(Qt.Key.Key_A, CTRL)
    hands.write(str(out))
    qtbot.waitUntil(dialog.save_button.isEnabled)
    hands.tap(Qt.Key.Key_Return)
    qtbot.waitUntil(out.exists)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert words in text
    assert "要核对" in text
    return words


class Hands:
    """A person's hands on the keyboard: every key goes to what has the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def tap(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        for _ in range(times):
            QTest.keyClick(self._focus(), key, modifiers)

    def write(self, words: str) -> None:
        write(self._focus(), words)

    def wait_for_dialog(self, window: QWidget) -> QWidget:
        """Wait until a dialog has the focus, and return it."""
        self._qtbot.waitUntil(lambda: self._focus().window() is not window)
        return self._focus().window()

    def _focus(self) -> QWidget:
        found = QApplication.focusWidget()
        if found is None:
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
            found = QApplication.focusWidget()
        assert found is not None
        return found


def page_of(application: Application, key: str, kind: type[P]) -> P:
    """Return a page of the window."""
    assert application.session is not None
    page = application.session.window.parts.pages.page(key)
    assert isinstance(page, kind)
    return page
