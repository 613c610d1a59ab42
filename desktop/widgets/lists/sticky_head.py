"""What the topmost rows of a list stand under, kept at its top while they are scrolled through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QWidget

from desktop.theme import ThemeManager

if TYPE_CHECKING:
    from desktop.widgets.lists.statement import StatementModel
    from desktop.widgets.lists.statement_paint import StatementDelegate


class StickyHead(QWidget):
    """Lies over the top of a list, lets every click through, and is pushed up by the group that comes next."""

    def __init__(
        self, view: QListView, statements: StatementModel, delegate: StatementDelegate, theme: ThemeManager
    ) -> None:
        super().__init__(view)
        self._view = view
        self._statements = statements
        self._delegate = delegate
        self._theme = theme
        self._head = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.verticalScrollBar().valueChanged.connect(self.place)
        statements.modelReset.connect(self.hide)
        statements.dataChanged.connect(self.place)

    @property
    def head(self) -> str:
        """Return what is shown, empty where nothing is."""
        return self._head if self.isVisibleTo(self._view) else ""

    @Slot()
    def place(self) -> None:
        """Show the head of the topmost row where it is not in sight itself."""
        found = self._above()
        self.setVisible(found is not None)
        if found is None:
            return
        self._head, down = found
        ground = self._view.viewport().geometry()
        self.setGeometry(
            QRect(ground.left(), ground.top() + down, ground.width(), self._delegate.head_height)
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the head on the ground of the list, with a hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        self._delegate.paint_head(painter, self.rect(), self._head)

    def _above(self) -> tuple[str, int] | None:
        """Return what stands above the topmost row, and how far down it is; ``None`` where it is in sight itself."""
        view, statements = self._view, self._statements
        top = view.indexAt(QPoint(1, 0))
        chosen = statements.at(top)
        if chosen is None or not chosen.group or view.verticalScrollBar().value() == 0:
            return None
        rect = view.visualRect(top)
        if rect.top() == 0 and statements.begins_group(top.row()):
            return None
        following = statements.index(top.row() + 1, 0)
        below = statements.at(following)
        pushes = below is not None and (below.heading or statements.begins_group(following.row()))
        return chosen.head, min(0, rect.bottom() + 1 - self._delegate.head_height) if pushes else 0
