"""A person's words as they will be read, over the field they are written in: bold is bold, a citation names its work.

They cover the field while nobody writes in it; a click goes through to it.
"""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPaintEvent, QPalette, QTextDocument
from PySide6.QtWidgets import QWidget

from desktop.pages.drafts.growing_text import GrowingText, space_lines
from desktop.theme import ThemeManager
from index.lazy_pattern import LazyPattern

_OPEN: Final = "\x02"
_CLOSE: Final = "\x03"
_BOLD: Final = LazyPattern(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_SLANTED: Final = LazyPattern(r"(?<![*\w])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![*\w])")


def has_signs(text: str) -> bool:
    """Tell whether words hold signs that are read as something else."""
    return "[@" in text or _BOLD.search(text) is not None or _SLANTED.search(text) is not None


def cited(words: str) -> str:
    """Return what a citation names, between the signs it is known by when the words are shown."""
    return f"{_OPEN}{words}{_CLOSE}"


class ReadWords(QWidget):
    """Shows the words of ``field`` as they are read, and gives the field their height."""

    def __init__(self, theme: ThemeManager, field: GrowingText) -> None:
        super().__init__(field.viewport())
        self._theme, self._field, self._words = theme, field, ""
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        field.focused.connect(self.settle)
        field.left.connect(self.settle)
        field.grown.connect(self.settle)
        field.textChanged.connect(self._on_typed)
        theme.changed.connect(self._dress)

    def show_words(self, words: str) -> None:
        """Show words with the signs of :func:`cited`; none let the field be seen."""
        self._words = words
        self._dress()

    def text(self) -> str:
        """Return the words as they are read."""
        return self._document.toPlainText()

    @Slot()
    def settle(self) -> None:
        """Cover the field where there are words to be read and nobody writes."""
        covers = bool(self._words) and not self._field.hasFocus()
        room = self._field.viewport()
        if covers and self._document.textWidth() != room.width():
            self._document.setTextWidth(room.width())
        self._field.lend_height(int(self._document.size().height()) if covers else 0)
        self.setGeometry(room.rect())
        self.setVisible(covers)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words; the field paints none of its own meanwhile."""
        painter = QPainter(self)
        look = QAbstractTextDocumentLayout.PaintContext()
        look.palette.setColor(QPalette.ColorRole.Text, self._theme.colour("ink"))
        self._document.documentLayout().draw(painter, look)

    @Slot()
    def _on_typed(self) -> None:
        self.show_words("")

    @Slot()
    def _dress(self) -> None:
        second = self._theme.colour("second").name()
        told = _SLANTED.sub(r"<i>\1</i>", _BOLD.sub(r"<b>\1</b>", escape(self._words, quote=False)))
        told = told.replace(_OPEN, f'<span style="color: {second}">').replace(_CLOSE, "</span>")
        self._document.setDefaultFont(self._field.document().defaultFont())
        self._document.setHtml("".join(f"<p>{line}</p>" for line in told.split("\n")) if told else "")
        space_lines(self._document)
        self._document.setTextWidth(self._field.viewport().width())
        self.settle()
        self.update()
