"""A list of sentences: long ones take as many lines as they need, and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QWidget


class LineList(QListWidget):
    """Shows lines in their order; ``name`` is what a screen reader calls the list."""

    def __init__(
        self, name: str, lines: Iterable[str] = (), parent: QWidget | None = None, *, least: int = 120
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(least)
        self.addItems(list(lines))
