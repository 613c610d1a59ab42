"""Models of tables: columns as data; rows in a list (sorted there) or wherever the models built on it keep them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.widgets.carry import CARRIED
from desktop.widgets.tables.column import Column, alignment_of

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractTableModel, Generic[Row]):
    """Shows rows in columns; ``RowRole`` gives the row itself. Which rows there are, the models below it say."""

    RowRole = Qt.ItemDataRole.UserRole

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._tells = tuple(_tells_of(column) for column in self.columns)

    def row_at(self, index: Index) -> Row | None:
        """Return the value of a row, ``None`` where it is not valid or not at hand."""
        raise NotImplementedError

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen and carried."""
        return CARRIED if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``index`` shows in ``role``."""
        # Asked for a dozen roles of every cell that is drawn: most of them end here.
        number = index.column()
        tell = self._tells[number].get(role) if 0 <= number < len(self._tells) else None
        if tell is None:
            return None
        row = self.row_at(index)
        return None if row is None else tell(row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(self.columns[section])
        return None


class ListModel(ColumnModel[Row]):
    """Shows a list of values, sorted here: for what is short, or is at hand whole anyway."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self._rows: list[Row] = []
        self._order: tuple[str, bool] | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """Return the values in the order shown."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other values, in the order chosen before."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def row_at(self, index: Index) -> Row | None:
        """Return the value of a row, ``None`` for an index that is not valid."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of values."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the list by a column; -1 leaves the order as given."""
        if not 0 <= column < len(self.columns):
            return
        self._order = (self.columns[column].key, order is Qt.SortOrder.DescendingOrder)
        self.layoutAboutToBeChanged.emit()
        before = [self._rows[index.row()] for index in self.persistentIndexList()]
        self._arrange()
        places = {id(row): place for place, row in enumerate(self._rows)}
        old = self.persistentIndexList()
        new = [self.index(places[id(row)], index.column()) for index, row in zip(old, before, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._order is None:
            return
        key, descending = self._order
        column = next(column for column in self.columns if column.key == key)
        self._rows.sort(key=column.sort or column.text, reverse=descending)


def _tells_of(column: Column[Row]) -> dict[int, Callable[[Row], Any]]:
    """Return what a column says of a row, by the number of the role."""
    alignment = alignment_of(column)
    told: dict[Qt.ItemDataRole, Callable[[Row], Any] | None] = {
        Qt.ItemDataRole.DisplayRole: column.text,
        Qt.ItemDataRole.ToolTipRole: column.tooltip,
        Qt.ItemDataRole.ForegroundRole: column.colour,
        Qt.ItemDataRole.FontRole: column.font,
        Qt.ItemDataRole.DecorationRole: column.icon,
        Qt.ItemDataRole.UserRole: _whole,
        Qt.ItemDataRole.TextAlignmentRole: lambda _row: alignment,
    }
    return {int(role): tell for role, tell in told.items() if tell is not None}


def _whole(row: Row) -> Row:
    return row
