"""Rows that can be carried elsewhere by hand: what they stand for is asked for when the hand moves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QLabel

Carry = Callable[[], QMimeData | None]
CARRIED: Final = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
"""What a model says of a row that is chosen and carried: without it Qt begins no drag, whatever the view allows."""
_LONGEST = 24


def let_carry(view: QAbstractItemView) -> None:
    """Have a hand that moves with a row pressed begin a drag."""
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)


def carry_out(view: QAbstractItemView, carry: Carry | None) -> None:
    """Drag what is chosen in a view as a copy; nothing where there is nothing to be carried."""
    data = carry() if carry is not None else None
    if data is None:
        return
    drag = QDrag(view)
    drag.setMimeData(data)
    words = " ".join(data.text().split())
    label = QLabel(words[:_LONGEST] + ("…" if len(words) > _LONGEST else ""))
    label.setObjectName("carried")
    label.setMargin(6)
    label.adjustSize()
    drag.setPixmap(label.grab())
    drag.setHotSpot(QPoint(-10, -6))
    drag.exec(Qt.DropAction.CopyAction)
