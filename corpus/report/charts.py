"""Small charts as SVG: bars and lines, labelled where they stand, what is only forecast dashed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Final

from corpus.report.palette import colour, series

_WIDTH: Final = 640
_ROW: Final = 32
_FONT: Final = "'PingFang SC','Microsoft YaHei UI','Noto Sans CJK SC','WenQuanYi Micro Hei',sans-serif"


@dataclass(frozen=True, slots=True)
class Point:
    """A value with its names: ``label`` on the axis, ``shown`` as people say it (31.63 万亿元)."""

    label: str
    value: float
    shown: str = ""
    forecast: bool = False

    @property
    def told(self) -> str:
        """Return the words beside the mark."""
        return self.shown or f"{self.value:g}"


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one thing in order of time."""

    name: str
    points: tuple[Point, ...]


def bar_chart(points: Sequence[Point], *, title: str) -> str:
    """Return horizontal bars from zero, the longest first as given; forecasts are outlined and dashed."""
    left = 16 + 14 * min(12, max((_places(point.label) for point in points), default=0) / 2)
    right = 16 + 7.5 * max((_places(point.told) for point in points), default=0)
    most = max((abs(point.value) for point in points), default=0) or 1
    room = _WIDTH - left - right - 16
    rows = []
    for n, point in enumerate(points):
        top = 8 + n * _ROW
        width = max(1.0, room * abs(point.value) / most)
        fill = "none" if point.forecast else series()[0]
        edge = f' stroke="{series()[3]}" stroke-dasharray="5 3"' if point.forecast else ""
        rows.append(
            _text(left - 8, top + 16, point.label, anchor="end")
            + f'<rect x="{left:.1f}" y="{top + 2}" width="{width:.1f}" height="{_ROW - 12}" fill="{fill}"{edge}/>'
            + _text(left + width + 8, top + 16, point.told, fill=colour("second"))
        )
    return _drawing("".join(rows), 16 + len(points) * _ROW, title)


def line_chart(lines: Sequence[Series], *, title: str, height: int = 280) -> str:
    """Return lines over the labels of their points, named at their ends; the way to a forecast is dashed."""
    labels = list(dict.fromkeys(point.label for line in lines for point in line.points))
    values = [point.value for line in lines for point in line.points]
    low, high = min([0.0, *values]), max([0.0, *values])
    reach = (high - low) or 1.0
    right = 24 + 14 * max((_places(line.name) for line in lines), default=0) / 2
    left, top, bottom = 24.0, 28.0, height - 36.0
    step = (_WIDTH - left - right) / max(1, len(labels) - 1)
    across = {label: left + n * step for n, label in enumerate(labels)}

    def up(value: float) -> float:
        return bottom - (bottom - top) * (value - low) / reach

    parts = [
        f'<line x1="{left}" y1="{up(0):.1f}" x2="{_WIDTH - right:.1f}" y2="{up(0):.1f}" stroke="{colour("line")}"/>'
    ]
    parts += [
        _text(across[label], height - 12, label, anchor="middle", fill=colour("second")) for label in labels
    ]
    for n, line in enumerate(lines):
        spots = [(across[point.label], up(point.value), point) for point in line.points]
        parts.append(_line(line.name, spots, series()[n % len(series())]))
    return _drawing("".join(parts), height, title)


def _line(name: str, spots: Sequence[tuple[float, float, Point]], ink: str) -> str:
    """Return one line: its stretches, its points with their values, its name at the end."""
    parts = []
    for (x1, y1, _before), (x2, y2, point) in pairwise(spots):
        dashed = ' stroke-dasharray="6 4"' if point.forecast else ""
        parts.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{ink}" stroke-width="2"{dashed}/>'
        )
    for x, y, point in spots:
        fill = colour("raised") if point.forecast else ink
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{fill}" stroke="{ink}" stroke-width="1.5"/>'
        )
        parts.append(_text(x, y - 10, point.told, anchor="middle", fill=ink, size=11))
    if spots:
        parts.append(_text(spots[-1][0] + 10, spots[-1][1] + 4, name, fill=ink))
    return "".join(parts)


def _text(
    x: float, y: float, words: str, *, anchor: str = "start", fill: str | None = None, size: int = 13
) -> str:
    """Return words at a place."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" fill="{fill or colour("ink")}">'
        f"{escape(words)}</text>"
    )


def _drawing(inner: str, height: float, title: str) -> str:
    """Return the whole drawing; its title is what screen readers say."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {_WIDTH} {height:.0f}" role="img" font-family="{_FONT}"><title>{escape(title)}</title>'
        f"{inner}</svg>"
    )


def _places(text: str) -> int:
    """Return how wide words are, in half-width characters."""
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
