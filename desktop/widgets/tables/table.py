"""Tables over a model of columns: whole rows chosen, opened and carried, 34 px each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.theme.fonts import resized, scaled
from desktop.widgets.carry import Carry, carry_out, let_carry
from desktop.widgets.tables.cell import CellDelegate
from desktop.widgets.tables.column_fit import ColumnFit
from desktop.widgets.tables.column_model import ColumnModel
from desktop.widgets.tables.row_hover import RowHoverTable

ROW_HEIGHT = 34
SIGN = 16
"""How large a sign in a cell is, at 100 %."""


def ranges_of(selection: QItemSelection) -> Iterable[QItemSelectionRange]:
    """Return the ranges of a selection, which is a list of them that does not say so."""
    return cast("Iterable[QItemSelectionRange]", selection)


class ListTable(RowHoverTable):
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
        self.copies: Callable[[], None] | None = None
        """What copies the rows chosen; where there is nothing the words of its rows are copied."""
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
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(model, self))
        self._arrange_columns()
        self.fit = ColumnFit(self, model, self.lay_out)
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

    def hide_columns(self, hidden: Collection[int]) -> bool:
        """Hide these columns (by their places) and show all others; tell whether that changed any.

        The table hears of all of them at once: told of each, Qt would have it painted once more after that.
        Whoever knows that rows are about to be drawn shares the width out before (``fit.share``).
        """
        columns = range(len(self.list_model.columns))
        changed = [one for one in columns if self.isColumnHidden(one) != (one in hidden)]
        header = self.horizontalHeader()
        heard = header.blockSignals(True)
        for column in changed:
            header.setSectionHidden(column, column in hidden)
        header.blockSignals(heard)
        if changed:
            self.lay_out()
            self.fit.share_later()
        return bool(changed)

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
