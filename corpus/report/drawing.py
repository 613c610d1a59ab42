"""A drawing as shapes in pixels with names of colours: painted in the window, written as SVG in a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FONT: Final = "'PingFang SC','Microsoft YaHei UI','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"


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
    """A round mark around a centre."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str
    figures: tuple[str, ...] = ()


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


def room_for(text: str, size: int = 13) -> float:
    """Return about how wide words are: Chinese characters are as wide as high, others a little more than half."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.58 for character in text) * size


def cut_to(text: str, room: float, size: int = 13) -> str:
    """Return words cut to a width, with an ellipsis where something is left out."""
    if room_for(text, size) <= room:
        return text
    kept = text
    while kept and room_for(f"{kept}…", size) > room:
        kept = kept[:-1]
    return f"{kept}…"


def lines_of(text: str, room: float, size: int = 12) -> list[str]:
    """Return words parted into lines of a width."""
    lines = [""]
    for character in text:
        if room_for(lines[-1] + character, size) > room:
            lines.append("")
        lines[-1] += character
    return lines
