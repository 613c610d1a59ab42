"""Code points of Python against UTF-16 units of Qt: the one place where both are counted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_OF_TWO_UNITS = LazyPattern("[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Utf16Map:
    """Translates offsets of one text; ``wide`` are the offsets of its characters of two units, ascending.

    ``parted`` are the offsets before which the document holds a character the text does not have, ascending.
    """

    length: int
    wide: tuple[int, ...]
    parted: tuple[int, ...] = ()

    @classmethod
    def of(cls, text: str, parted: tuple[int, ...] = ()) -> Utf16Map:
        """Return the map of ``text``; texts without 𠮷 or emoji cost one look."""
        wide = () if text.isascii() else tuple(found.start() for found in _OF_TWO_UNITS.finditer(text))
        return cls(len(text), wide, parted)

    def patched(self, span: Span, text: str, within: Sequence[int] = ()) -> Utf16Map:
        """Return the map of the text in which ``text`` stands in the place of ``span``.

        ``within`` are the offsets behind its start, up to its end, before which the document holds a character more.
        """
        moved = len(text) - len(span)
        before = self.wide[: bisect_left(self.wide, span.start)]
        behind = self.wide[bisect_left(self.wide, span.end) :]
        inside = tuple(span.start + at for at in Utf16Map.of(text).wide) if text else ()
        wide = (*before, *inside, *(at + moved for at in behind))
        # What stands before the span stands before what is put in its place; what is within it goes with it.
        kept = self.parted[: bisect_right(self.parted, span.start)]
        later = (at + moved for at in self.parted[bisect_right(self.parted, span.end) :])
        return Utf16Map(self.length + moved, wide, (*kept, *within, *later))

    @property
    def units(self) -> int:
        """Return the length of the document in UTF-16 units."""
        return self.length + len(self.wide) + len(self.parted)

    def to_units(self, offset: int) -> int:
        """Return where the code point ``offset`` begins in UTF-16; offsets outside are drawn to the ends."""
        inside = min(max(offset, 0), self.length)
        return inside + bisect_left(self.wide, inside) + bisect_right(self.parted, inside)

    def to_points(self, position: int) -> int:
        """Return the code point at the UTF-16 ``position``; the middle of a pair counts as its beginning."""
        inside = min(max(position, 0), self.units)
        # The n-th mark stands n units later than its offset and the wide characters before it say.
        inside -= bisect_left(
            range(len(self.parted)),
            inside,
            key=lambda n: self.parted[n] + bisect_left(self.wide, self.parted[n]) + n,
        )
        # The n-th wide character begins n units later than its offset says, so offset + n ascends too.
        before = bisect_left(range(len(self.wide)), inside, key=lambda n: self.wide[n] + n + 1)
        if before < len(self.wide) and self.wide[before] + before + 1 == inside:
            return self.wide[before]
        return inside - before

    def span_of(self, start: int, end: int) -> Span:
        """Return the span of code points from one UTF-16 position to another (either order)."""
        first, last = sorted((start, end))
        return Span(self.to_points(first), self.to_points(last))
