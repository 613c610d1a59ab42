"""The mark 引 after a statement: hovering shows its sentence and source, a click goes there."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.text.line_signs import without_signs
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, resized, scaled
from desktop.widgets.label import TextLabel
from desktop.widgets.popover import Popover

HOVER_DELAY_MS = 250
MARK = 16
"""The side of the seal, at 100 %; around it one pixel is free."""


class EvidenceMark(QWidget):
    """A seal of 16 px, at 100 %, with 引; ``activated`` is sent on click, Enter and the space bar."""

    activated = Signal()

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self._theme = theme
        self._sentence = ""
        self._source = ""
        self._inside = False
        self._card: Popover | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(HOVER_DELAY_MS)
        self._wait.timeout.connect(self._show_card)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @property
    def sentence(self) -> str:
        """Return the sentence shown on hover."""
        return self._sentence

    def change(self, sentence: str, source: str) -> None:
        """Point at another statement."""
        self._sentence, self._source = sentence, source
        seal = "引"
        self.setAccessibleName(f"{seal} {source}".strip())
        self.setAccessibleDescription(sentence)

    def sizeHint(self) -> QSize:
        """Return the seal with a pixel around it."""
        side = scaled(MARK) + 2
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event):
            self.setFixedSize(self.sizeHint())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the card in a moment."""
        super().enterEvent(event)
        self._inside = True
        self._wait.start()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the card away."""
        super().leaveEvent(event)
        self._inside = False
        self._hide_card()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there on a left click."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._hide_card()
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go there with Enter or the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the seal: outlined at rest, filled under the pointer, ringed with the keyboard's focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect().adjusted(1, 1, -1, -1))
        draw_mark(painter, box, self._theme, filled=self._inside or self.hasFocus())

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the card away with the mark."""
        super().hideEvent(event)
        self._hide_card()

    @Slot()
    def _show_card(self) -> None:
        if not self._sentence:
            return
        if self._card is None:
            self._card = evidence_card(self._sentence, self._source, self.window())
        self._card.show_beside(self, above=True)

    def _hide_card(self) -> None:
        self._wait.stop()
        if self._card is not None:
            self._card.close()
            self._card.deleteLater()
            self._card = None


def draw_mark(painter: QPainter, box: QRectF, theme: ThemeManager, *, filled: bool) -> None:
    """Draw the mark 引 into ``box`` (16 × 16 in lists): outlined at rest, a seal under hand or focus."""
    edge, letters = theme.colour("cinnabar" if filled else "second"), theme.colour("on_cinnabar")
    ratio = painter.device().devicePixelRatioF()
    picture = _mark(edge.rgba(), letters.rgba(), round(box.width()), ratio, filled=filled)
    painter.drawImage(box.topLeft().toPoint(), picture)


@lru_cache(maxsize=32)
def _mark(edge: int, letters: int, side: int, ratio: float, *, filled: bool) -> QImage:
    """Return the drawn mark: a page of figures shows it in every row, and is painted at every key."""
    pixels = round(side * ratio)
    picture = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw(painter, QRectF(0, 0, side, side), QColor(edge), QColor(letters) if filled else None)
    return picture


def _draw(painter: QPainter, box: QRectF, edge: QColor, letters: QColor | None) -> None:
    """Draw the mark outlined, or filled where its ``letters`` have a colour of their own."""
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if letters is None else edge)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(QPen(letters or edge, max(1.0, box.width() / 12)))
    unit = box.width() / 16
    for line in MARK_STROKES:
        points = [QPointF(box.x() + x * unit, box.y() + y * unit) for x, y in line]
        painter.drawPolyline(points)


MARK_STROKES = (
    ((3.5, 4.0), (8.5, 4.0), (8.5, 6.5), (4.0, 6.5), (4.0, 9.0), (8.5, 9.0), (8.5, 12.0), (7.0, 12.0)),
    ((12.0, 3.5), (12.0, 12.5)),
)
"""引 in seven straight strokes, on a square of 16."""


def evidence_card(sentence: str, source: str, window: QWidget) -> Popover:
    """Return the hover card of a statement: the sentence as it stands, but the sign of a list, and where."""
    card = Popover(window, passive=True)
    sentence = without_signs(sentence)
    quote = TextLabel(sentence, "body", wrap=True)
    quote.setFont(interface_font(14))
    width = min(360, quote.fontMetrics().horizontalAdvance(sentence) + 4)
    quote.setFixedWidth(width)
    box = QVBoxLayout()
    box.setSpacing(6)
    box.addWidget(quote)
    box.addWidget(TextLabel(source, "small"))
    card.body.addLayout(box)
    return card
