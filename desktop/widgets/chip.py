"""Small rounded words: tags, filters, keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.widgets.buttons import TextButton


class Chip(TextButton):
    """A word in a rounded frame; ``checkable`` makes it a filter that stays down."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, checkable: bool = False, tone: str = ""
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName("chip")
        self.setProperty("tone", tone)
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class Badge(QLabel):
    """A word in a rounded frame that says how something stands; nothing happens on a click."""

    def __init__(self, text: str, tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("badge")
        self.setProperty("tone", tone)


class RemovableChip(QWidget):
    """A word with a cross beside it; ``removed`` carries the word."""

    removed = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = text
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        chip = Chip(f"{text}  ×", self)
        chip.setToolTip(text)
        chip.clicked.connect(self._remove)
        row.addWidget(chip)

    def _remove(self) -> None:
        self.removed.emit(self._word)


class KeyCap(QLabel):
    """A key as it is printed on a keyboard."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("keycap")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
