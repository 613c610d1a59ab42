"""Reading on the pages: selecting, clicking, typing and asking, as in the text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from corpus.library.core.page_images import DrawnFile
from corpus.model.span import Span
from desktop.reader.sheets.page_painting import region_box
from desktop.reader.sheets.page_sheets import PageSheets
from desktop.reader.text.keys import is_plain
from desktop.reader.text.marks import Mark, MarkKind
from desktop.theme import ThemeManager

_SETTLE_MS: Final = 180
_NOTCH: Final = 120
_LEAST_BOX: Final = 8
"""Pixels below which a drag is a click."""
_WITHIN: Final = "%.-"
"""Signs that part no words when one is clicked twice."""
_CLICKED: Final = (MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.FIGURE, MarkKind.REPAIR)


class PageView(PageSheets):
    """Tells what was selected, clicked, asked for and typed; offsets are code points of the original."""

    selected = Signal(object)
    """A Span a moment after the selection settled, ``None`` when it is gone."""
    pressed = Signal(object)
    """The Mark (annotation, figure or repair) a click without a selection hit."""
    asked = Signal(object, QPoint)
    """Right click: the code point under it and the global position."""
    deleted = Signal()
    """Delete was pressed while reading."""
    keyed = Signal(str)
    """A bare letter or digit typed while reading: h, u, n, 1 … 8."""
    copied = Signal()
    """What is selected is to be copied."""
    drawn = Signal(int, object)
    """A box was drawn: the page (from 1) and its four sides as shares of it."""
    box_ended = Signal()
    """A box is drawn, or given up."""
    note_pressed = Signal(str)
    """A click on a box: the id of its note."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._text = ""
        self._anchor: int | None = None
        self._chosen: Span | None = None
        self._boxing = False
        self._begun: QPoint | None = None
        self._box = QRect()
        self._settling_timer = QTimer(self)
        self._settling_timer.setSingleShot(True)
        self._settling_timer.setInterval(_SETTLE_MS)
        self._settling_timer.timeout.connect(self._tell_selection)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def show_file(self, file: DrawnFile, original: str, hidden: tuple[Span, ...]) -> None:
        """Show another file, of which nothing is selected."""
        self._text, self._chosen, self._anchor = original, None, None
        super().show_file(file, original, hidden)
        self._show_cursor()

    # What is selected --------------------------------------------------------------------------------

    def selection(self) -> Span | None:
        """Return the selected span without blanks at its ends, ``None`` when there is none."""
        if self._chosen is None:
            return None
        text = self._chosen.of(self._text)
        start = self._chosen.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip())) if text.strip() else None

    def select(self, span: Span | None) -> None:
        """Select a span, or nothing."""
        if span != self._chosen:
            self._chosen = span
            self.viewport().update()
            self._settling_timer.start()

    def clear_selection(self) -> None:
        """Select nothing."""
        self.select(None)

    def box_of(self, span: Span) -> QRect:
        """Return the box around a span in the viewport."""
        return self.ground.box_of(span)

    def mark_at(self, point: QPoint, *kinds: MarkKind) -> Mark | None:
        """Return the shortest mark of ``kinds`` (earlier kinds first) under a point of the viewport."""
        offset = self.ground.offset_at(point)
        if offset is None:
            return None
        return next((mark for kind in kinds for mark in self._marks[kind].at(offset)), None)

    # Events ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; with Shift go on with the one there is."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._awaited = None  # what somebody puts a hand on does not move under it
        pictures = self.file is not None and self.file.has_pictures
        if self._boxing or pictures or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._begun, self._box = event.position().toPoint(), QRect()
            return
        at = self.ground.caret_at(event.position().toPoint())
        going_on = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and self._anchor is not None
        if going_on:
            self._extend(at)
        else:
            self._anchor = at
            self.select(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection, scrolling where the pointer leaves the view."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if self._begun is not None:
            self._box = QRect(self._begun, point).normalized()
            self.viewport().update()
            return
        over = point.y() - min(max(point.y(), 0), self.viewport().height())
        if over:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + over // 2)
        self._extend(self.ground.caret_at(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which mark was clicked when nothing was selected."""
        if self._begun is not None:
            self._finish_box()
            return
        note = self._box_at(event.position().toPoint())
        if note and self._chosen is None:
            self.note_pressed.emit(note)
        elif event.button() is Qt.MouseButton.LeftButton and self._chosen is None:
            mark = self.mark_at(event.position().toPoint(), *_CLICKED)
            if mark is not None:
                self.pressed.emit(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the sentence's part between two marks of punctuation."""
        at = self.ground.offset_at(event.position().toPoint())
        if at is not None:
            self.select(_phrase(self._text, at))

    def draw_box(self) -> None:
        """Have the next drag draw a box, not select."""
        self._boxing = True
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def paint_tool(self, painter: QPainter) -> None:
        """Paint the box that is being drawn."""
        if self._begun is not None and not self._box.isEmpty():
            painter.setPen(QPen(self.theme.colour("cinnabar"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._box)

    def _show_cursor(self) -> None:
        """Show a cross on pictures, where there is no text to select."""
        pictures = self.file is not None and self.file.has_pictures
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if pictures else Qt.CursorShape.IBeamCursor)

    def _finish_box(self) -> None:
        box, self._begun, self._box, self._boxing = self._box, None, QRect(), False
        self._show_cursor()
        self.viewport().update()
        self.box_ended.emit()
        found = self.ground.page_point(box.center())
        if found is None or min(box.width(), box.height()) < _LEAST_BOX:
            return
        place = self.ground.place_of(found[0])
        inside = box.intersected(place)
        if min(inside.width(), inside.height()) < _LEAST_BOX:
            return
        across, down = place.width(), place.height()
        left, top = (inside.left() - place.left()) / across, (inside.top() - place.top()) / down
        sides = (left, top, min(left + inside.width() / across, 1.0), min(top + inside.height() / down, 1.0))
        self.drawn.emit(found[0] + 1, sides)

    def _box_at(self, point: QPoint) -> str:
        """Return the id of the smallest box a point stands in, empty where there is none."""
        found = self.ground.page_point(point)
        if found is None:
            return ""
        place = self.ground.place_of(found[0])
        here = [
            (box.width() * box.height(), note.id)
            for note in self.boxed
            if note.region is not None
            and note.region.page == found[0] + 1
            and (box := region_box(place, note.region)).contains(point.toPointF())
        ]
        return min(here)[1] if here else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is here."""
        self.asked.emit(self.ground.offset_at(self.viewport().mapFrom(self, event.pos())), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a mark under the pointer says."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(event.pos(), MarkKind.REPAIR, *_CLICKED)
            if mark is not None and mark.told:
                QToolTip.showText(event.globalPos(), mark.told, self.viewport(), self.box_of(mark.span))
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = event.angleDelta().y() / _NOTCH
            if steps:
                self.zoom(1 if steps > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, copy, and send bare letters and digits on."""
        key = event.text().lower()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif is_plain(event) and key and key in "hunt12345678":
            self.keyed.emit(key)
        elif is_plain(event) and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape and (self._boxing or self._begun is not None):
            self._box = QRect()
            self._finish_box()
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.clear_selection()
        elif not self._scrolls(event):
            super().keyPressEvent(event)

    def _scrolls(self, event: QKeyEvent) -> bool:
        bar = self.verticalScrollBar()
        page = bar.pageStep() - bar.singleStep()
        by = {
            Qt.Key.Key_Space: page, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        if not is_plain(event) or event.key() not in by:
            return False
        bar.setValue(bar.value() + by[Qt.Key(event.key())])
        return True

    def _extend(self, at: int | None) -> None:
        if at is None or self._anchor is None:
            return
        first, last = sorted((self._anchor, at))
        self.select(Span(first, last) if first < last else None)

    @Slot()
    def _tell_selection(self) -> None:
        self.selected.emit(self.selection())


def _phrase(text: str, at: int) -> Span:
    """Return what stands around an offset between two marks of punctuation or line ends."""
    start, end = at, at
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in _WITHIN):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in _WITHIN):
        end += 1
    return Span(start, max(end, at + 1))
