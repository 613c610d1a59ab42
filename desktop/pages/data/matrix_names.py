"""The names at the side of a matrix; the words of a parting line run on over the cells, which hold nothing there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from desktop.pages.data.matrix_model import MatrixModel
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, scaled

_PAD: Final = 12


class MatrixNames(QHeaderView):
    """Names the rows; what is too long for them is shortened and told whole when pointed at."""

    def __init__(self, theme: ThemeManager, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self._theme = theme
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Paint the name of a row, or as much of a parting line as stands beside the cells."""
        painter.save()
        super().paintSection(painter, rect, logical_index)
        painter.restore()
        self._paint(painter, rect, logical_index, rect.left())

    def paint_over(self, painter: QPainter) -> None:
        """Paint onto the cells what the words of the parting lines in sight have left over."""
        room = self.viewport().height()
        first, last = self.logicalIndexAt(0), self.logicalIndexAt(room - 1)
        for line in range(max(first, 0), (last if last >= 0 else self.count() - 1) + 1):
            rect = QRect(
                0, self.sectionViewportPosition(line), painter.window().width(), self.sectionSize(line)
            )
            self._paint(painter, rect, line, -self.width())

    def _paint(self, painter: QPainter, rect: QRect, line: int, left: int) -> None:
        model = self.model()
        words = model.parting(line) if isinstance(model, MatrixModel) else ""
        if words:
            painter.setFont(interface_font(12, QFont.Weight.DemiBold))
            painter.setPen(self._theme.colour("ink"))
            rect.setLeft(left + scaled(_PAD))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)
