"""A list of rows of several lines, chosen and opened with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.theme import ThemeManager
from desktop.widgets.carry import Carry, carry_out, let_carry
from desktop.widgets.key_bar import draw_key_bar
from desktop.widgets.lists.row_delegate import RowDelegate
from desktop.widgets.lists.rows import Row, RowModel
from desktop.widgets.lists.steps import past_headings


class RowList(QListView):
    """A list of rows: ``chosen`` when the choice changes, ``opened`` on click and Enter; both carry the key.

    Where ``multiple`` is set several rows can be chosen, and ``picked`` tells that others are.
    """

    chosen = Signal(str)
    picked = Signal()
    opened = Signal(str)
    asked = Signal(str, QPoint)
    deleted = Signal(str)

    def __init__(
        self,
        theme: ThemeManager,
        name: str,
        parent: QWidget | None = None,
        *,
        lines: tuple[int, int] = (3, 4),
        multiple: bool = False,
    ) -> None:
        super().__init__(parent)
        self.row_model = RowModel(self)
        self.setModel(self.row_model)
        self._delegate = RowDelegate(theme, lines, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setObjectName("rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        modes = QAbstractItemView.SelectionMode
        self._carry: Carry | None = None
        self.setSelectionMode(modes.ExtendedSelection if multiple else modes.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._choose)
        self.selectionModel().selectionChanged.connect(self.picked)
        theme.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a bar at the one the keys are on."""
        super().paintEvent(event)
        draw_key_bar(self)

    def show_pictures(self, pictures: Callable[[str], QPixmap | None]) -> None:
        """Draw the pictures rows name as ``pictures`` gives them; ``None`` where one is still read."""
        self._delegate.pictures = pictures

    def set_even(self, *, even: bool) -> None:
        """Give each row one line or as many as it fills; ``even`` ones are laid out without asking each its height."""
        if even != self.uniformItemSizes():
            self._delegate.set_even(even=even)
            self.setUniformItemSizes(even)
            self.scheduleDelayedItemsLayout()

    def set_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show other rows; the chosen one stays chosen where it is still there. ``more`` may follow."""
        kept, several = self.current_key(), self.chosen_keys()
        changed = self.row_model.renew(rows, more=more)
        if changed is None or any(
            self._delegate.height(row) != self._delegate.height(self.row_model.rows[number])
            for number, row in changed
        ):
            self.scheduleDelayedItemsLayout()
        elif changed:
            self.viewport().update()
        if kept and self.current_key() != kept:
            self.choose(kept, tell=False)
        if len(several) > 1 and self.chosen_keys() != several:
            self._choose_several(set(several))

    def show_row(self, row: Row) -> None:
        """Show a row as it is now in the place of those with its key; the others move only where it is higher."""
        before = {one for one in self.row_model.rows if one.key == row.key}
        for number in self.row_model.exchange(row):
            self.update(self.row_model.index(number))
        if any(self._delegate.height(one) != self._delegate.height(row) for one in before):
            self.scheduleDelayedItemsLayout()

    def current_key(self) -> str:
        """Return the key of the chosen row, empty when there is none."""
        row = self.currentIndex().data(RowModel.RowRole) if self.currentIndex().isValid() else None
        return row.key if isinstance(row, Row) and not row.heading else ""

    def chosen_keys(self) -> list[str]:
        """Return the keys of the chosen rows in their order, each once."""
        rows = self.row_model.rows
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return list(
            dict.fromkeys(rows[one].key for one in places if one < len(rows) and not rows[one].heading)
        )

    def _choose_several(self, keys: set[str]) -> None:
        """Choose those of these rows that are there, each once."""
        selection, left = QItemSelection(), set(keys)
        for number, row in enumerate(self.row_model.rows):
            if row.key in left and not row.heading:
                left.remove(row.key)
                index = self.row_model.index(number)
                selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def choose(self, key: str, *, tell: bool = True) -> None:
        """Choose the row with ``key`` and scroll to it; ``tell`` sends ``chosen``."""
        for number, row in enumerate(self.row_model.rows):
            if row.key == key and not row.heading:
                self.blockSignals(not tell)
                # Qt's setCurrentIndex would add or take away the row while a person holds Ctrl.
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self.row_model.index(number), flags)
                self.blockSignals(False)
                self.scrollTo(self.currentIndex())
                return

    def choose_beside(self, keys: Sequence[str]) -> None:
        """Choose the first row behind those with ``keys``, else the last before them: they are about to go."""
        rows = self.row_model.rows
        places = [number for number, row in enumerate(rows) if row.key in keys]
        nearest = [*rows[max(places, default=-1) + 1 :], *reversed(rows[: min(places, default=0)])]
        staying = (row.key for row in nearest if not row.heading and row.key not in keys)
        self.choose(next(staying, ""))

    def let_carry(self, carry: Carry) -> None:
        """Have the rows chosen carried elsewhere by hand, as ``carry`` tells them then."""
        self._carry = carry
        let_carry(self)

    def startDrag(self, _actions: Qt.DropAction) -> None:  # noqa: N802 - Qt's own
        """Carry the rows chosen."""
        carry_out(self, self._carry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete."""
        key = self.current_key()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(key)
        else:
            super().keyPressEvent(event)

    def moveCursor(  # noqa: N802 - Qt's own
        self, move: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over headings."""
        return past_headings(super().moveCursor(move, modifiers), move)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        from_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if from_keys else self.indexAt(event.pos())
        row = index.data(RowModel.RowRole)
        if isinstance(row, Row) and not row.heading:
            at = (
                self.viewport().mapToGlobal(self.visualRect(index).center())
                if from_keys
                else event.globalPos()
            )
            self.asked.emit(row.key, at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reckon the heights anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(RowModel.RowRole)
        if isinstance(row, Row) and not row.heading:
            self.opened.emit(row.key)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(RowModel.RowRole) if current.isValid() else None
        if isinstance(row, Row) and not row.heading:
            self.chosen.emit(row.key)
