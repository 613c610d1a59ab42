"""Asking the library: the search made last, its answer as soon as it has come, and further places when wanted."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from corpus.library.core.library import Library
from corpus.library.finding.search import Facets, SearchAnswer, SearchHit, SearchRequest, find_places, search
from desktop.pages.search.hit_list import statements_of
from desktop.services.context import Context
from desktop.widgets.lists.statement import Statement

FIRST: Final = 100
"""Sentences shown at once, before all places are counted."""
FURTHER: Final = 3
"""So many times as many are fetched when the end of those at hand is scrolled to."""
Found = tuple[SearchAnswer, tuple[Statement, ...]]
"""An answer, and its rows for the list."""


class QueryRunner(QObject):
    """Makes one search after the other; the answer of an older one is never heard of again."""

    asked = Signal()
    """A search begins."""
    emptied = Signal()
    """Nothing is asked any more."""
    answered = Signal(object)
    """An answer has come; carries the rows of the list."""
    continued = Signal(object)
    """Further places of the same answer have come; carries all rows of the list."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.request = SearchRequest("")
        self.answer: SearchAnswer | None = None
        self._answered: SearchRequest | None = None

    def ask(self, request: SearchRequest, *, listed: int = FIRST) -> None:
        """Search; without a text there is no answer. ``listed`` is how many places are shown at once."""
        self.request = request
        self._context.tasks.drop(self, "further")
        if not request.text:
            self._context.tasks.drop(self)
            self.answer = self._answered = None
            self.emptied.emit()
            return
        first = replace(request, limit=max(listed, FIRST), whole=False, by_sentence=True)
        self.asked.emit()
        self._context.tasks.run_stoppable(
            self, partial(_find, self._context.library, first), partial(self._take_first, request)
        )

    def has_answered(self, request: SearchRequest) -> bool:
        """Tell whether the answer at hand is that to ``request``, and no other is waited for."""
        return request == self._answered == self.request

    @property
    def listed(self) -> int:
        """Return how many hits are listed."""
        return 0 if self.answer is None else len(self.answer.hits)

    @Slot()
    def ask_further(self) -> None:
        """Fetch more of the places counted; those at hand stay where they are."""
        answer = self.answer
        if answer is None or answer.listed >= answer.total or not self.has_answered(self.request):
            return
        further = replace(self.request, limit=FURTHER * len(answer.hits), by_sentence=True)
        work = partial(_find_further, self._context.library, further, answer)
        self._context.tasks.run_stoppable(self, work, self._take_further, lane="further")

    def _take_first(self, request: SearchRequest, found: Found) -> None:
        """Show the first places; where more stand somewhere, all are counted behind them."""
        self._take(request, found)
        answer = found[0]
        if not answer.complete:
            self._answered = None
            counted = replace(request, limit=max(FIRST, len(answer.hits)), by_sentence=True)
            work = partial(_find, self._context.library, counted)
            self._context.tasks.run_stoppable(self, work, partial(self._take, request))

    def _take(self, request: SearchRequest, found: Found) -> None:
        self.answer, rows = found
        self._answered = request
        self.answered.emit(rows)

    def _take_further(self, found: Found) -> None:
        self.answer, rows = found
        self.continued.emit(rows)


def _find(library: Library, request: SearchRequest, stop: threading.Event) -> Found:
    """Search, and make the rows of the list: both may take a while where there are many places."""
    answer = search(library, request, stop.is_set)
    return answer, statements_of(answer, request.text)


def _find_further(
    library: Library, request: SearchRequest, answer: SearchAnswer, stop: threading.Event
) -> Found:
    """Return an answer with more of its places."""
    # Literal places are listed in the same order whether all are counted or not, others are not.
    found = find_places(library, replace(request, whole=False), stop.is_set)
    if any(one.kind != "exact" for one in found.hits):
        found = find_places(library, request, stop.is_set)
    longer = replace(answer, hits=found.hits)
    return longer, statements_of(longer, request.text)


def every_hit(library: Library, request: SearchRequest, stop: threading.Event) -> tuple[SearchHit, ...]:
    """Return every place a search finds, however many there are; those of one sentence are one hit."""
    every = replace(request, limit=None, whole=True, by_sentence=True)
    return find_places(library, every, stop.is_set).hits


def hits_within(
    library: Library, request: SearchRequest, article: str, stop: threading.Event
) -> tuple[SearchHit, ...]:
    """Return every place a search finds in one article."""
    return every_hit(library, replace(request, facets=Facets(articles=(article,))), stop)
