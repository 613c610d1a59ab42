"""The list of notes under what they are grouped by, read group by group as one scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from PySide6.QtCore import QMimeData, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.facts.trends import categories
from corpus.library.notes.browsing import count_notes, note_groups, notes_of_group
from corpus.model.draft import DraftItem
from corpus.store.notes.query import NoteGroup, NoteQuery
from desktop.operations.carrying import of_rows
from desktop.operations.several_notes import Those, all_of, chosen
from desktop.pages.notes.grouping import GroupNames, row_of, rows_of
from desktop.reader.thumbnails import Thumbnails
from desktop.services.context import Context
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row

FIRST: Final = 12
"""More than a window shows: each has several lines, and most a head of their own."""
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
    total: int = 0
    """How many notes are asked for, each once."""
    groups_of: tuple[int, ...] = field(default=())
    """The number of the group of each note."""


class NoteList(RowList):
    """Shows the notes a query asks for; ``shown`` tells that they are there, with their number."""

    shown = Signal(int)
    regrouped = Signal()
    """A note written here has another colour or other tags: counts are others."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, _("批注"), parent, lines=(3, 4), multiple=True)
        self._context = context
        thumbnails = Thumbnails(context, self)
        self.show_pictures(thumbnails.get)
        thumbnails.come.connect(self.viewport().update)
        self._query = NoteQuery()
        self._read = _Read()
        self._every = False
        self._begun = False
        """Whether notes were listed yet: of the first list the first note is open."""
        self._written = 0
        """How many notes were written here: what is read meanwhile may be older."""
        self.row_model.wanted.connect(self._read_more)
        self.let_carry(self._carried)

    def show_query(self, query: NoteQuery, wanted: str = "") -> None:
        """Show what a query asks for, and the note ``wanted`` chosen; else the one chosen before stays so."""
        kept = wanted or self.current_key()
        count = max(FIRST, len(self._read.views)) if query == self._query else FIRST
        work = partial(_read_first, self._context.library, query, count, kept)
        self._context.tasks.run(self, work, partial(self._show, query, kept, self._written), lane="notes")

    def view(self, note_id: str) -> AnnotationView | None:
        """Return a note that is listed, ``None`` where it is not."""
        return next((one for one in self._read.views if one.annotation.id == note_id), None)

    def views(self) -> Sequence[AnnotationView]:
        """Return the notes read by now, in the order shown."""
        return self._read.views

    @property
    def has_all(self) -> bool:
        """Tell whether every note asked for is chosen, those not read yet too."""
        return self._every and len(self.chosen_keys()) == len(self._by_id())

    def chosen_count(self) -> int:
        """Return how many notes are chosen."""
        return self._read.total if self.has_all else len(self.chosen_keys())

    def those(self) -> Those:
        """Return what means the notes chosen, those not read yet too where all are."""
        return all_of(self._query) if self.has_all else chosen(self.chosen_keys())

    def selectAll(self) -> None:  # noqa: N802 - Qt's own
        """Choose every note asked for."""
        self._every = True
        self._choose_several(set(self._by_id()))

    @Slot()
    def say_again(self) -> None:
        """Say the groups anew: colours may be called otherwise."""
        if self._query.grouping == "colour":
            self._fill()

    def take(self, changed: AnnotationView) -> None:
        """Show a note that was written as it is now, where it stands; what was read before that is read again."""
        before = self.view(changed.annotation.id)
        if before is None:
            return
        self._written += 1
        new = (changed if one.annotation.id == changed.annotation.id else one for one in self._read.views)
        self._read = replace(self._read, views=tuple(new))
        self.show_row(row_of(self._query.grouping, changed))
        was, now = before.annotation, changed.annotation
        if (was.colour, was.tags) != (now.colour, now.tags):
            self.regrouped.emit()
        self.shown.emit(self._read.total)

    def _carried(self) -> QMimeData | None:
        found = [view for one in self.chosen_keys() if (view := self.view(one)) is not None]
        words = "\n".join(one.quote or one.annotation.note for one in found)
        return of_rows([DraftItem("annotation", one.annotation.id) for one in found], words)

    def _show(self, query: NoteQuery, kept: str, written: int, read: _Read) -> None:
        if written != self._written:
            self.show_query(query, kept)
            return
        self._every = self.has_all and query == self._query
        others = query != self._query
        self._query, self._read = query, read
        self._fill()
        if others and not self.current_key():
            self.scrollToTop()
        if self._every:
            self.selectAll()
        elif kept and self.view(kept) is not None and self.current_key() != kept:
            self.choose(kept)
        elif not kept and not self._begun and read.views:
            QTimer.singleShot(0, self, self._choose_first)  # the list is painted before the note is laid out
        self._begun = self._begun or bool(read.views)
        self.shown.emit(read.total)

    @Slot()
    def _choose_first(self) -> None:
        if self._read.views and not self.chosen_keys():
            self.choose(self._read.views[0].annotation.id)

    def _by_id(self) -> dict[str, AnnotationView]:
        return {one.annotation.id: one for one in self._read.views}

    def _fill(self) -> None:
        self.set_rows(self._rows(self._read), more=self._read.next is not None)

    def _rows(self, read: _Read) -> list[Row]:
        names = GroupNames(self._context.theme.mark_names, categories(self._context.library))
        return rows_of(self._query.grouping, read.groups, read.groups_of, read.views, names)

    @Slot()
    def _read_more(self) -> None:
        if self._read.next is not None:
            work = partial(_read_on, self._context.library, self._query, self._read, MORE)
            self._context.tasks.run(self, work, partial(self._add, self._read), lane="notes")

    def _add(self, before: _Read, read: _Read) -> None:
        if before is self._read:
            every, known = self.has_all, len(self._rows(before))
            self._read = read
            self.row_model.append(self._rows(read)[known:], more=read.next is not None)
            if every:
                self.selectAll()


def _read_first(library: Library, query: NoteQuery, count: int, wanted: str) -> _Read:
    """Read the first notes, as many more as it takes to come to the one that is wanted."""
    begun = _Read(note_groups(library, query), next=_Place(), total=count_notes(library, query))
    read = _read_on(library, query, begun, count)
    while wanted and read.next is not None and all(one.annotation.id != wanted for one in read.views):
        if not count_notes(library, replace(query, only=wanted)):
            break
        read = _read_on(library, query, read, MORE)
    return read


def _read_on(library: Library, query: NoteQuery, read: _Read, count: int) -> _Read:
    """Read about so many notes more."""
    views, numbers = list(read.views), list(read.groups_of)
    place, wanted = read.next, len(views) + count
    while place is not None and place.group < len(read.groups) and len(views) < wanted:
        group, rest = read.groups[place.group], wanted - len(views)
        found = notes_of_group(library, query, group.key, place.notes, rest)
        views += found
        numbers += [place.group] * len(found)
        done = place.notes + len(found)
        whole = done >= group.count or not found
        place = _Place(place.group + 1) if whole else _Place(place.group, done)
    ended = place is None or place.group >= len(read.groups)
    return _Read(read.groups, tuple(views), None if ended else place, read.total, tuple(numbers))
