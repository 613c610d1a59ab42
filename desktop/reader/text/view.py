"""The paper: a text set for reading, on which marks are seen, hovered, chosen and made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from corpus.model.span import Span
from desktop.reader.text.column import TextColumn
from desktop.reader.text.geometry import Lines
from desktop.reader.text.keys import calls_caret, is_plain, scrolls, show_caret
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.reader.text.painting import Sheet, paint_over, paint_under
from desktop.reader.text.tables import paint_tables
from desktop.theme import ThemeManager

FLASH_MS: Final = 120


class TextView(TextColumn):
    """A column of text with marks; tells what was selected, clicked, asked for and typed."""

    selected = Signal(object)
    """A Span a moment after the selection settled, ``None`` when it is gone."""
    pressed = Signal(object)
    """The Mark (annotation, figure or repair) a click without a selection hit."""
    asked = Signal(object, QPoint)
    """Right click: the code point under it and the global position."""
    deleted = Signal()
    """Delete was pressed while reading: it is meant for the mark chosen."""
    keyed = Signal(str)
    """A bare letter or digit typed while reading: h, u, n, 1 … 8."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks = {kind: Marks() for kind in MarkKind}
        self._flash = False
        self.carried: Callable[[], QMimeData | None] | None = None
        """What goes with selected words that are dragged or copied, where anything does."""
        self._settle = self._single_shot(180, self._tell_selection)
        self._flash_end = self._single_shot(FLASH_MS, self._end_flash)
        self.setMouseTracking(True)
        self.selectionChanged.connect(self._settle.start)

    # Marks -------------------------------------------------------------------------------------------

    def set_marks(self, kind: MarkKind, marks: Iterable[Mark]) -> None:
        """Show other marks of one kind; ``Marks`` made ready elsewhere are taken as they are."""
        self._marks[kind] = marks if isinstance(marks, Marks) else Marks(marks)
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

    def mark_at(self, point: QPoint, *kinds: MarkKind) -> Mark | None:
        """Return the shortest mark of ``kinds`` (earlier kinds first) under a point of the viewport."""
        offset = self.offset_at(point)
        if offset is None:
            return None
        return next((mark for kind in kinds for mark in self._marks[kind].at(offset)), None)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the words selected, with what goes with them."""
        cursor = self.textCursor()
        chosen = self.offsets.span_of(cursor.selectionStart(), cursor.selectionEnd())
        # The characters of the document are not all of the text, and Qt's own data is made of them.
        data = QMimeData()
        data.setText(chosen.of(self._shown.text))
        more = self.carried() if self.carried is not None else None
        if more is not None:
            for form in set(more.formats()) - set(data.formats()):
                data.setData(form, more.data(form))
        return data

    # Events ------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bands, then the text, then lines; only what is visible."""
        top, beyond = self.verticalScrollBar().value(), self._style.pixels  # bands reach over their lines
        lines = Lines(self.document(), top - beyond, top + self.viewport().height() + beyond)
        scrolled = QPoint(0, top)
        sheet = Sheet(lines, self.offsets, self._style.font(), self.theme)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-scrolled)
            paint_tables(painter, self.document(), self.theme)
            paint_under(painter, sheet, self._marks_now())
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-scrolled)
            paint_over(painter, sheet, self._marks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send bare letters and digits on; everything else moves and selects."""
        key = event.text().lower()
        if scrolls(self, event):
            return
        if is_plain(event) and key and key in "hunt12345678":
            self.keyed.emit(key)
            event.accept()
            return
        if event.key() == Qt.Key.Key_Delete and is_plain(event):
            self.deleted.emit()
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
            told = mark.told if mark is not None else ""
            if mark is not None and told:
                QToolTip.showText(event.globalPos(), told, self.viewport(), self.box_of(mark.span))
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _bring_caret(self) -> None:
        """Show the caret, in the visible part."""
        show_caret(self, on=True)
        cursor, seen = self.textCursor(), self.visible_span()
        if not seen.start <= self.offsets.to_points(cursor.position()) <= seen.end:
            cursor.setPosition(self.offsets.to_units(seen.start))
            self.setTextCursor(cursor)

    def _marks_now(self) -> dict[MarkKind, Marks]:
        if not self._flash:
            return self._marks
        flashing = [Mark(mark.kind, mark.span, "hit") for mark in self._marks[MarkKind.PLACE]]
        return {**self._marks, MarkKind.PLACE: Marks(flashing)}

    def _single_shot(self, interval: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(slot)
        return timer

    @Slot()
    def _tell_selection(self) -> None:
        self.selected.emit(self.selection())

    @Slot()
    def _end_flash(self) -> None:
        self._flash = False
        self.viewport().update()
