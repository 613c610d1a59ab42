"""What is typed waits a moment at most, and what is dropped is copied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QTextOption
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from corpus.library.core.views import AnnotationView
from corpus.library.notes.annotating import add_note
from corpus.model.draft import Draft, DraftItem
from desktop.pages.drafts.editing import DraftEditing
from desktop.pages.drafts.growing_text import GrowingText
from desktop.reader.selection.note_editor import NoteEditor
from desktop.services.context import Context
from desktop.widgets.drops import take_copy
from desktop.widgets.fields.plain_field import LONGEST, PlainField
from desktop.widgets.fields.typing_timer import KEEP_WITHIN_MS, TypingTimer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COPY, MOVE, LINK = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction


def test_that_a_hand_that_never_rests_puts_nothing_off(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    timer = TypingTimer(owner)
    timer.typed()
    first = timer.timerId()
    for _ in range(100):
        timer.typed()
    assert timer.timerId() == first
    assert timer.isActive()
    assert timer.interval() == KEEP_WITHIN_MS <= 150


def test_that_a_note_is_sent_while_it_is_written(reading_context: Context, qtbot: QtBot) -> None:
    editor = NoteEditor(reading_context.theme)
    qtbot.addWidget(editor)
    view: AnnotationView = add_note(reading_context.library, "甲")
    editor.show_note(view)
    sent: list[str] = []
    editor.edited.connect(lambda changed: sent.append(changed.note))
    (timer,) = editor.findChildren(TypingTimer)
    for text in ("乙", "乙丙", "乙丙丁"):
        editor.text.setPlainText(text)
        assert timer.isActive()
        timer.timeout.emit()
    editor.text.setPlainText("乙丙丁戊")
    assert sent == ["乙", "乙丙", "乙丙丁"]


@pytest.mark.parametrize(
    ("note", "mode"),
    [
        ("一行\n\n" * 50, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere),
        ("*" * 20_000 + "\n", QTextOption.WrapMode.WrapAnywhere),
    ],
)
def test_that_a_note_is_laid_out_once_and_an_endless_word_of_it_breaks_anywhere(
    reading_context: Context, qtbot: QtBot, note: str, mode: QTextOption.WrapMode
) -> None:
    editor = NoteEditor(reading_context.theme)
    qtbot.addWidget(editor)
    view: AnnotationView = add_note(reading_context.library, "甲")
    view = replace(view, annotation=replace(view.annotation, note=note))
    editor.show_note(view)
    set_anew: list[bool] = []
    editor.text.document().contentsChanged.connect(lambda: set_anew.append(True))
    editor.show_note(view)
    assert (set_anew, editor.text.toPlainText(), editor.text.wordWrapMode()) == ([], note, mode)

    editor.show_note(replace(view, annotation=replace(view.annotation, note="另一句")))
    assert editor.text.toPlainText() == "另一句"


@pytest.mark.parametrize("make", [PlainField, lambda: GrowingText("文字")])
def test_that_more_is_pasted_than_a_field_lays_out_at_once_is_told(
    qtbot: QtBot, make: Callable[[], PlainField | GrowingText]
) -> None:
    field = make()
    qtbot.addWidget(field)
    copied = QMimeData()
    copied.setText("字" * (LONGEST - 3))
    field.insertFromMimeData(copied)
    field.insertPlainText("三个字")
    assert len(field.toPlainText()) == LONGEST
    field.insertFromMimeData(copied)
    assert len(field.toPlainText()) == LONGEST
    assert QToolTip.text() == (
        "这里最多放 100,000 字，要粘贴的有 99,997 字。整篇的文字请用“从剪贴板新建文章”收入文库。"
    )
    field.selectAll()
    field.insertFromMimeData(copied)
    assert len(field.toPlainText()) == LONGEST - 3


def test_that_the_width_a_very_long_note_is_laid_out_in_is_the_one_it_keeps(
    reading_context: Context, qtbot: QtBot
) -> None:
    editor = NoteEditor(reading_context.theme)
    qtbot.addWidget(editor)
    editor.show()
    view: AnnotationView = add_note(reading_context.library, "甲")
    editor.show_note(replace(view, annotation=replace(view.annotation, id="长", note="电" * 200_000)))
    widths = {editor.text.viewport().width()}
    QApplication.processEvents()
    editor.text.setFocus()
    widths.add(editor.text.viewport().width())
    assert len(widths) == 1
    font = editor.text.font()
    editor.show_note(view)
    plain = editor.text.font()
    assert (font.families(), font.pointSizeF(), font.pixelSize()) == (
        plain.families(), plain.pointSizeF(), plain.pixelSize(),
    )  # fmt: skip
    QApplication.processEvents()
    assert editor.text.viewport().width() > min(widths)


def test_that_a_draft_s_title_and_text_are_sent_while_they_are_written() -> None:
    owner = QObject()
    editing = DraftEditing(owner)
    sent: list[Draft] = []
    editing.edited.connect(sent.append)
    editing.show(Draft("1", "题", items=(DraftItem("text", text="甲"),)))
    editing.type_title("题x")
    assert editing.wait.isActive()
    editing.wait.timeout.emit()
    editing.type(0, DraftItem("text", text="甲乙"))
    assert editing.wait.isActive()
    editing.wait.timeout.emit()
    assert [one.title for one in sent][:1] == ["题x"]
    assert sent[-1].items[0].text == "甲乙"


@pytest.mark.parametrize(
    ("offered", "expected"),
    [
        (COPY | MOVE | LINK, COPY),
        (COPY | MOVE, COPY),
        (COPY, COPY),
        (MOVE, None),
        (LINK, None),
        (MOVE | LINK, None),
    ],
)
@pytest.mark.parametrize("proposed", [MOVE, COPY])
def test_that_a_drop_is_a_copy_or_nothing(
    qtbot: QtBot,
    tmp_path: Path,
    offered: Qt.DropAction,
    expected: Qt.DropAction | None,
    proposed: Qt.DropAction,
) -> None:
    assert qtbot is not None
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    keys, buttons = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(), offered, data, buttons, keys)
    event.setDropAction(proposed)
    event.setAccepted(False)
    assert take_copy(event) == (expected is not None)
    assert event.isAccepted() == (expected is not None)
    if expected is not None:
        assert event.dropAction() == expected


def test_that_nothing_in_the_window_takes_what_is_proposed(project_root: Path) -> None:
    taking = [
        str(path.relative_to(project_root))
        for path in sorted((project_root / "desktop").rglob("*.py"))
        if "acceptProposedAction" in path.read_text(encoding="utf-8")
    ]
    assert taking == []
