"""A short list of things to open, one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.targets import Target
from desktop.theme import ThemeManager
from desktop.theme.fonts import resized, scaled
from desktop.widgets import Card, ElidedLabel


@dataclass(frozen=True, slots=True)
class HomeLine:
    """What a line says, a remark at its end, its icon, and where it leads: a target or an action's key."""

    text: str
    remark: str
    icon: str
    target: Target | str


class HomeLines(QWidget):
    """``chosen`` carries the target, or the action's key, of the line clicked."""

    chosen = Signal(object)

    def __init__(self, theme: ThemeManager, lines: Sequence[HomeLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            row = _LineRow(theme, line)
            row.clicked.connect(self._choose)
            column.addWidget(row)

    @Slot()
    def _choose(self) -> None:
        row = self.sender()
        if isinstance(row, _LineRow):
            self.chosen.emit(row.line.target)


class _LineRow(Card):
    def __init__(self, theme: ThemeManager, line: HomeLine) -> None:
        super().__init__(clickable=True, padding=0)
        self.line = line
        self.setObjectName("line")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._theme = theme
        self._picture = QLabel()
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(10)
        row.addWidget(self._picture)
        text = ElidedLabel(line.text, "body")
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(text, 1)
        self._remark = ElidedLabel(line.remark, "small")
        self._remark.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._remark)
        self.body.addLayout(row)
        # Only now: a label shown before it stands in the line would be a window of its own.
        self._remark.setVisible(bool(line.remark))
        self._take_letters()
        self.setAccessibleName(line.text)
        self._recolour()
        theme.changed.connect(self._recolour)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "_remark"):
            self._take_letters()

    def _take_letters(self) -> None:
        """Be as high as the letters ask for; a remark has the room it needs, but not all of a line."""
        self.setFixedHeight(scaled(34))
        self._remark.setMaximumWidth(scaled(200))

    @Slot()
    def _recolour(self) -> None:
        self._picture.setPixmap(self._theme.pixmap(self.line.icon, 16, "second", self.devicePixelRatioF()))
