"""Which tiles of which pages are shown, which are lacking, and which come next."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage

from desktop.reader.sheets.arrangement import Arrangement
from desktop.reader.sheets.ground import PageGround
from desktop.reader.sheets.tiles import TILE, Tile, Tiles

SMALL: Final = 0.6
"""Pixels a point of the picture that stands for a page until the sharp one is there."""
AHEAD: Final = 3
"""So many pages before and behind are drawn small in advance."""
SKETCH: Final = 0.25
"""Pixels a point of the picture that stands for a page one comes to all at once."""
SKETCHES: Final = 600
"""So many pages are sketched, the nearest first, while there is nothing else to draw; together some 40 MB."""


@dataclass(frozen=True, slots=True)
class WantedTiles:
    """Tiles that lack: of what is seen, and of what one may come to next."""

    now: list[Tile]
    later: list[Tile]


def small(page: int) -> Tile:
    """Return the tile that is a page in small."""
    return Tile(page, SMALL, whole=True)


def sketch(page: int) -> Tile:
    """Return the tile that is a page in very small."""
    return Tile(page, SKETCH, whole=True)


def sharp_scale(arrangement: Arrangement, ratio: float) -> float:
    """Return how many pixels of the screen a point has."""
    return round(arrangement.scale * ratio, 4)


def tiles_of(arrangement: Arrangement, page: int, place: QRect, seen: QRect, ratio: float) -> Iterator[Tile]:
    """Yield the sharp tiles of a page that touch what is seen."""
    scale = sharp_scale(arrangement, ratio)
    part = place.intersected(seen).translated(-place.topLeft())
    if part.isEmpty():
        return
    side = TILE / ratio
    width, height = (max(1, round(one * scale)) for one in arrangement.sizes[page])
    columns, rows = math.ceil(width / TILE), math.ceil(height / TILE)
    for down in range(int(part.top() / side), min(int(part.bottom() / side) + 1, rows)):
        for across in range(int(part.left() / side), min(int(part.right() / side) + 1, columns)):
            yield Tile(page, scale, across, down)


def things_wanted(tiles: Tiles, ground: PageGround, seen: QRect, ratio: float) -> WantedTiles:
    """Return what lacks, the most wanted first."""
    arrangement, visible = ground.arrangement, ground.visible
    sharp = [
        tile
        for page in visible
        for tile in tiles_of(arrangement, page, ground.place_of(page), seen, ratio)
        if tiles.get(tile) is None
    ]
    lacking = {tile.page for tile in sharp}
    first = [small(page) for page in visible if page in lacking and tiles.get(small(page)) is None]
    count = len(arrangement.sizes)
    later = [small(page) for page in _around(visible, AHEAD, count)]
    if tiles.roomy:
        later += [sketch(page) for page in _around(visible, SKETCHES // 2, count)]
    return WantedTiles([*first, *sharp], [tile for tile in later if not tiles.holds(tile)])


def _around(visible: range, steps: int, count: int) -> list[int]:
    """Return the pages before and behind those seen, the nearest first."""
    last = min(steps, max(visible.start, count - visible.stop))
    both = (page for step in range(1, last + 1) for page in (visible.stop - 1 + step, visible.start - step))
    return [page for page in both if 0 <= page < count]


def pictures_of(
    tiles: Tiles, arrangement: Arrangement, page: int, place_and_seen: tuple[QRect, QRect], ratio: float
) -> Iterator[tuple[QRectF, QImage]]:
    """Yield what there is of a page, with where it is painted: the small one where a sharp one lacks."""
    place, seen = place_and_seen
    found: list[tuple[QRectF, QImage]] = []
    lacking = False
    side = TILE / ratio
    for tile in tiles_of(arrangement, page, place, seen, ratio):
        image = tiles.get(tile)
        if image is None:
            lacking = True
            continue
        left, top = place.left() + tile.across * side, place.top() + tile.down * side
        found.append((QRectF(left, top, image.width() / ratio, image.height() / ratio), image))
    rough = (tiles.get(small(page)) or tiles.get(sketch(page))) if lacking else None
    if rough is not None:
        yield QRectF(place), rough
    yield from found
