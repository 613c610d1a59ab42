"""What is done with a selection: marked, noted, copied, put into a draft, searched for, recorded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.library.facts.own_figures import figures_to_record
from corpus.library.reading.articles import Reading
from corpus.model.annotation import Colour, MarkStyle
from corpus.model.draft import DraftItem
from corpus.model.errors import YindeError
from corpus.model.span import Span
from desktop.actions.keymap import changed_keys
from desktop.operations import facts, notes, passages
from desktop.reader.paper import Paper
from desktop.reader.selection_bar import SelectionBar
from desktop.reader.selection_menu import TREND, SelectionMenu
from desktop.services.context import Context

_COLOURS: Final = tuple(Colour)


class Selecting(QObject):
    """Holds the selection bar and carries out its wishes and those of the keys."""

    noted = Signal(str)
    """The id of a note whose text shall be written now."""

    def __init__(self, context: Context, paper: Paper, bar: SelectionBar) -> None:
        super().__init__(paper)
        self._context = context
        self._paper = paper
        self._bar = bar
        self._colour = Colour.YELLOW
        paper.view.selected.connect(self._on_selected)
        paper.view.moved.connect(bar.hide)
        paper.view.keyed.connect(self.key)
        bar.coloured.connect(self.colour)
        bar.wanted.connect(self.do)
        bar.more.connect(self.show_menu)

    @property
    def reading(self) -> Reading | None:
        """Return the article at hand."""
        projection = self._paper.projection
        return projection.reading if projection is not None else None

    def has_selection(self) -> bool:
        """Tell whether anything is selected."""
        return self._paper.selection() is not None

    @Slot(str)
    def key(self, key: str) -> None:
        """Do what a bare key means, unless a person gave it away: h highlight, u underline, n note, 1 to 8 colours."""
        wish = {"h": "highlight", "u": "underline", "n": "note"}.get(key, "")
        colour = _COLOURS[int(key) - 1] if key.isdigit() else None
        action = f"reader.colour.{colour.value}" if colour is not None else f"reader.{wish}"
        if key.upper() not in changed_keys(self._context.settings).get(action, (key.upper(),)):
            return
        if colour is not None:
            self.colour(colour)
        else:
            self.do(wish)

    @Slot(object)
    def colour(self, colour: Colour) -> None:
        """Highlight the selection in a colour; one that is marked already changes its colour."""
        self._colour = colour
        span = self._paper.selection()
        if span is None:
            return
        existing = self._note_over(span)
        if existing is not None:
            notes.recolour(self._context, existing.annotation.id, colour)
            self._finish()
        else:
            self.mark(MarkStyle.HIGHLIGHT)

    @Slot(str)
    def do(self, what: str) -> None:
        """Carry out a wish of the bar, the menu or a key, such as ``note`` or ``trend:extension``."""
        wishes: dict[str, Callable[[], object]] = {
            "highlight": self.highlight,
            "underline": self.underline,
            "note": self.note,
            "copy": self.copy,
            "link": self.copy_link,
            "draft": self.into_draft,
            "search": self.search,
            "figure": self.record_figure,
            "fact": self.record_fact,
            "word": self.take_word,
        }
        if not self.has_selection():
            self._context.notices.tell(_("请先选中正文里的文字"))
            return
        try:
            if what.startswith(TREND):
                self.switch_trend(what.removeprefix(TREND))
            else:
                wishes[what]()
        except YindeError as error:
            self._context.notices.trouble(error)

    def highlight(self) -> None:
        """Highlight the selection in the colour used last."""
        self.mark(MarkStyle.HIGHLIGHT)

    def underline(self) -> None:
        """Underline the selection."""
        self.mark(MarkStyle.UNDERLINE)

    def mark(self, style: MarkStyle) -> AnnotationView | None:
        """Mark the selection; what is kept is kept at once."""
        span, reading = self._paper.selection(), self.reading
        if span is None or reading is None:
            return None
        made = notes.mark(self._context, reading.summary.id, span, self._colour, style)
        self._finish()
        return made

    def note(self) -> None:
        """Write a note on the selection: on its mark where it has one already."""
        span = self._paper.selection()
        existing = self._note_over(span) if span is not None else None
        view = existing or self.mark(MarkStyle.HIGHLIGHT)
        self._finish()
        if view is not None:
            self.noted.emit(view.annotation.id)

    def copy(self) -> None:
        """Copy the selection with its citation."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            passages.copy_passage(self._context, reading.summary.id, span)
            self._bar.hide()

    def copy_link(self) -> None:
        """Copy a link to the selection."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            passages.copy_link(self._context, reading.summary.id, span)
            self._bar.hide()

    def into_draft(self) -> None:
        """Mark the selection and put it into the draft worked on last."""
        span = self._paper.selection()
        view = (self._note_over(span) if span is not None else None) or self.mark(MarkStyle.HIGHLIGHT)
        if view is not None:
            passages.into_draft(self._context, (DraftItem("annotation", view.annotation.id),))
            self._finish()

    def search(self) -> None:
        """Search the library for the selection."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            passages.search_text(self._context, span.of(reading.text).replace("\n", " "))

    def record_figure(self) -> None:
        """Ask what a number of the selection says, and keep it as a figure."""
        from desktop.reader.record_figure import RecordFigureDialog

        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            drafts = figures_to_record(self._context.library, reading.summary.id, span)
            self._bar.hide()
            RecordFigureDialog(self._context, drafts, self._paper.window()).open()

    def record_fact(self) -> None:
        """Ask what the selection says of a platform, and keep it as a fact."""
        from desktop.reader.record_fact import RecordFactDialog

        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            self._bar.hide()
            RecordFactDialog(self._context, reading.summary.id, span, self._paper.window()).open()

    def switch_trend(self, trend: str) -> None:
        """Put the sentences of the selection under a trend, or take them out again."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            facts.switch_trend(self._context, reading.summary.id, span, trend)
            self._finish()

    def take_word(self) -> None:
        """Take the selected word into the lexicon."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            facts.keep_word(self._context, span.of(reading.text))
            self._finish()

    @Slot(QPoint)
    def show_menu(self, at: QPoint) -> None:
        """Show everything that can be done with the selection."""
        span, reading = self._paper.selection(), self.reading
        ticked = frozenset[str]()
        if span is not None and reading is not None:
            ticked = facts.trends_of(self._context.library, reading.summary.id, span)
        trends = self._context.library.knowledge.trends
        keys = changed_keys(self._context.settings)
        menu = SelectionMenu(
            trends, ticked, keys, self._paper,
            enabled=span is not None, writable=self._context.library.writable,
        )  # fmt: skip
        menu.wanted.connect(self.do)
        menu.popup(at)

    def _note_over(self, span: Span) -> AnnotationView | None:
        """Return the note whose place is exactly ``span``."""
        reading = self.reading
        notes = reading.annotations if reading is not None else ()
        return next((one for one in notes if one.place is not None and one.place.span == span), None)

    def _finish(self) -> None:
        self._bar.hide()
        self._paper.view.clear_selection()
        self._paper.view.setFocus()

    @Slot(object)
    def _on_selected(self, span: Span | None) -> None:
        view = self._paper.view
        if span is None or not view.hasFocus():
            self._bar.hide()
            return
        box = view.box_of(span).translated(view.viewport().mapTo(self._paper, QPoint(0, 0)))
        self._bar.show_at(box.intersected(self._paper.rect()))
