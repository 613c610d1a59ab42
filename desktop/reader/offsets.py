"""Code points of Python against UTF-16 units of Qt: the one place where both are counted."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from corpus.model.span import Span

_LAST_OF_ONE_UNIT = "\uffff"


@dataclass(frozen=True, slots=True)
class Utf16Map:
    """Translates offsets of one text; ``wide`` are the offsets of its characters of two units, ascending."""

    length: int
    wide: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Utf16Map:
        """Return the map of ``text``; texts without 𠮷 or emoji cost one look."""
        if text.isascii() or max(text) <= _LAST_OF_ONE_UNIT:
            return cls(len(text), ())
        return cls(len(text), tuple(at for at, character in enumerate(text) if character > _LAST_OF_ONE_UNIT))

    def patched(self, span: Span, text: str) -> Utf16Map:
        """Return the map of the text in which ``text`` stands in the place of ``span``."""
        moved = len(text) - len(span)
        before = self.wide[: bisect_left(self.wide, span.start)]
        behind = self.wide[bisect_left(self.wide, span.end) :]
        inside = tuple(span.start + at for at in Utf16Map.of(text).wide) if text else ()
        return Utf16Map(self.length + moved, (*before, *inside, *(at + moved for at in behind)))

    @property
    def units(self) -> int:
        """Return the length of the text in UTF-16 units."""
        return self.length + len(self.wide)

    def to_units(self, offset: int) -> int:
        """Return where the code point ``offset`` begins in UTF-16; offsets outside are drawn to the ends."""
        inside = min(max(offset, 0), self.length)
        return inside + bisect_left(self.wide, inside)

    def to_points(self, position: int) -> int:
        """Return the code point at the UTF-16 ``position``; the middle of a pair counts as its beginning."""
        inside = min(max(position, 0), self.units)
        # The n-th wide character begins n units later than its offset says, so offset + n ascends too.
        before = bisect_left(range(len(self.wide)), inside, key=lambda n: self.wide[n] + n + 1)
        if before < len(self.wide) and self.wide[before] + before + 1 == inside:
            return self.wide[before]
        return inside - before

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of code points from one UTF-16 position to another (either order)."""
        first, last = sorted((start, end))
        return Span(self.to_points(first), self.to_points(last))
