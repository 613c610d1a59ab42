"""The one note in hand: written, kept, linked, opened, given another place, deleted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.library.notes.browsing import notes_by_id
from corpus.library.notes.linking import link_to
from corpus.model.annotation import Annotation
from corpus.model.span import Span
from desktop.operations import notes
from desktop.pages.notes.finder import FinderDialog, notes_found
from desktop.pages.notes.relocate import RelocateDialog
from desktop.services.addresses import open_address
from desktop.services.targets import NotesTarget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pages.notes.note_list import NoteList
    from desktop.pages.notes.side import NoteSide
    from desktop.services.context import Context

PAGE = "notes"


class NoteWriting(QObject):
    """Does what a person asks of the note shown at the right; ``made`` carries the id of a new one."""

    made = Signal(str)

    def __init__(self, context: Context, rows: NoteList, side: NoteSide) -> None:
        super().__init__(side)
        self._context = context
        self._list = rows
        self._side = side
        editor = side.editor
        editor.edited.connect(self._on_edited)
        editor.removed.connect(self.remove)
        editor.opened.connect(self.open)
        editor.link_wanted.connect(self.link)
        editor.followed.connect(self._follow)
        editor.left.connect(rows.setFocus)
        side.links.wanted.connect(self.link)
        side.links.went.connect(self._go_to)
        side.relocated.connect(self.relocate)
        side.freed.connect(self._free)

    @Slot()
    def new(self) -> None:
        """Write a note tied to no place."""
        self._context.operations.run(self, notes.write_note(""), self._on_made)

    @Slot(str)
    def open(self, note_id: str) -> None:
        """Go to where a note stands."""
        view = self._list.view(note_id)
        if view is not None and view.place is not None:
            self._context.navigator.open_place(view.place, note_id)

    @Slot(str)
    def remove(self, note_id: str) -> None:
        """Delete a note, and go on to the next; it can be brought back."""
        self._side.show_note(None)
        self._list.choose_beside([note_id])
        self._context.operations.run(self, notes.remove(note_id))

    @Slot(str)
    def relocate(self, note_id: str) -> None:
        """Ask in the text itself where a note belongs."""
        view = self._list.view(note_id)
        if view is not None:
            dialog = RelocateDialog(self._context, view, self._side.window())
            dialog.placed.connect(self.place)
            dialog.open()

    @Slot(str, str, object)
    def place(self, note_id: str, article: str, span: Span) -> None:
        """Give a note another place."""
        self._context.operations.run(self, notes.place(note_id, article, span))

    @Slot()
    def link(self) -> None:
        """Ask for a note to link to, and write the link where one is writing."""
        here = self._side.editor.annotation_id
        if here and self._context.library.writable:
            find = partial(notes_found, without=here)
            told = _("选一条批注，链接写在光标处；对方会列出这条批注。")
            dialog = FinderDialog(self._context, _("链接批注"), told, find, self._side.window())
            dialog.found.connect(partial(self._on_found, here))
            dialog.open()

    def _on_found(self, here: str, note_id: str) -> None:
        work = partial(notes_by_id, self._context.library, (note_id,))
        self._context.tasks.run(self, work, partial(self._write_link, here), lane="link")

    def _write_link(self, here: str, views: Sequence[AnnotationView]) -> None:
        if views and self._side.editor.annotation_id == here:
            self._side.editor.write_link(link_to(views[0]))

    @Slot(str)
    def _go_to(self, note_id: str) -> None:
        self._context.navigator.go(NotesTarget(note=note_id))

    @Slot(str)
    def _follow(self, address: str) -> None:
        open_address(self._context, address)

    @Slot(str)
    def _free(self, note_id: str) -> None:
        self._context.operations.run(self, notes.free(note_id))

    def _on_made(self, made: AnnotationView) -> None:
        self.made.emit(made.annotation.id)

    @Slot(object)
    def _on_edited(self, changed: Annotation) -> None:
        change = replace(notes.change(changed, self._side.editor.retry_queue.known), initiator=PAGE)
        self._context.operations.run(self, change, self._on_kept, partial(self._on_not_kept, changed))

    def _on_kept(self, kept: AnnotationView) -> None:
        self._side.editor.on_kept(kept)
        self._list.take(kept)

    def _on_not_kept(self, changed: Annotation, error: Exception) -> None:
        if self._side.editor.not_kept(changed):
            self._context.notices.trouble(error)
