"""Delegates of table columns that show a sign: the mark 引, and the state of a fact."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, scaled
from desktop.widgets.evidence import MARK, draw_mark
from desktop.widgets.hover import Evidence, EvidenceHover
from desktop.widgets.lists.statement_paint import draw_sign
from desktop.widgets.tables.cell import CellDelegate
from desktop.widgets.tables.column_model import ColumnModel
from desktop.widgets.tables.table import ListTable

Index = QModelIndex | QPersistentModelIndex


class SignDelegate(CellDelegate):
    """Draws the sign (hollow, filled, pencil, struck) that ``sign`` tells of a row; none until the row is read."""

    def __init__(self, theme: ThemeManager, view: ListTable, sign: Callable[[Any], str]) -> None:
        super().__init__(view.list_model, view)
        self._theme = theme
        self._sign = sign

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as usual and the sign in the middle."""
        super().paint(painter, option, index)
        row = index.data(ColumnModel.RowRole)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        draw_sign(painter, QPointF(box.center()) + QPointF(0.5, 0.5), self._sign(row), self._theme)
        painter.restore()


class WordDelegate(CellDelegate):
    """Draws a short word in a colour of the theme, also where the row is chosen: ``tell`` gives word and colour."""

    def __init__(self, theme: ThemeManager, view: ListTable, tell: Callable[[Any], tuple[str, str]]) -> None:
        super().__init__(view.list_model, view)
        self._theme = theme
        self._tell = tell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as usual and the word in the middle."""
        super().paint(painter, option, index)
        row = index.data(ColumnModel.RowRole)
        if row is None:
            return
        word, colour = self._tell(row)
        if not word:
            return
        painter.save()
        painter.setFont(interface_font(15))
        painter.setPen(self._theme.colour(colour))
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignCenter), word)
        painter.restore()


class EvidenceDelegate(CellDelegate):
    """Draws 引 in a column; hovering shows the sentence and source that ``tell`` gives of a row."""

    def __init__(
        self, theme: ThemeManager, view: ListTable, column: int, tell: Callable[[Any], tuple[str, str]]
    ) -> None:
        super().__init__(view.list_model, view)
        self._theme = theme
        self._column = column
        self._tell = tell
        self._hover = EvidenceHover(view, self._look)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as usual and the mark in the middle."""
        super().paint(painter, option, index)
        if index.data(ColumnModel.RowRole) is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self._hover.hot.isValid() and self._hover.hot.row() == index.row()
        draw_mark(painter, QRectF(self._box(option.rect)), self._theme, filled=hot)
        painter.restore()

    def _box(self, cell: QRect) -> QRect:
        side = scaled(MARK)
        corner = cell.center() - QPoint(side // 2 - 1, side // 2 - 1)
        return QRect(corner.x(), corner.y(), side, side)

    def _look(self, index: QModelIndex, _point: QPoint) -> Evidence | None:
        row = index.data(ColumnModel.RowRole)
        if index.column() != self._column or row is None:
            return None
        sentence, source = self._tell(row)
        return Evidence(self._box(self._table.visualRect(index)), sentence, source)
