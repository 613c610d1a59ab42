"""What stands beside a colour counts the notes shown, and a choice that has come to hold nothing stays chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.notes.annotating import add_note, annotate
from corpus.library.reading.articles import list_articles, reading
from corpus.model.annotation import Colour
from desktop.pages.notes import NotesPage
from desktop.pages.notes.filtering import NoteFilter
from desktop.services.context import Context
from desktop.services.targets import NotesTarget
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def rest(page: NotesPage, qtbot: QtBot) -> None:
    settle(page.context)
    qtbot.waitUntil(lambda: page.context.at_rest)


def test_colours_count_the_notes_shown_and_what_is_chosen_stays(
    reading_context: Context, qtbot: QtBot
) -> None:
    library = reading_context.library
    article = list_articles(library)[1].id
    first, second, third = reading(library, article).sentences[2:5]
    annotate(library, article, first, colour=Colour.RED, tags=("口径",))
    annotate(library, article, second, colour=Colour.BLUE)
    annotate(library, article, third, note="去哪了")
    add_note(library, "一条笔记", ("口径",))
    page = NotesPage(reading_context)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.show_target(NotesTarget(tag="口径"))
    rest(page, qtbot)
    shown = {chip.text() for chip in page.filters.colours.chips.values() if chip.isVisibleTo(page)}
    assert shown == {"疑问（1）", "重点（1）"}

    for nothing in (
        NoteFilter(tag="口径", colours=frozenset({Colour.BLUE})),
        NoteFilter(text="没有这句", tag="口径"),
        NoteFilter(article=article, tag="口径", colours=frozenset({Colour.YELLOW})),
    ):
        page.filters.show_value(nothing)
        rest(page, qtbot)
        assert page.filters.value() == nothing
        assert page.empty.isVisible()
