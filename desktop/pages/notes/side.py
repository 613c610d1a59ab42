"""The right side of the page of notes: where a note stands, its editor, and what to do when it is lost."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import page_name
from corpus.library.core.views import AnnotationView
from corpus.model.article import told_apart
from desktop.pages.notes.filtering import is_lost
from desktop.pages.notes.links import NoteLinksPanel
from desktop.pages.notes.several import SeveralNotes
from desktop.reader.selection.note_editor import NoteEditor
from desktop.services.context import Context
from desktop.theme import ThemeManager
from desktop.widgets import EmptyState, FlowLayout, QuietButton, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine


class NoteSide(QWidget):
    """Shows one note, or what can be done with several; the signals carry a note's id."""

    relocated = Signal(str)
    freed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self.setObjectName("dock")
        self.setMaximumWidth(560)
        self.article = TextLabel("", "strong", wrap=True)
        self.chapter = TextLabel("", "small", wrap=True)
        self.editor = NoteEditor(theme, self, most=2000)
        self.links = NoteLinksPanel(context, self)
        self.several = SeveralNotes(theme, self)
        self.several.hide()
        self._empty = EmptyState(theme, _("选中一条批注，在这里修改。"), icon="pencil")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._empty, 1)
        column.addWidget(self._head())
        column.addWidget(self.editor, 1)
        column.addWidget(self.links)
        column.addWidget(self._foot(theme))
        column.addWidget(self.several, 1)
        self.show_note(None)

    def show_note(self, view: AnnotationView | None) -> None:
        """Show another note, or none."""
        self.editor.show_note(view)
        self.links.show_note(view.annotation.id if view is not None else "")
        self._empty.setVisible(view is None)
        self.several.hide()
        for widget in (self._top, self.editor, self.links, self._bottom):
            widget.setVisible(view is not None)
        if view is None:
            return
        placed = bool(view.annotation.article)
        self.article.setText(told_apart(view.article_title, view.file) if placed else _("笔记"))
        where = [view.chapter, page_name(view.place.page if view.place else None)]
        self.chapter.setText(" · ".join(part for part in where if part))
        self.chapter.setVisible(any(where))
        self._relocate.setVisible(is_lost(view))
        self._free.setVisible(is_lost(view))

    def show_several(self, chosen: int, listed: int) -> None:
        """Show what can be done with so many notes of those listed."""
        self.show_note(None)
        self._empty.hide()
        self.several.show_count(chosen, listed)
        self.several.show()

    def _head(self) -> QWidget:
        self._top = QWidget(self)
        column = QVBoxLayout(self._top)
        column.setContentsMargins(PANE_EDGE, HEAD_TOP, PANE_EDGE, 12)
        column.setSpacing(0)
        line = HeadLine()
        line.addWidget(self.article)
        column.addLayout(line)
        column.addWidget(self.chapter)
        return self._top

    def _foot(self, theme: ThemeManager) -> QWidget:
        self._bottom = QWidget(self)
        row = FlowLayout(self._bottom, spacing=8)
        row.setContentsMargins(12, 10, 12, 12)
        self._relocate = QuietButton(_("重新定位…"), theme, "search")
        self._relocate.clicked.connect(self._on_relocate)
        self._free = QuietButton(_("转为笔记"))
        self._free.clicked.connect(self._on_free)
        self.draft = QuietButton(_("加入文稿"), theme, "draft-add")
        for button in (self._relocate, self._free, self.links.add, self.draft):
            row.addWidget(button)
        return self._bottom

    def writing_parts(self) -> tuple[QWidget, ...]:
        """Return what changes notes and drafts."""
        own = (self._relocate, self._free, self.draft, self.links.add)
        return *self.editor.writing_parts(), *own, *self.several.writing_parts()

    @Slot()
    def _on_relocate(self) -> None:
        self.relocated.emit(self.editor.annotation_id)

    @Slot()
    def _on_free(self) -> None:
        self.freed.emit(self.editor.annotation_id)
