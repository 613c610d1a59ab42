"""The characters of one page: offsets to boxes and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.library.core.page_images import SIDES
from corpus.model.span import Span

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points from the upper left of the page."""


@dataclass(frozen=True)
class PageCharacters:
    """``boxes`` of the characters of ``span``, a span of the original; four numbers each, zeros where unknown.

    ``page`` counts from 0.
    """

    span: Span
    boxes: Sequence[float]
    page: int = 0

    @cached_property
    def _known(self) -> list[tuple[int, Box]]:
        """Return the characters that stand somewhere, with their boxes."""
        return [(at, box) for at in range(len(self.span)) if (box := self._box(at))[2] > box[0]]

    def _box(self, at: int) -> Box:
        left, top, right, bottom = self.boxes[SIDES * at : SIDES * at + SIDES]
        return left, top, right, bottom

    def lines(self, span: Span, hidden: Sequence[Span] = ()) -> Iterator[Box]:
        """Yield the boxes of a span of the original, one a line; characters of ``hidden`` spans are left out."""
        line: Box | None = None
        first, last = max(span.start, self.span.start), min(span.end, self.span.end)
        away = [one for one in hidden if one.start < last and one.end > first]
        for offset in range(first, last):
            box = self._box(offset - self.span.start)
            if box[2] <= box[0] or any(one.start <= offset < one.end for one in away):
                continue
            if line is not None and _goes_on(line, box):
                line = (line[0], min(line[1], box[1]), max(line[2], box[2]), max(line[3], box[3]))
                continue
            if line is not None:
                yield line
            line = box
        if line is not None:
            yield line

    def top_of(self, offset: int) -> float:
        """Return the upper edge of the line of the first character from ``offset`` on that stands somewhere.

        A flat character (一, a comma) stands in the middle of its line. 0 where no character stands anywhere, and in
        the first line of a page: what is above it is part of the page.
        """
        at = offset - self.span.start
        first = next((box for place, box in self._known if place >= at), None)
        if first is None:
            return 0.0
        line = min(box[1] for _at, box in self._known if box[1] <= first[3] and box[3] >= first[1])
        return line if any(box[3] <= line for _at, box in self._known) else 0.0

    def first_below(self, height: float) -> int:
        """Return the offset of the first character in the order of the text that stands below a height."""
        below = (self.span.start + at for at, box in self._known if box[1] >= height)
        return next(below, max(self.span.end - 1, self.span.start))

    def offset_at(self, x: float, y: float) -> int | None:
        """Return the offset of the character under a point, ``None`` beside the text."""
        inside = (at for at, box in self._known if box[0] <= x <= box[2] and box[1] <= y <= box[3])
        found = next(inside, None)
        return None if found is None else self.span.start + found

    def caret_at(self, x: float, y: float) -> int | None:
        """Return the offset nearest to a point, behind a character where the point is right of its middle."""
        if not self._known:
            return None

        def distance(entry: tuple[int, Box]) -> tuple[float, float]:
            left, top, right, bottom = entry[1]
            down = max(top - y, y - bottom, 0.0)
            return down + 0.2 * max(left - x, x - right, 0.0), abs((left + right) / 2 - x)

        at, (left, _top, right, _bottom) = min(self._known, key=distance)
        return self.span.start + at + (x > (left + right) / 2)


def _goes_on(line: Box, box: Box) -> bool:
    """Tell whether a character stands on the same line, right behind what stands there."""
    height = max(line[3] - line[1], box[3] - box[1])
    same = min(line[3], box[3]) - max(line[1], box[1]) > 0.4 * min(line[3] - line[1], box[3] - box[1])
    return same and -0.5 * height < box[0] - line[2] < 2.2 * height
