"""A drop-down list of values with counts, which keeps its choice when its values change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.theme.fonts import resized, scaled

NARROWEST: Final = 72
MOST_ROWS: Final = 14


class Choice(QComboBox):
    """The first entry stands for everything and has the value ``""``; ``picked`` carries the value chosen."""

    picked = Signal(str)

    def __init__(self, everything: str, parent: QWidget | None = None, *, width: int = 120) -> None:
        super().__init__(parent)
        self._everything = everything
        self.setAccessibleName(everything)
        self._width = width
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._take_letters()
        self.addItem(everything, "")
        self.activated.connect(self._pick)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "_width"):
            self._take_letters()

    def _take_letters(self) -> None:
        # Half a small screen at most: there is room for that above or below.
        self.setMaxVisibleItems(MOST_ROWS * 100 // max(scaled(100), 100))
        self.setMaximumWidth(scaled(self._width))
        self.view().setMinimumWidth(max(scaled(self._width), scaled(220)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the width asked for, at the size of the letters."""
        return QSize(scaled(self._width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for the beginning of an entry: a narrow window may have more beside it."""
        return QSize(scaled(NARROWEST), super().minimumSizeHint().height())

    @property
    def value(self) -> str:
        """Return the value chosen, empty for everything."""
        return str(self.currentData() or "")

    def set_values(self, values: Sequence[tuple[str, str]]) -> None:
        """Offer (value, label) pairs; the value chosen before stays where it is still there."""
        kept = self.value
        self.clear()
        self.addItem(self._everything, "")
        for value, label in values:
            self.addItem(label, value)
        self.choose(kept)

    def choose(self, value: str) -> None:
        """Choose a value without telling; an unknown one means everything."""
        self.setCurrentIndex(max(self.findData(value), 0))

    @Slot(int)
    def _pick(self, _index: int) -> None:
        self.picked.emit(self.value)
