"""The words of a block, with what is copied of the text around a quotation in second ink."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from desktop.theme import ThemeManager
from desktop.widgets import TextLabel


class QuotedLabel(TextLabel):
    """Shows words alone as plain text; ``before`` and ``after`` stand on their line, as they come out."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("", "reading", parent, wrap=True)
        self._theme = theme
        self._told = ("", "", "")
        theme.changed.connect(self._draw)

    def show_words(self, words: str, before: str = "", after: str = "") -> None:
        """Show words with what stands around them."""
        self._told = (before, words, after)
        self._draw()

    def plain(self) -> str:
        """Return all that is shown, without its looks."""
        return "".join(self._told)

    @Slot()
    def _draw(self) -> None:
        before, words, after = self._told
        if not before and not after:
            self.setTextFormat(Qt.TextFormat.PlainText)
            self.setText(words)
            return
        second = self._theme.colour("second").name()
        first, middle, last = (escape(part).replace("\n", "<br>") for part in self._told)
        around = f'<span style="color: {second}">{{}}</span>'
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(around.format(first) + middle + around.format(last))
