"""How wide a drawing is set on a page: as wide as it is, never wider than the text nor taller than a page holds."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_SIZE: Final = LazyPattern(r'<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')
_POINTS: Final = 0.75
"""Points a pixel has."""
_STANDING: Final = (436.0, 560.0)
"""The width of the text of a page, and the height a drawing may have of it with its caption below, in points."""
_ACROSS: Final = (690.0, 340.0)
_LEAST: Final = 1


def drawing_size(svg: str) -> tuple[float, float]:
    """Return width and height of a drawing in pixels, 0 where it does not tell them."""
    told = _SIZE.search(svg)
    return (float(told[1]), float(told[2])) if told else (0.0, 0.0)


def width_share(svg: str, *, across: bool = False) -> int:
    """Return how much of the text's width a drawing takes, in percent; ``across`` is a page on its side.

    All of it where the drawing does not tell its size.
    """
    width, height = drawing_size(svg)
    if not width or not height:
        return 100
    text, tallest = _ACROSS if across else _STANDING
    fitting = min(text, width * _POINTS, tallest * width / height)
    return max(_LEAST, int(100 * fitting / text))
