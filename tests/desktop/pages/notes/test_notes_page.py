from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from corpus.library.notes.annotating import (
    add_note,
    annotate,
    get_annotation,
    list_annotations,
    restore_annotation,
)
from corpus.library.reading.articles import list_articles, reading
from corpus.model.annotation import AnchorStatus, Colour
from corpus.model.errors import LibraryError
from corpus.model.span import Span
from desktop.operations.several_notes import rename_tag
from desktop.pages.notes import NotesPage
from desktop.pages.notes.filtering import NoteFilter
from desktop.pages.notes.finder import FinderDialog
from desktop.pages.notes.relocate import RelocateDialog
from desktop.services.context import Context
from desktop.services.targets import NotesTarget, ReaderTarget
from tests.desktop.lane import settle, undo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def article(reading_context: Context) -> str:
    return list_articles(reading_context.library)[1].id


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context, article: str) -> Iterator[NotesPage]:
    library = reading_context.library
    first, second, third = reading(library, article).sentences[2:5]
    annotate(library, article, first, colour=Colour.RED, note="为什么？", tags=("口径",))
    annotate(library, article, second, colour=Colour.BLUE)
    lost = annotate(library, article, third, note="去哪了").annotation
    restore_annotation(library, replace(lost, span=None, status=AnchorStatus.ORPHAN))
    add_note(library, "一条笔记", ("口径",))
    shown = NotesPage(reading_context)
    qtbot.addWidget(shown)
    library.changes.subscribe(shown.refresh)
    shown.resize(1180, 640)
    shown.show()
    shown.show_target(NotesTarget())
    qtbot.waitUntil(lambda: len(shown.list.views()) == 4)
    rest(shown, qtbot)
    yield shown
    library.changes.unsubscribe(shown.refresh)


def rest(page: NotesPage, qtbot: QtBot) -> None:
    """Wait until nothing is read."""
    settle(page.context)
    qtbot.waitUntil(lambda: page.context.at_rest)


def keys(page: NotesPage) -> list[str]:
    return [row.key for row in page.list.row_model.rows if not row.heading]


def by_note(page: NotesPage, words: str) -> str:
    return next(one.annotation.id for one in page.list.views() if words in one.annotation.note)


def test_notes_stand_under_their_articles_and_loose_ones_last(page: NotesPage) -> None:
    headings = [(row.title, row.side) for row in page.list.row_model.rows if row.heading]

    assert headings[-1] == ("笔记", "1")
    assert [count for _title, count in headings] == ["3", "1"]


def test_the_first_note_is_open_when_the_page_is_first_shown_and_none_is_forced_later(
    page: NotesPage, qtbot: QtBot
) -> None:
    first = page.list.views()[0].annotation
    assert page.list.chosen_keys() == [first.id]
    assert page.side.editor.isVisible()
    assert page.side.editor.text.toPlainText() == first.note
    page.filters.show_value(NoteFilter(colours=frozenset({Colour.BLUE})))
    rest(page, qtbot)
    assert [one.annotation.colour for one in page.list.views()] == [Colour.BLUE]
    assert page.list.chosen_keys() == []


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (NoteFilter(text="为什么"), 1),
        (NoteFilter(colours=frozenset({Colour.RED, Colour.BLUE})), 2),
        (NoteFilter(tag="口径"), 2),
        (NoteFilter(written="without"), 1),
        (NoteFilter(lost=True), 1),
        (NoteFilter(text="没有这句"), 0),
    ],
)
def test_a_filter_lists_what_it_asks_for_and_counts_truly(
    page: NotesPage, wanted: NoteFilter, count: int, qtbot: QtBot
) -> None:
    page.filters.show_value(wanted)
    rest(page, qtbot)

    assert len(keys(page)) == count
    assert page.head.count.text() == f"{count} / 4 条"
    assert (page.empty.isVisible(), page.side.isVisible()) == (count == 0, True)


def test_a_note_is_edited_and_the_edit_is_taken_back(
    page: NotesPage, reading_context: Context, qtbot: QtBot
) -> None:
    note = by_note(page, "为什么")
    page.list.choose(note)

    page.side.editor.text.setPlainText("因为口径不同")
    page.side.editor.keep()
    settle(page.context)

    assert get_annotation(reading_context.library, note).note == "因为口径不同"
    undo(reading_context)
    assert get_annotation(reading_context.library, note).note == "为什么？"
    qtbot.waitUntil(lambda: page.side.editor.text.toPlainText() == "为什么？")


