"""The eight colours as a row of dots: chosen with the mouse, Tab and the space bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from corpus.language.phrases import with_aside
from corpus.model.annotation import Colour
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.wording.words import colour_name

OFF = 0.4
"""How much of a colour is seen that cannot be chosen now."""

EDGE = 1.0
"""Pixels of the line around a dot: on a pale ground some colours alone are too pale to be seen."""


class ColourDot(QAbstractButton):
    """One colour; ``digit`` is the key that chooses it."""

    def __init__(
        self, theme: ThemeManager, colour: Colour, digit: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self._digit = digit
        self._take_name()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._take_name)

    @Slot()
    def _take_name(self) -> None:
        """Be called as the colour is, and drawn in it."""
        name = colour_name(self.colour, self._theme.mark_names)
        self.setFixedHeight(scaled(28))
        self.setMinimumWidth(scaled(22))
        self.setMaximumWidth(scaled(28))
        self.setToolTip(with_aside(name, self._digit))
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return 28 × 28, at 100 %: the dot is smaller than what may be clicked."""
        return QSize(scaled(28), scaled(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dot, ringed when chosen or focused."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else OFF)
        middle, unit = QPointF(self.width() / 2, self.height() / 2), self.height() / 28
        painter.setPen(QPen(self._theme.colour("faint"), EDGE))
        painter.setBrush(self._theme.colour(f"marks.{self.colour.value}"))
        painter.drawEllipse(middle, 7 * unit, 7 * unit)
        ring = "indigo" if self.hasFocus() else "ink" if self.isChecked() else "line_strong"
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.setPen(QPen(self._theme.colour(ring), 2 if self.hasFocus() else 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 10 * unit, 10 * unit)


def colour_icon(theme: ThemeManager, colour: Colour) -> QIcon:
    """Return the dot of a colour as an icon; ask again after the theme changed."""
    picture = QPixmap(QSize(32, 32))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("faint"), 2 * EDGE))
    painter.setBrush(theme.colour(f"marks.{colour.value}"))
    painter.drawEllipse(QPointF(16, 16), 13, 13)
    painter.end()
    return QIcon(picture)


class ColourRow(QWidget):
    """Eight dots; ``picked`` carries the Colour clicked. ``several`` lets each be switched on and off."""

    picked = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None, *, several: bool = False) -> None:
        super().__init__(parent)
        self._several = several
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.dots: list[ColourDot] = []
        for digit, colour in enumerate(Colour, start=1):
            dot = ColourDot(theme, colour, digit, self)
            dot.clicked.connect(self._on_clicked)
            row.addWidget(dot)
            self.dots.append(dot)

    def show_colour(self, colour: Colour | None) -> None:
        """Ring one colour, or none."""
        for dot in self.dots:
            dot.setChecked(dot.colour is colour)

    def chosen(self) -> frozenset[Colour]:
        """Return the colours switched on."""
        return frozenset(dot.colour for dot in self.dots if dot.isChecked())

    @Slot()
    def _on_clicked(self) -> None:
        dot = self.sender()
        if not isinstance(dot, ColourDot):
            return
        if not self._several:
            self.show_colour(dot.colour)
        self.picked.emit(dot.colour)
