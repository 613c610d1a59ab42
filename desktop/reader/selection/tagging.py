"""Tagging notes from the keyboard: asks what tags there are and which the notes carry, and writes what is picked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from corpus.library.core.library import Library
from corpus.library.notes.browsing import note_tags
from corpus.library.notes.several import NoteChange
from desktop.operations.several_notes import Those, change_several
from desktop.reader.selection.tag_picker import TagPicker

if TYPE_CHECKING:
    from desktop.services.context import Context


@dataclass(frozen=True, slots=True)
class _Tags:
    """The tags there are, and those of the notes meant: carried by all (True) or by some."""

    known: Sequence[tuple[str, int]]
    ticked: Mapping[str, bool]


class Tagging(QObject):
    """Asks for the tags of some notes and writes them, as one step."""

    def __init__(self, context: Context, ground: QWidget) -> None:
        super().__init__(ground)
        self._context = context
        self._ground = ground
        self.picker: TagPicker | None = None

    def ask(self, those: Those, at: QRect) -> None:
        """Show the tags beside ``at`` (global coordinates)."""
        if self._context.library.writable:
            work = partial(_read, self._context.library, those)
            self._context.tasks.run(self, work, partial(self._show, those, at), lane="tags")

    def _show(self, those: Those, at: QRect, tags: _Tags) -> None:
        self.picker = TagPicker(tags.known, tags.ticked, self._ground)
        self.picker.picked.connect(partial(self._write, those))
        self.picker.destroyed.connect(self._forget)
        self.picker.show_at(at)
        self.picker.field.setFocus()

    def _write(self, those: Those, add: tuple[str, ...], drop: tuple[str, ...]) -> None:
        self._context.operations.run(self, change_several(those, NoteChange(add=add, drop=drop)))

    @Slot()
    def _forget(self) -> None:
        self.picker = None


def _read(library: Library, those: Those) -> _Tags:
    notes = library.store.annotations.by_id(tuple(those(library)))
    carried = Counter(tag for note in notes for tag in note.tags)
    return _Tags(note_tags(library), {tag: count == len(notes) for tag, count in carried.items()})
