"""What lies over a window while files are carried over it: what letting go of them here would do."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, interface_metrics, scaled

_EDGE, _ROUND, _LETTERS, _ICON = 12, 6, 16, 24
_CLEAR = 225
"""How much of the ground covers what lies below, of 255."""


class DropVeil(QWidget):
    """Covers ``parent`` and says one sentence; the pointer and what it carries go through to what lies below."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def told(self) -> str:
        """Return what is said, empty while nothing is carried over the window."""
        return self._told if self.isVisible() else ""

    def tell(self, told: str) -> None:
        """Say what letting go would do, over the whole parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._told = told
        self.setAccessibleName(told)
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the frame, and the sentence in the middle."""
        ground = self._theme.colour("window")
        ground.setAlpha(_CLEAR)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), ground)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("indigo"), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE), _ROUND, _ROUND)
            side, gap = scaled(_ICON), scaled(_EDGE)
            wide = interface_metrics(_LETTERS).horizontalAdvance(self._told)
            left, middle = (self.width() - side - gap - wide) // 2, self.height() // 2
            picture = self._theme.pixmap("import", _ICON, "indigo", self.devicePixelRatioF())
            painter.drawPixmap(left, middle - side // 2, picture)
            painter.setPen(self._theme.colour("ink"))
            painter.setFont(interface_font(_LETTERS))
            room = QRect(left + side + gap, middle - side, self.width(), 2 * side)
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._told
            )
