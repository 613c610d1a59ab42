"""What is marked in a text, sorted so that the visible part is found at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from corpus.model.span import Span


class MarkKind(Enum):
    """What a mark stands for."""

    HIT = 1
    HIGHLIGHT = 2
    PLACE = 3
    FIGURE = 4
    REPAIR = 5
    UNDERLINE = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place: ``span`` in code points of the shown text.

    ``colour`` is an annotation colour, the colour of a repair's dots, or empty. ``id`` names the annotation,
    figure or repair; ``tell`` returns what resting the pointer on it shows, put into words only when asked.
    """

    kind: MarkKind
    span: Span
    colour: str = ""
    id: str = ""
    tell: Callable[[], str] = str

    @property
    def told(self) -> str:
        """Return what resting the pointer on it shows."""
        return self.tell()


class Marks:
    """All marks of one kind of a text; finding those of a range costs two bisections."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.span.start, mark.span.end))
        self._starts = [mark.span.start for mark in self._marks]
        # Highest end so far: ascending, so the first mark that can reach into a range is found by bisection.
        self._reach = list(accumulate((mark.span.end for mark in self._marks), max))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        """Yield them by place."""
        return iter(self._marks)

    def retell(self, mark: Mark) -> None:
        """Have the mark with the same span and id tell something else."""
        first = bisect_left(self._starts, mark.span.start)
        for number in range(first, bisect_right(self._starts, mark.span.start)):
            if (self._marks[number].id, self._marks[number].span) == (mark.id, mark.span):
                self._marks[number] = mark

    def touching(self, span: Span) -> Iterator[Mark]:
        """Yield the marks that share a code point with ``span``, by place."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        for mark in self._marks[first:last]:
            if mark.span.end > span.start:
                yield mark

    def at(self, offset: int) -> list[Mark]:
        """Return the marks over the code point ``offset``, the shortest first."""
        return sorted(self.touching(Span(offset, offset + 1)), key=lambda mark: len(mark.span))

    def after(self, offset: int) -> int:
        """Return the number of the first mark that begins after ``offset``, round the end to the first."""
        number = bisect_right(self._starts, offset)
        return number if number < len(self._marks) else 0

    def before(self, offset: int) -> int:
        """Return the number of the last mark that begins before ``offset``, round the beginning to the last."""
        number = bisect_left(self._starts, offset) - 1
        return number if number >= 0 else len(self._marks) - 1

    def get(self, number: int) -> Mark:
        """Return the mark with that number, counted by place."""
        return self._marks[number]
