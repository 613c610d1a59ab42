"""Steps of keys through a list: headings cannot be chosen, so no key ends on one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

_Moves = QAbstractItemView.CursorAction
_FORWARD: Final = frozenset(
    [_Moves.MoveDown, _Moves.MoveRight, _Moves.MoveNext, _Moves.MovePageDown, _Moves.MoveHome]
)


def past_headings(index: QModelIndex, move: QAbstractItemView.CursorAction) -> QModelIndex:
    """Return the row a key leads to that led to ``index``: the next that can be chosen, else the one before."""
    by = 1 if move in _FORWARD else -1
    for step in (by, -by):
        found = index
        while found.isValid() and not found.flags() & Qt.ItemFlag.ItemIsSelectable:
            found = found.siblingAtRow(found.row() + step)
        if found.isValid():
            return found
    return index
