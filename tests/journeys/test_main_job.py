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
from PySide6.QtWidgets import QApplication

from corpus.language import use_language
from corpus.library.notes.annotating import list_annotations
from corpus.model.collection import Scope, ScopeKind
from desktop.export.export_dialog import ExportDialog
from desktop.export.export_warning import UnconfirmedDialog
from desktop.pages.search.page import SearchPage
from desktop.reader.page import ReaderPage
from desktop.reader.text.marks import MarkKind
from desktop.services.targets import NotesTarget
from desktop.start.application import Application, make_application, qt_application

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOISY = Path(__file__).resolve().parents[2] / "resources" / "samples" / "noisy-page.txt"

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
    """Import, find, mark, note, export; return the words that were marked."""
    assert application.session is not None
    window, context = application.session.window, application.session.context

    window.parts.importer.import_paths([str(page)])
    qtbot.waitUntil(lambda: window.card is not None)
    context.scope.choose(Scope(ScopeKind.MINE))

    window.parts.topbar.field.setText("代寄快递")
    QTest.keyClick(window.parts.topbar.field, Qt.Key.Key_Return)
    search = page_of(application, "search", SearchPage)
    qtbot.waitUntil(
        lambda: search.query_runner.answer is not None and search.query_runner.answer.total > 0,
    )
    assert search.query_runner.answer is not None
    hit = search.query_runner.answer.hits[0]
    assert "代寄快递" in hit.place.quote
    context.navigator.open_place(hit.place)

    reader = page_of(application, "reader", ReaderPage)
    view = reader.paper.view
    qtbot.waitUntil(lambda: "代寄快递" in view.toPlainText())
    view.select(hit.place.span)
    QTest.keyClick(view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(view.marks(MarkKind.HIGHLIGHT)) == 1)
    view.select(hit.place.span)
    QTest.keyClick(view, Qt.Key.Key_N)
    editor = reader.side.notes.editor
    qtbot.waitUntil(editor.isVisible)
    editor.text.setPlainText("**要核对** 🍚")
    library = context.library
    qtbot.waitUntil(lambda: bool(list_annotations(library)[0].annotation.note))

    context.navigator.go(NotesTarget())
    window.parts.registry.trigger("export")
    dialog = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("docx"))
    dialog.where.setText(str(out))
    qtbot.waitUntil(dialog.save_button.isEnabled)
    dialog.save()
    qtbot.waitUntil(lambda: out.exists() or bool(window.findChildren(UnconfirmedDialog)))
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "代寄快递" in text
    assert "要核对" in text
    return hit.place.quote


def page_of(application: Application, key: str, kind: type[P]) -> P:
    """Return a page of the window."""
    assert application.session is not None
    page = application.session.window.parts.pages.page(key)
    assert isinstance(page, kind)
    return page
