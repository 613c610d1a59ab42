"""A row of joined buttons of which one is down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from corpus.language.phrases import labelled


class Segments(QWidget):
    """Offers (key, label, tooltip); ``picked`` carries the key of the one a person chose."""

    picked = Signal(str)

    def __init__(
        self, name: str, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._keys = [key for key, _label, _tip in entries]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons: dict[str, QToolButton] = {}
        for number, (key, label, tip) in enumerate(entries):
            button = QToolButton()
            button.setObjectName("segment")
            ends = {0: "first", len(entries) - 1: "last"}
            button.setProperty("place", ends.get(number, "middle"))
            button.setText(label)
            button.setToolTip(tip)
            button.setAccessibleName(labelled(name, label))
            button.setCheckable(True)
            self._group.addButton(button, number)
            self.buttons[key] = button
            row.addWidget(button)
        self.choose(self._keys[0])
        self._group.idClicked.connect(self._pick)

    @property
    def value(self) -> str:
        """Return the key of the one that is down."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Press one without telling; an unknown key presses the first."""
        number = self._keys.index(key) if key in self._keys else 0
        self._group.button(number).setChecked(True)

    @Slot(int)
    def _pick(self, number: int) -> None:
        self.picked.emit(self._keys[number])
