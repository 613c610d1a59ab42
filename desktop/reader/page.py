"""The reader: arranges header, find bar, paper and dock around one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.reading.articles import BesideText, Reading, beside_text
from corpus.model.source import NO_TEXT
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from desktop.actions import Action
from desktop.actions.page import Page
from desktop.export.print_sources import of_article
from desktop.reader.about import AboutArticle
from desktop.reader.actions import ReaderParts, reader_actions
from desktop.reader.dock import ReaderDock
from desktop.reader.exporting import offer_export
from desktop.reader.find_bar import FindBar
from desktop.reader.finding import TextFinder
from desktop.reader.header import Header
from desktop.reader.notes_shown import NotesShown
from desktop.reader.paper import Paper
from desktop.reader.progress import ReadingProgress
from desktop.reader.reading_page import ReadingPage
from desktop.reader.selection.bar import SelectionBar
from desktop.reader.selection.selecting import Selecting
from desktop.reader.style_menu import style_of
from desktop.reader.text.marks import MarkKind
from desktop.reader.text.markup import PreparedReading, prepared_reading
from desktop.reader.versions import ReaderVersions
from desktop.services.context import Context
from desktop.services.gradual_release import GradualRelease
from desktop.services.navigation import PageState
from desktop.services.print_source import PrintSource
from desktop.services.targets import DocumentsTarget, ReaderTarget, Target
from desktop.widgets import EmptyState


class ReaderPage(Page):
    """Shows the article of a target, at its place, with its panel turned to and what a search found lit."""

    key: ClassVar[str] = "reader"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._target = ReaderTarget()
        self._reading: Reading | None = None
        self._state: PageState = {}
        self.header = Header(context.theme, self)
        self.about = AboutArticle(context, self.header)
        self.find_bar = FindBar(context.theme, self)
        self.paper = Paper(context.theme, self)
        self.paper.set_style(style_of(context.settings))
        self.finding = TextFinder(self.find_bar, self.paper)
        self.reading_page = ReadingPage(context, self.header, self.paper, self)
        self.progress = ReadingProgress(context, self.paper)
        self.selecting = Selecting(context, self.paper, SelectionBar(context.theme, self.paper))
        self.side = ReaderDock(context, self)  # never without a parent, else it would outlive the window
        self.side.hide()  # until the window's dock takes it
        self.versions = ReaderVersions(context, self.paper, self.header, self.side)
        self.notes = NotesShown(context, self.paper, self.side, self.selecting)
        self._empty = EmptyState(
            context.theme, _("从文献里打开一篇文章，就在这里阅读。"), _("打开文献"), "book"
        )
        self._arrange()
        self._connect()

    # What every page can do --------------------------------------------------------------------------

    def title(self) -> str:
        """Return the title of the article."""
        return self._reading.summary.name if self._reading is not None else _("阅读")

    def show_target(self, target: Target) -> None:
        """Open an article, at a place where one is named."""
        self.progress.keep()
        if not isinstance(target, ReaderTarget) or not target.article:
            return
        self._target, self._state = target, {}
        if self._reading is not None and self._reading.summary.id == target.article:
            self._lead()
        else:
            self._load(target.article)

    def refresh(self, changes: Changes | None) -> None:
        """Read the article again where it or its facts changed, its notes where only those did."""
        if self._reading is None:
            return
        own = self._reading.summary.id
        if changes is None or changes.everything or own in changes.articles | changes.facts | changes.pages:
            self._load(own)
        elif own in changes.fields and changes.initiator != self.key:
            work = partial(beside_text, self.context.library, own)
            self.context.tasks.run(self, work, self._show_beside, self._fail, "reading")

    def state(self) -> PageState:
        """Return where one is reading."""
        return {"offset": self.paper.top_offset(), "version": self.paper.version}

    def restore(self, state: PageState) -> None:
        """Come back to where one was reading."""
        self._state = dict(state)
        if self._reading is not None and self._reading.summary.id == self._target.article:
            self._come_back()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done in the reader."""
        parts = ReaderParts(
            self.paper,
            self.selecting,
            self.finding,
            self.versions,
            self.side,
            self.reading_page,
            self.export,
        )
        return reader_actions(self.context, parts)

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the article with and without its marks, and its notes and figures."""
        if self._reading is None:
            return ()
        summary = self._reading.summary
        return of_article(self.context.library, summary.id, summary.title)

    def dock(self) -> QWidget:
        """Return the panels about the article."""
        return self.side

    # What the menus ask for --------------------------------------------------------------------------

    @Slot()
    def export(self) -> None:
        """Offer to export the notes, the text or the figures of the article."""
        if self._reading is not None:
            offer_export(self.context, self._reading.summary, self.window())

    # Inside ------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.find_bar)
        column.addWidget(self.paper, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(whole)

    def _connect(self) -> None:
        self.header.find_wanted.connect(self.finding.open_bar)
        self._empty.acted.connect(self._on_documents_wanted)
        self.paper.moved.connect(self._on_moved)
        self.side.went.connect(self._go_to)
        self.context.settings.changed.connect(self._on_setting)
        self.context.theme.changed.connect(self._set_text)

    def _load(self, article: str) -> None:
        library = self.context.library
        same = self._reading is not None and self._reading.summary.id == article
        before = self.paper.view.shown if same else None
        paper = self.paper
        work = partial(prepared_reading, library, article, paper.projected, before, paper.style_set)
        self.context.tasks.run(self, work, self._show, self._fail, "reading")

    def _show(self, prepared: PreparedReading) -> None:
        read = prepared.reading
        remains = GradualRelease(self._shown_now())
        fresh = self._reading is None or self._reading.summary.id != read.summary.id
        self._reading = read
        self._stack.setCurrentIndex(1)
        self.progress.show_summary(read.summary)
        self.about.show_summary(read.summary)
        self.paper.show_prepared(prepared)
        self.versions.tell_pages()
        self.side.show_reading(read)
        self.reading_page.show_reading(read)
        self.renamed.emit()
        if fresh:
            if read.summary.layer == NO_TEXT:
                self.versions.show("pages")
            self.finding.renew()
            self._begin(read)
            self.renamed.emit()
        remains.let_go(self.context.tasks, self)

    def _shown_now(self) -> Iterator[Iterable[object]]:
        """Yield what there are thousands of in a long article."""
        yield from map(self.paper.view.marks, MarkKind)
        if self._reading is not None:
            one = self._reading
            yield from (one.edits, one.figures, one.mentions, one.passages, one.sentences, one.page_refs)

    def _begin(self, read: Reading) -> None:
        """Go where the target, the state or the last session says."""
        self.progress.begin()
        if self._target.span is None:
            self.paper.set_top_offset(read.summary.progress)
        self._lead()
        if self._state:
            self._come_back()
        self.side.outline.follow(self.paper.read_offset())  # at the top nothing has moved yet
        self.paper.sheet.setFocus()

    def _lead(self) -> None:
        target, read = self._target, self._reading
        if target.note:
            self.side.show_note(target.note)
        if target.panel is not None:
            self.side.show_panel(target.panel, pending=target.pending)
        if read is None:
            return
        whole = Span(0, len(read.text))
        self.finding.show_found(tuple(one for one in target.marks if whole.contains(one)))
        if target.span is not None:
            start = min(target.span.start, whole.end)
            self.finding.lead_to(Span(start, min(target.span.end, whole.end)))

    def _come_back(self) -> None:
        self.versions.show(str(self._state.get("version", "clean")))
        offset = self._state.get("offset", 0)
        self.paper.set_top_offset(offset if isinstance(offset, int) else 0)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self.progress.show_summary(None)
        self._stack.setCurrentIndex(0)
        self.context.notices.trouble(error)

    @Slot()
    def _on_moved(self) -> None:
        self.side.outline.follow(self.paper.read_offset())

    @Slot(object)
    def _go_to(self, span: Span) -> None:
        self.paper.lead_to(span)

    def _show_beside(self, beside: BesideText) -> None:
        """Show what is kept beside the text as it stands now."""
        if self._reading is None or self._reading.summary.id != beside.summary.id:
            return
        self._reading = replace(self._reading, summary=beside.summary)
        self.progress.show_summary(beside.summary)
        self.about.show_summary(beside.summary)
        self.notes.show(beside.annotations, beside.summary)

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key.startswith("reading/"):
            self._set_text()

    @Slot()
    def _set_text(self) -> None:
        """Set the text as it is wanted, and as large as the window's letters have it."""
        style = style_of(self.context.settings)
        if style != self.paper.style_set:
            self.paper.set_style(style)

    @Slot()
    def _on_documents_wanted(self) -> None:
        self.context.navigator.go(DocumentsTarget())
