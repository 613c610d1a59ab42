"""One statement of a list, as plain values, and the model that shows a long list of them in portions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.widgets.carry import CARRIED

PORTION = 200
"""Rows laid out at a time: more come when the end is scrolled to, none is ever left out."""

LONGEST_SHOWN = 4000
"""Characters of a text a list shows at most: no marks need be told of what stands behind them."""

PARTED: Final = " · "
"""What stands between the parts of a head."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Statement:
    """A row: ``text`` with ``marks`` (code points) in it, ``detail`` lines, a ``lead`` before it.

    ``sign`` is hollow, filled, pencil or struck; ``label`` a small word in a frame of ``tone`` (a colour name);
    ``quote`` and ``source`` are what the mark 引 shows on hover, a row without quote has no mark. A ``heading``
    parts the list and cannot be chosen. Neighbours of one ``group`` stand under one head, ``above`` the first of
    them: what their own ``head`` lines share, told later, for it changes no height. ``payload`` is handed back when
    the row is opened, ``also`` are those of rows that would say the same.
    """

    text: str
    detail: str = ""
    lead: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    sign: str = ""
    label: str = ""
    tone: str = "second"
    quote: str = ""
    source: str = ""
    hover: str = ""
    heading: bool = False
    group: str = ""
    head: str = field(default="", compare=False)
    above: str = field(default="", compare=False)
    payload: object = None
    also: tuple[object, ...] = ()


def _under_heads(rows: Sequence[Statement], told: frozenset[int]) -> Iterator[Statement]:
    """Yield rows, the first of each group with what holds for all of it: one chapter is not that of its neighbour.

    ``told`` are the numbers of those whose heads are known.
    """
    for group, run in groupby(enumerate(rows), key=lambda one: one[1].group):
        (_number, first), *others = run
        heads = [one.head.split(PARTED) for number, one in others if number in told]
        shared = [part for part in first.head.split(PARTED) if all(part in head for head in heads)]
        yield replace(first, above=PARTED.join(shared)) if group and first.head else first
        yield from (one for _number, one in others)


class StatementModel(QAbstractListModel):
    """A list of statements, shown portion by portion; ``StatementRole`` gives the value."""

    StatementRole = Qt.ItemDataRole.UserRole

    wanted = Signal()
    """The end of what is at hand is scrolled to, and there is more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._more = False
        self._all: tuple[Statement, ...] = ()
        self._shown = 0
        self._leads: frozenset[str] = frozenset()
        self._told: frozenset[int] = frozenset()
        """The rows whose heads were told since they came."""

    @property
    def leads(self) -> frozenset[str]:
        """Return what stands before the statements: dates, numbers; nothing where nothing does."""
        return self._leads

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Return all statements, shown or not yet."""
        return self._all

    def set_statements(self, statements: Sequence[Statement], *, more: bool = False) -> None:
        """Show another list; ``more`` follow with ``append`` when they are ``wanted``."""
        self.beginResetModel()
        self._more = more
        self._all = tuple(statements)
        self._leads = frozenset(one.lead for one in self._all if one.lead)
        self._shown = min(PORTION, len(self._all))
        self._told = frozenset()
        self.endResetModel()

    def append(self, statements: Sequence[Statement], *, more: bool) -> None:
        """Show further statements at the end."""
        self._more = more
        if statements:
            self.beginInsertRows(QModelIndex(), self._shown, self._shown + len(statements) - 1)
            self._all = (*self._all, *statements)
            self._shown = len(self._all)
            self._leads |= {one.lead for one in statements if one.lead}
            self.endInsertRows()

    def retell(self, statements: Sequence[Statement]) -> None:
        """Have the first rows say what ``statements`` do; what stands above them stays."""
        for row, (old, new) in enumerate(zip(self._all, statements, strict=False)):
            if old != new:
                told = replace(new, head=old.head, above=old.above)
                self._all = (*self._all[:row], told, *self._all[row + 1 :])
                if row < self._shown:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def also_at(self, payload: object) -> tuple[object, ...]:
        """Return what else the row of a payload stands for."""
        return next((one.also for one in self._all if one.payload is payload), ())

    def tell_heads(self, heads: Mapping[int, str]) -> None:
        """Change what stands above rows, by their number; nothing changes its height."""
        told = list(self._all)
        for row, head in heads.items():
            if row < len(told):
                told[row] = replace(told[row], head=head)
        self._told |= heads.keys()
        self._all = tuple(_under_heads(told, self._told))
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(self._shown - 1, 0), [self.StatementRole])

    def begins_group(self, row: int) -> bool:
        """Tell whether a row is the first of neighbours that stand under one head."""
        here = self._all[row]
        return bool(here.group) and (row == 0 or self._all[row - 1].group != here.group)

    def show_up_to(self, row: int) -> None:
        """Make sure that ``row`` is shown."""
        while self._shown <= row and self._shown < len(self._all):
            self.fetchMore()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows are shown by now."""
        return 0 if parent is not None and parent.isValid() else self._shown

    def canFetchMore(self, parent: Index | None = None) -> bool:
        """Tell whether there are more."""
        return not (parent is not None and parent.isValid()) and (self._more or self._shown < len(self._all))

    def fetchMore(self, parent: Index | None = None) -> None:
        """Show the next portion."""
        if not self.canFetchMore(parent):
            return
        if self._shown == len(self._all):
            self._more = False
            self.wanted.emit()
            return
        end = min(self._shown + PORTION, len(self._all))
        self.beginInsertRows(QModelIndex(), self._shown, end - 1)
        self._shown = end
        self.endInsertRows()

    def at(self, index: Index) -> Statement | None:
        """Return the statement of a row, ``None`` for an index that is not valid."""
        return self._all[index.row()] if index.isValid() and index.row() < self._shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a statement, its text, or what a screen reader says."""
        statement = self.at(index)
        if statement is None:
            return None
        if role == self.StatementRole:
            return statement
        if role == Qt.ItemDataRole.DisplayRole:
            return statement.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return statement.hover or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(
                part for part in (statement.lead, statement.label, statement.text, statement.detail) if part
            )
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be seen only."""
        statement = self.at(index)
        if statement is None:
            return Qt.ItemFlag.NoItemFlags
        if statement.heading:
            return Qt.ItemFlag.ItemIsEnabled
        return CARRIED
