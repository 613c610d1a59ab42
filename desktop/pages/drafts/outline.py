"""The outline of a draft: its chapters, which lead to their place and take what is dropped on them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from corpus.language import translate as _
from corpus.model.draft import Draft
from desktop.operations.carrying import block_in, carried_in
from desktop.theme import ThemeManager
from desktop.widgets.drops import take_copy
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row


class Outline(RowList):
    """Lists the headings; ``moved`` and ``dropped`` carry what was dropped (Carried) and the number of the heading."""

    moved = Signal(int, int)
    dropped = Signal(object, int)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("提纲"), parent, lines=(2, 1))
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)

    def show_draft(self, draft: Draft | None) -> None:
        """Show the headings of a draft, each with how much stands below it."""
        self.set_rows(outline_rows(draft) if draft is not None else [])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take blocks, notes and figures."""
        if block_in(event.mimeData()) >= 0 or carried_in(event.mimeData()):
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light the chapter that would take them."""
        key = self._key_at(event.position().toPoint())
        if key:
            self.choose(key, tell=False)
            take_copy(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        key = self._key_at(event.position().toPoint())
        if not key or not take_copy(event):
            return
        number, carried = block_in(event.mimeData()), carried_in(event.mimeData())
        if number >= 0:
            self.moved.emit(number, int(key))
        elif carried:
            self.dropped.emit(carried, int(key))

    def _key_at(self, point: QPoint) -> str:
        row = self.indexAt(point).row()
        rows = self.row_model.rows
        return rows[row].key if 0 <= row < len(rows) else ""


def outline_rows(draft: Draft) -> list[Row]:
    """Return a row for each heading, keyed by its number, with the blocks below it counted."""
    rows: list[Row] = []
    heads = [number for number, item in enumerate(draft.items) if item.kind == "heading"]
    for place, number in enumerate(heads):
        item = draft.items[number]
        end = heads[place + 1] if place + 1 < len(heads) else len(draft.items)
        count = sum(one.kind != "prompt" for one in draft.items[number + 1 : end])
        side = f"{count:,}" if count else ""
        rows.append(Row(str(number), item.text or _("（空标题）"), side=side, indent=item.level - 1))
    return rows
