"""The page of the manual: contents and search at the left, the chapter at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QTextEdit, QVBoxLayout, QWidget

from corpus.importing.table import READERS
from corpus.language import translate as _
from desktop.actions import Action, Menu
from desktop.actions.keymap import changed_keys
from desktop.actions.page import Page
from desktop.export.report_sheet import SheetLook, dressed
from desktop.pages.manual.chapters import CHAPTERS, ManualChapter, filled, page_html, read_chapter
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.print_source import PrintSource
from desktop.services.targets import ManualTarget, Target
from desktop.theme.fonts import scaled
from desktop.widgets import SearchField, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine
from desktop.widgets.markdown_html import SafeBrowser

_COLUMN: Final = 760
_CONTENTS: Final = 260
"""Pixels of the column of text at most, and of the contents, at 100 %."""
_SIZE: Final = 15
"""Pixels of the letters of the text at 100 %."""


class ManualPage(Page):
    """Shows the ``chapter`` a target names."""

    key: ClassVar[str] = "manual"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._chapters: dict[str, ManualChapter] = {}
        self._chapter = CHAPTERS[0]
        self.field = SearchField(context.theme, _("在手册中查找"), self)
        self.contents = QListWidget(self)
        self.contents.setObjectName("contents")
        self.contents.setAccessibleName(_("目录"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = _View(self)
        self.view.setAccessibleName(_("使用手册"))
        self._arrange()
        self.field.edited.connect(self._on_sought)
        self.field.submitted.connect(self._on_submitted)
        self.field.moved.connect(self._step)
        self.contents.currentItemChanged.connect(self._on_chosen)
        self.view.anchorClicked.connect(self._on_link)
        context.theme.changed.connect(self._show_chapter)
        context.settings.changed.connect(self._on_setting)
        self._read()

    def title(self) -> str:
        """Return the name of the page."""
        return _("使用手册")

    def show_target(self, target: Target) -> None:
        """Show the chapter a target names, or the one shown before."""
        if isinstance(target, ManualTarget) and target.chapter in CHAPTERS:
            self._chapter = target.chapter
        self._choose()
        self._show_chapter()

    def state(self) -> PageState:
        """Return how far one has read."""
        return {"scroll": self.view.verticalScrollBar().value()}

    def restore(self, state: PageState) -> None:
        """Come back to where one was reading."""
        scroll = state.get("scroll", 0)
        self.view.verticalScrollBar().setValue(scroll if isinstance(scroll, int) else 0)

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        return (
            Action("manual.find", _("在手册中查找…"), self.seek, ("Ctrl+F",), "search", Menu.EDIT, "3"),
            Action("manual.next", _("下一处"), partial(self._step, 1), ("F3",), "", Menu.EDIT, "3"),
            Action(
                "manual.previous", _("上一处"), partial(self._step, -1), ("Shift+F3",), "", Menu.EDIT, "3"
            ),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the chapter shown, and all of them."""
        shown, every = self._chapters[self._chapter], tuple(self._chapters.values())
        return (
            PrintSource(shown.title, _("这一章"), partial(page_html, (shown,))),
            PrintSource(_("使用手册"), _("整本手册"), partial(page_html, every)),
        )

    def seek(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _read(self) -> None:
        changed = changed_keys(self.context.settings)
        read = (filled(read_chapter(key), changed, tuple(READERS)) for key in CHAPTERS)
        self._chapters = {one.key: one for one in read}
        self._list()

    def _list(self) -> None:
        """List the chapters, while something is sought those that have it, each with how often."""
        words = self.field.text().strip()
        self.contents.blockSignals(True)
        self.contents.clear()
        for chapter in self._chapters.values():
            count = chapter.count(words)
            if words and not count:
                continue
            told = _("{title}（{n}）", title=chapter.title, n=count) if words else chapter.title
            item = QListWidgetItem(told)
            item.setData(Qt.ItemDataRole.UserRole, chapter.key)
            self.contents.addItem(item)
        self.contents.blockSignals(False)
        self.none.setVisible(bool(words) and not self.contents.count())
        self._choose()

    def _choose(self) -> None:
        """Light the chapter shown in the contents."""
        self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == self._chapter:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(False)

    @Slot()
    def _show_chapter(self) -> None:
        look = SheetLook(self.context.theme.tokens, scaled(_SIZE), face="sans")
        self.view.setFont(look.heading_font())
        self.view.setHtml(dressed(page_html((self._chapters[self._chapter],)), look))
        self._mark()

    def _mark(self) -> None:
        """Light every place of what is sought."""
        words, marks = self.field.text().strip(), []
        cursor = QTextCursor(self.view.document())
        while words and not (cursor := self.view.document().find(words, cursor)).isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(self.context.theme.colour("hit"))
            marks.append(mark)
        self.view.setExtraSelections(marks)

    @Slot(str)
    def _on_sought(self, _text: str) -> None:
        self._list()
        rows = [self.contents.item(row) for row in range(self.contents.count())]
        keys = [str(one.data(Qt.ItemDataRole.UserRole)) for one in rows]
        if keys and self._chapter not in keys:
            self._chapter = keys[0]
            self._choose()
        self._show_chapter()

    @Slot(str)
    def _on_submitted(self, _text: str) -> None:
        self._step(1)

    @Slot(int)
    def _step(self, by: int) -> None:
        """Go to the next place or the one before; from the last of a chapter to the next chapter that has one."""
        words = self.field.text().strip()
        if not words:
            self.seek()
            return
        flag = self.view.document().FindFlag
        back = flag.FindBackward if by < 0 else flag(0)
        if self.view.find(words, back) or not self.contents.count():
            return
        row = (self.contents.currentRow() + by) % self.contents.count()
        self._chapter = str(self.contents.item(row).data(Qt.ItemDataRole.UserRole))
        self._choose()
        self._show_chapter()
        if by < 0:
            self.view.moveCursor(QTextCursor.MoveOperation.End)
        self.view.find(words, back)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            chapter = str(item.data(Qt.ItemDataRole.UserRole))
            self.context.navigator.go(ManualTarget(chapter=chapter))

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        """Go to another chapter: ``search.md``."""
        chapter = address.path().removesuffix(".md")
        if chapter in CHAPTERS:
            self.context.navigator.go(ManualTarget(chapter=chapter))

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key == "keys":
            self._read()
            self._show_chapter()

    def _arrange(self) -> None:
        left = QWidget(self)
        left.setFixedWidth(_CONTENTS)
        column = QVBoxLayout(left)
        column.setContentsMargins(PANE_EDGE, HEAD_TOP, PANE_EDGE, 12)
        column.setSpacing(12)
        self.none = TextLabel(_("手册里没有找到。"), "second", left)
        self.none.hide()
        line = HeadLine()
        line.addWidget(TextLabel(_("使用手册"), "title"))
        column.addLayout(line)
        for widget in (self.field, self.none):
            column.addWidget(widget)
        column.addWidget(self.contents, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(self.view, 1)


class _View(SafeBrowser):
    """The chapter, in a column of letters one can read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        spare = max(self.width() - scaled(_COLUMN), 0) // 2
        self.setViewportMargins(spare, 0, spare, 0)
        room = self.viewport().size()
        if int(self.document().textWidth()) != room.width():
            # Margins set before the page is seen lay out nothing anew.
            super().resizeEvent(QResizeEvent(room, event.size()))
