"""What is done with a mark that stands already: opened, tagged, recoloured, copied, put into a draft, deleted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot

from corpus.library.core.views import AnnotationView
from corpus.model.annotation import Colour
from corpus.model.draft import DraftItem
from corpus.model.link import Link, LinkKind
from corpus.model.span import Span
from desktop.operations import notes, passages
from desktop.operations.drafts import put_into_latest
from desktop.operations.linking import copy_links
from desktop.operations.several_notes import chosen
from desktop.reader.paper import Paper
from desktop.reader.selection.tagging import Tagging
from desktop.reader.selection.wishes import NoteWish, Recolour
from desktop.reader.text.marks import Mark, MarkKind
from desktop.services.context import Context
from desktop.services.operation import Operation

T = TypeVar("T")

_COPIES: Final[Mapping[NoteWish | Recolour, Callable[[Context, str, Span], None]]] = {
    NoteWish.COPY: passages.copy_passage,
    NoteWish.COPY_MARK: passages.copy_passage_with_mark,
}


class MarkActions(QObject):
    """Carries out what a menu, a key or the panel of notes asks of a mark."""

    opened = Signal(str)
    """The id of a note to look at."""
    changed = Signal(object)
    """The AnnotationView of a note made or changed here."""
    removed = Signal(object)
    """The Annotation that was deleted here."""

    def __init__(self, context: Context, paper: Paper) -> None:
        super().__init__(paper)
        self._context = context
        self._paper = paper
        self._last = ""
        self.tagging = Tagging(context, paper)
        paper.pressed.connect(self._on_pressed)
        paper.selected.connect(self._on_selected)

    @property
    def at_hand(self) -> str:
        """The id of the note whose mark was made or clicked last, until something is selected; empty without one."""
        projection = self._paper.projection
        known = projection.reading.annotations if projection is not None else ()
        return self._last if any(one.annotation.id == self._last for one in known) else ""

    def take_up(self, note_id: str) -> None:
        """Have the mark of a note at hand for the keys that follow."""
        self._last = note_id

    def do(self, wish: NoteWish | Recolour, view: AnnotationView, at: QPoint) -> None:
        """Do with a mark what was chosen in its menu, shown at ``at`` (global coordinates)."""
        note = view.annotation.id
        if isinstance(wish, Recolour):
            self.recolour(note, wish.colour)
        elif wish is NoteWish.DELETE:
            self.remove(note)
        elif wish is NoteWish.TAG:
            self.tag(note, at)
        elif wish is NoteWish.DRAFT:
            self.into_draft(note)
        elif wish is NoteWish.LINK:
            copy_links(self._context, [Link(LinkKind.NOTE, note)])
        elif wish in _COPIES and view.place is not None:
            _COPIES[wish](self._context, view.place.article, view.place.span)
        else:
            self.opened.emit(note)

    def hand_on(self, wish: NoteWish, note_id: str) -> None:
        """Put a mark on the clipboard as ``wish`` says."""
        projection = self._paper.projection
        known = projection.reading.annotations if projection is not None else ()
        for view in known:
            if view.annotation.id == note_id:
                self.do(wish, view, QPoint())

    def recolour(self, note_id: str, colour: Colour) -> None:
        """Give a mark another colour."""
        self.run(notes.recolour(note_id, colour), self.changed.emit)

    def remove(self, note_id: str) -> None:
        """Delete a note; it can be brought back."""
        self._last = ""
        self.run(notes.remove(note_id), self.removed.emit)

    def tag(self, note_id: str, at: QPoint | None = None) -> None:
        """Ask for the tags of a note, beside ``at`` (global coordinates) or the middle of the paper."""
        middle = self._paper.mapToGlobal(self._paper.rect().center())
        self.tagging.ask(chosen([note_id]), QRect(at or middle, QSize(1, 1)))

    def tag_view(self, view: AnnotationView) -> None:
        """Ask for the tags of a note beside the middle of the paper."""
        self.tag(view.annotation.id)

    def into_draft(self, note_id: str) -> None:
        """Put a note into the draft worked on last."""
        self.run(put_into_latest((DraftItem("annotation", note_id),)))

    def note_at(self, offset: int | None) -> AnnotationView | None:
        """Return the shortest note whose place holds an offset of the clean text."""
        projection = self._paper.projection
        if offset is None or projection is None:
            return None
        at = Span(offset, offset + 1)
        known = projection.reading.annotations
        here = [
            (len(one.place.span), number)
            for number, one in enumerate(known)
            if one.place is not None and one.place.span.contains(at)
        ]
        return known[min(here)[1]] if here else None

    def run(
        self,
        operation: Operation[T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do an operation; where ``done`` shows the result, the reader is not told of the change."""
        self._context.operations.run(
            self, replace(operation, initiator="reader" if done else ""), done, failed
        )

    @Slot(object)
    def _on_pressed(self, mark: Mark) -> None:
        self._last = mark.id if mark.kind in (MarkKind.HIGHLIGHT, MarkKind.UNDERLINE) else ""

    @Slot(object)
    def _on_selected(self, span: Span | None) -> None:
        if span is not None:
            self._last = ""
