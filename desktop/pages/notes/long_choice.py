"""A choice of very many entries: they are named when the list is about to be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox

Entries = Sequence[tuple[str, str]]
"""What each entry says, and what it stands for."""


class LongChoice(QComboBox):
    """Offers what ``offer`` was given; what is chosen stays chosen where it is still there."""

    _entries: Callable[[], Entries] | None = None

    def offer(self, everything: str, entries: Callable[[], Entries]) -> None:
        """Offer ``everything`` and other entries, which are asked for when they are to be seen."""
        if self.findData("") < 0:
            self.insertItem(0, everything, "")
        self.setItemText(0, everything)
        self._entries = entries
        if self.currentData():
            self.fill()

    def choose(self, key: str) -> None:
        """Choose an entry by what it stands for, else everything; one not offered yet gets its name when it is."""
        if key:
            self.fill()
        if key and self.findData(key) < 0:
            self.addItem("…", key)
        self.setCurrentIndex(self.findData(key))

    def fill(self) -> None:
        """Name the entries, if that was not done yet."""
        if self._entries is None:
            return
        entries, chosen, self._entries = list(self._entries()), self.currentData(), None
        if chosen and all(key != chosen for _text, key in entries):
            entries.append((self.currentText(), chosen))  # of nothing now, and still what is asked for
        heard = self.blockSignals(True)
        for number in reversed(range(1, self.count())):
            self.removeItem(number)
        for text, key in entries:
            self.addItem(text, key)
        self.setCurrentIndex(max(self.findData(chosen), 0))
        self.blockSignals(heard)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Name the entries: keys walk through them without the list being opened."""
        self.fill()
        super().focusInEvent(event)

    def showPopup(self) -> None:  # noqa: N802 - Qt's own
        """Name the entries and show them."""
        self.fill()
        super().showPopup()
