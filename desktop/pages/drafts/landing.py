"""Where on the paper what is dragged would land: a line between two blocks; the paper scrolls at its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from desktop.operations.carrying import block_in, carried_in, is_wanted, pictures_in
from desktop.widgets.drops import take_copy

if TYPE_CHECKING:
    from desktop.pages.drafts.paper import DraftPaper

_EDGE: Final = 40
"""Height (px) of the strips at the upper and lower edge in which a drag scrolls."""
_STEP: Final = 24
_EVERY_MS: Final = 40


class Landing(QObject):
    """Takes drags and drops for a paper and calls its handlers with the place."""

    def __init__(self, paper: DraftPaper) -> None:
        super().__init__(paper)
        self._paper = paper
        self._way = 0
        self._scroll = QTimer(self)
        self._scroll.setInterval(_EVERY_MS)
        self._scroll.timeout.connect(self._on_scroll)
        paper.viewport().setAcceptDrops(True)
        paper.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show where it would land, and let it land."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            self._on_over(cast("QDragMoveEvent", event), moving=kind is QEvent.Type.DragMove)
            return True
        if kind is QEvent.Type.DragLeave:
            self._end()
            return True
        if kind is QEvent.Type.Drop:
            self._on_drop(cast("QDropEvent", event))
            return True
        return super().eventFilter(watched, event)

    def gap_at(self, point: QPoint) -> int:
        """Return before which block a point of the paper lies."""
        paper = self._paper
        at = paper.sheet.mapFrom(paper.viewport(), point).y()
        return sum(block.geometry().center().y() < at for block in paper.blocks())

    def _on_over(self, event: QDragMoveEvent, *, moving: bool) -> None:
        if not is_wanted(event.mimeData()) or not take_copy(event):
            event.ignore()
            return
        if moving:
            point = event.position().toPoint()
            self._paper.sheet.show_mark(self._height_of(self.gap_at(point)))
            self._near_edge(point.y())

    def _on_drop(self, event: QDropEvent) -> None:
        self._end()
        handlers, data = self._paper.handlers, event.mimeData()
        gap = self.gap_at(event.position().toPoint())
        if handlers is None or not is_wanted(data) or not take_copy(event):
            return
        number = block_in(data)
        if number >= 0:
            handlers.moved(number, gap - 1 if number < gap else gap)
        elif pictures_in(data):
            handlers.pictured(tuple(str(one) for one in pictures_in(data)), gap - 1)
        else:
            handlers.dropped(carried_in(data), gap - 1)

    def _height_of(self, gap: int) -> int:
        blocks = self._paper.blocks()
        if not blocks:
            return self._paper.title.geometry().bottom() + 8
        if gap < len(blocks):
            return blocks[gap].geometry().top()
        return blocks[-1].geometry().bottom() + 2

    def _near_edge(self, height: int) -> None:
        """Scroll on as long as the hand stays near an edge."""
        below = height > self._paper.viewport().height() - _EDGE
        self._way = 1 if below else -1 if height < _EDGE else 0
        if self._way and not self._scroll.isActive():
            self._scroll.start()
        elif not self._way:
            self._scroll.stop()

    @Slot()
    def _on_scroll(self) -> None:
        bar = self._paper.verticalScrollBar()
        bar.setValue(bar.value() + self._way * _STEP)

    def _end(self) -> None:
        self._scroll.stop()
        self._paper.sheet.show_mark(-1)
