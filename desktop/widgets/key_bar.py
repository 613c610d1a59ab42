"""The bar at the left of the row the keys are on: a list whose rows are drawn alike with and without them has it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractItemView, QTableView

WIDTH: Final = 2


def draw_key_bar(view: QAbstractItemView) -> None:
    """Draw the bar at the row the keys are on, down the whole list where they are on none; nothing without them.

    To be called in the view's own painting, after its rows.
    """
    if view.hasFocus():
        painter = QPainter(view.viewport())
        painter.fillRect(_place(view), view.palette().color(QPalette.ColorRole.Link))
        painter.end()


def _place(view: QAbstractItemView) -> QRect:
    index, ground = view.currentIndex(), view.viewport().rect()
    if not index.isValid():
        return QRect(0, 0, WIDTH, ground.height())
    if isinstance(view, QTableView):
        top, height = view.rowViewportPosition(index.row()), view.rowHeight(index.row())
    else:
        row = view.visualRect(index)
        top, height = row.top(), row.height()
    return QRect(0, top, WIDTH, height - 1)
