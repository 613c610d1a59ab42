"""The page of notes before the first note is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.notes.annotating import add_note
from desktop.pages.notes import NotesPage
from desktop.services.context import Context
from desktop.services.targets import NotesTarget
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_where_there_is_no_note_yet_only_what_begins_one_is_shown(
    reading_context: Context, qtbot: QtBot
) -> None:
    shown = NotesPage(reading_context)
    qtbot.addWidget(shown)
    shown.show()
    shown.show_target(NotesTarget())
    settle(reading_context)
    qtbot.waitUntil(lambda: reading_context.at_rest)
    assert shown.empty.isVisible()
    assert not any(part.isVisible() for part in (shown.side, shown.head.new, shown.filters))

    add_note(reading_context.library, "一条笔记")
    shown.refresh(None)
    qtbot.waitUntil(lambda: len(shown.list.views()) == 1)
    settle(reading_context)
    qtbot.waitUntil(lambda: reading_context.at_rest)
    assert all(part.isVisible() for part in (shown.side, shown.head.new, shown.filters))
