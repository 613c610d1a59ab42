"""The original beside the text, kept at the same place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSplitter

from corpus.language import translate as _
from corpus.library.reading.articles import Reading
from desktop.reader.text.marks import MarkKind
from desktop.reader.text.markup import marks_of
from desktop.reader.text.projection import Projection
from desktop.reader.text.typography import ReadingStyle
from desktop.reader.text.view import TextView
from desktop.theme import ThemeManager


class OriginalBeside(QObject):
    """Holds the second pane while there is one; ``top`` tells the offset of the clean text one reads at."""

    def __init__(self, theme: ThemeManager, panes: QSplitter, top: Callable[[], int]) -> None:
        super().__init__(panes)
        self._theme = theme
        self._panes = panes
        self._top = top
        self._original: Projection | None = None
        self.view: TextView | None = None

    def part(self, *, wanted: bool) -> None:
        """Have the pane there or gone, before the text is laid out at the width that leaves."""
        if not wanted and self.view is not None:
            self.view.setParent(None)
            self.view.deleteLater()
            self.view = None
        elif wanted and self.view is None:
            self.view = TextView(self._theme)
            self.view.setAccessibleName(_("原文"))
            self._panes.insertWidget(0, self.view)
            self._panes.setSizes([self._panes.width() // 2] * 2)

    def show_reading(self, reading: Reading, style: ReadingStyle) -> None:
        """Show the original of an article where the pane is there."""
        if self.view is None:
            return
        self._original = Projection(reading, "original")
        shown = self._original.shown()
        if self.view.shown != shown or self.view.reading_style != style:
            self.view.show_text(shown, style)
        self.view.set_marks(MarkKind.REPAIR, marks_of(self._original)[MarkKind.REPAIR])
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Go where the text is."""
        if self.view is not None and self._original is not None:
            self.view.set_top_offset(self._original.offset_to_shown(self._top()))
