"""How rows of several lines are drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, reading_font, scaled
from desktop.widgets.lists.hanging import hung_out
from desktop.widgets.lists.rows import Index, Row, RowModel

PAD: Final = 12
PICTURE: Final = 72
"""How high a picture in a row is, at letters of the usual size."""
_EM_OF_ASCII: Final = 0.56
_EM_OF_CAPITAL: Final = 0.76
_UNSURE: Final = 1.3
"""A line reckoned to be up to this much too wide may fit all the same: it is measured."""

_REMEMBERED: Final = 20_000
"""Heights of rows kept: rows typed on leave theirs behind."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The size of a font in pixels, and its metrics for where reckoning with it is not sure enough."""

    pixels: int
    metrics: QFontMetrics


class RowDelegate(QStyledItemDelegate):
    """Draws rows; heights are reckoned from the number of characters, so long lists open at once."""

    def __init__(self, theme: ThemeManager, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = self._lines = lines
        self.pictures: Callable[[str], QPixmap | None] | None = None
        self._width = 0
        self._heights: dict[Row, int] = {}
        self._take_letters()
        theme.changed.connect(self._take_letters)

    def set_even(self, *, even: bool) -> None:
        """Let no title fill more than one line, or as many as at first."""
        self._lines = (1, self._most[1]) if even else self._most
        self._heights.clear()

    @Slot()
    def _take_letters(self) -> None:
        """Take letters as large as the window's are now."""
        self._title = interface_font(13)
        self._quote = reading_font("serif", scaled(14))
        self._strong = interface_font(12, QFont.Weight.DemiBold)
        self._small = interface_font(12)
        self._title_metrics = Measure(self._title.pixelSize(), QFontMetrics(self._title))
        self._quote_metrics = Measure(self._quote.pixelSize(), QFontMetrics(self._quote))
        self._heights.clear()
        view = self.parent()
        if isinstance(view, QAbstractItemView):
            view.scheduleDelayedItemsLayout()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line of the row."""
        row = index.data(RowModel.RowRole)
        return QSize(0, self.height(row))

    def height(self, row: Row) -> int:
        """Return how high a row is as wide as the list is now."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        if width != self._width or len(self._heights) > _REMEMBERED:
            self._width = width
            self._heights.clear()
        if row not in self._heights:
            self._heights[row] = self._height(row, width)
        return self._heights[row]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, bar, sign and lines of a row."""
        row: Row = index.data(RowModel.RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if row.heading:
            self._draw_heading(painter, box, row)
        else:
            self._draw_ground(painter, option, row)
            self._draw_lines(painter, box, row)
        painter.restore()

    def _height(self, row: Row, width: int) -> int:
        if row.heading:
            return scaled(34)
        room = width - 2 * PAD - self._left(row)
        side = self._side(row)
        face = self._quote_metrics if row.quoted else self._title_metrics
        title = lines_of(row.title, room - side, face, self._lines[0])
        height = 16 + title * self._line(row)
        if row.body:
            height += 2 + lines_of(row.body, room, self._title_metrics, self._lines[1]) * scaled(19)
        return height + (scaled(20) if row.footer else 0) + (scaled(PICTURE + 8) if row.picture else 0)

    @staticmethod
    def _line(row: Row) -> int:
        return scaled(22 if row.quoted else 20)

    @staticmethod
    def _left(row: Row) -> int:
        return row.indent * 14 + (18 if row.sign else 0)

    def _side(self, row: Row) -> int:
        """Return the room the words at the right end of a row take."""
        return QFontMetrics(self._small).horizontalAdvance(row.side) + scaled(12) if row.side else 0

    def _draw_heading(self, painter: QPainter, box: QRect, row: Row) -> None:
        inner = box.adjusted(PAD, 0, -PAD, -6)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("second"))
        room = inner.width() - (painter.fontMetrics().horizontalAdvance(row.side) + 12 if row.side else 0)
        text = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, row.side)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        box = option.rect.adjusted(4, 1, -4, -1)
        ground = None
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "indigo_pale"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(box, 6, 6)
        if row.bar:
            painter.setBrush(self._theme.colour(row.bar))
            painter.drawRoundedRect(QRect(box.left() + 1, box.top() + 7, 3, box.height() - 14), 1.5, 1.5)

    def _draw_lines(self, painter: QPainter, box: QRect, row: Row) -> None:
        left = box.left() + PAD + row.indent * 14
        top = box.top() + 8
        if row.sign:
            painter.setFont(self._title)
            painter.setPen(self._theme.colour(row.tint))
            painter.drawText(QRect(left, top, 18, self._line(row)), Qt.AlignmentFlag.AlignVCenter, row.sign)
            left += 18
        room = QRect(left, top, box.right() + 1 - PAD - left, box.height())
        if row.side:
            painter.setFont(self._small)
            painter.setPen(self._theme.colour(row.side_tint))
            line = QRect(room.left(), top, room.width(), self._line(row))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.side)
        title = room.adjusted(0, 0, -self._side(row), 0)
        painter.setFont(self._quote if row.quoted else self._title)
        painter.setPen(self._theme.colour("faint" if row.faded else "ink"))
        top += draw_lines(painter, title, row.title, self._line(row), self._lines[0])
        if row.picture:
            self._draw_picture(
                painter, QRect(room.left(), top + 4, room.width(), scaled(PICTURE)), row.picture
            )
            top += scaled(PICTURE + 8)
        painter.setPen(self._theme.colour("faint" if row.faded else "second"))
        if row.body:
            painter.setFont(self._title)
            below = QRect(room.left(), top + 2, room.width(), box.height())
            top += 2 + draw_lines(painter, below, row.body, scaled(19), self._lines[1])
        if row.footer:
            painter.setFont(self._small)
            line = QRect(room.left(), top + 1, room.width(), scaled(20))
            draw_lines(painter, line, row.footer, scaled(19), 1)

    def _draw_picture(self, painter: QPainter, room: QRect, name: str) -> None:
        """Draw a picture as large as there is room, with a hair line around it; nothing while it is read."""
        picture = self.pictures(name) if self.pictures is not None else None
        if picture is None or picture.isNull():
            return
        size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.topLeft(), size)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))


def lines_of(text: str, width: int, measure: Measure, most: int) -> int:
    """Return how many lines ``text`` will about fill, at least one and at most ``most``."""
    total, pixels = 0, measure.pixels
    for line in text.split("\n", most):
        if len(line) * pixels <= width:  # no character is wider
            total += 1
            continue
        wide = sum(_em(character) for character in line[:200])
        # One character of slack in each line for punctuation that may not begin the next.
        needed = int(wide * pixels)
        if needed <= width or (needed <= _UNSURE * width and measure.metrics.horizontalAdvance(line) < width):
            total += 1
        else:
            total += -(-needed // max(width - pixels, pixels))
    return min(max(total, 1), most)


def _em(character: str) -> float:
    """Return about how wide a character is, in heights of its font."""
    if not character.isascii():
        return 1.0
    return _EM_OF_CAPITAL if character.isupper() else _EM_OF_ASCII


def draw_lines(painter: QPainter, room: QRect, text: str, height: int, most: int) -> int:
    """Draw at most ``most`` lines with the painter's font, the last one cut with …; return the height they took."""
    layout = QTextLayout(text.replace("\n", "\u2028")[:400], painter.font())
    layout.beginLayout()
    drawn = 0
    while drawn < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(room.width(), 20))
        start, end = line.textStart(), line.textStart() + line.textLength()
        piece = layout.text()[start:] if drawn == most - 1 else layout.text()[start:end]
        shown = painter.fontMetrics().elidedText(
            piece.replace("\u2028", " ").rstrip(), Qt.TextElideMode.ElideRight, room.width()
        )
        out = 0 if drawn else hung_out(shown, painter.fontMetrics())
        box = QRect(room.left() - out, room.top() + drawn * height, room.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        drawn += 1
    layout.endLayout()
    return max(drawn, 1) * height
