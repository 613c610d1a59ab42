"""Rows of several lines as values, and the model that holds them: notes, figures, repairs, names, headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.widgets.carry import CARRIED

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``title`` in ink (serif where ``quoted``), ``body`` below it, ``footer`` small, where it comes from.

    ``bar`` and ``tint`` are colour names of the theme; ``sign`` (○ ● ≠ …) stands before the title in ``tint``,
    ``side`` at the end of its line in ``side_tint``, ``picture`` names one that stands below it. A ``heading`` parts
    groups and cannot be chosen.
    """

    key: str
    title: str
    body: str = ""
    footer: str = ""
    bar: str = ""
    sign: str = ""
    tint: str = "second"
    side: str = ""
    side_tint: str = "second"
    heading: bool = False
    quoted: bool = False
    faded: bool = False
    indent: int = 0
    picture: str = ""


class RowModel(QAbstractListModel):
    """Holds rows; ``RowRole`` gives the value."""

    RowRole = Qt.ItemDataRole.UserRole

    wanted = Signal()
    """The end of what is at hand is scrolled to, and there is more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._more = False

    def set_rows(self, rows: Sequence[Row], *, more: bool = False) -> None:
        """Show other rows; where only values changed, the view keeps its place and choice.

        ``more`` rows follow with ``append`` when they are ``wanted``.
        """
        new = tuple(rows)
        self._more = more
        if [row.key for row in new] == [row.key for row in self.rows]:
            self.rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def renew(self, rows: Sequence[Row], *, more: bool = False) -> list[tuple[int, Row]] | None:
        """Show other rows; where only values changed, return (number, row before) and leave it to the view to draw.

        A list told of a change lays out all its rows anew: of tens of thousands that takes seconds.
        """
        new, old = tuple(rows), self.rows
        if len(new) != len(old) or any(one.key != other.key for one, other in zip(new, old, strict=True)):
            self.set_rows(new, more=more)
            return None
        self._more, self.rows = more, new
        pairs = enumerate(zip(new, old, strict=True))
        return [(number, other) for number, (one, other) in pairs if one is not other and one != other]

    def exchange(self, row: Row) -> list[int]:
        """Put a row in the place of those with its key; return their numbers, and leave it to the view to draw them.

        A list told of a change lays out all its rows anew.
        """
        places = [number for number, one in enumerate(self.rows) if one.key == row.key]
        rows = list(self.rows)
        for number in places:
            rows[number] = row
        self.rows = tuple(rows)
        return places

    def append(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show further rows at the end."""
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows = (*self.rows, *rows)
            self.endInsertRows()

    def canFetchMore(self, parent: Index | None = None) -> bool:
        """Tell whether there are rows that are not at hand."""
        return self._more and not (parent is not None and parent.isValid())

    def fetchMore(self, parent: Index | None = None) -> None:
        """Ask for further rows."""
        if self.canFetchMore(parent):
            self._more = False
            self.wanted.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, or the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == self.RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (row.sign, row.title, row.side, row.body, row.footer) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen and carried."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        if row is None or row.heading:
            return Qt.ItemFlag.ItemIsEnabled
        return CARRIED
