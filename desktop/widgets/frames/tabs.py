"""Tabs over a list: words with counts, the chosen one underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QWidget


class Tabs(QTabBar):
    """Shows (key, label) entries; ``picked`` carries the key of the one a person chose."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.currentChanged.connect(self._pick)

    @property
    def value(self) -> str:
        """Return the key of the tab shown, empty when there is none."""
        return str(self.tabData(self.currentIndex()) or "")

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Show other tabs; the one chosen stays chosen where it is still there."""
        kept = self.value
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for key, label in entries:
            self.setTabData(self.addTab(label), key)
        self.blockSignals(False)
        self.choose(kept)

    def choose(self, key: str) -> None:
        """Show a tab without telling; an unknown key shows the first."""
        keys = [str(self.tabData(number)) for number in range(self.count())]
        self.blockSignals(True)
        if keys:
            self.setCurrentIndex(keys.index(key) if key in keys else 0)
        self.blockSignals(False)

    @Slot(int)
    def _pick(self, _index: int) -> None:
        self.picked.emit(self.value)
