"""Bars: one row a place or company from a common nought; and the parts of a whole in one bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.report.charts.chart import Chart, ChartKind, ChartMark, Spot
from corpus.report.charts.drawing import Box, Rule, Shape, Words, cut_to, room_for

COLOURS: Final = (
    "chart.indigo",
    "chart.cinnabar",
    "chart.celadon",
    "chart.amber",
    "chart.plum",
    "chart.slate",
)
_ROW: Final = 30
_BAR: Final = 18
_THIN: Final = 13
_SIGN: Final = 18


def bars(chart: Chart, top: float, width: float, chosen: str) -> tuple[Sequence[Shape], float]:
    """Return the rows of bars and how high they are together."""
    spots = chart.series[0].spots
    ranked = chart.kind is ChartKind.RANKING
    names = [f"{n}  {spot.label}" if ranked else spot.label for n, spot in enumerate(spots, start=1)]
    named = min(max(room_for(name) for name in names), width * 0.32)
    marks = [mark for spot in spots for mark in spot.marks]
    told = max(room_for(_told(mark, spot), 12) for spot in spots for mark in spot.marks)
    left, right = 12 + named + 10 + _SIGN, width - 16 - told
    low, high = min(0.0, *(mark.value for mark in marks)), max(0.0, *(mark.value for mark in marks))
    reach = (high - low) or 1.0
    left += room_for("−0.0", 12) if low < 0 else 0
    scale = (right - left) / reach
    nought = left - low * scale
    shapes: list[Shape] = []
    y = top
    for name, spot in zip(names, spots, strict=True):
        height = _ROW if len(spot.marks) == 1 else len(spot.marks) * (_THIN + 4) + 10
        strong = any(chosen in mark.figures for mark in spot.marks)
        shapes.append(Words(12 + named, y + height / 2 + 5, cut_to(name, named), anchor="end", bold=strong))
        shapes += _row(spot, y, height, nought, scale)
        y += height
    shapes.append(Rule(nought, top - 2, nought, y + 2, colour="line_strong"))
    return shapes, y - top


def _row(spot: Spot, top: float, height: float, nought: float, scale: float) -> list[Shape]:
    """Return the bars of one row, one below the other where figures differ."""
    thick = _BAR if len(spot.marks) == 1 else _THIN
    y = top + (height - len(spot.marks) * thick - (len(spot.marks) - 1) * 4) / 2
    shapes: list[Shape] = []
    if spot.disputed:
        x = nought - 8
        shapes.append(Rule(x, y + 2, x, y + height - 14, colour="cinnabar", width=1.5))
        shapes.append(Words(x - 4, top + height / 2 + 5, "≠", colour="cinnabar", anchor="end", bold=True))
    for mark in spot.marks:
        length = max(abs(mark.value) * scale, 1.0)
        x = nought if mark.value >= 0 else nought - length
        shapes.append(_bar(mark, x, y, length, thick))
        end, anchor = (nought + length + 6, "start") if mark.value >= 0 else (nought + 6, "start")
        shapes.append(
            Words(end, y + thick / 2 + 4.5, _told(mark, spot), colour="second", size=12, anchor=anchor)
        )
        y += thick + 4
    return shapes


def _bar(mark: ChartMark, x: float, y: float, length: float, thick: float) -> Box:
    if mark.forecast:
        return Box(x, y, length, thick, edge="amber", dashed=True, figures=mark.figures)
    return Box(x, y, length, thick, fill="chart.indigo", figures=mark.figures)


def _told(mark: ChartMark, spot: Spot) -> str:
    """Return the value beside a bar; where figures differ, with who says so."""
    value = mark.told.replace("-", "−")
    return f"{value}　{cut_to(mark.source, 150, 12)}" if len(spot.marks) > 1 else value


def share(chart: Chart, top: float, width: float, chosen: str) -> tuple[Sequence[Shape], float]:
    """Return one bar of a hundred percent with its parts, and their names below."""
    spots = chart.series[0].spots
    room = width - 24
    shapes: list[Shape] = [Box(12, top, room, 34, fill="line")]
    x, y = 12.0, top + 58.0
    for n, spot in enumerate(spots):
        mark, ink = spot.marks[0], COLOURS[n % len(COLOURS)]
        part = room * mark.value / 100
        shapes.append(Box(x, top, max(part - 1, 1), 34, fill=ink, figures=mark.figures))
        x += part
        shapes.append(Box(12, y - 11, 12, 12, fill=ink, figures=mark.figures))
        told = f"{spot.label}　{mark.told}{chart.unit}"
        shapes.append(Words(32, y, told, bold=chosen in mark.figures))
        y += 24
    return shapes, y - top - 12
