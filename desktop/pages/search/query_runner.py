"""Asking the library: the search made last, and its answer as soon as it has come."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchAnswer, SearchRequest, search
from desktop.pages.search.hit_list import statements_of
from desktop.services.context import Context
from desktop.widgets.statement import Statement

FIRST = 100
"""Places shown at once, before all are found."""
Found = tuple[SearchAnswer, tuple[Statement, ...]]
"""An answer, and its rows for the list."""


class QueryRunner(QObject):
    """Makes one search after the other; the answer of an older one is never heard of again."""

    emptied = Signal()
    """Nothing is asked any more."""
    answered = Signal(object)
    """An answer has come; carries the rows of the list."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.request = SearchRequest("")
        self.answer: SearchAnswer | None = None
        self._answered: SearchRequest | None = None

    def ask(self, request: SearchRequest) -> None:
        """Search; without a text there is no answer."""
        self.request = request
        if not request.text:
            self._context.tasks.drop(self)
            self.answer = self._answered = None
            self.emptied.emit()
            return
        first = replace(request, limit=FIRST, whole=False)
        self._context.tasks.run_stoppable(
            self, partial(_find, self._context.library, first), partial(self._take_first, request)
        )

    def has_answered(self, request: SearchRequest) -> bool:
        """Tell whether the answer at hand is that to ``request``, and no other is waited for."""
        return request == self._answered == self.request

    def _take_first(self, request: SearchRequest, found: Found) -> None:
        """Show the first places; where there are more, the rest is found and counted behind them."""
        self._take(request, found)
        answer = found[0]
        if not answer.complete or len(answer.hits) < answer.total:
            self._answered = None
            work = partial(_find, self._context.library, request)
            self._context.tasks.run_stoppable(self, work, partial(self._take, request))

    def _take(self, request: SearchRequest, found: Found) -> None:
        self.answer, rows = found
        self._answered = request
        self.answered.emit(rows)


def _find(library: Library, request: SearchRequest, stop: threading.Event) -> Found:
    """Search, and make the rows of the list: both may take a while where there are many places."""
    answer = search(library, request, stop.is_set)
    return answer, statements_of(answer, request.text)
