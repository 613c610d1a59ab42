"""Notes that are typed while their marks are still being written: no key is lost between N and the mark."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from corpus.model.annotation import Annotation, Selector
from desktop.reader.selection.note_editor import NoteEditor, shortened, tags_typed
from desktop.services.retry_queue import AGAIN_AFTER_MS

if TYPE_CHECKING:
    from corpus.library.core.views import AnnotationView
    from desktop.reader.selection.mark_actions import MarkActions
    from desktop.services.context import Context
    from desktop.services.operation import Operation

Then = Callable[["AnnotationView"], None]


class AwaitedNotes:
    """Lends the fields of an editor to notes on their way, and hands each what was typed for it when it comes."""

    def __init__(self, editor: NoteEditor) -> None:
        self._editor = editor
        self._typed: deque[tuple[str, str]] = deque()
        """Text and tags of each note on its way; those of the newest still stand in the fields."""
        self._quotes: deque[str] = deque()
        editor.retry_queue.also_hold(self._typed_so_far)

    def __bool__(self) -> bool:
        """Tell whether what is typed belongs to a note that is on its way."""
        return bool(self._typed)

    def begin(self, quote: str) -> None:
        """Take the keys at once for a note on the words ``quote`` whose mark is being written."""
        editor = self._editor
        self._take_fields()
        editor.show_note(None)
        self._typed.append(("", ""))
        self._quotes.append(quote)
        editor.setEnabled(True)
        editor.quote.setText(shortened(quote))
        editor.quote.setVisible(bool(quote))
        editor.state_line.hide()
        editor.text.clear()
        editor.tags.clear()
        editor.show()
        editor.write()

    def receive(self, view: AnnotationView) -> None:
        """Write what was typed into the note that was awaited longest, and go on with it if it is the newest."""
        editor = self._editor
        text, tags = self._typed.popleft()
        self._quotes.popleft()
        if not self._typed:
            editor.show_note(view, awaited=True)
            editor.keep()
            return
        note = editor.retry_queue.newest(view.annotation)
        changed = replace(note, note=text.strip(), tags=tags_typed(tags))
        if changed != note:
            editor.retry_queue.send(changed)
            editor.edited.emit(changed)

    def _take_fields(self) -> None:
        """Take down what stands in the fields for the newest of the notes."""
        if self._typed:
            self._typed[-1] = (self._editor.text.toPlainText(), self._editor.tags.text())

    def _typed_so_far(self) -> Iterator[Annotation]:
        """Yield what was typed for notes on their way, each with the words it is on."""
        self._take_fields()
        for quote, (text, tags) in zip(self._quotes, self._typed, strict=True):
            if text.strip() or tags.strip():
                yield Annotation("", "", Selector(quote), None, note=text.strip(), tags=tags_typed(tags))


class NotedMarks(QObject):
    """Has marks written for which a note is typed meanwhile: one that cannot be written is tried again until it is."""

    noting = Signal(str)
    """The words that get a note: its mark is being written, and the keys belong to its text from now on."""

    def __init__(self, context: Context, marks: MarkActions) -> None:
        super().__init__(marks)
        self._context = context
        self._marks = marks
        self._told: Operation[AnnotationView] | None = None

    def write(self, made: Operation[AnnotationView], done: Then) -> None:
        """Have a mark written, then ``done`` with its note."""
        self._marks.run(made, done, partial(self._on_failed, made, done))

    def tell(self, quote: str) -> None:
        """Tell that a note on ``quote`` is on its way, where one can be written."""
        if self._context.library.writable:
            self.noting.emit(quote)

    def _on_failed(self, made: Operation[AnnotationView], done: Then, error: Exception) -> None:
        if made is not self._told:
            self._told = made
            self._context.notices.trouble(error)
        if self._context.library.writable:
            QTimer.singleShot(AGAIN_AFTER_MS, self, partial(self.write, made, done))
