"""Drawings written as SVG: their size, and what of them may be drawn – nothing from outside, no scripts."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

LARGE: Final = 100
"""Pixels from which either side of a drawing in a page is no icon."""
_OPENING: Final = LazyPattern(
    rb"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*)?(?:<!DOCTYPE[^>\[]{0,300}>\s*)?<svg\b",
    re.DOTALL,
)
_TAG: Final = LazyPattern(rb"<svg\b([^>]{0,4000})>", re.IGNORECASE)
_SIDE: Final = rb"\b%s\s*=\s*[\"']?\s*([0-9]{1,5})(?:\.[0-9]+)?(?:px|pt)?[\"'\s/>]"
_BOX: Final = LazyPattern(
    rb"\bviewBox\s*=\s*[\"']\s*[-0-9.]+[\s,]+[-0-9.]+[\s,]+([0-9]+)[0-9.]*[\s,]+([0-9]+)", re.IGNORECASE
)
_OUTSIDE: Final = LazyPattern(
    rb"\s(?:xlink:)?href\s*=\s*(?:\"(?!data:image/|#)[^\"]*\"|'(?!data:image/|#)[^']*')", re.IGNORECASE
)
_ACTIVE: Final = LazyPattern(
    rb"<(script|foreignObject)\b.*?</\1\s*>|<!DOCTYPE[^>]*>", re.IGNORECASE | re.DOTALL
)
_CASED: Final = (
    "viewBox", "preserveAspectRatio", "linearGradient", "radialGradient", "clipPath", "textPath", "gradientUnits",
    "gradientTransform", "patternUnits", "patternTransform", "clipPathUnits", "markerWidth", "markerHeight", "refX",
    "refY", "textLength", "lengthAdjust", "maskUnits", "startOffset",
)  # fmt: skip
_LOWERED: Final = {name.lower().encode(): name.encode() for name in _CASED}
_LONGEST_FIRST: Final[list[bytes]] = sorted(_LOWERED, key=lambda name: -len(name))
_WORDS: Final = LazyPattern(rb"(?<=[<\s/])(?:" + b"|".join(_LONGEST_FIRST) + rb")(?=[\s=>/])")
_SPACE: Final = b'xmlns="http://www.w3.org/2000/svg"'


def is_svg(data: bytes) -> bool:
    """Tell whether bytes are a drawing."""
    return _OPENING.match(data) is not None


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels as the drawing's first mark states them, ``None`` where it does not."""
    tag = _TAG.search(data[:8000])
    if tag is None:
        return None
    sides = [re.search(_SIDE % name, tag[0]) for name in (b"width", b"height")]
    if sides[0] and sides[1]:
        return int(sides[0][1]), int(sides[1][1])
    box = _BOX.search(tag[0])
    return (int(box[1]), int(box[2])) if box else None


def is_large(data: bytes) -> bool:
    """Tell whether a drawing in a page states both sides itself, and is larger than an icon."""
    tag = _TAG.search(data[:8000])
    sides = [re.search(_SIDE % name, tag[0]) for name in (b"width", b"height")] if tag else []
    return bool(sides) and all(one is not None and int(one[1]) >= LARGE for one in sides)


def plain_svg(data: bytes) -> bytes:
    """Return a drawing without scripts and without anything it points to, its names as they have to be written."""
    told = _OUTSIDE.sub(b"", _ACTIVE.sub(b"", data))
    told = _WORDS.sub(lambda found: _LOWERED[found[0]], told)
    return (
        told if b"http://www.w3.org/2000/svg" in told[:8000] else told.replace(b"<svg", b"<svg " + _SPACE, 1)
    )
