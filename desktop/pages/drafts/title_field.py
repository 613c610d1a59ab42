"""The title of a draft, on as many lines as it needs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from desktop.pages.drafts.growing_text import FieldStep, GrowingText
from desktop.theme.fonts import reading_font, resized, scaled

_SIZE: Final = 26
WORDS_BEGIN: Final = 24
"""So many pixels within the edge the words of title and blocks begin."""


class TitleField(GrowingText):
    """``typed`` carries the title as it is written; ``stepped`` says that a hand goes on below it or down."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("文稿标题"), parent, line=True)
        self.setPlaceholderText(_("题目"))
        self.setTabChangesFocus(True)
        self.setProperty("title", True)
        self.setViewportMargins(WORDS_BEGIN, 0, 0, 0)
        self._dress()
        self.textChanged.connect(self._on_typed)

    def text(self) -> str:
        """Return the title."""
        return self.toPlainText()

    def write(self) -> None:
        """Write on at the end of the title."""
        self.setFocus()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event):
            self._dress()

    def _step_of(self, event: QKeyEvent) -> FieldStep | None:
        """Return where a key leads: a title has no depth, and does not go when it is empty."""
        step = super()._step_of(event)
        return step if step in (FieldStep.BELOW, FieldStep.DOWN) else None

    def _dress(self) -> None:
        font = reading_font("sans", scaled(_SIZE))
        font.setWeight(QFont.Weight.DemiBold)
        if font != self.document().defaultFont():
            self.wear(font)

    @Slot()
    def _on_typed(self) -> None:
        self.typed.emit(self.text())
