"""Several notes chosen on the page: each thing done with them is one step, whatever was read of the list by then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest
import shiboken6
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from corpus.library.notes.annotating import add_note, annotate, get_annotation, list_annotations
from corpus.library.notes.drafts import drafts
from corpus.library.reading.articles import list_articles, reading
from corpus.model.annotation import Annotation, Colour
from corpus.model.errors import LibraryError
from corpus.model.link import Link, LinkKind
from corpus.store.notes.query import NoteGroup, NoteQuery
from desktop.dialogs.colour_names import ColourNamesDialog
from desktop.dialogs.text_prompt import TextPrompt
from desktop.pages.notes import NotesPage
from desktop.pages.notes.finder import FinderDialog
from desktop.pages.notes.note_list import FIRST
from desktop.services.colour_names import ColourNames
from desktop.services.context import Context
from desktop.services.targets import NotesTarget
from desktop.wording.shortening import plain
from tests.desktop.lane import redo, settle, undo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WORDS = ("为什么", "定义在此", "离得远")


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context) -> Iterator[NotesPage]:
    library = reading_context.library
    article = list_articles(library)[1].id
    for span, words, colour in zip(reading(library, article).sentences[2:5], WORDS, Colour, strict=False):
        annotate(library, article, span, colour=colour, note=words, tags=("口径",))
    add_note(library, "与正文无关", ("方法",))
    shown = NotesPage(reading_context)
    qtbot.addWidget(shown)
    library.changes.subscribe(shown.refresh)
    shown.resize(1180, 640)
    shown.show()
    shown.show_target(NotesTarget())
    rest(shown)
    yield shown
    library.changes.unsubscribe(shown.refresh)


def rest(page: NotesPage) -> None:
    for _round in range(3):
        settle(page.context)


def everything(page: NotesPage) -> dict[str, Annotation]:
    return {one.annotation.id: one.annotation for one in list_annotations(page.context.library)}


def ids(page: NotesPage, *words: str) -> list[str]:
    return [key for word in words for key, one in everything(page).items() if one.note.startswith(word)]


def choose(page: NotesPage, keys: list[str]) -> None:
    model, flags = page.list.row_model, QItemSelectionModel.SelectionFlag
    page.list.selectionModel().clear()
    for number, row in enumerate(model.rows):
        if row.key in keys:
            page.list.selectionModel().setCurrentIndex(model.index(number), flags.Select)


def tag(page: NotesPage, typed: str) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_T)
    rest(page)
    picker = page.acting.tagging.picker
    assert picker is not None
    picker.field.insert(typed)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    picker.close()


ACTS: dict[str, Callable[[NotesPage], object]] = {
    "coloured with a key": lambda page: QTest.keyClick(page.list, Qt.Key.Key_4),
    "coloured at the side": lambda page: page.side.several.colours.dots[4].click(),
    "tagged": lambda page: tag(page, "新的"),
    "untagged": lambda page: tag(page, "koujing"),
    "deleted": lambda page: QTest.keyClick(page.list, Qt.Key.Key_Delete),
    "merged": lambda page: QTest.keyClick(page.list, Qt.Key.Key_M),
    "put into a draft": lambda page: page.side.several.draft_button.click(),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_what_is_done_with_several_is_one_step(page: NotesPage, name: str) -> None:
    before, written = everything(page), drafts(page.context.library)
    chosen = ids(page, "为什么", "离得远")
    choose(page, chosen)
    assert page.side.several.isVisible()

    ACTS[name](page)
    rest(page)
    after, kept = everything(page), drafts(page.context.library)
    assert (after, kept) != (before, written)
    others = {key: one for key, one in before.items() if key not in chosen}
    assert {key: after[key] for key in others} == others

    undo(page.context)
    rest(page)
    assert everything(page) == before
    assert page.context.undo.undo_text == ""
    redo(page.context)
    rest(page)
    assert everything(page) == after


def test_all_that_are_listed_are_meant_though_few_are_read(page: NotesPage) -> None:
    for number in range(3 * FIRST):
        add_note(page.context.library, f"还有一条 {number}")
    rest(page)
    total = len(everything(page))
    QTest.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.list.views()) < total
    assert page.side.several.told.text() == f"已选 {total} 条批注"

    QTest.keyClick(page.list, Qt.Key.Key_3)
    rest(page)
    assert {one.colour for one in everything(page).values()} == {Colour.GREEN}
    undo(page.context)
    assert {one.colour for one in everything(page).values()} != {Colour.GREEN}


def test_the_menu_of_a_row_is_about_all_that_are_chosen_with_it(page: NotesPage) -> None:
    chosen = ids(page, "为什么", "定义在此")
    choose(page, chosen)
    page.list.asked.emit(chosen[0], QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text().startswith("合并 2 条为一条")).trigger()
    menu.close()
    rest(page)
    kept = [one for one in everything(page).values() if "为什么" in one.note]
    assert [one.note for one in kept] == ["为什么\n\n定义在此"]


def test_notes_are_moved_to_an_article_that_has_their_words(page: NotesPage) -> None:
    before = everything(page)
    choose(page, ids(page, "为什么", "定义在此"))
    page.acting.move()
    dialog = page.window().findChild(FinderDialog)
    assert isinstance(dialog, FinderDialog)
    rest(page)
    assert dialog.take.isEnabled()
    dialog.rows.choose(list_articles(page.context.library)[3].id)
    dialog.take.click()
    rest(page)
    assert everything(page) == before
    notice = page.context.notices.latest
    assert notice is not None
    assert notice.text == "那篇文章里没有这些批注的原句，没有移动"


@pytest.mark.parametrize(
    ("grouping", "headings"),
    [
        ("tag", ["#口径", "#方法"]),
        ("colour", ["重点", "疑问", "论据"]),
        ("trend", None),
        ("date", None),
        ("", []),
    ],
)
def test_notes_stand_under_what_is_chosen(page: NotesPage, grouping: str, headings: list[str] | None) -> None:
    box = page.head.grouping
    box.setCurrentIndex(box.findData(grouping))
    box.activated.emit(box.currentIndex())
    rest(page)
    rows = page.list.row_model.rows
    if headings is not None:
        assert [row.title for row in rows if row.heading] == headings
    assert {row.key for row in rows if not row.heading} == set(everything(page))
    assert page.head.count.text() == "4 条批注"


def test_what_fits_no_trend_is_called_so(page: NotesPage) -> None:
    read = page.list._read
    page.list._query = NoteQuery(grouping="trend")
    groups = tuple(NoteGroup(one, "", 1) for one in ("other", ""))
    rows = page.list._rows(replace(read, groups=groups, groups_of=(0, 1), views=read.views[:2]))
    assert [row.title for row in rows if row.heading] == ["未归类", "不在趋势原句中"]


def test_a_list_tells_the_words_of_a_link_and_not_where_it_leads() -> None:
    note = "与[另一处](yinde://note/1)相比，**见** ![图](a.png)；[注] (不是链接)、f[1](x y)"
    assert plain(note) == "与另一处相比，见 图；[注] (不是链接)、f[1](x y)"


@contextmanager
def disk_full(page: NotesPage, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def full(_changes: object) -> NoReturn:
        raise LibraryError("disk_full", path="库")

    with monkeypatch.context() as broken:
        broken.setattr(page.context.library.store, "transaction", full)
        yield


def test_colours_are_called_as_a_person_calls_them(
    page: NotesPage, reading_context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ColourNames(reading_context)
    reading_context.library.changes.subscribe(names.take_changes)
    dialog = ColourNamesDialog(reading_context, {}, page)
    dialog.open()
    dialog.fields[Colour.YELLOW].setText("要引用")
    with disk_full(page, monkeypatch):
        dialog._on_keep()
        rest(page)
    assert (dialog.isVisible(), "磁盘" in dialog.told.text()) == (True, True)
    dialog._on_keep()
    rest(page)
    assert not shiboken6.isValid(dialog)
    assert page.filters.colours.chips[Colour.YELLOW].text() == "要引用（2）"
    undo(reading_context)
    rest(page)
    reading_context.library.changes.unsubscribe(names.take_changes)
    assert page.filters.colours.chips[Colour.YELLOW].text() == "重点（2）"


def test_a_link_is_written_where_one_types_and_the_other_note_knows_it(page: NotesPage, qtbot: QtBot) -> None:
    here, there = *ids(page, "为什么"), *ids(page, "定义在此")
    page.list.choose(here)
    page.side.editor.write()
    page.side.editor.text.insertPlainText("见 [[")
    dialog = page.window().findChild(FinderDialog)
    assert isinstance(dialog, FinderDialog)
    dialog.field.insert("定义")
    qtbot.waitUntil(lambda: [row.key for row in dialog.rows.row_model.rows] == [there])
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    rest(page)
    assert get_annotation(page.context.library, here).note == f"为什么见 [定义在此](yinde://note/{there})"

    page.list.choose(there)
    rest(page)
    assert page.side.links._shown.back[0].annotation.id == here


def test_a_tag_has_a_page_of_its_own(page: NotesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.show_target(NotesTarget(tag="口径"))
    rest(page)
    assert page.title() == "#口径"
    assert (page.tag.isVisible(), page.tag.told.text()) == (True, "3 条批注")
    page.tag._on_rename()
    prompt = page.window().findChild(TextPrompt)
    assert isinstance(prompt, TextPrompt)
    assert isinstance(prompt.field, QLineEdit)
    prompt.field.setText("数字口径")
    with disk_full(page, monkeypatch):
        prompt.confirm.click()
        rest(page)
    assert (prompt.isVisible(), "磁盘" in prompt._trouble.text()) == (True, True)
    prompt.confirm.click()
    rest(page)
    assert not shiboken6.isValid(prompt)
    assert {tag for one in everything(page).values() for tag in one.tags} == {"数字口径", "方法"}
    undo(page.context)
    assert {tag for one in everything(page).values() for tag in one.tags} == {"口径", "方法"}


def test_that_other_notes_are_listed_from_the_top_where_none_of_them_is_chosen(page: NotesPage) -> None:
    for number in range(40):
        add_note(page.context.library, f"第{number}条", ("另计",))
    page.list.selectionModel().clear()
    rest(page)
    page.list.scrollToBottom()
    rest(page)
    assert page.list.verticalScrollBar().value() > 0
    page.show_target(NotesTarget(tag="另计"))
    rest(page)
    assert page.list.verticalScrollBar().value() == 0


def test_that_the_notes_chosen_have_addresses_to_copy(page: NotesPage) -> None:
    keys = ids(page, *WORDS[:2])
    choose(page, keys)
    page.acting.copy_links()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert sorted(copied) == sorted(Link(LinkKind.NOTE, key).address for key in keys)


def test_that_a_page_opened_first_by_a_tag_shows_the_notes_of_that_tag(page: NotesPage, qtbot: QtBot) -> None:
    opened = NotesPage(page.context)
    qtbot.addWidget(opened)
    opened.show()
    opened.show_target(NotesTarget(tag="方法"))
    rest(opened)
    assert opened.tag.isVisible()
    assert [row.title for row in opened.list.row_model.rows if not row.heading] == ["与正文无关"]
