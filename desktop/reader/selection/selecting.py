"""What is done with a selection: marked, noted, copied, put into a draft, searched for, recorded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.library.facts.own_figures import figures_to_record
from corpus.library.reading.articles import Reading
from corpus.model.annotation import Colour, MarkStyle, Sides
from corpus.model.errors import YindeError
from corpus.model.place import Place
from corpus.model.span import Span
from desktop.actions.keymap import changed_keys
from desktop.operations import facts, notes, passages
from desktop.operations.drafts import put_passages
from desktop.reader.paper import Paper
from desktop.reader.selection.awaited_notes import NotedMarks
from desktop.reader.selection.bar import SelectionBar
from desktop.reader.selection.carrying import let_carry
from desktop.reader.selection.mark_actions import MarkActions
from desktop.reader.selection.mending import Mending
from desktop.reader.selection.menu import MenuState, SelectionMenu
from desktop.reader.selection.wishes import NoteWish, Recolour, UnderTrend, Wish
from desktop.services.context import Context

T = TypeVar("T")

_COLOURS: Final = tuple(Colour)
_KEYS: Final = {"h": Wish.HIGHLIGHT, "u": Wish.UNDERLINE, "n": Wish.NOTE, "t": Wish.TAG}


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
        self.marks = MarkActions(context, paper)
        self.noted_marks = NotedMarks(context, self.marks)
        self._marked: AnnotationView | None = None
        self._asked_at = QPoint()
        let_carry(paper)
        mending = Mending(context, paper)
        self._wishes: dict[Wish, Callable[[], None]] = {
            Wish.HIGHLIGHT: partial(self.mark, MarkStyle.HIGHLIGHT),
            Wish.UNDERLINE: partial(self.mark, MarkStyle.UNDERLINE), Wish.NOTE: self.write_note,
            Wish.TAG: partial(self.on_its_mark, self.marks.tag_view),
            Wish.COPY: partial(self.hand_on, passages.copy_passage),
            Wish.COPY_MARK: partial(self.hand_on, passages.copy_passage_with_mark),
            Wish.LINK: partial(self.hand_on, passages.copy_link), Wish.DRAFT: self.into_draft,
            Wish.SEARCH: self.search, Wish.FIGURE: self.record_figure, Wish.FACT: self.record_fact,
            Wish.WORD: self.take_word, Wish.CORRECT: mending.correct, Wish.TITLE: mending.title,
            Wish.SPLIT: mending.split,
        }  # fmt: skip
        self._of_mark: dict[Wish | UnderTrend, Callable[[str], None]] = {
            Wish.TAG: self.marks.tag,
            Wish.NOTE: self.noted.emit,
            Wish.DRAFT: self.marks.into_draft,
        }
        self._handed_on: dict[Wish | UnderTrend, Callable[[str], None]] = {
            wish: partial(self.marks.hand_on, of_mark)
            for wish, of_mark in (
                (Wish.COPY, NoteWish.COPY), (Wish.COPY_MARK, NoteWish.COPY_MARK), (Wish.LINK, NoteWish.LINK),
            )
        }  # fmt: skip
        if not context.library.writable:
            bar.only_read()
        paper.selected.connect(self._on_selected)
        paper.moved.connect(bar.hide)
        paper.keyed.connect(self.key)
        paper.drawn.connect(self.box)
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

    def has_mark(self) -> bool:
        """Tell whether something is selected, or a mark was made or clicked before."""
        return self.has_selection() or bool(self.marks.at_hand)

    @Slot(str)
    def key(self, key: str) -> None:
        """Do what a bare key (h, u, n, t and the digits of the colours) means, unless it was given away."""
        wish = _KEYS.get(key)
        colour = _COLOURS[int(key) - 1] if key.isdecimal() else None
        action = f"reader.colour.{colour.value}" if colour is not None else wish.action if wish else ""
        if key.upper() not in changed_keys(self._context.settings).get(action, (key.upper(),)):
            return
        if colour is not None:
            self.colour(colour)
        elif wish is not None:
            self.do(wish)

    @Slot(object)
    def colour(self, colour: Colour) -> None:
        """Highlight the selection in a colour; what is marked already, or the mark at hand, changes its colour."""
        self._colour = colour
        span = self._paper.selection()
        if span is None:
            if self.marks.at_hand and self._context.library.writable:
                self.marks.recolour(self.marks.at_hand, colour)
            return
        existing = self._note_over(span)
        if existing is not None:
            self.marks.recolour(existing.annotation.id, colour)
            self._finish()
        else:
            self.mark(MarkStyle.HIGHLIGHT)

    @Slot(object)
    def do(self, wish: Wish | UnderTrend) -> None:
        """Carry out a wish of the bar, the menu or a key."""
        if not self.has_selection():
            able = self._handed_on | (self._of_mark if self._context.library.writable else {})
            if self.marks.at_hand and wish in able:
                able[wish](self.marks.at_hand)
                return
            self._context.notices.tell(_("请先选中正文里的文字"))
            return
        try:
            if isinstance(wish, UnderTrend):
                self.switch_trend(wish.trend)
            else:
                self._wishes[wish]()
        except YindeError as error:
            self._context.notices.trouble(error)

    def mark(self, style: MarkStyle, then: Callable[[AnnotationView], None] | None = None) -> None:
        """Mark the selection in the colour used last, then go on with the mark; it is kept at once.

        What is marked so already is not marked once more.
        """
        span, reading = self._paper.selection(), self.reading
        if span is None or reading is None:
            return
        there = self._note_over(span, style)
        if there is not None and then is None:
            self.marks.take_up(there.annotation.id)
            self._finish()
            return
        made = notes.mark(reading.summary.id, span, self._colour, style)
        done = partial(self._on_marked, then)
        if then == self._write:
            self.noted_marks.write(made, done)
        else:
            self.marks.run(made, done)
        self._finish()

    def write_note(self) -> None:
        """Write a note on the selection: the keys belong to it at once, before its mark is written."""
        span, reading = self._paper.selection(), self.reading
        if span is None or reading is None:
            return
        new = self._note_over(span) is None
        self.on_its_mark(self._write)
        if new:
            self.noted_marks.tell(span.of(reading.text))

    @Slot(int, object)
    def box(self, page: int, sides: Sides) -> None:
        """Keep a box drawn on a page, then write its note."""
        reading = self.reading
        if reading is not None:
            made = notes.box(reading.summary.id, page, sides, self._colour)
            self.noted_marks.write(made, partial(self._on_marked, self._write))
            self.noted_marks.tell("")

    def _on_marked(self, then: Callable[[AnnotationView], None] | None, view: AnnotationView) -> None:
        self.marks.take_up(view.annotation.id)
        self.marks.changed.emit(view)
        if then is not None:
            then(view)

    def on_its_mark(self, then: Callable[[AnnotationView], None]) -> None:
        """Go on with the mark of the selection: the one it has already, else a new one."""
        span = self._paper.selection()
        existing = self._note_over(span) if span is not None else None
        if existing is None:
            self.mark(MarkStyle.HIGHLIGHT, then)
        else:
            self._finish()
            then(existing)

    def _write(self, view: AnnotationView) -> None:
        self.noted.emit(view.annotation.id)

    def hand_on(self, hand: Callable[[Context, str, Span], None]) -> None:
        """Put the selection on the clipboard in one of its forms."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            hand(self._context, reading.summary.id, span)
            self._bar.hide()

    def into_draft(self) -> None:
        """Put the selection into the draft worked on last: its mark where it has one, else its words alone."""
        span, reading = self._paper.selection(), self.reading
        if span is None or reading is None:
            return
        existing = self._note_over(span)
        self._finish()
        if existing is not None:
            self.marks.into_draft(existing.annotation.id)
        else:
            summary = reading.summary
            self.marks.run(put_passages([Place(summary.id, summary.title, span, span.of(reading.text))]))

    def search(self) -> None:
        """Search the library for the selection."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            passages.search_text(self._context, span.of(reading.text).replace("\n", " "))

    def record_figure(self) -> None:
        """Ask what a number of the selection says, and keep it as a figure."""
        from desktop.reader.selection.record_figure import RecordFigureDialog

        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            drafts = figures_to_record(self._context.library, reading.summary.id, span)
            self._bar.hide()
            RecordFigureDialog(self._context, drafts, self._paper.window()).open()

    def record_fact(self) -> None:
        """Ask what the selection says of a platform, and keep it as a fact."""
        from desktop.reader.selection.record_fact import RecordFactDialog

        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            self._bar.hide()
            RecordFactDialog(self._context, reading.summary.id, span, self._paper.window()).open()

    def switch_trend(self, trend: str) -> None:
        """Put the sentences of the selection under a trend, or take them out again."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            self.marks.run(facts.switch_trend(reading.summary.id, span, trend))
            self._finish()

    def take_word(self) -> None:
        """Take the selected word into the lexicon."""
        span, reading = self._paper.selection(), self.reading
        if span is not None and reading is not None:
            self.marks.run(facts.keep_word(span.of(reading.text)))
            self._finish()

    @Slot(QPoint)
    def show_menu(self, at: QPoint, mark: AnnotationView | None = None) -> None:
        """Show everything that can be done with the selection, and with the mark under the pointer."""
        span, reading, library = self._paper.selection(), self.reading, self._context.library
        ticked = frozenset[str]()
        if span is not None and reading is not None:
            ticked = facts.trends_of(library, reading.summary.id, span)
        colour = mark.annotation.colour if mark is not None else None
        state = MenuState(
            span is not None,
            library.writable,
            colour,
            library.knowledge.trends,
            ticked,
            self._context.theme.mark_names,
        )
        menu = SelectionMenu(state, changed_keys(self._context.settings), self._paper)
        menu.wanted.connect(self.do)
        self._marked = mark
        self._asked_at = at
        menu.mark_wanted.connect(self._do_with_mark)
        menu.popup(at)

    @Slot(object)
    def _do_with_mark(self, wish: NoteWish | Recolour) -> None:
        """Do with the mark the menu was asked for what was chosen."""
        if self._marked is not None:
            self.marks.do(wish, self._marked, self._asked_at)

    def _note_over(self, span: Span, style: MarkStyle | None = None) -> AnnotationView | None:
        """Return the note whose place is exactly ``span``, marked in ``style`` if one is named."""
        reading = self.reading
        known = reading.annotations if reading is not None else ()
        here = (one for one in known if one.place is not None and one.place.span == span)
        return next((one for one in here if style in (None, one.annotation.style)), None)

    def _finish(self) -> None:
        self._bar.hide()
        self._paper.sheet.clear_selection()
        self._paper.sheet.setFocus()

    @Slot(object)
    def _on_selected(self, span: Span | None) -> None:
        view = self._paper.sheet
        if span is None or not view.hasFocus():
            self._bar.hide()
            return
        box = view.box_of(span).translated(view.viewport().mapTo(self._paper, QPoint(0, 0)))
        self._bar.show_at(box.intersected(self._paper.rect()))
