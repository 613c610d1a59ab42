"""A long stretch that stands in a text again and again, one copy right behind the other: it is read three times."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.model.context import DocumentContext
from corpus.model.span import Span

_LONG: Final = 300_000
"""Code points of a text from which on it is asked whether it repeats itself."""
_STRETCH: Final = 500
"""Code points a copy has at least; what is shorter is a phrase or a row of signs."""
_COPIES: Final = 20
"""Copies from which on nobody wrote each of them to be read."""
_PROBE: Final = 100
_TRIES: Final = 20
"""How often a probe may stand within one copy."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The copies of a text that are not read: two of the same words stand before ``span``, one behind it."""

    span: Span

    def shortened(self, text: str) -> str:
        """Return the text without them."""
        return text[: self.span.start] + text[self.span.end :]

    def context(self, context: DocumentContext) -> DocumentContext:
        """Return the context of the whole text as that of the shortened one."""
        behind = len(self.span)
        chapters = tuple(
            one if one.start < self.span.start else replace(one, start=one.start - behind)
            for one in context.chapters
            if not self.span.start <= one.start < self.span.end
        )
        return replace(context, chapters=chapters)

    def moved(self, span: Span) -> Span:
        """Return a span of the shortened text as one of the whole text, in which the same words stand."""
        return span if span.start < self.span.start else span.shifted(len(self.span))


def left_out(text: str) -> LeftOut | None:
    """Return the copies of a text that tell nothing the first do not, ``None`` where no stretch stands so often.

    Asked of texts of 300,000 code points and more; takes a few comparisons of the whole text at most.
    """
    if len(text) < _LONG:
        return None
    middle = len(text) // 2
    probe = text[middle : middle + _PROBE]
    again = middle
    for _ in range(_TRIES):
        again = text.find(probe, again + 1, middle + len(text) // _COPIES + _PROBE)
        if again < 0:
            return None
        length = again - middle
        start, end = _reach(text, middle, length)
        copies = (end - start) // length
        if length >= _STRETCH and copies >= _COPIES:
            return LeftOut(Span(start + 2 * length, start + (copies - 1) * length))
    return None


def _reach(text: str, place: int, length: int) -> tuple[int, int]:
    """Return how far around a place every code point is the same as the one ``length`` further on."""
    start, end = place, place
    step = 1
    while step:  # doubled while it holds, halved where it does not
        held = end + step + length <= len(text) and (
            text[end : end + step] == text[end + length : end + step + length]
        )
        end += step if held else 0
        step = step * 2 if held else step // 2
    step = 1
    while step:
        held = step <= start and text[start - step : start] == text[start - step + length : start + length]
        start -= step if held else 0
        step = step * 2 if held else step // 2
    return start, end + length
