"""The notes of the article read: what is made, changed or deleted is shown in text, margin and dock at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot

from corpus.library.core.views import AnnotationView
from corpus.model.annotation import Annotation

if TYPE_CHECKING:
    from corpus.library.reading.articles import Reading
    from corpus.model.article import ArticleSummary
    from desktop.reader.dock import ReaderDock
    from desktop.reader.paper import Paper
    from desktop.reader.selection.selecting import Selecting
    from desktop.services.context import Context


class NotesShown(QObject):
    """Hears of notes from the selection, the marks and the dock; nothing else is read, laid out or listed anew."""

    def __init__(self, context: Context, paper: Paper, side: ReaderDock, selecting: Selecting) -> None:
        super().__init__(paper)
        self._context = context
        self._paper = paper
        self._side = side
        self._selecting = selecting
        marks = selecting.marks
        selecting.noted_marks.noting.connect(side.begin_note)
        selecting.noted.connect(self._write)
        marks.opened.connect(side.show_note)
        side.notes.editor.left.connect(self._go_back)
        for made in (marks.changed, side.notes.changed):
            made.connect(self._on_changed)
        for gone in (marks.removed, side.notes.removed):
            gone.connect(self._on_removed)
        side.notes.list.asked.connect(self._on_row_asked)
        paper.pressed.connect(side.show_mark)
        paper.note_pressed.connect(side.show_note)
        paper.asked.connect(self._on_asked)
        paper.deleted.connect(self._on_delete_wanted)

    def show(self, notes: Iterable[AnnotationView], summary: ArticleSummary | None = None) -> None:
        """Show other notes of the text shown, and what is known of it beside where that changed too."""
        projection = self._paper.projection
        if projection is None:
            return
        known = projection.reading
        read = replace(known, annotations=tuple(notes), summary=summary or known.summary)
        self._paper.show_notes(read)
        self._side.show_notes_of(read)

    @Slot()
    def _go_back(self) -> None:
        self._paper.sheet.setFocus()

    def _rewrite(self, known: Reading, view: AnnotationView) -> None:
        """Show a note that says something else where it stands: no other is looked at."""
        changed = view.annotation.id
        notes = tuple(view if one.annotation.id == changed else one for one in known.annotations)
        read = replace(known, annotations=notes)
        self._paper.show_notes(read, view)
        self._side.notes.rewrite(read, view)

    def _others(self, note_id: str) -> tuple[AnnotationView, ...]:
        projection = self._paper.projection
        known = projection.reading.annotations if projection is not None else ()
        return tuple(one for one in known if one.annotation.id != note_id)

    @Slot(str)
    def _write(self, note_id: str) -> None:
        self._side.show_note(note_id, write=True)

    @Slot(object)
    def _on_changed(self, view: AnnotationView) -> None:
        projection = self._paper.projection
        if projection is not None and any(
            _says_otherwise(one, view) for one in projection.reading.annotations
        ):
            self._rewrite(projection.reading, view)
        else:
            self.show((*self._others(view.annotation.id), view))

    @Slot(object)
    def _on_removed(self, gone: Annotation) -> None:
        self.show(self._others(gone.id))

    @Slot(object, QPoint)
    def _on_asked(self, offset: int | None, at: QPoint) -> None:
        projection = self._paper.projection
        clean = projection.offset_to_clean(offset) if projection is not None and offset is not None else None
        self._selecting.show_menu(at, self._selecting.marks.note_at(clean))

    @Slot(str, QPoint)
    def _on_row_asked(self, note_id: str, at: QPoint) -> None:
        """Offer for a note in the dock what its mark in the text offers."""
        projection = self._paper.projection
        known = projection.reading.annotations if projection is not None else ()
        for view in known:
            if view.annotation.id == note_id:
                self._paper.sheet.clear_selection()
                self._selecting.show_menu(at, view)

    @Slot()
    def _on_delete_wanted(self) -> None:
        """Delete the mark that was clicked."""
        note = self._side.notes.editor.annotation_id
        if note and self._context.library.writable:
            self._selecting.marks.remove(note)


def _says_otherwise(before: AnnotationView, after: AnnotationView) -> bool:
    """Tell whether two notes are the same one, its mark in the text as it was: only words or tags are others."""
    was, now = before.annotation, after.annotation
    told = replace(was, note=now.note, tags=now.tags, private=now.private, modified=now.modified)
    return told == now and now.region is None and before.place == after.place
