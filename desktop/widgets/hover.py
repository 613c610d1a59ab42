"""The hover card over marks 引 that are painted in lists and tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop.widgets.evidence import HOVER_DELAY_MS, evidence_card
from desktop.widgets.popover import Popover


@dataclass(frozen=True, slots=True)
class Evidence:
    """What lies under the pointer: the rectangle of the mark in the viewport, its sentence and where from."""

    box: QRect
    sentence: str
    source: str


Look = Callable[[QModelIndex, QPoint], Evidence | None]


class EvidenceHover(QObject):
    """Watches an item view and shows the sentence of the mark under the pointer; ``hot`` is its row."""

    def __init__(self, view: QAbstractItemView, look: Look) -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._found: Evidence | None = None
        self._card: Popover | None = None
        self.hot = QPersistentModelIndex()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(HOVER_DELAY_MS)
        self._wait.timeout.connect(self._show)
        view.setMouseTracking(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._move(event.position().toPoint())
        elif event.type() in (
            QEvent.Type.Leave,
            QEvent.Type.Wheel,
            QEvent.Type.Hide,
            QEvent.Type.MouseButtonPress,
        ):
            self._forget()
        return super().eventFilter(watched, event)

    def _move(self, point: QPoint) -> None:
        index = self._view.indexAt(point)
        found = self._look(index, point) if index.isValid() else None
        if found == self._found:
            return
        self._forget()
        if found is not None:
            self._found = found
            self.hot = QPersistentModelIndex(index)
            self._view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self._view.viewport().update(found.box.adjusted(-2, -2, 2, 2))
            self._wait.start()

    def _forget(self) -> None:
        self._wait.stop()
        if self._card is not None:
            self._card.close()
            self._card.deleteLater()
            self._card = None
        if self._found is not None:
            self._view.viewport().update(self._found.box.adjusted(-2, -2, 2, 2))
            self._view.viewport().unsetCursor()
            self._found = None
            self.hot = QPersistentModelIndex()

    @Slot()
    def _show(self) -> None:
        if self._found is None or not self._found.sentence:
            return
        self._card = evidence_card(self._found.sentence, self._found.source, self._view.window())
        corner = self._view.viewport().mapToGlobal(self._found.box.topLeft())
        self._card.show_at(QRect(corner, self._found.box.size()), above=True)
