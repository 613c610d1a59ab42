"""What is dropped from elsewhere is copied, never moved: a program that offered it may delete what was moved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
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


def local_paths(data: QMimeData) -> list[str | Path]:
    """Return the files and folders of this computer among what is dragged."""
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
