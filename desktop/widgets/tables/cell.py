"""How a cell of a table is drawn: what it shows is put together in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.widgets.tables.column import alignment_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.widgets.tables.column_model import ColumnModel, Index
    from desktop.widgets.tables.row_hover import RowHoverTable

_WORDS: Final = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_SIGN: Final = _WORDS | QStyleOptionViewItem.ViewItemFeature.HasDecoration
_MIDDLE, _END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight


class CellDelegate(QStyledItemDelegate):
    """Draws the cells of a ``ColumnModel``.

    Qt would ask the model for eight things of each cell, one after the other; here the row is asked once.
    """

    def __init__(self, model: ColumnModel[Any], table: RowHoverTable) -> None:
        super().__init__(table)
        self._model = model
        self._table = table
        self._palettes = _Palettes()

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Say what a cell shows, in which font, colour and place; the whole row looks as if under the pointer."""
        column = self._model.columns[index.column()]
        option.index = index  # type: ignore[assignment]  # a lasting one is taken too
        option.displayAlignment = alignment_of(column)
        option.textElideMode = _MIDDLE if column.middle else _END
        if index.row() == self._table.row_under_pointer:
            option.state |= QStyle.StateFlag.State_MouseOver
        row = self._model.row_at(index)
        if row is None:
            self._model.data(index)  # a model that reads rows when they are drawn hears of it here
            return
        if column.font is not None and (font := column.font(row)) is not None:
            option.font = font.resolve(option.font)
            option.fontMetrics = QFontMetrics(option.font)
        if column.colour is not None and (colour := column.colour(row)) is not None:
            option.palette = self._palettes.of(option.palette, colour)
        icon = column.icon(row) if column.icon is not None else None
        if icon is not None:
            shown = QIcon(icon)
            option.features = _SIGN
            option.icon = shown
            option.decorationSize = shown.actualSize(option.decorationSize)
        else:
            option.features = _WORDS
        option.text = column.text(row)


class _Palettes:
    """Palettes by the colour of their text: to make one takes longer than all the rest of a cell."""

    def __init__(self) -> None:
        self._base = 0
        self._made: dict[int, QPalette] = {}

    def of(self, base: QPalette, colour: QColor) -> QPalette:
        """Return ``base`` with its text in a colour; another base, as of another theme, begins anew."""
        if base.cacheKey() != self._base:
            self._base, self._made = base.cacheKey(), {}
        made = self._made.get(colour.rgba())
        if made is None:
            made = self._made[colour.rgba()] = QPalette(base)
            made.setColor(QPalette.ColorRole.Text, colour)
        return made
