"""A matrix as a table: a line for each metric or place that parts it, named at the side, then its rows."""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from corpus.language import translate as _
from corpus.language.phrases import labelled, listed
from corpus.report.matrix import EMPTY, LAYOUTS, Matrix, MatrixCell
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font
from desktop.widgets.tables.column_model import Index

INDENT: Final = "\u2003"
"""Stands before a row below a parting line."""
MOST_SHOWN: Final = 3
"""So many values of a cell are shown; of more only the first two, or one cell makes a whole column wide."""
FIRST_ROWS: Final = 20
NOTHING: Final = Matrix(LAYOUTS["years"])


class MatrixModel(QAbstractTableModel):
    """Shows a ``Matrix``; rows whose first part differs from the one above begin with a line of their own."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.matrix = NOTHING
        self._lines: list[tuple[str, int]] = []
        """For each line shown the words of a parting one, or the row of the matrix."""

    def show(self, matrix: Matrix) -> None:
        """Show another matrix."""
        self.beginResetModel()
        self.matrix = matrix
        self._lines = []
        before = ""
        for number, name in enumerate(matrix.rows):
            if len(name) > 1 and name[0] != before:
                self._lines.append((name[0], -1))
            before = name[0]
            self._lines.append(("", number))
        self.endResetModel()

    def cell(self, index: Index) -> MatrixCell:
        """Return the cell of an index; an empty one for a parting line."""
        if not index.isValid() or index.row() >= len(self._lines):
            return EMPTY
        _words, row = self._lines[index.row()]
        return EMPTY if row < 0 else self.matrix.cell(row, index.column())

    def parting(self, line: int) -> str:
        """Return the words of a parting line, none for a row."""
        return self._lines[line][0] if line < len(self._lines) else ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.matrix.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the names along both sides."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return " · ".join(self.matrix.columns[section])
            return None
        words, row = self._lines[section]
        if words:
            # What is displayed decides how wide the names are, and a parting line has all the width.
            return (
                words if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) else None
            )
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        name = self.matrix.rows[row] if row >= 0 else ()
        told = " · ".join(part for part in (name[1:] if len(name) > 1 else name) if part)
        return INDENT + told if len(name) > 1 and role == Qt.ItemDataRole.DisplayRole else told

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the values of a cell in its unit, red where they contradict each other, amber where forecast."""
        _words, row = self._lines[index.row()]
        if row < 0:
            return None
        cell = self.matrix.cell(row, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_of(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.told
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return figures_font(weight=QFont.Weight.DemiBold) if cell.disputed else figures_font()
        if role == Qt.ItemDataRole.ForegroundRole and cell.values:
            forecast = all(one.forecast for one in cell.values)
            return self._theme.colour("cinnabar" if cell.disputed else "amber" if forecast else "ink")
        if role == Qt.ItemDataRole.ToolTipRole and cell.values:
            return "\n".join(labelled(one.told, listed(one.sources)) for one in cell.values)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only cells that hold something be chosen."""
        if not self.cell(index).values:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place_of(self, figure: str) -> QModelIndex:
        """Return the cell of a figure; where there is none the first of the fullest column."""
        found = {place for place, cell in (self.matrix.cells or {}).items() if figure in cell.figures}
        wanted = found or {place for place in self.matrix.cells or {} if place[1] == self.fullest}
        at = min(wanted, default=None)
        lines = {row: line for line, (_words, row) in enumerate(self._lines)}
        return QModelIndex() if at is None else self.index(lines[at[0]], at[1])

    def held(self, first: int, last: int) -> Counter[int]:
        """Return how many cells of each column hold something in some lines."""
        rows = {row for _words, row in self._lines[max(first, 0) : last + 1] if row >= 0}
        return Counter(column for row, column in self.matrix.cells or () if row in rows)

    @property
    def fullest(self) -> int:
        """Return the column that holds most in the first rows, of several the last; -1 where nothing is held."""
        counts = Counter(column for row, column in self.matrix.cells or () if row < FIRST_ROWS)
        return max(counts, key=lambda column: (counts[column], column), default=-1)


def shown_of(cell: MatrixCell) -> str:
    """Return what is shown of a cell in its column: of many values the first and how many there are, none cut."""
    if len(cell.values) <= MOST_SHOWN:
        return cell.told
    first = cell.joint.join(value.told for value in cell.values[: MOST_SHOWN - 1])
    return _("{first} 等 {n} 个", first=first, n=len(cell.values))
