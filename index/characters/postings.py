"""The documents that can hold a string, kept between searches; and those that can hold the weightiest of several."""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from heapq import nlargest, nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Numbers of documents kept in memory between searches (four bytes each).
MOST_KEPT = 2_000_000


class Postings:
    """The postings of one state of the index by what was asked for, the least recently used forgotten first."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, array[int]] = OrderedDict()
        self._held = 0
        self._lock = threading.Lock()

    def get(self, question: str, read: Callable[[str], array[int]]) -> array[int]:
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
                self._held += len(numbers)
            while self._held > MOST_KEPT and len(self._known) > 1:
                self._held -= len(self._known.popitem(last=False)[1])
        return numbers


def heaviest(weighed: Iterable[tuple[float, Sequence[int]]], most: int) -> set[int]:
    """Return the ``most`` numbers with the greatest sums of weights (above 0) of the postings they stand in.

    Of equal ones the lower come first. Common strings weigh little: as soon as those seen by then cannot be
    overtaken, the postings of all others are only looked up.
    """
    ordered = sorted(weighed, key=lambda one: -one[0])
    left = sum(weight for weight, _ in ordered)
    sums: dict[int, float] = {}
    closed = False
    for weight, numbers in ordered:
        if closed:
            for number in sums.keys() & numbers:
                sums[number] += weight
        elif sums:
            for number in numbers:
                sums[number] = sums.get(number, 0.0) + weight
        else:
            sums = dict.fromkeys(numbers, weight)
        left -= weight
        if len(sums) > most and not closed:
            least = nlargest(most, sums.values())[-1]
            if least > left:
                closed = True
                sums = {number: held for number, held in sums.items() if held + left >= least}
    return set(nsmallest(most, sums, key=lambda number: (-sums[number], number)))
