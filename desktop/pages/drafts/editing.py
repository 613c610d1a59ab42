"""The draft at hand while it is edited: every change is a new draft, sent a moment after a key at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from corpus.model.draft import LOWEST, Draft, DraftItem, DraftSettings
from desktop.pages.drafts.items import end_of_chapter, moved, rewritten, with_items, without
from desktop.services.retry_queue import RetryQueue
from desktop.widgets.fields.typing_timer import TypingTimer


class DraftEditing(QObject):
    """Holds one draft; ``edited`` carries a new one to be written, ``changed`` says that another one is to be shown.

    ``placed`` carries the number of a block that is to have the focus; ``stepped`` says that something else than
    typing was done.
    """

    edited = Signal(object)
    changed = Signal()
    placed = Signal(int)
    stepped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._on_the_way = 0
        self._waits = False
        self.steps = 0
        """How often a change was sent or written: what was read across a step may lack a change."""
        self.wait = TypingTimer(self)
        self.wait.timeout.connect(self.keep)
        self.retry_queue = RetryQueue(self)
        self.retry_queue.again.connect(self._send_on)

    @property
    def draft(self) -> Draft | None:
        """Return the draft as it is edited now."""
        return self._draft

    def show(self, draft: Draft | None) -> None:
        """Edit a draft; what a hand is just writing is not written over by its own echo."""
        same = draft is not None and self._draft is not None and draft.id == self._draft.id
        if not same:
            self.keep()
        elif self._waits or self._on_the_way:
            return
        self._draft = self.retry_queue.newest(draft) if draft is not None else None
        self.changed.emit()

    def written(self) -> None:
        """Hear that what was sent is written, or could not be."""
        self.steps += 1
        self._on_the_way = max(self._on_the_way - 1, 0)

    @Slot()
    def keep(self) -> None:
        """Send what was typed, if anything was."""
        self.wait.stop()
        if self._waits and self._draft is not None:
            self._waits = False
            self._send(self._draft)

    def type(self, number: int, item: DraftItem) -> None:
        """Take what was typed into a block."""
        if self._draft is not None and self._draft.items[number] != item:
            self._draft = rewritten(self._draft, number, item)
            self._await()

    def type_title(self, title: str) -> None:
        """Take what was typed as the title; an empty one is not taken."""
        if self._draft is not None and title.strip() and title.strip() != self._draft.title:
            self._draft = replace(self._draft, title=title.strip())
            self._await()

    def settle(self, settings: DraftSettings) -> None:
        """Take other settings."""
        if self._draft is not None:
            self._change(replace(self._draft, settings=settings))

    def put(self, items: Sequence[DraftItem], after: int) -> None:
        """Put blocks behind number ``after`` (-1: at the beginning)."""
        if self._draft is not None and items:
            self._change(with_items(self._draft, after, items), after + len(items))

    def move(self, number: int, to: int) -> None:
        """Move a block to another place."""
        if self._draft is not None:
            self._change(moved(self._draft, number, to), to)

    def move_into_chapter(self, number: int, heading: int) -> None:
        """Move a block to the end of a chapter."""
        if self._draft is not None:
            end = end_of_chapter(self._draft, heading)
            self.move(number, end if number <= end else end + 1)

    def remove(self, number: int) -> None:
        """Take a block out."""
        if self._draft is not None and 0 <= number < len(self._draft.items):
            self._change(without(self._draft, number), max(number - 1, 0))

    def deepen(self, number: int, by: int) -> None:
        """Put a heading deeper or higher."""
        if self._draft is not None and self._draft.items[number].kind == "heading":
            item = self._draft.items[number]
            level = min(max(item.level + by, 1), LOWEST)
            self._change(rewritten(self._draft, number, replace(item, level=level)), number)

    def change(self, number: int, item: DraftItem) -> None:
        """Change a block otherwise than by typing."""
        if self._draft is not None and self._draft.items[number] != item:
            self._change(rewritten(self._draft, number, item), number)

    def _await(self) -> None:
        self._waits = True
        self.wait.typed()

    def _change(self, draft: Draft, place: int = -1) -> None:
        if draft == self._draft:
            return
        self.wait.stop()
        self._waits = False
        self._draft = draft
        self._send(draft)
        self.changed.emit()
        self.stepped.emit()
        if place >= 0:
            self.placed.emit(place)

    def _send(self, draft: Draft) -> None:
        self.steps += 1
        self.retry_queue.send(draft)
        self._send_on(draft)

    @Slot(object)
    def _send_on(self, draft: Draft) -> None:
        self._on_the_way += 1
        self.edited.emit(draft)
