"""The margins beside the column: notes in short on the right, page numbers on the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.reader.text.view import TextView
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, scaled
from desktop.widgets.lists.row_delegate import Measure, draw_lines, lines_of

_WIDE: Final = 116
"""From this width on a note is told in words; below it a mark stands for it."""
_LINE: Final = 18


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note beside the line of ``offset`` (of the text shown); ``colour`` is an annotation colour."""

    id: str
    offset: int
    text: str
    colour: str


@dataclass(frozen=True, slots=True)
class MarginPage:
    """A page that begins at ``offset``; ``short`` is told of it where there is no room for ``label``."""

    label: str
    offset: int
    short: str

    def shown(self, metrics: QFontMetrics, room: int) -> str:
        """Return as much of its name as fits into so many pixels, its number in any case."""
        return self.label if metrics.horizontalAdvance(self.label) <= room else self.short


class Margin(QWidget):
    """Lies over one margin of a ``TextView`` and scrolls with it; ``pressed`` carries a note's id."""

    pressed = Signal(str)

    def __init__(self, view: TextView, theme: ThemeManager, *, right: bool) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._right = right
        self.notes: Sequence[MarginNote] = ()
        """The notes shown, by place."""
        self._pages: Sequence[MarginPage] = ()
        self._boxes: list[tuple[QRect, MarginNote]] = []
        self.setMouseTracking(True)
        view.moved.connect(self.update)
        view.resized.connect(self._fit)
        theme.changed.connect(self.update)

    def show_notes(self, notes: Sequence[MarginNote]) -> None:
        """Show other notes."""
        self.notes = sorted(notes, key=lambda note: note.offset)
        self._fit()
        self.update()

    def rewrite(self, note_id: str, notes: Sequence[MarginNote]) -> None:
        """Show what a note says now (nothing, where it says nothing) in the place of what it said."""
        self.show_notes([*(one for one in self.notes if one.id != note_id), *notes])

    def show_pages(self, pages: Sequence[MarginPage]) -> None:
        """Show other pages."""
        self._pages = pages
        self._fit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what stands beside the visible lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_notes(painter)
        self._paint_pages(painter)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a note."""
        over = self._note_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which note was clicked."""
        note = self._note_at(event.position().toPoint())
        if note is not None:
            self.pressed.emit(note.id)

    def event(self, event: QEvent) -> bool:
        """Tell the whole note under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            note = self._note_at(event.pos())
            QToolTip.showText(event.globalPos(), note.text if note else "", self)
            return True
        return super().event(event)

    def _paint_notes(self, painter: QPainter) -> None:
        self._boxes = []
        free = -10_000
        room, wide = self.width() - 30, self.width() >= scaled(_WIDE)
        shift = self._view.viewport().y()
        visible = self._view.visible_span()
        font, line = interface_font(12), scaled(_LINE)
        measure = Measure(font.pixelSize(), QFontMetrics(font))
        for note in self.notes:
            if not visible.start - 400 <= note.offset <= visible.end:
                continue
            top = max(self._view.line_top(note.offset) + shift + 4, free)
            lines = lines_of(note.text, room, measure, 4) if wide else 1
            box = QRect(10, top, self.width() - 18, lines * line)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(f"marks.{note.colour}"))
            if wide:
                painter.drawRoundedRect(QRectF(10, top + 2, 3, box.height() - 4), 1.5, 1.5)
                words = box.adjusted(10, 0, 0, 0)
                painter.setFont(font)
                painter.setPen(self._theme.colour("second"))
                draw_lines(painter, words, note.text, line, lines)
            else:
                painter.drawRoundedRect(QRectF(10, top + 2, 12, 13), 3, 3)
                painter.setBrush(self._theme.colour("paper"))
                painter.drawRect(QRectF(13, top + 6, 6, 1))
                painter.drawRect(QRectF(13, top + 10, 4, 1))
            self._boxes.append((box, note))
            free = box.bottom() + 8

    def _paint_pages(self, painter: QPainter) -> None:
        font = interface_font(11)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("faint"))
        visible = self._view.visible_span()
        shift = self._view.viewport().y()
        for page in self._pages:
            if visible.start <= page.offset <= visible.end:
                top = self._view.line_top(page.offset) + shift
                box = QRect(0, top + 4, self.width() - 14, scaled(_LINE))
                shown = page.shown(metrics, box.width())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _note_at(self, point: object) -> MarginNote | None:
        return next((note for box, note in self._boxes if box.contains(point)), None)  # type: ignore[call-overload]  # of floats

    @Slot()
    def _fit(self) -> None:
        port = self._view.viewport().geometry()
        if self._right:
            edge = self._view.width() - self._view.verticalScrollBar().width()
            self.setGeometry(port.right() + 1, 0, max(edge - port.right() - 1, 0), self._view.height())
        else:
            self.setGeometry(0, 0, port.left(), self._view.height())
        self.setVisible(bool(self.notes or self._pages))
