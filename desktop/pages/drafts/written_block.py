"""Blocks of a person's own words: headings, paragraphs, and prompts of what is to be written."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.model.draft import DraftItem
from desktop.pages.drafts.block import DraftBlock
from desktop.pages.drafts.growing_text import GrowingText
from desktop.pages.drafts.read_words import ReadWords
from desktop.pages.drafts.telling import NOTHING, Gathered
from desktop.theme import ThemeManager
from desktop.theme.fonts import reading_font, resized, scaled
from index.lazy_pattern import LazyPattern

_SIZES: Final = {1: 21, 2: 18, 3: 16, 4: 15}
_TEXT: Final = 15
_MARKED: Final = LazyPattern(r"(#{1,4})[ 　]+")


class WrittenBlock(DraftBlock):
    """A heading in the size of its level, a paragraph, or a prompt that leaves as soon as something is written."""

    def __init__(
        self, theme: ThemeManager, item: DraftItem, parent: QWidget, gathered: Gathered = NOTHING
    ) -> None:
        super().__init__(theme, item, parent)
        heading = item.kind == "heading"
        self.field = GrowingText(_("小标题") if heading else _("文字"), self, line=heading)
        self.field.setPlaceholderText(self._hint())
        self.field.show_words("" if item.kind == "prompt" else item.text)
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._on_stepped)
        self.field.focused.connect(self.chosen)
        self.read = ReadWords(theme, self.field)
        self.setFocusProxy(self.field)
        self.body.addWidget(self.field)
        self._dress()
        self.read.show_words(gathered.read.get(item.text, ""))

    def show_item(self, item: DraftItem, gathered: Gathered = NOTHING) -> None:
        """Show the block as it is now; words that are just being written stay."""
        other = item.text != self.item.text
        self.item = item
        self.field.setPlaceholderText(self._hint())
        if other or not self.field.hasFocus() or item.kind == "heading":
            self.field.show_words("" if item.kind == "prompt" else item.text)
        self._dress()
        self.read.show_words(gathered.read.get(self.field.toPlainText(), ""))

    def write(self) -> None:
        """Write on at the end of the words."""
        self.field.setFocus()
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "field"):
            self._dress()

    def _hint(self) -> str:
        if self.item.kind == "prompt":
            return self.item.text
        if self.item.kind == "heading":
            return _("标题（Tab 降级，Shift+Tab 升级）")
        return _("写在这里；[@ 引用文献，# 空格 成标题")

    def _dress(self) -> None:
        heading = self.item.kind == "heading"
        size = _SIZES[self.item.level] if heading else _TEXT
        font = reading_font("sans" if heading else "serif", scaled(size))
        font.setWeight(QFont.Weight.DemiBold if heading else QFont.Weight.Normal)
        self.field.wear(font)
        top = (14 if self.item.level == 1 else 8) if heading else 0
        self.body.setContentsMargins(0, top, 0, 0)
        self.field.updateGeometry()

    @Slot()
    def _on_typed(self) -> None:
        words = self.field.toPlainText()
        marked = _MARKED.match(words) if self.item.kind == "text" else None
        if marked is not None:
            level = len(marked[1])
            self.changed.emit(DraftItem("heading", text=words[marked.end() :], level=level))
            return
        if self.item.kind == "prompt" and not words:
            return
        kind = "text" if self.item.kind == "prompt" else self.item.kind
        self.item = replace(self.item, kind=kind, text=words)
        self.typed.emit(self.item)

    @Slot(str)
    def _on_stepped(self, step: str) -> None:
        if step in ("gone", "out"):
            self.removed.emit()
        else:
            self.stepped.emit(step)
