"""Dropping on 文稿 in the rail: a drag held over it opens the page, one dropped there adds to the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QToolButton

from desktop.services.context import Context
from desktop.widgets.drops import take_copy

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from desktop.operations.carrying import Carried

_HELD_MS: Final = 500


class DraftDoor(QObject):
    """Watches one button of the rail; ``opened`` says that a drag was held over it long enough to go in."""

    opened = Signal()

    def __init__(self, context: Context, button: QToolButton) -> None:
        super().__init__(button)
        self._context = context
        self._button = button
        self._held = QTimer(self, singleShot=True, interval=_HELD_MS)
        self._held.timeout.connect(self.opened)
        button.setAcceptDrops(True)
        button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what a draft can hold."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            self._over(cast("QDragMoveEvent", event))
            return True
        if kind in (QEvent.Type.DragLeave, QEvent.Type.Drop):
            self._held.stop()
            self._button.setDown(False)
            if kind is QEvent.Type.Drop:
                self._drop(cast("QDropEvent", event))
            return True
        return super().eventFilter(watched, event)

    def _over(self, event: QDragMoveEvent) -> None:
        if not _carried_in(event.mimeData()) or not self._context.library.writable or not take_copy(event):
            event.ignore()
            return
        self._button.setDown(True)
        if not self._held.isActive():
            self._held.start()

    def _drop(self, event: QDropEvent) -> None:
        carried = _carried_in(event.mimeData())
        if carried and take_copy(event):
            from desktop.operations.drafts import put_carried

            self._context.operations.run(
                self, put_carried(carried.items, carried.places, exact=carried.exact)
            )


def _carried_in(data: QMimeData) -> Carried:
    """Return what is dragged; what knows it is loaded for the first drag, not for the window."""
    from desktop.operations.carrying import carried_in

    return carried_in(data)
