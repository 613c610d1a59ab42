"""Shows a drawing of shapes: bars and points can be clicked, walked through with the arrow keys, and saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from corpus.report.charts.drawing import Box, Dot, Drawing, Rule, Shape, Words
from desktop.theme import ThemeManager
from desktop.theme.fonts import plain_font, scaled

Colours = Callable[[str], QColor]
_REACH = 6.0
"""So many pixels beside a point still hit it."""
_SCALE = 2.0
"""So many times as large a drawing is as pixels."""


class DrawingView(QWidget):
    """Paints a ``Drawing``; ``activated`` carries the id of the figure whose mark was clicked or entered.

    ``tell`` gives the tooltip of a figure.
    """

    activated = Signal(str)

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = Drawing(0, 0, "")
        self._at = -1
        self.tell: Callable[[str], str] = _nothing
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    @property
    def drawing(self) -> Drawing:
        """Return what is shown."""
        return self._drawing

    @property
    def scale(self) -> float:
        """Return how much larger a drawing is to be shown than it is laid out: as the window's letters are."""
        return scaled(1000) / 1000

    @property
    def shown_at(self) -> float:
        """Return how much larger it is shown: less where there is no room for so much, never cut."""
        wide = self._drawing.width
        return min(self.scale, self.width() / wide) if wide else self.scale

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, at the size of the window's letters or as wide as there is room."""
        self._drawing, self._at = drawing, -1
        self.setMinimumWidth(1)
        self.setMaximumWidth(round(drawing.width * self.scale))
        self._fit()
        self.setAccessibleDescription(drawing.title)
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the drawing is at the width there is."""
        super().resizeEvent(event)
        self._fit()

    def marks(self) -> list[Box | Dot]:
        """Return what can be clicked, in the order drawn."""
        return [one for one in self._drawing.shapes if isinstance(one, Box | Dot) and one.figures]

    def sizeHint(self) -> QSize:
        """Return the size of the drawing."""
        return QSize(round(self._drawing.width * self.scale), round(self._drawing.height * self.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shapes, and a ring around the one the keys have come to."""
        painter = QPainter(self)
        painter.scale(self.shown_at, self.shown_at)
        paint_drawing(painter, self._drawing, self._theme.colour)
        if self.hasFocus() and 0 <= self._at < len(self.marks()):
            painter.setPen(QPen(self._theme.colour("indigo"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_place(self.marks()[self._at]).adjusted(-4, -4, 4, 4), 4, 4)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what lies under the pointer."""
        found = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.tell(found.figures[0]) if found else "")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the figure clicked."""
        found = self._under(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.activated.emit(found.figures[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the marks with the arrows, open one with Enter."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        marks = self.marks()
        if event.key() in steps and marks:
            self._at = (self._at + steps[Qt.Key(event.key())]) % len(marks) if self._at >= 0 else 0
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._at < len(marks):
            self.activated.emit(marks[self._at].figures[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring any more."""
        super().focusOutEvent(event)
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(round(self._drawing.height * self.shown_at))

    def _under(self, point: QPointF) -> Box | Dot | None:
        point = point / self.shown_at
        inside = [
            one
            for one in self.marks()
            if _place(one).adjusted(-_REACH, -_REACH, _REACH, _REACH).contains(point)
        ]
        return min(inside, key=lambda one: (_place(one).center() - point).manhattanLength(), default=None)


def paint_drawing(painter: QPainter, drawing: Drawing, colours: Colours) -> None:
    """Paint the shapes of a drawing in colours by name."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for one in drawing.shapes:
        _paint(painter, one, colours)


def image_of(drawing: Drawing, colours: Colours) -> QImage:
    """Return a drawing as pixels on the paper of the colours, twice as large."""
    image = QImage(round(drawing.width * _SCALE), round(drawing.height * _SCALE), QImage.Format.Format_RGB32)
    image.fill(colours("raised"))
    painter = QPainter(image)
    painter.scale(_SCALE, _SCALE)
    paint_drawing(painter, drawing, colours)
    painter.end()
    return image


def _paint(painter: QPainter, one: Shape, colours: Colours) -> None:
    if isinstance(one, Words):
        font, metrics = _letters(one.size, one.bold)
        wide = metrics.horizontalAdvance(one.text) if one.anchor != "start" else 0.0
        left = one.x - {"start": 0.0, "middle": wide / 2, "end": wide}[one.anchor]
        painter.setFont(font)
        painter.setPen(colours(one.colour))
        painter.drawText(QPointF(left, one.y), one.text)
    elif isinstance(one, Rule):
        style = Qt.PenStyle.DashLine if one.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours(one.colour), one.width, style))
        painter.drawLine(QPointF(one.x1, one.y1), QPointF(one.x2, one.y2))
    else:
        dashed = isinstance(one, Box) and one.dashed
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colours(one.edge), 1.5, style) if one.edge else Qt.PenStyle.NoPen)
        painter.setBrush(colours(one.fill) if one.fill else Qt.BrushStyle.NoBrush)
        if isinstance(one, Box) or one.square:
            painter.drawRect(_place(one))
        else:
            painter.drawEllipse(_place(one))


@lru_cache(maxsize=64)
def _letters(size: int, bold: bool) -> tuple[QFont, QFontMetricsF]:
    """Return letters with figures of equal width, and how much room they take."""
    font = plain_font(size, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font, QFontMetricsF(font)


def _place(one: Box | Dot) -> QRectF:
    if isinstance(one, Box):
        return QRectF(one.x, one.y, one.width, one.height)
    return QRectF(one.x - one.radius, one.y - one.radius, 2 * one.radius, 2 * one.radius)


def _nothing(_figure: str) -> str:
    return ""
