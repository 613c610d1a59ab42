"""The pictures of parts of pages, as many as fit; the ones not looked at for longest go first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QImage

TILE: Final = 512
"""The side of a tile in pixels of the screen."""
LIMIT: Final = 160 * 1024 * 1024
"""Bytes of pictures kept; with the boxes of characters it stays below what a window may take for pages."""


_ROOMY: Final = 0.7


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page: ``scale`` is pixels of the screen a point, ``across`` and ``down`` count tiles.

    A ``whole`` one is the page in small, to be shown until the sharp ones are there.
    """

    page: int
    scale: float
    across: int = 0
    down: int = 0
    whole: bool = False


class Tiles:
    """Keeps pictures by tile."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: OrderedDict[Tile, QImage] = OrderedDict()
        self._bytes = 0

    @property
    def size(self) -> int:
        """Return how many bytes are kept."""
        return self._bytes

    @property
    def roomy(self) -> bool:
        """Tell whether there is room for pictures nobody has asked for yet."""
        return self._bytes < _ROOMY * self._limit

    def get(self, tile: Tile) -> QImage | None:
        """Return the picture of a tile, which is thereby looked at."""
        found = self._kept.get(tile)
        if found is not None:
            self._kept.move_to_end(tile)
        return found

    def holds(self, tile: Tile) -> bool:
        """Tell whether a picture is there, without looking at it."""
        return tile in self._kept

    def put(self, tile: Tile, image: QImage) -> None:
        """Keep a picture."""
        before = self._kept.pop(tile, None)
        if before is not None:
            self._bytes -= before.sizeInBytes()
        self._kept[tile] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._limit and len(self._kept) > 1:
            _tile, gone = self._kept.popitem(last=False)
            self._bytes -= gone.sizeInBytes()

    def clear(self) -> None:
        """Keep nothing."""
        self._kept.clear()
        self._bytes = 0
