"""A library that can only be read: it opens, says so once, and nothing tries to write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

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
from tests.copies import copied

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
    home = pages.page("home")
    assert isinstance(home, HomePage)
    assert home.steps.isHidden()
    context.navigator.go(NotesTarget())
    notes = pages.current
    assert isinstance(notes, NotesPage)
    qtbot.waitUntil(lambda: bool(notes.list.views()))
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
    reader.paper.view.select(Span(20, 34))
    bar = reader.findChild(SelectionBar)
    assert bar is not None
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert [one.text() for one in bar.findChildren(QToolButton) if not one.isHidden()] == [
        "复制并附出处",
        "⋯",
    ]
    assert bar.colours.isHidden()
    assert [one.enabled() for one in session.window.parts.registry.actions if one.key == "import"] == [False]
    assert (attempts, context.notices.latest) == ([], told)