def test_that_what_is_typed_moves_no_other_row_and_reads_nothing(
    page: NotesPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    note, before = by_note(page, "为什么"), page.list.row_model.rows
    page.list.choose(note)
    read: list[str] = []
    monkeypatch.setattr(page, "_show_rows", lambda: read.append("rows"))
    monkeypatch.setattr(page.list, "_fill", lambda: read.append("all"))
    page.side.editor.text.setPlainText("因为口径不同\n\n所以另算")
    page.side.editor.keep()
    rest(page, qtbot)
    after = page.list.row_model.rows
    assert [new.key for old, new in zip(before, after, strict=True) if old is not new] == [note]
    assert next(one.body for one in after if one.key == note).endswith("所以另算")
    assert read == []


def test_that_another_tag_is_counted(page: NotesPage, qtbot: QtBot) -> None:
    page.list.choose(by_note(page, "为什么"))
    page.side.editor.tags.setText("新标签")
    page.side.editor.keep()
    rest(page, qtbot)
    assert dict(page._facets.tags)["新标签"] == 1


def test_a_deleted_note_comes_back_from_its_toast(
    page: NotesPage, reading_context: Context, qtbot: QtBot
) -> None:
    note = by_note(page, "为什么")
    before = get_annotation(reading_context.library, note)
    page.list.choose(note)

    page.side.editor.removed.emit(note)
    settle(page.context)
    qtbot.waitUntil(lambda: note not in keys(page))
    notice = reading_context.notices.latest
    assert notice is not None
    assert (notice.text, notice.action_text) == ("已删除一条批注", "撤销")
    assert notice.action is not None
    notice.action()
    settle(page.context)

    assert get_annotation(reading_context.library, note) == before


def test_the_next_note_is_chosen_when_one_is_deleted(page: NotesPage, qtbot: QtBot) -> None:
    first, *others = (row.key for row in page.list.row_model.rows if not row.heading)
    page.list.choose(first)
    for following in (others[0], others[1]):
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
        rest(page, qtbot)
        assert page.list.current_key() == following
        assert page.side.editor.annotation_id == following
    page.list.choose(others[-1])
    QTest.keyClick(page.list, Qt.Key.Key_Delete)
    rest(page, qtbot)
    assert page.list.current_key() == others[-2]


def test_a_new_note_is_chosen_and_ready_to_be_written(
    page: NotesPage, reading_context: Context, qtbot: QtBot
) -> None:
    page.writing.new()
    rest(page, qtbot)

    page.side.editor.text.setPlainText("先写下来")
    page.side.editor.keep()
    settle(page.context)

    assert "先写下来" in [one.annotation.note for one in list_annotations(reading_context.library)]


def test_opening_a_note_goes_to_its_place(page: NotesPage, reading_context: Context, article: str) -> None:
    note = by_note(page, "为什么")
    place = next(one.place for one in page.list.views() if one.annotation.id == note)
    assert place is not None

    page.side.editor.opened.emit(note)
    settle(page.context)

    assert reading_context.navigator.current == ReaderTarget(
        article=article, span=Span(place.span.start, place.span.end), note=note
    )


def test_a_lost_note_is_placed_where_one_says(
    page: NotesPage, reading_context: Context, qtbot: QtBot
) -> None:
    note = by_note(page, "去哪了")
    page.list.choose(note)
    view = page.list.view(note)
    assert view is not None
    dialog = RelocateDialog(reading_context, view, page)
    dialog.placed.connect(page.writing.place)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.paper.projection is not None)
    dialog.paper.view.select(Span(4, 9))
    qtbot.waitUntil(dialog.place.isEnabled)

    with qtbot.waitSignal(dialog.destroyed):
        dialog.place.click()
        settle(page.context)

    placed = get_annotation(reading_context.library, note)
    assert (placed.status, placed.span) == (AnchorStatus.PLACED, Span(4, 9))


def test_articles_to_choose_from_are_named_when_the_list_is_used(page: NotesPage, qtbot: QtBot) -> None:
    box = page.filters.article
    assert [box.itemText(row) for row in range(box.count())] == ["全部文章"]
    box.showPopup()
    box.hidePopup()
    assert box.count() > 1
    key = str(box.itemData(1))
    page.filters.show_value(NoteFilter(article=key))
    rest(page, qtbot)
    assert (page.filters.value().article, box.currentData()) == (key, key)
    page.filters.clear()
    rest(page, qtbot)
    assert page.filters.value() == NoteFilter()


def test_a_note_of_a_gone_article_asks_for_another_one(
    page: NotesPage, reading_context: Context, qtbot: QtBot
) -> None:
    view = page.list.view(by_note(page, "去哪了"))
    assert view is not None
    other = list_articles(reading_context.library)[-1]
    gone = replace(view, annotation=replace(view.annotation, article="gone"), place=None)
    dialog = RelocateDialog(reading_context, gone, page)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(FinderDialog)))
    (finder,) = dialog.findChildren(FinderDialog)
    qtbot.waitUntil(lambda: finder.rows.row_model.rowCount() > 1)
    finder.found.emit(other.id)
    finder.accept()
    qtbot.waitUntil(lambda: dialog.title.text() == other.title)
    assert dialog.article == other.id
    dialog.reject()


