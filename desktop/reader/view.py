"""The paper: a text set for reading, on which marks are seen, hovered, chosen and made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from corpus.model.span import Span
from desktop.reader.document import ShownText, build_document
from desktop.reader.geometry import stretches, top_of
from desktop.reader.keys import calls_caret, is_plain, scrolls, show_caret
from desktop.reader.marks import Mark, MarkKind, Marks
from desktop.reader.offsets import Utf16Map
from desktop.reader.painting import Sheet, paint_over, paint_under
from desktop.reader.tables import paint_tables
from desktop.reader.typography import ReadingStyle
from desktop.theme import ThemeManager

FLASH_MS: Final = 120
MARGIN: Final = 40
"""The least room beside the column."""


class TextView(QTextEdit):
    """Shows one text at a time; every offset in and out is a code point of that text."""

    selected = Signal(object)
    """A Span a moment after the selection settled, ``None`` when it is gone."""
    pressed = Signal(object)
    """The Mark (annotation, figure or repair) a click without a selection hit."""
    asked = Signal(object, QPoint)
    """Right click: the code point under it and the global position."""
    keyed = Signal(str)
    """A bare letter or digit typed while reading: h, u, n, 1 … 8."""
    moved = Signal()
    """The visible part changed."""
    resized = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._shown = ShownText("")
        self._offsets = Utf16Map.of("")
        self._style = ReadingStyle()
        self._document: QTextDocument | None = None
        self._marks = {kind: Marks() for kind in MarkKind}
        self._flash = False
        self._top = 0
        self._fitting = False
        self._settle = self._single_shot(180, self._tell_selection)
        self._flash_end = self._single_shot(FLASH_MS, self._end_flash)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("paper")
        show_caret(self, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.selectionChanged.connect(self._settle.start)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._recolour)
        self._recolour()

    # What is shown -----------------------------------------------------------------------------------

    @property
    def shown(self) -> ShownText:
        """Return the text shown."""
        return self._shown

    @property
    def reading_style(self) -> ReadingStyle:
        """Return how the text is set."""
        return self._style

    def show_text(self, shown: ShownText, style: ReadingStyle) -> None:
        """Show another text, or the same one set another way; marks stay until others are given."""
        old, self._document = self._document, build_document(shown, style)
        self._shown, self._style, self._offsets = shown, style, Utf16Map.of(shown.text)
        self._document.setParent(self)
        self.setDocument(self._document)
        if old is not None:
            old.deleteLater()
        self._fit_column()
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def set_marks(self, kind: MarkKind, marks: Iterable[Mark]) -> None:
        """Show other marks of one kind."""
        self._marks[kind] = Marks(marks)
        self.viewport().update()

    def marks(self, kind: MarkKind) -> Marks:
        """Return the marks of one kind."""
        return self._marks[kind]

    def mark_place(self, span: Span | None, *, hit: bool = False, flash: bool = True) -> None:
        """Mark where the reader is led, or nothing; it flashes once and then stays marked."""
        marks = () if span is None else (Mark(MarkKind.PLACE, span, "hit" if hit else ""),)
        self.set_marks(MarkKind.PLACE, marks)
        if span is not None and flash:
            self._flash = True
            self._flash_end.start()

    # Where it stands ---------------------------------------------------------------------------------

    def go_to(self, span: Span) -> None:
        """Scroll so that ``span`` stands in the upper third, and put the text cursor there."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_units(span.start))
        self.setTextCursor(cursor)
        top = top_of(self.document(), self._offsets.to_units(span.start))
        self._scroll_to(top - self.viewport().height() * 0.28)
        self._top = self.top_offset()

    def top_offset(self) -> int:
        """Return the code point at the upper edge of the visible part."""
        # The first question after a new setting only has the text laid out this far; the second is answered.
        self.cursorForPosition(QPoint(2, 4))
        return self._offsets.to_points(self.cursorForPosition(QPoint(2, 4)).position())

    def set_top_offset(self, offset: int) -> None:
        """Scroll so that the line of ``offset`` is the first one."""
        top = top_of(self.document(), self._offsets.to_units(offset))
        self._scroll_to(top if offset else 0)
        self._top = offset

    def visible_span(self) -> Span:
        """Return the visible part."""
        port, top = self.viewport(), self.top_offset()
        last = self.cursorForPosition(QPoint(port.width() - 1, port.height() - 1)).position()
        return Span(top, max(self._offsets.to_points(last) + 1, top))

    def box_of(self, span: Span) -> QRect:
        """Return the box around a span in the coordinates of the viewport."""
        box = QRect()
        start, end = self._offsets.to_units(span.start), self._offsets.to_units(span.end)
        height = self._style.pixels
        for stretch in stretches(self.document(), start, end):
            line = stretch.box.adjusted(0, -height, 0, height * 0.3).toAlignedRect()
            box = box.united(line)
        return box.translated(0, -self.verticalScrollBar().value())

    def line_top(self, offset: int) -> int:
        """Return the height of the line of ``offset`` in the viewport."""
        top = top_of(self.document(), self._offsets.to_units(offset))
        return round(top) - self.verticalScrollBar().value()

    # What is chosen ----------------------------------------------------------------------------------

    def selection(self) -> Span | None:
        """Return the selected span without blanks at its ends, ``None`` when there is none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = self._offsets.span_of(cursor.selectionStart(), cursor.selectionEnd())
        text = span.of(self._shown.text)
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip())) if text.strip() else None

    def select(self, span: Span) -> None:
        """Select a span."""
        cursor = self.textCursor()
        cursor.setPosition(self._offsets.to_units(span.start))
        cursor.setPosition(self._offsets.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the text cursor stays."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def offset_at(self, point: QPoint) -> int | None:
        """Return the code point under a point of the viewport, ``None`` beside the text."""
        at = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self._offsets.to_points(position)

    def mark_at(self, point: QPoint, *kinds: MarkKind) -> Mark | None:
        """Return the shortest mark of ``kinds`` (earlier kinds first) under a point of the viewport."""
        offset = self.offset_at(point)
        if offset is None:
            return None
        return next((mark for kind in kinds for mark in self._marks[kind].at(offset)), None)

    # Events ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bands, then the text, then lines; only what is visible."""
        visible = Mark(MarkKind.HIT, self.visible_span())
        scrolled = QPoint(0, self.verticalScrollBar().value())
        sheet = Sheet(self.document(), self._offsets, self._style.font(), self.theme)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-scrolled)
            paint_tables(painter, self.document(), self.theme)
            paint_under(painter, sheet, self._marks_now(), visible)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-scrolled)
            paint_over(painter, sheet, self._marks, visible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and the first line the first line when lines break elsewhere."""
        top, outermost = self._top, not self._fitting
        self._fitting = True
        super().resizeEvent(event)
        self._fit_column()
        if outermost:
            self._fitting = False
            if event.size().width() != event.oldSize().width():
                self.set_top_offset(top)
        self.resized.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send bare letters and digits on; everything else moves and selects."""
        key = event.text().lower()
        if scrolls(self, event):
            return
        if is_plain(event) and key and key in "hun12345678":
            self.keyed.emit(key)
            event.accept()
            return
        if calls_caret(self, event):
            self._bring_caret()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the caret away: the mouse needs none."""
        show_caret(self, on=False)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which mark was clicked when nothing was selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            mark = self.mark_at(
                event.position().toPoint(),
                MarkKind.HIGHLIGHT, MarkKind.UNDERLINE, MarkKind.FIGURE, MarkKind.REPAIR,
            )  # fmt: skip
            if mark is not None:
                self.pressed.emit(mark)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is here."""
        self.asked.emit(self.offset_at(event.pos()), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a mark under the pointer says."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            mark = self.mark_at(
                event.pos(), MarkKind.REPAIR, MarkKind.FIGURE, MarkKind.HIGHLIGHT, MarkKind.UNDERLINE
            )
            if mark is not None and mark.told:
                QToolTip.showText(event.globalPos(), mark.told, self.viewport(), self.box_of(mark.span))
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _bring_caret(self) -> None:
        """Show the caret, in the visible part."""
        show_caret(self, on=True)
        cursor, seen = self.textCursor(), self.visible_span()
        if not seen.start <= self._offsets.to_points(cursor.position()) <= seen.end:
            cursor.setPosition(self._offsets.to_units(seen.start))
            self.setTextCursor(cursor)

    def _marks_now(self) -> dict[MarkKind, Marks]:
        if not self._flash:
            return self._marks
        flashing = [Mark(mark.kind, mark.span, "hit") for mark in self._marks[MarkKind.PLACE]]
        return {**self._marks, MarkKind.PLACE: Marks(flashing)}

    def _scroll_to(self, height: float) -> None:
        bar, document = self.verticalScrollBar(), self.document()
        if height > bar.maximum():
            # Long texts are laid out little by little, and the bar does not reach further than that has come.
            document.documentLayout().documentSizeChanged.emit(document.size())
        bar.setValue(round(height))

    def _fit_column(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        column = min(self._style.column, max(room - 2 * MARGIN, 120))
        left = (room - column) // 2
        self.setViewportMargins(left, 0, room - column - left, 0)

    def _single_shot(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _on_scrolled(self) -> None:
        if not self._fitting:
            self._top = self.top_offset()
            self.moved.emit()

    @Slot()
    def _tell_selection(self) -> None:
        self.selected.emit(self.selection())

    @Slot()
    def _end_flash(self) -> None:
        self._flash = False
        self.viewport().update()

    @Slot()
    def _recolour(self) -> None:
        colours = self.palette()
        for role, name in (
            (QPalette.ColorRole.Base, "paper"),
            (QPalette.ColorRole.Window, "paper"),
            (QPalette.ColorRole.Text, "ink"),
        ):
            colours.setColor(role, self.theme.colour(name))
        self.setPalette(colours)
        self.viewport().update()
