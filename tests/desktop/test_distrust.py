"""Damage found while a window is open: nothing more is written, what is typed is kept, and there is a way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.library.core.twins import twins_of
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, delete_annotation, list_annotations
from corpus.library.notes.drafts import delete_draft, drafts, new_draft
from corpus.model.draft import Draft
from corpus.model.errors import LibraryError
from corpus.store.database.damage import mark_damaged, mark_sound
from desktop.dialogs.unwritten import UnwrittenDialog
from desktop.pages.drafts import DraftsPage
from desktop.pages.notes import NotesPage
from desktop.reader.selection.note_editor import NoteEditor
from desktop.services.notices import Notice
from desktop.services.settings import Settings
from desktop.services.targets import NotesTarget, as_left
from desktop.start import unwritten
from desktop.start.application import Application, make_application
from desktop.start.session import Session
from desktop.start.unwritten import put_aside
from desktop.widgets import TextLabel
from tests.copies import copied, write_over

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def application(qapp: object, library_template: Path, tmp_path: Path) -> Iterator[Application]:
    assert qapp is not None
    library = open_library(copied(library_template, tmp_path / "库"), write=True)
    add_note(library, "早就写的")
    new_draft(library, "旧题目")
    library.close()
    copied(library.root, tmp_path / "别处")
    made = make_application(tmp_path / "config", tmp_path / "logs")
    made.open(tmp_path / "库")
    yield made
    if made._trouble is not None:
        made._trouble.close()
    made.close()


def _typing(session: Session, qtbot: QtBot) -> NoteEditor:
    """Return the editor of the first note, with a text that is not sent yet."""
    session.context.navigator.go(NotesTarget())
    notes = session.window.parts.pages.current
    assert isinstance(notes, NotesPage)
    qtbot.waitUntil(lambda: bool(notes.list.views()))
    notes.list.choose(notes.list.views()[0].annotation.id)
    notes.side.editor.text.setPlainText("想了很久的一段话")
    return notes.side.editor


def _refused(session: Session, qtbot: QtBot) -> Notice:
    """Type a note that the library does not take; return what is told."""
    editor = _typing(session, qtbot)
    editor.keep()
    qtbot.waitUntil(lambda: "还没有保存" in editor.state_line.text())
    told = session.context.notices.latest
    assert told is not None
    return told


def test_that_what_is_typed_into_a_damaged_library_lies_beside_it_when_it_is_left(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    session = application.session
    assert session is not None
    context, pages, root = session.context, session.window.parts.pages, tmp_path / "库"
    mark_damaged(root)  # as a check does, in the worker
    told = _refused(session, qtbot)
    assert ("已损坏，没有写入" in told.text, told.action_text) == (True, "怎么办…")
    context.navigator.go(as_left("drafts"))
    page = pages.current
    assert isinstance(page, DraftsPage)
    qtbot.waitUntil(lambda: page.editing.draft is not None)
    page.editing.type_title("新题目")
    assert told.action is not None
    told.action()
    assert (application.session, application._trouble is not None) == (None, True)
    [beside] = tmp_path.glob("库 未写入的文字 *.txt")
    kept = beside.read_text(encoding="utf-8")
    assert ("想了很久的一段话" in kept, "新题目" in kept) == (True, True)
    assert application._trouble is not None
    assert str(beside) in " ".join(one.text() for one in application._trouble.findChildren(TextLabel))
    mark_sound(root)
    library = open_library(root, write=False)
    assert [one.annotation.note for one in list_annotations(library)] == ["早就写的"]
    assert [one.title for one in drafts(library)] == ["旧题目"]
    library.close()


@pytest.mark.logs("background work: library_overwritten")  # the warming up may come to it before or after
def test_that_a_library_another_program_wrote_over_is_opened_again_with_what_lies_beside(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    first, root = application.session, tmp_path / "库"
    assert first is not None
    elsewhere = open_library(tmp_path / "别处", write=True)
    add_note(elsewhere, "别处写的")
    elsewhere.close()
    add_note(first.context.library, "这里写的")
    first.context.navigator.go(NotesTarget())
    qtbot.waitUntil(lambda: first.context.tasks.running == 0)
    with closing(sqlite3.connect(root / "library.db")) as reader:
        # While one reads in the log, a worker that ends cannot empty it: what it holds would be written over too.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM meta").fetchone()
        write_over(root / "library.db", tmp_path / "别处" / "library.db")
        told = _refused(first, qtbot)
    assert ("盖过了" in told.text, told.action_text) == (True, "重新打开文库")
    assert told.action is not None
    told.action()
    again = application.session
    assert again is not None
    assert {one.annotation.note for one in list_annotations(again.context.library)} == {
        "早就写的",
        "别处写的",
    }
    assert [one.name for one in twins_of(root)] == ["library-aside.db"]
    [beside] = tmp_path.glob("库 未写入的文字 *.txt")
    assert "想了很久的一段话" in beside.read_text(encoding="utf-8")


def test_that_what_is_typed_into_a_note_or_a_draft_that_is_gone_lies_beside_the_library(
    application: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    session = application.session
    assert session is not None
    context, pages = session.context, session.window.parts.pages
    editor = _typing(session, qtbot)
    delete_annotation(context.library, editor.annotation_id)
    editor.keep()
    qtbot.waitUntil(lambda: bool(editor.retry_queue.held))
    context.navigator.go(as_left("drafts"))
    page = pages.current
    assert isinstance(page, DraftsPage)
    qtbot.waitUntil(lambda: page.editing.draft is not None)
    page.editing.type_title("新题目")
    delete_draft(context.library, drafts(context.library)[0].id)
    page.editing.keep()
    qtbot.waitUntil(lambda: bool(page.editing.retry_queue.held))
    application._leave()
    [beside] = tmp_path.glob("库 未写入的文字 *.txt")
    kept = beside.read_text(encoding="utf-8")
    assert ("想了很久的一段话" in kept, "新题目" in kept) == (True, True)


def test_that_what_no_disk_takes_is_shown_until_it_is_somewhere_or_let_go(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    settings, elsewhere, tried = Settings(tmp_path / "window.ini"), tmp_path / "优盘.txt", []

    def full(path: Path, _text: str) -> None:
        tried.append(path.parent)
        raise LibraryError("disk_full", path=str(path))

    def asked(dialog: UnwrittenDialog) -> int:
        dialog.close()  # the frame's cross and Esc are no answer
        dialog.try_again()
        assert (dialog.result(), "还是写不进去" in dialog.state.text()) == (0, True)
        dialog.save_to(str(elsewhere))
        return dialog.result()

    monkeypatch.setattr(unwritten, "write_text", full)
    monkeypatch.setattr(UnwrittenDialog, "exec", asked)
    put_aside(tmp_path / "库", (), settings)
    assert tried == []
    put_aside(tmp_path / "库", [Draft("d", "想了很久的题目")], settings)
    assert "想了很久的题目" in elsewhere.read_text(encoding="utf-8")
    assert settings.text("library/unwritten") == str(elsewhere)
    assert {tmp_path, tmp_path / "库", Path.home()} < set(tried)
