"""批注: the notes of this article, and the one being written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.library.notes.ordering import in_order
from corpus.library.reading.articles import Reading
from corpus.model.annotation import Annotation
from desktop.operations import notes as operations
from desktop.reader.dock.panel import Panel
from desktop.reader.note_rows import note_row
from desktop.reader.selection.awaited_notes import AwaitedNotes
from desktop.reader.selection.note_editor import NoteEditor
from desktop.reader.thumbnails import Thumbnails
from desktop.services.context import Context
from desktop.widgets.read_only import only_where_writable


class NotesPanel(Panel):
    """Lists the notes by place; the chosen one is edited below."""

    changed = Signal(object)
    """The AnnotationView of a note changed here."""
    removed = Signal(object)
    """The Annotation that was deleted here."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context.theme, _("批注"), _("选中正文里的一句话，按 H 高亮，按 N 写批注。"), lines=(3, 3)
        )
        self._context = context
        thumbnails = Thumbnails(context, self)
        self.list.show_pictures(thumbnails.get)
        thumbnails.come.connect(self.list.viewport().update)
        self.editor = NoteEditor(context.theme, self)
        self.on_the_way = AwaitedNotes(self.editor)
        self.editor.edited.connect(self._on_edited)
        self.editor.removed.connect(self._on_removed)
        self.editor.opened.connect(self._on_opened)
        self.list.deleted.connect(self._on_removed)
        self.let_carry(kind="annotation")
        self.column.addWidget(self.editor)
        only_where_writable(context.library, *self.editor.writing_parts())
        self.editor.hide()

    def fill(self, reading: Reading) -> None:
        """List the notes of ``reading``."""
        ordered = in_order(reading.annotations)
        places = {view.annotation.id: view.place.span for view in ordered if view.place is not None}
        self.set_rows([note_row(view) for view in ordered], places)

    def rewrite(self, reading: Reading, view: AnnotationView) -> None:
        """Show a note of ``reading`` that says something else; every other row stays as it is."""
        self.reading = reading
        self.list.show_row(note_row(view))
        self.on_chosen(self.list.current_key())

    def edit(self, note_id: str, *, write: bool = False) -> None:
        """Choose a note; ``write`` puts the cursor into its text, unless it is there already since ``begin``."""
        self.list.choose(note_id)
        view = self._view(note_id)
        if write and view is not None and self.on_the_way:
            self.on_the_way.receive(view)
            return
        self.on_chosen(note_id)
        if write:
            self.editor.write()

    def begin(self, quote: str) -> None:
        """Take the keys for a note whose mark is being written; it comes by ``edit``."""
        self.on_the_way.begin(quote)

    def _view(self, key: str) -> AnnotationView | None:
        views = self.reading.annotations if self.reading is not None else ()
        return next((one for one in views if one.annotation.id == key), None)

    def on_chosen(self, key: str) -> None:
        """Edit the chosen note, unless a hand writes one that is on its way."""
        if self.on_the_way:
            return
        view = self._view(key)
        self.editor.show_note(view)
        self.editor.setVisible(view is not None)

    @Slot(object)
    def _on_edited(self, changed: Annotation) -> None:
        run = self._context.operations.run
        change = replace(operations.change(changed, self.editor.retry_queue.known), initiator="reader")
        run(self, change, self._on_kept, partial(self._on_not_kept, changed))

    def _on_kept(self, view: AnnotationView) -> None:
        self.editor.on_kept(view)
        self.changed.emit(view)

    def _on_not_kept(self, changed: Annotation, error: Exception) -> None:
        if self.editor.not_kept(changed):
            self._context.notices.trouble(error)

    @Slot(str)
    def _on_removed(self, note_id: str) -> None:
        self.editor.show_note(None)
        gone = replace(operations.remove(note_id), initiator="reader")
        self._context.operations.run(self, gone, self.removed.emit)
