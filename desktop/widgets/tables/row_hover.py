"""A table that knows the row under the pointer: Qt itself lights one cell only."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QRect, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.widgets.key_bar import draw_key_bar

_RESTS: Final = (QEvent.Type.HoverEnter, QEvent.Type.HoverMove)


class RowHoverTable(QTableView):
    """``row_under_pointer`` is the number of that row, or -1; rows are drawn anew as it changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_under_pointer = -1
        self.setMouseTracking(True)
        self.entered.connect(self._point_at)
        self.viewportEntered.connect(self._point_at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a bar at the one the keys are on."""
        super().paintEvent(event)
        draw_key_bar(self)

    def viewportEvent(self, event: QEvent) -> bool:
        """Point at no row any more when the pointer leaves; keep from Qt where it rests, or it would light a cell."""
        if event.type() == QEvent.Type.Leave:
            self._point_at()
        return event.type() in _RESTS or super().viewportEvent(event)

    @Slot()
    @Slot(QModelIndex)
    def _point_at(self, index: QModelIndex | None = None) -> None:
        before, self.row_under_pointer = self.row_under_pointer, index.row() if index is not None else -1
        for row in {before, self.row_under_pointer} - {-1}:
            line = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            self.viewport().update(line)
