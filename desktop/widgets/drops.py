"""What is dropped from elsewhere is copied, never moved: a program that offered it may delete what was moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent

_COPY = Qt.DropAction.CopyAction


def take_copy(event: QDropEvent) -> bool:
    """Accept a drag or a drop as a copy; where only a move is offered, refuse it. Tell whether it was accepted."""
    if not event.possibleActions() & _COPY:
        event.ignore()
        return False
    event.setDropAction(_COPY)
    event.accept()
    return True
