"""Hairlines of tables: a strong one above and below, a thin one under each row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen, QTextBlockFormat, QTextDocument, QTextTable

from desktop.theme import ThemeManager


def bottoms(table: QTextTable) -> Iterator[float]:
    """Yield where the text of each cell of the last row ends; a line of a fixed height is as high as that."""
    layout = table.document().documentLayout()
    for column in range(table.columns()):
        block = table.cellAt(table.rows() - 1, column).lastCursorPosition().block()
        drawn, form = layout.blockBoundingRect(block), block.blockFormat()
        fixed = form.lineHeightType() == QTextBlockFormat.LineHeightTypes.FixedHeight.value
        lines = block.layout().lineCount()
        yield max(drawn.bottom(), drawn.top() + lines * form.lineHeight()) if fixed else drawn.bottom()


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
        bottom = round(max(bottoms(frame)) + padding) + 0.5
        painter.drawLine(QLineF(left, bottom, right, bottom))
