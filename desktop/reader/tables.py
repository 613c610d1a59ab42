"""Hairlines of tables: a strong one above and below, a thin one under each row."""

from __future__ import annotations

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen, QTextDocument, QTextTable

from desktop.theme import ThemeManager


def paint_tables(painter: QPainter, document: QTextDocument, theme: ThemeManager) -> None:
    """Paint the lines of every table that meets the painter's clip, in document coordinates."""
    seen = painter.clipBoundingRect()
    layout = document.documentLayout()
    for frame in document.rootFrame().childFrames():
        if not isinstance(frame, QTextTable):
            continue
        box = layout.frameBoundingRect(frame)
        if not seen.isEmpty() and not box.intersects(seen):
            continue
        padding = frame.format().toTableFormat().cellPadding()
        left, right = box.left(), box.right()
        for row in range(frame.rows()):
            cell = frame.cellAt(row, 0).firstCursorPosition().block()
            y = round(layout.blockBoundingRect(cell).top() - padding) + 0.5
            painter.setPen(QPen(theme.colour("line_strong" if row < 2 else "line"), 1))
            painter.drawLine(QLineF(left, y, right, y))
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        last = (frame.cellAt(frame.rows() - 1, column) for column in range(frame.columns()))
        blocks = (layout.blockBoundingRect(cell.lastCursorPosition().block()) for cell in last)
        bottom = round(max(block.bottom() for block in blocks) + padding) + 0.5
        painter.drawLine(QLineF(left, bottom, right, bottom))
