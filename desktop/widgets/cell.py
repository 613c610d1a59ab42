"""How a cell of a table is drawn: what it shows is put together in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop.widgets.column import alignment_of

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop.widgets.column_model import ColumnModel, Index

_WORDS: Final = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_SIGN: Final = _WORDS | QStyleOptionViewItem.ViewItemFeature.HasDecoration


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a ``ColumnModel``.

    Qt would ask the model for eight things of each cell, one after the other; here the row is asked once.
    """

    def __init__(self, model: ColumnModel[Any], parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Say what a cell shows, in which font, colour and place."""
        column = self._model.columns[index.column()]
        option.index = index  # type: ignore[assignment]
        option.displayAlignment = alignment_of(column)
        row = self._model.row_at(index)
        if row is None:
            self._model.data(index)  # a model that reads rows when they are drawn hears of it here
            return
        if column.font is not None and (font := column.font(row)) is not None:
            option.font = font.resolve(option.font)
            option.fontMetrics = QFontMetrics(option.font)
        if column.colour is not None and (colour := column.colour(row)) is not None:
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.Text, colour)
            option.palette = palette
        icon = column.icon(row) if column.icon is not None else None
        if icon is not None:
            shown = QIcon(icon)
            option.features = _SIGN
            option.icon = shown
            option.decorationSize = shown.actualSize(option.decorationSize)
        else:
            option.features = _WORDS
        option.text = column.text(row)
