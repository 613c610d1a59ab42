from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton

from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from corpus.library.reading.articles import Reading, reading
from corpus.model.span import Span
from desktop.reader.page import ReaderPage
from desktop.reader.selection.bar import SelectionBar
from desktop.reader.selection.wishes import Wish
from desktop.reader.text.marks import MarkKind
from desktop.services.context import Context
from desktop.services.targets import PanelKind, ReaderTarget, SearchTarget
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def popup() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()


def test_a_selection_brings_the_bar_and_a_colour_takes_it_away(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.paper.view.setFocus()
    bar = page.paper.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    page.paper.view.select(span_of(read.text, "三个县城"))
    qtbot.waitUntil(bar.isVisible)

    bar.colours.dots[6].click()
    settle(page.context)

    assert not bar.isVisible()
    assert [one.annotation.colour.value for one in list_annotations(reading_context.library)] == ["orange"]


def test_the_bar_puts_a_passage_into_a_draft(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    bar = page.paper.findChild(SelectionBar)
    assert isinstance(bar, SelectionBar)
    page.paper.view.select(span_of(read.text, "先活下来"))

    button = next(one for one in bar.findChildren(QToolButton) if one.text() == "加入文稿")
    assert isinstance(button, QToolButton)
    button.click()
    settle(page.context)

    assert list_annotations(reading_context.library) == ()
    (item,) = drafts(reading_context.library)[0].items
    assert (item.kind, item.ref, item.quote) == ("passage", read.summary.id, "先活下来")


def test_the_menu_of_a_selection_searches_for_it(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.view.select(span_of(read.text, "先做批发"))
    page.paper.view.asked.emit(0, QPoint(10, 10))
    settle(page.context)

    choose(popup(), "检索所选")

    assert reading_context.navigator.current == SearchTarget(text='"先做批发"')


def test_the_face_is_chosen_from_the_menu_and_kept(page: ReaderPage, reading_context: Context) -> None:
    page.header.settings_wanted.emit(QPoint(10, 10))
    settle(page.context)

    choose(popup(), "黑体")

    assert reading_context.settings.text("reading/font") == "sans"
    assert page.paper.view.reading_style.face == "sans"


def test_tags_and_star_are_kept(
    page: ReaderPage, reading_context: Context, article: str, qtbot: QtBot
) -> None:
    page.header.star.click()
    settle(page.context)
    page.header.tags_wanted.emit()
    settle(page.context)
    field = QApplication.activePopupWidget()
    assert field is not None
    line = field.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("县域 走访")
    line.returnPressed.emit()
    settle(page.context)

    summary = reading(reading_context.library, article).summary
    assert (summary.star, summary.tags) == (True, ("县域", "走访"))
    qtbot.waitUntil(page.header.star.isChecked)


def test_a_target_turns_to_a_panel_and_marks_what_was_sought(
    page: ReaderPage, read: Reading, article: str
) -> None:
    place = span_of(read.text, "第一句话")
    page.show_target(ReaderTarget(article=article, span=place, marks=(place,), panel=PanelKind.REPAIRS))

    assert page.side.repairs.isVisibleTo(page.side)
    assert page.finding.spans == (place,)


def test_a_right_click_on_a_mark_offers_to_open_recolour_and_delete_it(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    span = span_of(read.text, "三个县城")
    page.paper.view.select(span)
    page.selecting.key("h")
    settle(reading_context)
    page.paper.view.asked.emit(span.start + 1, QPoint(10, 10))
    menu = popup()
    colours = next(action.menu() for action in menu.actions() if action.text() == "改颜色")
    assert isinstance(colours, QMenu)
    next(action for action in colours.actions() if action.text() == "定义").trigger()
    settle(reading_context)
    menu.close()
    assert [one.annotation.colour.value for one in list_annotations(reading_context.library)] == ["blue"]

    page.paper.view.asked.emit(span.start + 1, QPoint(10, 10))
    choose(popup(), "删除批注")
    settle(reading_context)
    assert list_annotations(reading_context.library) == ()
    assert len(page.paper.view.marks(MarkKind.HIGHLIGHT)) == 0


def test_delete_takes_the_mark_away_that_was_clicked(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.view.select(span_of(read.text, "三个县城"))
    page.selecting.key("h")
    settle(reading_context)
    page.paper.view.pressed.emit(page.paper.view.marks(MarkKind.HIGHLIGHT).get(0))
    QTest.keyClick(page.paper.view, Qt.Key.Key_Delete)
    settle(reading_context)
    assert list_annotations(reading_context.library) == ()


def test_a_key_tags_what_is_selected_and_what_was_clicked(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    page.paper.view.select(span_of(read.text, "三个县城"))
    for typed in ("口径", "走访"):
        page.selecting.key("t")
        qtbot.waitUntil(lambda: page.selecting.marks.tagging.picker is not None)
        settle(reading_context)
        picker = page.selecting.marks.tagging.picker
        assert picker is not None
        picker.field.insert(typed)
        QTest.keyClick(picker.field, Qt.Key.Key_Return)
        QTest.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(reading_context)
        qtbot.waitUntil(lambda: page.selecting.marks.tagging.picker is None)
        page.paper.view.pressed.emit(page.paper.view.marks(MarkKind.HIGHLIGHT).get(0))
    (note,) = list_annotations(reading_context.library)
    assert note.annotation.tags == ("口径", "走访")


def test_a_digit_gives_the_mark_that_was_clicked_another_colour(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.view.select(span_of(read.text, "三个县城"))
    page.selecting.key("h")
    settle(reading_context)
    page.paper.view.pressed.emit(page.paper.view.marks(MarkKind.HIGHLIGHT).get(0))
    page.selecting.key("4")
    settle(reading_context)
    assert [one.annotation.colour.value for one in list_annotations(reading_context.library)] == ["blue"]


def test_that_keys_go_on_with_the_mark_just_made(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    assert not page.selecting.has_mark()
    page.paper.view.select(span_of(read.text, "三个县城"))
    page.selecting.key("1")
    settle(reading_context)
    assert not page.selecting.has_selection()
    assert page.selecting.has_mark()

    page.selecting.key("4")
    settle(reading_context)
    page.selecting.key("n")
    page.side.notes.editor.text.setPlainText("走访时再问")
    page.side.notes.editor.keep()
    settle(reading_context)
    (note,) = list_annotations(reading_context.library)
    assert (note.annotation.colour.value, note.annotation.note) == ("blue", "走访时再问")

    page.selecting.do(Wish.DRAFT)
    settle(reading_context)
    (draft,) = drafts(reading_context.library)
    assert [one.ref for one in draft.items] == [note.annotation.id]


def test_a_mark_is_copied_and_put_into_a_draft_from_its_menu(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    span = span_of(read.text, "三个县城")
    page.paper.view.select(span)
    page.selecting.key("h")
    settle(reading_context)
    (note,) = list_annotations(reading_context.library)
    copied = []
    for entry in ("复制并附出处", "复制并附（作者，年：页）", "复制链接", "加入文稿"):
        page.paper.view.asked.emit(span.start + 1, QPoint(10, 10))
        choose(popup(), entry)
        settle(reading_context)
        copied.append(QApplication.clipboard().text())
    assert copied[0].startswith("“三个县城”\n——")
    assert copied[1].startswith("“三个县城”（")
    assert copied[2] == copied[3] == f"yinde://note/{note.annotation.id}"
    assert [one.ref for one in drafts(reading_context.library)[0].items] == [note.annotation.id]


def test_that_a_note_in_the_dock_has_the_menu_of_its_mark_and_keys_copy_the_mark_clicked(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.view.select(span_of(read.text, "三个县城"))
    page.selecting.key("h")
    settle(reading_context)
    (note,) = list_annotations(reading_context.library)
    page.side.notes.list.asked.emit(note.annotation.id, QPoint(10, 10))
    menu = popup()
    assert {"标签…", "改颜色", "复制链接", "加入文稿"} <= {action.text() for action in menu.actions()}
    choose(menu, "复制链接")
    assert QApplication.clipboard().text().endswith(note.annotation.id)
    page.paper.view.pressed.emit(page.paper.view.marks(MarkKind.HIGHLIGHT).get(0))
    page.selecting.do(Wish.COPY)
    assert QApplication.clipboard().text().startswith("“三个县城”")