def test_a_lost_note_becomes_one_without_a_place(page: NotesPage, reading_context: Context) -> None:
    note = by_note(page, "去哪了")
    quote = get_annotation(reading_context.library, note).selector.exact

    page.side.freed.emit(note)
    settle(page.context)

    freed = get_annotation(reading_context.library, note)
    assert (freed.article, freed.note) == ("", f"> {quote}\n\n去哪了")


def test_the_page_comes_back_as_it_was_left(page: NotesPage, qtbot: QtBot) -> None:
    page.filters.show_value(NoteFilter(tag="口径", colours=frozenset({Colour.RED})))
    rest(page, qtbot)
    page.list.choose(by_note(page, "为什么"))
    state = page.state()
    page.filters.clear()
    rest(page, qtbot)

    page.restore(state)
    rest(page, qtbot)

    assert page.state() == state


def test_a_private_note_stays_out_of_what_is_handed_on(page: NotesPage, reading_context: Context) -> None:
    note = by_note(page, "为什么")
    page.list.choose(note)

    page.side.editor._private.click()
    settle(page.context)

    assert get_annotation(reading_context.library, note).private


def test_what_a_full_disk_kept_out_waits_and_is_written_when_there_is_room(
    page: NotesPage, reading_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, editor = reading_context.library, page.side.editor
    first, other = by_note(page, "为什么"), by_note(page, "一条笔记")
    troubles: list[object] = []
    reading_context.notices.told.connect(troubles.append)
    page.list.choose(first)

    def full(_changes: object) -> NoReturn:
        raise LibraryError("disk_full", path="库")

    with monkeypatch.context() as broken:
        broken.setattr(library.store, "transaction", full)
        editor.text.setPlainText("满了也不能丢")
        editor.keep()
        settle(page.context)
        page.list.choose(other)
        editor.retry_queue.try_again()
        settle(page.context)
        page.list.choose(first)
        assert editor.text.toPlainText() == "满了也不能丢"
        assert "还没有保存" in editor.state_line.text()
        page.list.choose(other)
    assert len(troubles) == 1
    assert get_annotation(library, first).note == "为什么？"
    page.context.operations.run(page, rename_tag("口径", "算法"))
    settle(page.context)

    editor.retry_queue.try_again()
    settle(page.context)

    written = get_annotation(library, first)
    assert (written.note, written.tags) == ("满了也不能丢", ("算法",)), "what was changed elsewhere stands"
    assert get_annotation(library, other).note == "一条笔记"
    page.list.choose(first)
    qtbot.waitUntil(lambda: editor.text.toPlainText() == "满了也不能丢")
    assert not editor.state_line.text()


def test_what_is_being_typed_is_kept_when_the_window_goes(page: NotesPage, reading_context: Context) -> None:
    note = by_note(page, "为什么")
    page.list.choose(note)

    page.side.editor.text.setPlainText("刚打的字")
    page.close()
    settle(page.context)

    assert get_annotation(reading_context.library, note).note == "刚打的字"


def test_a_note_that_is_only_looked_at_stays_to_the_character(
    page: NotesPage, reading_context: Context, qtbot: QtBot
) -> None:
    note = add_note(reading_context.library, "不换行\u00a0的空格，和行尾 \n", ("电子 商务",)).annotation
    qtbot.waitUntil(lambda: note.id in keys(page))
    page.list.choose(note.id)
    page.list.choose(by_note(page, "为什么"))
    page.list.choose(note.id)

    page.close()
    settle(page.context)

    assert get_annotation(reading_context.library, note.id) == note


def test_nothing_read_earlier_takes_the_place_of_what_was_typed_since(
    page: NotesPage, reading_context: Context
) -> None:
    note = by_note(page, "为什么")
    page.list.choose(note)
    editor = page.side.editor

    for words in ("一", "二", "三"):
        editor.text.insertPlainText(words)
        editor.keep()
        page._on_shown(4)  # a count arrives while the note is written
        page._show_rows()  # and a list that was read before it
        assert editor.text.toPlainText() == "一二三"[: "一二三".index(words) + 1] + "为什么？"
        assert editor.text.textCursor().position() == "一二三".index(words) + 1
    settle(page.context)

    kept = get_annotation(reading_context.library, note).note
    assert editor.text.toPlainText() == kept == "一二三为什么？"


def test_the_same_words_typed_again_ask_for_nothing(page: NotesPage) -> None:
    told: list[NoteFilter] = []
    page.filters.changed.connect(lambda: told.append(page.filters.value()))
    field = page.filters.field
    for text in ("甲", "甲", "甲 ", "甲乙", "", ""):
        [tell(text) for tell in (field.show_text, field.edited.emit, field.submitted.emit)]
    assert [one.text for one in told] == ["甲", "甲乙", ""]
