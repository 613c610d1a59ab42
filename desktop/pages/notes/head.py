"""The first line of the page of notes: its name, how many are listed, how they stand, and what is done with all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from corpus.language import translate
from corpus.store.notes.query import Grouping, NoteOrder
from desktop.pages.notes.filtering import NoteArrangement
from desktop.pages.notes.grouping import GROUPINGS, ORDERS
from desktop.theme import ThemeManager
from desktop.widgets import FlowLayout, QuietButton, TextLabel
from desktop.widgets.frames.counted_name import counted_name


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


class NotesHead(QWidget):
    """``changed`` after another standing was chosen; ``exported`` and ``begun`` ask for an export, for a new note."""

    changed = Signal()
    exported = Signal()
    begun = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = TextLabel("", "faint")
        self.grouping = _choice(translate(_("分组")), GROUPINGS)
        self.order = _choice(translate(_("排序")), ORDERS)
        for box in (self.grouping, self.order):
            box.activated.connect(self.changed)
        self.out = QuietButton(translate(_("导出…")), theme, "export")
        self.out.clicked.connect(self.exported)
        self.new = QuietButton(translate(_("新建笔记")), theme, "note-add")
        self.new.clicked.connect(self.begun)
        row = FlowLayout(self, spacing=8)
        for widget in (
            counted_name(TextLabel(translate(_("批注")), "page-title"), self.count, self),
            self.grouping,
            self.order,
            self.out,
            self.new,
        ):
            row.addWidget(widget)

    def value(self) -> NoteArrangement:
        """Return how the notes are to stand."""
        grouping = cast("Grouping", self.grouping.currentData())
        return NoteArrangement(grouping, cast("NoteOrder", self.order.currentData()))

    def show_value(self, arranged: NoteArrangement) -> None:
        """Show another standing (coming back to the page)."""
        for box, key in ((self.grouping, arranged.grouping), (self.order, arranged.order)):
            box.setCurrentIndex(max(box.findData(key), 0))

    @Slot(int, int)
    def show_count(self, listed: int, total: int) -> None:
        """Say how many notes are listed, of how many; without any there is nothing to order or to export."""
        for widget in (self.grouping, self.order, self.out):
            widget.setVisible(total > 0)
        whole = listed == total
        told = (
            translate(_("{n} 条批注"), n=total)
            if whole
            else translate(_("{n} / {total} 条"), n=listed, total=total)
        )
        self.count.setText(told if total else "")


def _choice(name: str, entries: Mapping[Any, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setToolTip(name)
    for key, text in entries.items():
        box.addItem(translate(text), key)
    return box
