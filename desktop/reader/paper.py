"""The paper with all that lies on it: the text, its margins, beside it the original, or the pages of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.page_images import DrawnFile
from corpus.library.core.views import AnnotationView
from corpus.library.reading.articles import Reading
from corpus.model.span import Span
from corpus.text.repairs.kinds import RepairKind
from desktop.reader.sheets.page_view import PageView
from desktop.reader.sheets.telling import TellsOfSheets
from desktop.reader.text.beside import OriginalBeside
from desktop.reader.text.led import Led
from desktop.reader.text.margin import Margin
from desktop.reader.text.margin_rows import margin_notes, margin_pages
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.reader.text.markup import PreparedReading, marks_of, note_mark, note_marks
from desktop.reader.text.projection import Projection, Version
from desktop.reader.text.typography import ReadingStyle
from desktop.reader.text.view import TextView
from desktop.theme import ThemeManager


class Paper(TellsOfSheets):
    """Shows a reading as 校订文, 原文, both side by side or 原页; spans in and out are of the clean text.

    What happens on the text or on the pages is told by the same signals, as ``TextView`` tells it.
    """

    note_pressed = Signal(str)
    drawn = Signal(int, object)
    box_ended = Signal()
    """A box was drawn on a page: its number (from 1) and its four sides as shares of it."""
    undrawable = Signal(object)
    """The pages cannot be drawn: an error; the text is shown again."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.view = TextView(theme, self)
        self.view.setAccessibleName(_("正文"))
        self.pages: PageView | None = None
        self.file: DrawnFile | None = None
        """The file whose pages or pictures can be shown."""
        self._projection: Projection | None = None
        self._style = ReadingStyle()
        self._version = "clean"
        self.led = Led()
        self._notes = Margin(self.view, theme, right=True)
        self._pages = Margin(self.view, theme, right=False)
        self._notes.pressed.connect(self.note_pressed)
        self.hear(self.view)
        self._panes = QSplitter(Qt.Orientation.Horizontal, self)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        self._panes.addWidget(self.view)
        self._beside = OriginalBeside(theme, self._panes, self.top_offset)
        self.view.moved.connect(self._beside.follow)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._panes)

    @property
    def projection(self) -> Projection | None:
        """Return what is shown, ``None`` before the first article."""
        return self._projection

    @property
    def version(self) -> str:
        """Return what is shown: clean, original, both or pages."""
        return self._version

    @property
    def style_set(self) -> ReadingStyle:
        """Return how the text is set."""
        return self._style

    @property
    def sheet(self) -> TextView | PageView:
        """Return what one reads on: the text, or the pages."""
        return self.pages if self._version == "pages" and self.pages is not None else self.view

    @property
    def beside(self) -> TextView | None:
        """Return the original beside the text, ``None`` where it is not shown."""
        return self._beside.view

    @property
    def projected(self) -> Version:
        """Return which text the paper itself shows; offsets of pages count in the original."""
        return "original" if self._version in {"original", "pages"} else "clean"

    def show_prepared(self, prepared: PreparedReading) -> None:
        """Show an article whose marks are made ready, if it is still the text they are for that is shown."""
        self.file = prepared.file
        if self._version == "pages" and self.file is None:
            self._version = "clean"
        right = prepared.version == self.projected
        self.show_reading(prepared.reading, prepared if right else None)

    def show_reading(self, reading: Reading, ready: PreparedReading | None = None) -> None:
        """Show an article, or the same one as it stands now: the first line stays the first line.

        ``ready`` is what was made ready of it in the version shown.
        """
        old = self._projection
        same = old is not None and old.reading.summary.id == reading.summary.id
        top = self.top_offset() if same else 0
        if old is not None and same and old.reading.text != reading.text:
            # The clean text moved under repairs: what stays is the original.
            before = Span(top, min(top + 1, len(old.reading.text)))
            top = reading.offsets.to_clean(old.reading.offsets.to_original(before)).start
            self.led = self.led.moved(old.reading, reading)
        self._projection = Projection(reading, self.projected)
        if not same:
            self.led = Led()
        self._show_sheet(top, keep=same, ready=ready)
        self._beside.part(wanted=self._version == "both")
        self._beside.show_reading(reading, self._style)
        self._show_marks(ready.marks if ready is not None else None)

    def show_notes(self, reading: Reading, rewritten: AnnotationView | None = None) -> None:
        """Show other notes of the article shown; everything else stays.

        ``rewritten`` is the only one that changed, where its mark stands as it stood.
        """
        old = self._projection
        if old is None:
            return
        self._projection = replace(old, reading=reading)
        if rewritten is not None and self.sheet is self.view:
            mark = note_mark(rewritten, self._projection)
            self.view.marks(mark.kind).retell(mark)
            self._notes.rewrite(mark.id, margin_notes((rewritten,), self._projection))
            return
        for kind, marks in note_marks(self._projection).items():
            self.sheet.set_marks(kind, marks)
        if self.pages is not None:
            self.pages.show_boxes(one.annotation for one in reading.annotations)
        self._notes.show_notes(margin_notes(reading.annotations, self._projection))

    def set_style(self, style: ReadingStyle) -> None:
        """Set the text another way; the first line stays the first line."""
        self._style = style
        if self._projection is None or self._version == "pages":
            return
        top = self.top_offset()
        self.view.show_text(self._projection.shown(), style)
        self.set_top_offset(top)
        self._beside.show_reading(self._projection.reading, self._style)
        self._show_marks()

    def show_version(self, version: str) -> None:
        """Show ``clean``, ``original``, ``both`` or, where there are any, ``pages``; the first line stays the first."""
        if version == "pages" and self._projection is not None and self.file is None:
            return
        if self._projection is None or version == self._version:
            self._version = version
            return
        top = self.top_offset()
        self._version = version
        self._projection = Projection(self._projection.reading, self.projected)
        self._beside.part(wanted=version == "both")
        self._show_sheet(top, keep=False)
        self._beside.show_reading(self._projection.reading, self._style)
        self._show_marks()

    def lead_to(self, span: Span, *, hit: bool = False) -> None:
        """Scroll to a span of the clean text and mark it."""
        if self._projection is None:
            return
        self.led = replace(self.led, place=span, is_hit=hit)
        shown = self._projection.to_shown(span)
        self.sheet.go_to(shown)
        self.sheet.mark_place(shown, hit=hit)
        self.moved.emit()  # the bar of a short text has not moved

    def forget_place(self) -> None:
        """Take the mark of where the reader was led away."""
        self.led = replace(self.led, place=None)
        self.sheet.mark_place(None)

    def show_hits(self, spans: tuple[Span, ...]) -> None:
        """Mark every place found (spans of the clean text)."""
        self.led = replace(self.led, hits=spans)
        if self._projection is not None:
            to_shown = self._projection.to_shown
            self.sheet.set_marks(MarkKind.HIT, (Mark(MarkKind.HIT, to_shown(span)) for span in spans))

    def selection(self) -> Span | None:
        """Return the selected span of the clean text."""
        chosen = self.sheet.selection()
        if chosen is None or self._projection is None:
            return None
        span = self._projection.to_clean(chosen)
        return span if len(span) else None

    def top_offset(self) -> int:
        """Return the offset of the clean text at the upper edge."""
        return 0 if self._projection is None else self._projection.offset_to_clean(self.sheet.top_offset())

    def read_offset(self) -> int:
        """Return the offset of the clean text in the line one is led to, a little below the upper edge.

        Where the text ends (or begins) a place one was led to stands lower (or higher).
        """
        if self._projection is None:
            return 0
        bar, place = self.sheet.verticalScrollBar(), self.led.place
        if place is not None and bar.value() in (bar.minimum(), bar.maximum()):
            seen = self.sheet.viewport().rect()
            if seen.intersects(self.sheet.box_of(self._projection.to_shown(place))):
                return place.start
        return self._projection.offset_to_clean(self.sheet.read_offset())

    def set_top_offset(self, offset: int) -> None:
        """Scroll so that the line of an offset of the clean text is the first."""
        if self._projection is not None:
            self.sheet.set_top_offset(self._projection.offset_to_shown(offset) if offset else 0)

    def draw_box(self) -> None:
        """Have the next drag on a page draw a box; the pages are shown for it."""
        self.show_version("pages")
        if self.pages is not None and self._version == "pages":
            self.pages.draw_box()

    def _show_sheet(self, top: int, *, keep: bool, ready: PreparedReading | None = None) -> None:
        """Show the text or the pages from ``top`` on; ``keep``: nothing moves where they are the same as before."""
        if self._projection is None:
            return
        if self._version == "pages" and self.file is not None:
            self._show_pages(self.file, self._projection.reading, top)
            return
        if self.pages is not None:
            self.pages.close_file()
            self.pages.hide()
        self._panes.show()
        shown = ready.shown if ready is not None else self._projection.shown()
        if keep and ready is not None and ready.patch is not None and self.view.shown is ready.before:
            self.view.change_text(ready.patch, shown)
            if ready.patch.span.start < top:
                self.set_top_offset(top)
        elif not keep or self.view.shown != shown:
            made = ready.document if ready is not None and ready.style == self._style else None
            self.view.show_text(shown, self._style, made)
            self.set_top_offset(top)

    def _show_pages(self, file: DrawnFile, reading: Reading, top: int) -> None:
        if self.pages is None:
            self.pages = PageView(self.theme, self)
            self.hear(self.pages)
            self.pages.copied.connect(self._copy)
            self.pages.drawn.connect(self.drawn)
            self.pages.box_ended.connect(self.box_ended)
            self.pages.note_pressed.connect(self.note_pressed)
            self.pages.failed.connect(self._on_undrawable)
            self._column.addWidget(self.pages)
        furniture = tuple(
            Span(one.edit.start, one.edit.end)
            for one in reading.edits
            if one.edit.applied and one.edit.kind == RepairKind.PAGE_FURNITURE
        )
        if not file.is_same(self.pages.file):
            self.pages.show_file(file, reading.original, furniture)
            self.set_top_offset(top)
        self.pages.hide_spans(furniture)
        self.pages.show_boxes(one.annotation for one in reading.annotations)
        self.pages.setAccessibleName(_("图片") if file.has_pictures else _("原页"))
        self._panes.hide()
        self.pages.show()

    @Slot()
    def _copy(self) -> None:
        """Copy what is selected on the pages as the text has it."""
        span = self.selection()
        if span is not None and self._projection is not None:
            QGuiApplication.clipboard().setText(span.of(self._projection.reading.text))

    @Slot(object)
    def _on_undrawable(self, error: object) -> None:
        self.show_version("clean")
        self.undrawable.emit(error)

    def _show_marks(self, ready: Mapping[MarkKind, Marks] | None = None) -> None:
        if self._projection is None:
            return
        for kind, marks in (ready or marks_of(self._projection)).items():
            self.sheet.set_marks(kind, marks)
        self.show_hits(self.led.hits)
        place = None if self.led.place is None else self._projection.to_shown(self.led.place)
        self.sheet.mark_place(place, hit=self.led.is_hit, flash=False)
        self._notes.show_notes(margin_notes(self._projection.reading.annotations, self._projection))
        self._pages.show_pages(margin_pages(self._projection))
