"""Cards, section titles, and what an empty place says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme import ThemeManager
from desktop.widgets.buttons import QuietButton
from desktop.widgets.label import TextLabel


class Card(QFrame):
    """A raised ground with a hairline; put widgets into ``body``. A clickable one sends ``clicked``."""

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None, *, clickable: bool = False, padding: int = 16) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setProperty("clickable", clickable)
        self._clickable = clickable
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        if clickable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Send ``clicked`` for a left click inside."""
        super().mouseReleaseEvent(event)
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send ``clicked`` for Enter and the space bar."""
        if self._clickable and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class SectionTitle(QWidget):
    """A title of 20 or a heading of 14 px with a faint remark beside it and room for widgets at its end."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self._text = TextLabel(text, "strong")
        self._remark = TextLabel("", "faint")
        self.row.addWidget(self._text)
        self.row.addWidget(self._remark)
        self.row.addStretch(1)

    def change(self, text: str, remark: str = "") -> None:
        """Say something else."""
        self._text.setText(text)
        self._remark.setText(remark)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the line."""
        self.row.addWidget(widget)


class EmptyState(QWidget):
    """An empty place: one sentence saying what would be here, and the one thing to do about it."""

    acted = Signal()

    def __init__(
        self,
        theme: ThemeManager,
        sentence: str,
        action: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 48, 24, 48)
        layout.setSpacing(12)
        layout.addStretch(1)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._picture)
        self._picture.setVisible(bool(icon))
        self._sentence = TextLabel(sentence, "second", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._sentence)
        self.button = QuietButton(action)
        self.button.clicked.connect(self.acted)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        self.button.setVisible(bool(action))
        layout.addStretch(2)
        self._recolour()
        theme.changed.connect(self._recolour)

    def change(self, sentence: str, action: str = "") -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    @Slot()
    def _recolour(self) -> None:
        if self._icon:
            ratio = self.devicePixelRatioF()
            self._picture.setPixmap(self._theme.pixmap(self._icon, 32, "faint", ratio))
