"""Tables of values: columns as data, rows in a list (sorted there), whole rows chosen, 34 px each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desktop.theme.fonts import resized, scaled
from desktop.widgets.carry import Carry, carry_out, let_carry
from desktop.widgets.cell import CellDelegate
from desktop.widgets.column import Column, alignment_of
from desktop.widgets.column_fit import ColumnFit

ROW_HEIGHT = 34
SIGN = 16
"""How large a sign in a cell is, at 100 %."""
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

    def change_row(self, index: int, row: Row) -> None:
        """Show another value in a row, leaving it where it stands."""
        self._rows[index] = row
        self.dataChanged.emit(self.index(index, 0), self.index(index, len(self.columns) - 1))

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


def ranges_of(selection: QItemSelection) -> Iterable[QItemSelectionRange]:
    """Return the ranges of a selection, which is a list of them that does not say so."""
    return cast("Iterable[QItemSelectionRange]", selection)


class ListTable(QTableView):
    """A table over a ``ColumnModel``: ``opened`` on Enter and double click, ``chosen`` when the row changes.

    Both carry the row's value.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, model: ColumnModel[Any], parent: QWidget | None = None, *, multiple: bool = False
    ) -> None:
        super().__init__(parent)
        self.list_model = model
        self._carry: Carry | None = None
        model.setParent(self)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.ExtendedSelection
            if multiple
            else QAbstractItemView.SelectionMode.SingleSelection
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(self))
        self._arrange_columns()
        self.fit = ColumnFit(self)
        self._take_letters()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def chosen_rows(self) -> list[Any]:
        """Return the values of the chosen rows, in the order shown."""
        found = (self.list_model.row_at(self.list_model.index(row, 0)) for row in self.rows_chosen())
        return [row for row in found if row is not None]

    def rows_chosen(self) -> list[int]:
        """Return the places of the chosen rows, in the order shown."""
        ranges = ranges_of(self.selectionModel().selection())
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def choose_row(self, index: int) -> None:
        """Choose a row and scroll to it."""
        if 0 <= index < self.list_model.rowCount():
            place, flags = self.list_model.index(index, 0), QItemSelectionModel.SelectionFlag
            # Qt's selectRow would add the row to those chosen while a person holds Ctrl.
            self.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(place)

    def let_carry(self, carry: Carry) -> None:
        """Have the rows chosen carried elsewhere by hand, as ``carry`` tells them then."""
        self._carry = carry
        let_carry(self)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's own
        """Carry the rows chosen."""
        carry_out(self, self._carry)

    def view_state(self) -> dict[str, object]:
        """Return the order, the chosen row and the scroll place."""
        header = self.horizontalHeader()
        return {
            "section": header.sortIndicatorSection(),
            "descending": header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder,
            "row": self.currentIndex().row(),
            "scroll": self.verticalScrollBar().value(),
        }

    def restore_view(self, state: dict[str, object]) -> None:
        """Come back as ``state`` says."""
        section = state.get("section", -1)
        if isinstance(section, int) and 0 <= section < len(self.list_model.columns):
            order = Qt.SortOrder.DescendingOrder if state.get("descending") else Qt.SortOrder.AscendingOrder
            self.sortByColumn(section, order)
        row, scroll = state.get("row", -1), state.get("scroll", 0)
        if isinstance(row, int):
            self.choose_row(row)
        if isinstance(scroll, int):
            self.verticalScrollBar().setValue(scroll)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "fit"):
            self._take_letters()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self.fit.share_later()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width out before anything is seen."""
        super().showEvent(event)
        self.fit.share()

    def lay_out(self) -> None:
        """Place rows, columns and scroll bars now, not at the next event: what is drawn then stays.

        Qt's own layout, put off until after the first painting, would have everything painted once more.
        """
        self.executeDelayedItemsLayout()
        self.updateGeometries()
        self.viewport().update()

    def setColumnHidden(self, column: int, hide: bool) -> None:  # noqa: N802 - Qt's own
        """Show or hide a column, and share the width out anew where that changes anything."""
        if self.isColumnHidden(column) != hide:
            super().setColumnHidden(column, hide)
            self.fit.share_later()

    def _arrange_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(24)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _take_letters(self) -> None:
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setFixedHeight(scaled(ROW_HEIGHT))
        self.setIconSize(QSize(scaled(SIGN), scaled(SIGN)))
        self.fit.forget()
        self.fit.share_later()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.list_model.row_at(index)
        if row is not None:
            self.opened.emit(row)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.list_model.row_at(current)
        if row is not None:
            self.chosen.emit(row)
