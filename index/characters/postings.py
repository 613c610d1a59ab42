"""The documents that can hold a string, kept between searches."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.characters.numbers import Numbers

# Bits kept in memory between searches: one for each document up to the last that answers a question.
MOST_KEPT = 128_000_000


class Postings:
    """The postings of one state of the index by what was asked for, the least recently used forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Numbers] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def get(self, question: str, read: Callable[[str], Numbers]) -> Numbers:
        """Return the numbers of the documents that answer, ``read`` where they are not known."""
        with self._lock:
            numbers = self._known.get(question)
            if numbers is not None:
                self._known.move_to_end(question)
                return numbers
        numbers = read(question)
        with self._lock:
            if question not in self._known:
                self._known[question] = numbers
                self._held += numbers.width
            while self._held > MOST_KEPT and len(self._known) > 1:
                self._held -= self._known.popitem(last=False)[1].width
        return numbers
