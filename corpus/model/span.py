"""A half-open range of code points in one text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Protocol, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (exclusive) of a text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that could not stand in any text."""
        if not 0 <= self.start <= self.end:
            message = f"not a span: {self.start}..{self.end}"
            raise ValueError(message)

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the part of ``text`` this span covers."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """Return the same range, ``by`` code points further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class Taken:
    """What of a text is taken: spans in any order, asked for what overlaps them in steps that hardly grow with them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Hold the spans."""
        ordered = sorted(spans)
        self._starts = [one.start for one in ordered]
        self._reached = list(accumulate((one.end for one in ordered), max))

    def overlaps(self, span: Span) -> bool:
        """Tell whether ``span`` shares at least one code point with one of them."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reached[before - 1] > span.start


class Spanned(Protocol):
    """Something found in a text, which knows its place there."""

    @property
    def span(self) -> Span:
        """Return where it stands."""


Found = TypeVar("Found", bound=Spanned)


class InTextOrder(Generic[Found]):
    """What was found in a text, in the order in which it begins there; asked for the part that begins in a span."""

    def __init__(self, found: Sequence[Found]) -> None:
        """Hold what was found, which must be in that order already."""
        self._found = found
        self._starts = [one.span.start for one in found]

    def within(self, span: Span) -> Sequence[Found]:
        """Return what begins within ``span``, wherever it ends."""
        return self._found[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
