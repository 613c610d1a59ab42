"""A small floating card, closed by a click elsewhere or Escape."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Popover(QFrame):
    """Floats over the window; put widgets into ``body`` and call ``show_at``.

    ``passive`` ones are hover cards: they take neither focus nor clicks away from the window.
    """

    def __init__(self, parent: QWidget | None = None, *, passive: bool = False, padding: int = 12) -> None:
        flags = Qt.WindowType.ToolTip if passive else Qt.WindowType.Popup
        super().__init__(parent, flags | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popover")
        if passive:
            self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)

    def show_at(self, anchor: QRect, *, above: bool = False) -> None:
        """Show beside ``anchor`` (global coordinates), inside the screen: under it, or above when asked."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(anchor.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        under = anchor.bottom() + 6
        over = anchor.top() - 6 - self.height()
        fits_over = over >= room.top()
        fits_under = under + self.height() <= room.bottom()
        y = over if (above and fits_over) or not fits_under else under
        x = min(
            max(anchor.center().x() - self.width() // 2, room.left() + 4), room.right() - self.width() - 4
        )
        self.move(QPoint(x, max(y, room.top())))
        self.show()

    def show_beside(self, widget: QWidget, *, above: bool = False) -> None:
        """Show beside a widget."""
        self.show_at(QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size()), above=above)
