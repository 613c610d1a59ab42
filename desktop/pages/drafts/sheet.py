"""The sheet blocks stand on."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.theme import ThemeManager


class DraftSheet(QFrame):
    """Title and blocks one below the other, a line where something would be dropped."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-of-draft")
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 32, 48, 96)
        self.column.setSpacing(2)
        self.mark = -1

    def show_mark(self, height: int) -> None:
        """Show the line at a height, none at -1."""
        if height != self.mark:
            self.mark = height
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        super().paintEvent(event)
        if self.mark >= 0:
            colour: QColor = self._theme.colour("indigo")
            QPainter(self).fillRect(QRect(48, self.mark - 1, self.width() - 96, 2), colour)
