"""Laying out a chart: title, bars or lines with their values beside them, what differs bracketed, sources below."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from corpus.report.charts.bars import bars, share
from corpus.report.charts.chart import Chart, ChartKind
from corpus.report.charts.drawing import Drawing, Shape, Words, lines_of, room_for
from corpus.report.charts.lines import lines
from corpus.report.labels import ReportLabels

WIDTH: Final = 640
_TOP: Final = 40
_LINE: Final = 18
_GAP: Final = 22
_MOST_SOURCES: Final = 12

Body = Callable[[Chart, float, float, str], tuple[Sequence[Shape], float]]
_BODIES: Final[Mapping[ChartKind, Body]] = {
    ChartKind.PLACES: bars,
    ChartKind.RANKING: bars,
    ChartKind.SHARE: share,
}


def draw(
    chart: Chart,
    labels: ReportLabels | None = None,
    *,
    width: float = WIDTH,
    chosen: str = "",
    most: float = math.inf,
) -> Drawing:
    """Return a chart as shapes ``width`` pixels wide; the figure ``chosen`` (an id) stands out.

    It is at most ``most`` pixels high where what it shows can be flatter.
    """
    labels = labels or ReportLabels()
    shapes: list[Shape] = [Words(12, 22, chart.title, size=15, bold=True)]
    if chart.unit:
        place = 12 + room_for(chart.title, 15) + 10
        shapes.append(Words(place, 22, chart.unit, colour="second", size=12))
    told = _source_lines(chart, labels, width - 24)
    if chart.kind is ChartKind.YEARS:
        body, height = lines(chart, _TOP, width, chosen, most - _TOP - _GAP - len(told) * _LINE)
    else:
        body, height = _BODIES[chart.kind](chart, _TOP, width, chosen)
    shapes += body
    y = _TOP + height + _GAP
    for line in told:
        shapes.append(Words(12, y, line, colour="second", size=12))
        y += _LINE
    return Drawing(width, y, f"{chart.title} {chart.unit}".strip(), tuple(shapes))


def _source_lines(chart: Chart, labels: ReportLabels, room: float) -> list[str]:
    """Return the line that says where the values come from, in as many lines as it takes."""
    if not chart.sources:
        return []
    named = labels.comma.join(chart.sources[:_MOST_SOURCES])
    if len(chart.sources) > _MOST_SOURCES:
        named = labels.more_sources.format(names=named, n=len(chart.sources))
    return lines_of(f"{labels.attributed}{labels.colon}{named}", room)
