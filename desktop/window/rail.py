"""The rail on the left: one button for each room, with its icon and its two-character name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.theme import ThemeManager
from desktop.theme.fonts import SMALL, interface_metrics, scaled
from desktop.window.page_table import PageEntry

WIDTH, MARGIN = 64, 20
"""Enough for two characters; larger letters and longer names of another language widen the rail."""
BUTTON, LEAST, ICON, AROUND, SEAL = 39, 52, 22, 8, 32
"""Heights at 100 %, and at least; at larger letters eight buttons still stand in a small window, icons in them."""


class Rail(QWidget):
    """Sends ``chosen`` with the key of a page."""

    chosen = Signal(str)

    def __init__(
        self, theme: ThemeManager, entries: Sequence[PageEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels = [entry.label for entry in entries]
        self._theme = theme
        self._icons = {entry.key: entry.icon for entry in entries}
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._seal = QLabel()
        self._seal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 12, 4, 8)
        column.setSpacing(4)
        column.addWidget(self._seal)
        column.addSpacing(8)
        for number, entry in enumerate(entries, 1):
            button = self._button(entry, number)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._recolour()
        theme.changed.connect(self._recolour)

    def button(self, key: str) -> QToolButton:
        """Return the button of a room."""
        return self._buttons[key]

    def light(self, key: str) -> None:
        """Show which room one is in; an empty key lights none."""
        button = self._buttons.get(key)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def holds_focus(self) -> bool:
        """Tell whether the keyboard is on one of the rooms."""
        return self.window().focusWidget() in self._buttons.values()

    def _button(self, entry: PageEntry, number: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("rail-button")
        button.setText(entry.label)
        button.setToolTip(f"{entry.label}  Ctrl+{number}")
        button.setAccessibleName(entry.label)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setProperty("page", entry.key)
        button.clicked.connect(self._choose)
        self._group.addButton(button)
        self._buttons[entry.key] = button
        return button

    @Slot()
    def _choose(self) -> None:
        button = self.sender()
        if button is not None:
            self.chosen.emit(str(button.property("page")))

    @Slot()
    def _recolour(self) -> None:
        letters, height = interface_metrics(SMALL), max(LEAST, scaled(BUTTON))
        icon = min(scaled(ICON), height - letters.height() - AROUND)
        width = max(WIDTH, *(letters.horizontalAdvance(label) + MARGIN for label in self._labels))
        self.setFixedWidth(width)
        self._seal.setPixmap(self._theme.icon("seal", "cinnabar", "cinnabar").pixmap(QSize(SEAL, SEAL)))
        for key, button in self._buttons.items():
            button.setIconSize(QSize(icon, icon))
            button.setFixedSize(width - 8, height)
            button.setIcon(self._theme.icon(self._icons[key], "second", "ink"))
