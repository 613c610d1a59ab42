"""A text set as one column in the middle of its room: what is shown, where it stands, what is selected of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from corpus.model.span import Span
from desktop.reader.text.document import ShownText, build_document
from desktop.reader.text.geometry import known_size, position_at, stretches, top_of
from desktop.reader.text.keys import show_caret
from desktop.reader.text.offsets import Utf16Map
from desktop.reader.text.patching import TextPatch
from desktop.reader.text.typography import ReadingStyle
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.wording.line_ends import REACH, held_part

MARGIN: Final = 40
"""The least room beside the column."""


LED_TO: Final = 0.28
"""How far below the upper edge, as a share of the height, stands what one is led to."""


class TextColumn(QTextEdit):
    """Shows one text at a time; every offset in and out is a code point of that text."""

    moved = Signal()
    """The visible part changed."""
    resized = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.offsets = Utf16Map.of("")
        self._shown = ShownText("")
        self._style = ReadingStyle()
        self._document: QTextDocument | None = None
        self._top = 0
        self._fitting = False
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("paper")
        show_caret(self, on=False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAutoFillBackground(True)
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

    def show_text(self, shown: ShownText, style: ReadingStyle, document: QTextDocument | None = None) -> None:
        """Show another text, or the same one set another way; marks stay until others are given.

        ``document`` is that of ``shown`` in ``style``, where it is made already.
        """
        old, self._document = self._document, document or build_document(shown, style)
        self._shown, self._style, self.offsets = shown, style, Utf16Map.of(shown.text, shown.parted())
        self._document.setParent(self)
        self._top = 0
        self.setDocument(self._document)
        if old is not None:
            old.deleteLater()
        self._fit_column()
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def change_text(self, patch: TextPatch, shown: ShownText) -> None:
        """Show ``shown``, to which ``patch`` leads from the text shown: nothing else is set or laid out anew."""
        old = self._with_what_is_near(patch.span)
        new = Span(old.start, old.end + len(patch.text) - len(patch.span))
        words, places = held_part(shown.text, new)
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.offsets.to_units(patch.span.start))
        form = cursor.charFormat() if cursor.positionInBlock() else cursor.blockCharFormat()
        cursor.setPosition(self.offsets.to_units(old.start))
        cursor.setPosition(self.offsets.to_units(old.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words, form)
        self._shown, self.offsets = shown, self.offsets.patched(old, new.of(shown.text), places)

    def _with_what_is_near(self, span: Span) -> Span:
        """Return a span with what of its paragraph a change of it may hold together in another way."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.offsets.to_units(span.start))
        first = self.offsets.to_points(cursor.block().position())
        last = self.offsets.to_points(cursor.block().position() + cursor.block().length() - 1)
        # Before the offset where a long paragraph is parted the document has a mark, which stays.
        goes_on = last < len(self._shown.text) and self._shown.text[last] != "\n"
        start = max(span.start - REACH, min(first, span.start))
        return Span(start, max(span.end, min(span.end + REACH, last - goes_on)))

    # Where it stands ---------------------------------------------------------------------------------

    def go_to(self, span: Span) -> None:
        """Scroll so that ``span`` stands in the upper third, and put the text cursor there."""
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.to_units(span.start))
        self.setTextCursor(cursor)
        top = top_of(self.document(), self.offsets.to_units(span.start))
        self._scroll_to(top - self.viewport().height() * LED_TO)
        self._top = self.top_offset()

    def top_offset(self) -> int:
        """Return the code point at the upper edge of the visible part."""
        return self._offset_at(QPoint(2, 4))

    def read_offset(self) -> int:
        """Return the code point in the line where ``go_to`` puts what it leads to."""
        at = QPoint(2, round(self.viewport().height() * LED_TO) + self._style.pixels)
        return self._offset_at(at)

    def _offset_at(self, place: QPoint) -> int:
        """Return the code point at a place of the visible part."""
        at = place.y() + self.verticalScrollBar().value()
        return self.offsets.to_points(position_at(self.document(), place.x(), at))

    def set_top_offset(self, offset: int) -> None:
        """Scroll so that the line of ``offset`` is the first one."""
        top = top_of(self.document(), self.offsets.to_units(offset))
        self._scroll_to(top if offset else 0)
        self._top = offset

    def visible_span(self) -> Span:
        """Return the visible part."""
        port, top = self.viewport(), self.top_offset()
        last = self._offset_at(QPoint(port.width() - 1, port.height() - 1))
        return Span(top, max(last + 1, top))

    def box_of(self, span: Span) -> QRect:
        """Return the box around a span in the coordinates of the viewport."""
        box = QRect()
        start, end = self.offsets.to_units(span.start), self.offsets.to_units(span.end)
        height = self._style.pixels
        for stretch in stretches(self.document(), start, end):
            line = stretch.box.adjusted(0, -height, 0, height * 0.3).toAlignedRect()
            box = box.united(line)
        return box.translated(0, -self.verticalScrollBar().value())

    def line_top(self, offset: int) -> int:
        """Return the height of the line of ``offset`` in the viewport."""
        top = top_of(self.document(), self.offsets.to_units(offset))
        return round(top) - self.verticalScrollBar().value()

    def offset_at(self, point: QPoint) -> int | None:
        """Return the code point under a point of the viewport, ``None`` beside the text."""
        at = QPointF(point) + QPointF(0, self.verticalScrollBar().value())
        position = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        return None if position < 0 else self.offsets.to_points(position)

    # What is selected ----------------------------------------------------------------------------------

    def selection(self) -> Span | None:
        """Return the selected span without blanks at its ends, ``None`` when there is none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        span = self.offsets.span_of(cursor.selectionStart(), cursor.selectionEnd())
        text = span.of(self._shown.text)
        start = span.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip())) if text.strip() else None

    def select(self, span: Span) -> None:
        """Select a span."""
        cursor = self.textCursor()
        cursor.setPosition(self.offsets.to_units(span.start))
        cursor.setPosition(self.offsets.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def clear_selection(self) -> None:
        """Select nothing; the text cursor stays."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    # Inside ------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle, and the first line the first line when lines break elsewhere."""
        top, outermost = self._top, not self._fitting
        anew = event.size().width() != event.oldSize().width()
        self._fitting = True
        if outermost and anew:
            # Far down, each of the widths on the way would have all text above laid out for nothing.
            self.verticalScrollBar().setValue(0)
        super().resizeEvent(event)
        self._fit_column()
        if outermost:
            self._fitting = False
            if anew:
                self.set_top_offset(top)
        self.resized.emit()

    def _scroll_to(self, height: float) -> None:
        # Long texts are laid out little by little, and where the bar ends is a guess until they are.
        size = known_size(self.document(), height + self.viewport().height())
        self.document().documentLayout().documentSizeChanged.emit(size)
        self.verticalScrollBar().setValue(round(height))

    def _fit_column(self) -> None:
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        column = min(self._style.column, max(room - 2 * scaled(MARGIN), 120))
        left = (room - column) // 2
        self.setViewportMargins(left, 0, room - column - left, 0)

    @Slot()
    def _on_scrolled(self) -> None:
        if not self._fitting:
            self._top = self.top_offset()
            self.moved.emit()

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
