"""Toasts: short sentences over the bottom of the window that leave by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import ThemeManager
from desktop.widgets.buttons import IconButton, LinkButton
from desktop.widgets.label import TextLabel

SHOWN_MS = 5000
WITH_ACTION_MS = 9000
_MOST = 3
_MOVES: Final = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move, QEvent.Type.Resize)


class Toast(QFrame):
    """One sentence with an optional action and a cross."""

    left = Signal()
    """It went away: closed, acted on or taken out."""

    def __init__(
        self,
        theme: ThemeManager,
        text: str,
        tone: str = "plain",
        action_text: str = "",
        action: Callable[[], None] | None = None,
        close_text: str = "×",
    ) -> None:
        super().__init__()
        self.setObjectName("toast")
        self.setProperty("tone", tone)
        self._action = action
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        if tone in ("good", "trouble"):
            picture = QLabel()
            name, colour = ("check", "celadon") if tone == "good" else ("warning", "cinnabar")
            picture.setPixmap(theme.pixmap(name, 18, colour, self.devicePixelRatioF()))
            row.addWidget(picture)
        self.label = TextLabel(text, "body", wrap=len(text) > 36)
        if len(text) > 36:
            self.label.setMinimumWidth(480)
            self.label.setMaximumWidth(560)
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row.addWidget(self.label, 1)
        self.button: LinkButton | None = None
        if action is not None:
            self.button = LinkButton(action_text)
            self.button.clicked.connect(self._act)
            row.addWidget(self.button)
        close = IconButton(theme, "close", close_text, size=16)
        close.clicked.connect(self.leave)
        row.addWidget(close)

    @Slot()
    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()
        self.deleteLater()

    @Slot()
    def _act(self) -> None:
        action = self._action
        self.leave()
        if action is not None:
            action()


class ToastArea(QWidget):
    """Lies over the bottom of ``parent`` and stacks toasts, the newest lowest."""

    def __init__(self, theme: ThemeManager, parent: QWidget, *, close_text: str = "×") -> None:
        super().__init__(parent)
        self._theme = theme
        self._close_text = close_text
        self._corner: QWidget | None = None
        self._bars: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        parent.installEventFilter(self)
        self.hide()

    def show_toast(
        self,
        text: str,
        tone: str = "plain",
        action_text: str = "",
        action: Callable[[], None] | None = None,
        *,
        place: str = "",
    ) -> Toast:
        """Show a sentence; it leaves after some seconds, and when another takes its ``place``."""
        self.leave_place(place)
        toast = Toast(self._theme, text, tone, action_text, action, self._close_text)
        toast.setProperty("place", place)
        toast.destroyed.connect(self._place_later)
        self._column.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        while self._column.count() > _MOST:
            self._leave_first()
        QTimer.singleShot(WITH_ACTION_MS if action else SHOWN_MS, toast, toast.leave)
        self._place()
        return toast

    @Slot(str)
    def leave_place(self, place: str) -> None:
        """Have what stands in a place leave; what has none stays."""
        for older in self.findChildren(Toast) if place else ():
            if older.property("place") == place:
                self._column.removeWidget(older)
                older.leave()

    def keep_clear_of(self, corner: QWidget) -> None:
        """Stay at the left of what lies in the lower right corner of the parent, until it is gone."""
        self._corner = corner
        corner.destroyed.connect(self._take_corner)
        self._place()

    @Slot(object)
    def stand_above(self, bar: QWidget) -> None:
        """Cover no bar that is at times shown at the foot of the parent: what can be done there stays in reach."""
        self._bars.append(bar)
        bar.installEventFilter(self)
        self._place_later()

    def _foot(self, parent: QWidget) -> int:
        """Return the height at which the lowest free line ends: above the bars shown below the middle."""
        self._bars = [bar for bar in self._bars if shiboken6.isValid(bar)]
        tops = [bar.mapTo(parent, QPoint(0, 0)).y() for bar in self._bars if bar.isVisibleTo(parent)]
        return min((top for top in tops if top > parent.height() // 2), default=parent.height())

    @Slot()
    def _take_corner(self) -> None:
        if self._corner is not None and not shiboken6.isValid(self._corner):  # else another lies there by now
            self._corner = None
            self._place_later()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        elif event.type() in _MOVES and watched is not self.parentWidget():
            self._place_later()
        return super().eventFilter(watched, event)

    def _leave_first(self) -> None:
        item = self._column.takeAt(0)
        widget = item.widget() if item is not None else None
        if isinstance(widget, Toast):
            widget.leave()

    @Slot()
    def _place_later(self) -> None:
        QTimer.singleShot(0, self, self._place)

    @Slot()
    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        if self._column.count() == 0:
            self.hide()
            return
        self.show()
        self.raise_()
        size = self._column.sizeHint()
        right = parent.width() if self._corner is None else self._corner.x()
        width = min(size.width(), right - 32)
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else size.height()
        left = min((parent.width() - width) // 2, right - width - 16)
        self.setGeometry(left, self._foot(parent) - height - 24, width, height)
