"""What the topmost rows of a list stand under, kept at its top while they are scrolled through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import ThemeManager

if TYPE_CHECKING:
    from desktop.widgets.statement_list import StatementList

PaintHead = Callable[[QPainter, QRect, str], None]


class StickyHead(QWidget):
    """Lies over the top of a list, lets every click through, and is pushed up by the group that comes next."""

    def __init__(self, view: StatementList, paint_head: PaintHead, theme: ThemeManager) -> None:
        super().__init__(view)
        self._view = view
        self._paint_head = paint_head
        self._theme = theme
        self._head = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.place)
        view.statements.modelReset.connect(self.hide)
        view.statements.dataChanged.connect(self.place)

    @property
    def head(self) -> str:
        """Return what is shown, empty where nothing is."""
        return self._head if self.isVisibleTo(self._view) else ""

    @Slot()
    def place(self) -> None:
        """Show the head of the topmost row where it is not in sight itself."""
        found = self._view.head_above()
        self.setVisible(found is not None)
        if found is None:
            return
        self._head, down = found
        ground = self._view.viewport().geometry()
        self.setGeometry(QRect(ground.left(), ground.top() + down, ground.width(), self._view.head_height))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head on the ground of the list, with a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        self._paint_head(painter, self.rect(), self._head)
