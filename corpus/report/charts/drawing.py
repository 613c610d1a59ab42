"""A drawing as shapes in pixels with names of colours: painted in the window, written as SVG in a report."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import Final

from index.lazy_pattern import LazyPattern

FONT: Final = "'PingFang SC','Microsoft YaHei UI','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"
_PIECE: Final = LazyPattern(r"(?:[0-9A-Za-z.,%]{1,24}|[^、，。；：）》”])[、，。；：）》”]*|.")
"""What stands on one line: a number, a Latin word or a character, with the signs behind it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled box; ``edge`` is the colour of its outline, ``figures`` what a click on it opens."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    dashed: bool = False
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str = "line"
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark around a centre, round or square."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    figures: tuple[str, ...] = ()
    square: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words at a place; ``y`` is their base line, ``anchor`` start, middle or end."""

    x: float
    y: float
    text: str
    colour: str = "ink"
    size: int = 13
    anchor: str = "start"
    bold: bool = False


Shape = Box | Rule | Dot | Words


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order they are painted; ``title`` is what screen readers say."""

    width: float
    height: float
    title: str
    shapes: tuple[Shape, ...] = ()


@lru_cache(maxsize=4096)
def room_for(text: str, size: int = 13) -> float:
    """Return about how wide words are: Chinese characters are as wide as high, others a little more than half."""
    return sum(map(_wide, text)) * size


def _wide(character: str) -> float:
    return 1.0 if character > "\u2e7f" else 0.58


def cut_to(text: str, room: float, size: int = 13) -> str:
    """Return words cut to a width, with an ellipsis where something is left out."""
    if room_for(text, size) <= room:
        return text
    fitting = takewhile(lambda wide: (wide + _wide("…")) * size <= room, accumulate(map(_wide, text)))
    return f"{text[: sum(1 for _one in fitting)]}…"


def lines_of(text: str, room: float, size: int = 12) -> list[str]:
    """Return words parted into lines of a width: no number or Latin word is, and no line begins with a comma."""
    lines, wide = [""], 0.0
    for piece in _PIECE.findall(text):
        own = room_for(piece, size)
        if lines[-1] and wide + own > room:
            lines.append("")
            wide = 0.0
        lines[-1] += piece
        wide += own
    return lines
