"""A long list of statements of which as much is read as one scrolls to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from desktop.services.tasks import TaskRunner
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList

FIRST: Final = 30
"""Read at once: a screen full."""
MORE: Final = 60


@dataclass(frozen=True, slots=True)
class Portion:
    """Some statements of a long list; the next ones begin at ``next``, after the last it is ``None``."""

    statements: tuple[Statement, ...] = ()
    next: int | None = None


Feed = Callable[[int, int], Portion]
"""Returns about so many statements from an offset on; it reads the library, and is called beside the window."""


class StatementFeed(QObject):
    """Fills a ``StatementList`` from a feed; ``shown`` tells that the beginning of another list is there."""

    shown = Signal()

    def __init__(self, view: StatementList, tasks: TaskRunner) -> None:
        super().__init__(view)
        self._view = view
        self._tasks = tasks
        self._feed: Feed | None = None
        self._next: int | None = None
        self._left: dict[str, object] = {}
        view.statements.wanted.connect(self._read_more)

    def show_feed(self, feed: Feed, *, keep: bool = False) -> None:
        """Show another list from its beginning; with ``keep`` as far as, and where, one has read."""
        if keep and not self._left and self._feed is not None:
            self._left = {**self._view.view_state(), "rows": self._view.statements.rowCount()}
        rows = self._left.get("rows", 0)
        count = max(FIRST, rows) if isinstance(rows, int) else FIRST
        work = partial(feed, 0, count)
        self._tasks.run(self, work, partial(self._show, feed), lane="feed")

    def view_state(self) -> dict[str, object]:
        """Return how far one has read, the row chosen and the scroll place."""
        return {**self._view.view_state(), "rows": self._view.statements.rowCount()}

    def restore_view(self, state: dict[str, object]) -> None:
        """Come back as ``state`` says with the next list."""
        self._left = dict(state)

    def _show(self, feed: Feed, read: Portion) -> None:
        self._feed, self._next = feed, read.next
        self._view.set_statements(read.statements, more=read.next is not None)
        if self._left:
            self._view.restore_view(self._left)
            self._left = {}
        self.shown.emit()

    @Slot()
    def _read_more(self) -> None:
        if self._feed is not None and self._next is not None:
            work = partial(self._feed, self._next, MORE)
            self._tasks.run(self, work, partial(self._add, self._feed), lane="feed")

    def _add(self, feed: Feed, read: Portion) -> None:
        if feed is self._feed:
            self._next = read.next
            self._view.statements.append(read.statements, more=read.next is not None)
