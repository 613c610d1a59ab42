"""The list of notes under the titles of their articles, read article by article as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.notes.browsing import note_groups, notes_by_id, notes_of_group
from corpus.store.note_query import NoteGroup, NoteQuery
from desktop.reader.note_rows import note_row
from desktop.services.context import Context
from desktop.widgets.row_list import RowList
from desktop.widgets.rows import Row

FIRST: Final = 30
MORE: Final = 60


@dataclass(frozen=True, slots=True)
class _Place:
    """How far the notes are read: the group (its number) and the notes of it that are."""

    group: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class _Read:
    """Notes read in order, and where the next ones begin; ``groups`` are all there are."""

    groups: tuple[NoteGroup, ...] = ()
    views: tuple[AnnotationView, ...] = ()
    next: _Place | None = None
    groups_of: tuple[int, ...] = field(default=())
    """The number of the group of each note."""


class NoteList(RowList):
    """Shows the notes a query asks for; ``shown`` tells that they are there, with their number."""

    shown = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("批注"), parent, lines=(3, 4))
        self._context = context
        self._query = NoteQuery()
        self._read = _Read()
        self._wanted = ""
        self.row_model.wanted.connect(self._read_more)

    def show_query(self, query: NoteQuery, wanted: str = "") -> None:
        """Show what a query asks for, and the note ``wanted`` chosen; else the one chosen before stays so."""
        kept = wanted or self.current_key()
        count = max(FIRST, len(self._read.views)) if query == self._query else FIRST
        work = partial(_read_first, self._context.library, query, count, kept)
        self._context.tasks.run(self, work, partial(self._show, query, kept), lane="notes")

    def view(self, note_id: str) -> AnnotationView | None:
        """Return a note that is listed, ``None`` where it is not."""
        return next((one for one in self._read.views if one.annotation.id == note_id), None)

    def views(self) -> Sequence[AnnotationView]:
        """Return the notes read by now, in the order shown."""
        return self._read.views

    def update_notes(self, ids: Sequence[str]) -> None:
        """Read some notes anew, as far as they are listed, and leave them where they stand."""
        here = [one for one in ids if self.view(one) is not None]
        if here:
            work = partial(notes_by_id, self._context.library, here)
            self._context.tasks.run(self, work, self._take_changed, lane="changed")

    def _show(self, query: NoteQuery, kept: str, read: _Read) -> None:
        self._query, self._read = query, read
        self._fill()
        if kept and self.view(kept) is not None and self.current_key() != kept:
            self.choose(kept)
        self.shown.emit(sum(one.count for one in read.groups))

    def _fill(self) -> None:
        self.set_rows(_rows(self._read), more=self._read.next is not None)

    @Slot()
    def _read_more(self) -> None:
        if self._read.next is not None:
            work = partial(_read_on, self._context.library, self._query, self._read, MORE)
            self._context.tasks.run(self, work, partial(self._add, self._read), lane="notes")

    def _add(self, before: _Read, read: _Read) -> None:
        if before is self._read:
            known = len(_rows(before))
            self._read = read
            self.row_model.append(_rows(read)[known:], more=read.next is not None)

    def _take_changed(self, changed: Sequence[AnnotationView]) -> None:
        new = {one.annotation.id: one for one in changed}
        views = tuple(new.get(one.annotation.id, one) for one in self._read.views)
        self._read = _Read(self._read.groups, views, self._read.next, self._read.groups_of)
        self._fill()
        self.shown.emit(sum(one.count for one in self._read.groups))


def _rows(read: _Read) -> list[Row]:
    rows: list[Row] = []
    last = -1
    for number, view in zip(read.groups_of, read.views, strict=True):
        if number != last:
            group, last = read.groups[number], number
            title = (group.title or _("文章已删除")) if group.article else _("笔记")
            rows.append(Row(f"group:{group.article}", title, side=str(group.count), heading=True))
        rows.append(note_row(view))
    return rows


def _read_first(library: Library, query: NoteQuery, count: int, wanted: str) -> _Read:
    """Read the first notes, as many more as it takes to come to the one that is wanted."""
    read = _read_on(library, query, _Read(note_groups(library, query), next=_Place()), count)
    while wanted and read.next is not None and all(one.annotation.id != wanted for one in read.views):
        note = library.store.annotations.get(wanted)
        ahead = {one.article for one in read.groups[read.next.group :]}
        if note is None or note.article not in ahead:
            break
        read = _read_on(library, query, read, MORE)
    return read


def _read_on(library: Library, query: NoteQuery, read: _Read, count: int) -> _Read:
    """Read about so many notes more."""
    views, numbers = list(read.views), list(read.groups_of)
    place, wanted = read.next, len(views) + count
    while place is not None and place.group < len(read.groups) and len(views) < wanted:
        group, rest = read.groups[place.group], wanted - len(views)
        found = notes_of_group(library, query, group.article, place.notes, rest)
        views += found
        numbers += [place.group] * len(found)
        done = place.notes + len(found)
        whole = done >= group.count or not found
        place = _Place(place.group + 1) if whole else _Place(place.group, done)
    ended = place is None or place.group >= len(read.groups)
    return _Read(read.groups, tuple(views), None if ended else place, tuple(numbers))
