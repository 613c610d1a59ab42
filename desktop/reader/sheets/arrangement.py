"""Where the pages of a file stand below each other at a zoom: numbers only, nothing of Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

GAP: Final = 14
"""Pixels between two pages, and around them."""
INCH: Final = 96 / 72
"""Pixels of a point at 100 %."""
LEAST: Final = 0.25
MOST: Final = 6.0


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Pages of ``sizes`` (points) below each other at ``zoom``, in the middle of ``room`` pixels.

    All that is returned is in pixels of the whole, from its upper left.
    """

    sizes: Sequence[tuple[float, float]]
    zoom: float
    room: int
    tops: list[int] = field(init=False)

    def __post_init__(self) -> None:
        """Measure where each page begins."""
        heights = (self.extent(number)[1] + GAP for number in range(len(self.sizes)))
        object.__setattr__(self, "tops", list(accumulate(heights, initial=GAP)))

    @property
    def scale(self) -> float:
        """Return how many pixels a point has."""
        return self.zoom * INCH

    @property
    def height(self) -> int:
        """Return the height of everything."""
        return self.tops[-1]

    @property
    def width(self) -> int:
        """Return the width of the widest page with what is around it."""
        widest = max((width for width, _height in self.sizes), default=0.0)
        return round(widest * self.scale) + 2 * GAP

    def extent(self, number: int) -> tuple[int, int]:
        """Return the width and height of a page."""
        width, height = self.sizes[number]
        return max(1, round(width * self.scale)), max(1, round(height * self.scale))

    def left(self, number: int) -> int:
        """Return where a page begins from the left."""
        return max(GAP, (max(self.room, self.width) - self.extent(number)[0]) // 2)

    def page_at(self, height: float) -> int:
        """Return the page at a height; the gap below a page belongs to it."""
        return min(max(bisect_right(self.tops, height) - 1, 0), max(len(self.sizes) - 1, 0))

    def visible(self, top: int, height: int) -> range:
        """Return the pages of which something stands between two heights."""
        return range(self.page_at(top), self.page_at(top + height) + 1) if self.sizes else range(0)


def zoom_to_fit(sizes: Sequence[tuple[float, float]], room: int) -> float:
    """Return the zoom at which the usual page is as wide as the room, and no wider than is good to read."""
    if not sizes:
        return 1.0
    usual = sorted(width for width, _height in sizes)[len(sizes) // 2]
    return min(max((room - 2 * GAP) / (usual * INCH), LEAST), 1.7)


def zoom_to_show_whole(sizes: Sequence[tuple[float, float]], width: int, height: int) -> float:
    """Return the zoom at which the usual page is seen whole in a room, and no larger than it is."""
    if not sizes:
        return 1.0
    usual = sorted(tall for _wide, tall in sizes)[len(sizes) // 2]
    return min(zoom_to_fit(sizes, width), max((height - 2 * GAP) / (usual * INCH), LEAST), 1.0)
