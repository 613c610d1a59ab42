"""A library that can only be read: it opens, says so once, and nothing tries to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMenu, QToolButton

from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles
from corpus.model.errors import LibraryError
from corpus.model.span import Span
from corpus.store.database.database import Database
from corpus.store.folder.lock import LibraryLock
from desktop.pages.home.page import HomePage
from desktop.pages.notes import NotesPage
from desktop.reader.page import ReaderPage
from desktop.reader.selection.bar import SelectionBar
from desktop.services.targets import NotesTarget, SearchTarget, as_left
from desktop.start.application import Application, make_application
from desktop.window.main_window import MainWindow
from tests.copies import copied

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


CHANGING = re.compile(
    "新建(?!文库)|新增|添加|加入|加星标|删除|移[出入动]|合并|并入|改|修改|编辑|填写|核实|排除|标签|记为|归入|存为"
    "|收藏这|写|高亮|下划线|颜色|引用|拆分|从这里|用作|整理|阅读状态|文稿设置|上移|下移"
)
"""How the names of what changes a library begin."""


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Return where in the library of this test something began to write."""
    found: list[str] = []
    really = Database.transaction

    def transaction(self: Database) -> object:
        if self.path.is_relative_to(tmp_path):
            found.append(str(self.path))
        return really(self)

    monkeypatch.setattr(Database, "transaction", transaction)
    return found


@pytest.fixture
def application(
    qapp: object, library_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attempts: list[str]
) -> Iterator[Application]:
    assert qapp is not None
    library = open_library(copied(library_template, tmp_path / "库"), write=True)
    annotate(library, list_articles(library)[1].id, Span(20, 34), note="早就写的")
    library.close()

    def acquire(_lock: LibraryLock, *, wait: float = 0.0) -> None:
        raise LibraryError("library_read_only", path=str(wait))

    monkeypatch.setattr(LibraryLock, "acquire", acquire)
    attempts.clear()
    made = make_application(tmp_path / "config", tmp_path / "logs")
    made.open(tmp_path / "库")
    yield made
    made.close()


def changing_offered(window: MainWindow) -> list[str]:
    """Return what can be pressed on the page shown, or done by keys and menus, and is called like a change."""
    shown = window.parts.pages.current
    assert shown is not None
    buttons = [one for one in shown.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    entries = list[QAction]()
    for rows in shown.findChildren(QAbstractItemView):
        if rows.isVisible():
            rows.customContextMenuRequested.emit(rows.visualRect(rows.model().index(0, 0)).center())
    for menu in shown.findChildren(QMenu):
        entries += [one for one in menu.actions() if one.isEnabled() and menu.isVisible()]
        menu.close()
    able = [one.text for one in window.parts.registry.actions if one.enabled()]
    words = [*(one.text() for one in buttons), *(one.text() for one in entries), *able]
    return [one for one in words if CHANGING.match(one)]


def test_that_a_library_that_can_only_be_read_opens_and_nothing_writes(
    application: Application, attempts: list[str], qtbot: QtBot
) -> None:
    session = application.session
    assert session is not None
    context, pages = session.context, session.window.parts.pages
    told = context.notices.latest
    assert told is not None
    assert "可以阅读、检索和导出" in told.text
    for key in ("documents", "search", "trends", "platforms", "data", "drafts"):
        context.navigator.go(SearchTarget("电商") if key == "search" else as_left(key))
        qtbot.waitUntil(lambda: context.at_rest)
        assert (key, changing_offered(session.window)) == (key, [])
    home = pages.page("home")
    assert isinstance(home, HomePage)
    assert home.steps.isHidden()
    context.navigator.go(NotesTarget())
    notes = pages.current
    assert isinstance(notes, NotesPage)
    qtbot.waitUntil(lambda: bool(notes.list.views()))
    assert changing_offered(session.window) == []
    notes.list.choose(notes.list.views()[0].annotation.id)
    editor = notes.side.editor
    assert editor.text.toPlainText() == "早就写的"
    assert editor.text.isReadOnly()
    assert not editor.colours.isEnabled()
    context.navigator.open_article(notes.list.views()[0].annotation.article)
    reader = pages.current
    assert isinstance(reader, ReaderPage)
    qtbot.waitUntil(lambda: bool(reader.header.title.text()))
    qtbot.waitUntil(lambda: context.at_rest)
    assert not reader.header.star.isEnabled()
    session.window.activateWindow()  # the bar is shown to whoever reads: another window may have been in front
    reader.paper.view.setFocus()
    qtbot.waitUntil(reader.paper.view.hasFocus)
    reader.paper.view.select(Span(20, 34))
    bar = reader.findChild(SelectionBar)
    assert bar is not None
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert [one.text() for one in bar.findChildren(QToolButton) if not one.isHidden()] == [
        "复制并附出处",
        "⋯",
    ]
    assert bar.colours.isHidden()
    assert changing_offered(session.window) == []
    assert [one.enabled() for one in session.window.parts.registry.actions if one.key == "import"] == [False]
    assert (attempts, context.notices.latest) == ([], told)
