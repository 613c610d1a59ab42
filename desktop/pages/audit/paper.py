"""The paper being checked: its text, with everything that was looked up tinted by how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from corpus.library.checking.audited import AuditEntry
from desktop.pages.audit.rows import TINTS
from desktop.reader.text.offsets import Utf16Map
from desktop.theme import ThemeManager
from desktop.theme.fonts import reading_font, resized, scaled

_PALE: Final = {
    "celadon": "celadon_pale",
    "indigo": "indigo_pale",
    "cinnabar": "cinnabar_pale",
    "amber": "amber_pale",
    "second": "hover",
}
_LINE: Final = 165
_SIZE: Final = 16
_MEASURE: Final = 760
"""The widest the text becomes, in pixels at 100 %."""


class PaperText(QTextEdit):
    """Shows a paper; ``picked`` carries the number of the entry that was clicked."""

    picked = Signal(int)

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: tuple[AuditEntry, ...] = ()
        self._places: list[tuple[int, int]] = []
        self._chosen = -1
        self._side = 0
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("sheet")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(24)
        self._letters()
        theme.changed.connect(self._tint)

    def show_paper(self, text: str, entries: Sequence[AuditEntry]) -> None:
        """Show another paper from its beginning."""
        self._entries, self._chosen = tuple(entries), -1
        units = Utf16Map.of(text).to_units
        self._places = [(units(one.span.start), units(one.span.end)) for one in self._entries]
        self._put(text)
        self._tint()

    def _put(self, text: str) -> None:
        """Show a text in lines apart from one another; it is laid out once, when it is shown."""
        before = self.document()
        document = QTextDocument(self)
        document.setDefaultFont(before.defaultFont())
        document.setDocumentMargin(before.documentMargin())
        document.setPlainText(text)
        spread = QTextBlockFormat()
        spread.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spread)
        self.setDocument(document)

    def choose(self, number: int) -> None:
        """Light an entry and scroll to it."""
        if not 0 <= number < len(self._places):
            return
        self._chosen = number
        self._tint()
        cursor = self._cursor(number)
        cursor.setPosition(self._places[number][0])
        self.setTextCursor(cursor)
        box = self.cursorRect()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + box.center().y() - self.viewport().height() // 3)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which entry was clicked, unless words were selected."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        for number, (start, end) in enumerate(self._places):
            if start <= at <= end:
                self.picked.emit(number)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short enough to be read."""
        super().resizeEvent(event)
        side = max(0, (event.size().width() + self._side * 2 - scaled(_MEASURE)) // 2)
        if side != self._side:
            self._side = side
            self.setViewportMargins(side, 0, side, 0)
        width = self.viewport().width()
        if (
            int(self.document().textWidth()) != width
        ):  # margins set before a page is seen lay out nothing anew
            super().resizeEvent(QResizeEvent(self.viewport().size(), event.size()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event):
            self._letters()

    def _letters(self) -> None:
        font = reading_font("serif", scaled(_SIZE))
        if self.document().defaultFont() != font:
            self.document().setDefaultFont(font)

    def _cursor(self, number: int) -> QTextCursor:
        start, end = self._places[number]
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @Slot()
    def _tint(self) -> None:
        selections = []
        for number, entry in enumerate(self._entries):
            tint = TINTS[entry.standing]
            look = QTextCharFormat()
            look.setBackground(self._theme.colour(_PALE[tint]))
            look.setUnderlineColor(QColor(self._theme.colour(tint)))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            if number == self._chosen:
                look.setBackground(self._theme.colour("hit"))
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(number)
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)
