"""Lines over the years: the way to a forecast dashed, what differs bracketed, the last value and its source named."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.report.charts.bars import COLOURS
from corpus.report.charts.chart import Chart, Series, Spot
from corpus.report.charts.drawing import Dot, Rule, Shape, Words, cut_to, room_for

_LEAST_HEIGHT: Final = 260
_MOST_HEIGHT: Final = 440
_FLAT: Final = 0.36
"""The height of a chart by its width, between the two."""
_APART: Final = 30
"""So far the names at the ends of two lines stand from one another, with the source below each."""
_SOURCE_BELOW: Final = 14
"""So far a source stands below the name at the end of a line."""
_CLOSE: Final = 16
_CLOSE_RATES: Final = 0.5
"""Rates apart by less than this part of the nearest to nought are close together."""
_SMALL: Final = 11
_Room = tuple[float, float, float, float]
_LEAST_BRACKET: Final = 6.0
_KEY: Final = 14
"""Room of the mark before the name of a line."""
_WITH_SOURCES: Final = 5
"""More lines than this are named without their sources, which stand below the chart."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where values and times stand: ``low`` and ``high`` are the values at the ends of the axis."""

    left: float
    right: float
    top: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, at: float) -> float:
        """Return where a time stands, from the left."""
        span = self.last - self.first
        return (
            self.left + (self.right - self.left) * (at - self.first) / span
            if span
            else (self.left + self.right) / 2
        )

    def y(self, value: float) -> float:
        """Return where a value stands, from the top."""
        return self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)


def lines(
    chart: Chart, top: float, width: float, chosen: str, tallest: float
) -> tuple[Sequence[Shape], float]:
    """Return axis, lines and names, and how high they are together: ``tallest``, where that is not too flat."""
    spots = [spot for series in chart.series for spot in series.spots]
    values = [mark.value for spot in spots for mark in spot.marks]
    least, most = _reach(values, rates=chart.unit == "%")
    step = _step(least, most)
    low, high = math.floor(least / step) * step, math.ceil(most / step) * step
    noted = max(room_for(_number(value, step), 11) for value in (low, high))
    named = min(
        max(room_for(text, 12) for series in chart.series for text in _end(series, chart)), width * 0.3
    )
    named += _KEY if len(chart.series) > len(COLOURS) else 0
    times = sorted({spot.at for spot in spots})
    height = max(min(width * _FLAT, _MOST_HEIGHT, tallest), _LEAST_HEIGHT)
    ground = _Ground(
        12 + noted + 24, width - 28 - named, top + 14, top + height - 30, times[0], times[-1], low, high
    )
    axis = list(_axis(ground, step))
    ends = list(_ends(chart, ground, named))
    shapes: list[Shape] = [*axis, *_times(ground, spots)]
    for n, series in enumerate(chart.series):
        shapes += _line(series, ground, n, chosen, [one for one in ends if isinstance(one, Words)])
    shapes += _signs(spots, ground)
    words = [one for one in (*ends, *axis) if isinstance(one, Words)]
    return [*shapes, *_values(chart, ground, chosen, words), *ends], height


def _axis(ground: _Ground, step: float) -> Iterator[Shape]:
    value = ground.low
    while value <= ground.high + step / 2:
        y = ground.y(value)
        colour = "line_strong" if abs(value) < step / 2 else "line"
        yield Rule(ground.left - 12, y, ground.right + 12, y, colour=colour)
        yield Words(ground.left - 18, y + 4, _number(value, step), colour="second", size=11, anchor="end")
        value += step


def _times(ground: _Ground, spots: Sequence[Spot]) -> Iterator[Shape]:
    """Yield the names of the times that fit side by side, the last one always."""
    labels = sorted({spot.at: spot.label for spot in spots}.items(), reverse=True)
    free = math.inf
    for at, label in labels:
        x, half = ground.x(at), room_for(label, 12) / 2
        if x + half + 8 <= free:
            yield Words(x, ground.bottom + 22, label, colour="second", size=12, anchor="middle")
            free = x - half


def _line(
    series: Series, ground: _Ground, number: int, chosen: str, names: Sequence[Words]
) -> Iterator[Shape]:
    """Yield a line, parted where it runs behind a name, and its marks.

    The marks of a line whose colour another has already are square.
    """
    ink, square = COLOURS[number % len(COLOURS)], number >= len(COLOURS)
    for way, after in zip(_ways(series, ground), series.spots[1:], strict=True):
        for part in parted_by(way, [_room_of(one) for one in names]):
            yield Rule(*part, colour=ink, width=2, dashed=after.marks[0].forecast)
    for spot in series.spots:
        x, ys = ground.x(spot.at), [ground.y(mark.value) for mark in spot.marks]
        if spot.disputed:
            yield Rule(*_bracket(spot, ground), colour="cinnabar", width=1.5)
        for mark, y in zip(spot.marks, ys, strict=True):
            strong = chosen in mark.figures
            fill = "raised" if mark.forecast else ink
            yield Dot(x, y, 5.5 if strong else 4, fill, ink, mark.figures, square)


def _room_of(words: Words) -> _Room:
    """Return the room of words that begin at their place, with a little around them."""
    reach = room_for(words.text, words.size)
    return words.x - 2, words.y - words.size, words.x + reach + 2, words.y + 4


def parted_by(way: _Room, rooms: Sequence[_Room]) -> Iterator[_Room]:
    """Yield what of a straight way (x and y of both ends) lies outside of all rooms (left, top, right, bottom)."""
    x1, y1, x2, y2 = way
    begun = 0.0
    for start, end in sorted(inside for room in rooms if (inside := _within(way, room))):
        if start > begun:
            yield (
                x1 + (x2 - x1) * begun,
                y1 + (y2 - y1) * begun,
                x1 + (x2 - x1) * start,
                y1 + (y2 - y1) * start,
            )
        begun = max(begun, end)
    if begun < 1:
        yield x1 + (x2 - x1) * begun, y1 + (y2 - y1) * begun, x2, y2


def _within(way: _Room, room: _Room) -> tuple[float, float] | None:
    """Return from which to which share of a straight way it lies within a room, ``None`` where it never does."""
    x1, y1, x2, y2 = way
    first, last = 0.0, 1.0
    for begin, by, low, high in ((x1, x2 - x1, room[0], room[2]), (y1, y2 - y1, room[1], room[3])):
        if not by:
            if not low < begin < high:
                return None
            continue
        one, other = sorted(((low - begin) / by, (high - begin) / by))
        first, last = max(first, one), min(last, other)
    return (first, last) if first < last else None


def _bracket(spot: Spot, ground: _Ground) -> tuple[float, float, float, float]:
    """Return the line beside what contradicts each other, as x and y of both ends."""
    x, ys = ground.x(spot.at) + 9, [ground.y(mark.value) for mark in spot.marks]
    middle, reach = sum(ys) / len(ys), max((max(ys) - min(ys)) / 2, _LEAST_BRACKET)
    return x, middle - reach, x, middle + reach


def _signs(spots: Sequence[Spot], ground: _Ground) -> Iterator[Shape]:
    """Yield ≠ beside the brackets; where two would cover each other one stands for both."""
    placed: list[tuple[float, float]] = []
    for spot in filter(_is_disputed, spots):
        x, ys = ground.x(spot.at) + 13, [ground.y(mark.value) for mark in spot.marks]
        y = sum(ys) / len(ys) + 4
        if all(x != beside or abs(y - other) >= _SMALL for beside, other in placed):
            placed.append((x, y))
            yield Words(x, y, "≠", colour="cinnabar", bold=True)


def _is_disputed(spot: Spot) -> bool:
    return spot.disputed


def _values(chart: Chart, ground: _Ground, chosen: str, words: Sequence[Words]) -> Iterator[Shape]:
    """Yield the values on the way, above or below their dots: rather off their own line, and never on anything else.

    ``words`` are those that stand already: names at the ends of lines, numbers of the axis.
    """
    spots = [spot for series in chart.series for spot in series.spots]
    dots = [(ground.x(spot.at), ground.y(mark.value)) for spot in spots for mark in spot.marks]
    ways = [(number, *way) for number, series in enumerate(chart.series) for way in _ways(series, ground)]
    ways += [(-1, *_bracket(spot, ground)) for spot in spots if spot.disputed]
    told = [(spot, number) for number, series in enumerate(chart.series) for spot in series.spots[:-1]]
    told.sort(key=lambda one: not any(chosen in mark.figures for mark in one[0].marks))
    halves = [(one, room_for(one.text, one.size) / 2) for one in words]
    placed = [(one.x + (-half if one.anchor == "end" else half), one.y, half) for one, half in halves]
    for spot, own in told:
        x, ys, value = ground.x(spot.at), [ground.y(mark.value) for mark in spot.marks], _told(spot)
        half = room_for(value, _SMALL) / 2
        free = [
            base
            for base in (min(ys) - 10, max(ys) + 18)
            if base < ground.bottom
            and all(
                abs(x - at) >= half + other or abs(base - beside) >= _SMALL for at, beside, other in placed
            )
            and not any(abs(x - at) < half and _nearer(dot, ys, base) for at, dot in dots)
            and not any(number != own and _crosses(way, x, half, base) for number, *way in ways)
        ]
        if free:
            mine = [way for number, *way in ways if number == own]
            base = min(free, key=lambda at: sum(_crosses(way, x, half, at) for way in mine))
            placed.append((x, base, half + 2))
            yield Words(x, base, value, colour="second", size=_SMALL, anchor="middle")


def _nearer(dot: float, own: Sequence[float], base: float) -> bool:
    """Tell whether small words on a base line cover a dot or stand nearer to it than to their own."""
    middle = base - _SMALL / 2
    return base - _SMALL < dot < base or abs(dot - middle) < min(abs(y - middle) for y in own)


def _ways(series: Series, ground: _Ground) -> Iterator[tuple[float, float, float, float]]:
    """Yield the straight ways of a line from spot to spot, as x and y of both ends."""
    for one, after in pairwise(series.spots):
        yield (
            ground.x(one.at), ground.y(one.marks[0].value), ground.x(after.at), ground.y(after.marks[0].value)
        )  # fmt: skip


def _crosses(way: Sequence[float], middle: float, half: float, base: float) -> bool:
    """Tell whether a straight way runs through small words around ``middle`` on a base line."""
    x1, y1, x2, y2 = way
    left, right = max(x1, middle - half), min(x2, middle + half)
    if left > right:
        return False
    ys = [y1, y2] if x1 == x2 else [y1 + (y2 - y1) * (x - x1) / (x2 - x1) for x in (left, right)]
    return min(ys) < base + 2 and max(ys) > base - _SMALL


def _ends(chart: Chart, ground: _Ground, room: float) -> Iterator[Words | Dot]:
    """Yield what stands at the ends of the lines, so far apart that nothing covers anything.

    Where colours come twice the mark of its line stands before each name.
    """
    keyed = len(chart.series) > len(COLOURS)
    key = _KEY if keyed else 0
    sourced = len(chart.series) <= _WITH_SOURCES
    marked = {series.spots[-1].at for series in chart.series if series.spots[-1].disputed}
    apart = _APART if sourced else _CLOSE
    for beside in _ending_together(chart, ground, room):
        wanted = sorted((ground.y(chart.series[n].spots[-1].marks[0].value), n) for n in beside)
        free = ground.top - apart
        # Who says so stands below a name: it must not come down among the times of the axis.
        below = len(wanted) * apart + (_SOURCE_BELOW if sourced else 0)
        for y, n in wanted:
            below -= apart
            place = max(min(y, ground.bottom - below), free + apart)
            free = place
            last = chart.series[n].spots[-1].at
            x = ground.x(last) + (28 if last in marked else 12)
            first, second = _end(chart.series[n], chart)
            ink = COLOURS[n % len(COLOURS)]
            if keyed:
                yield Dot(x + 4, place, 3.5, ink, ink, square=n >= len(COLOURS))
            words = cut_to(first, room - key, 12)
            yield Words(x + key, place + 4, words, colour=ink, size=12, bold=True)
            if sourced and second:
                yield Words(x, place + 4 + _SOURCE_BELOW, cut_to(second, room, 11), colour="second", size=11)


def _ending_together(chart: Chart, ground: _Ground, room: float) -> Iterator[list[int]]:
    """Yield the numbers of the lines whose names could cover each other: they end less than a name apart."""
    ends = sorted((ground.x(series.spots[-1].at), n) for n, series in enumerate(chart.series))
    beside: list[int] = []
    for (before, _n), (x, n) in zip(ends[:1] + ends, ends, strict=False):
        if x - before > room:
            yield beside
            beside = []
        beside.append(n)
    yield beside


def _end(series: Series, chart: Chart) -> tuple[str, str]:
    """Return what stands at the end of a line: its name with the last value, and who says so."""
    last = series.spots[-1]
    source = last.marks[0].source if len(chart.series) <= _WITH_SOURCES else ""
    name = series.name if len(chart.series) > 1 else ""
    return f"{name} {_told(last)}".strip(), source


def _told(spot: Spot) -> str:
    return " ≠ ".join(dict.fromkeys(mark.told for mark in spot.marks)).replace("-", "−")


def _reach(values: Sequence[float], *, rates: bool) -> tuple[float, float]:
    """Return the least and the most an axis shows: nought with them, but for rates that lie close together far from it.

    Rates are read by what lies between them; of amounts the whole height is read.
    """
    least, most = min(values), max(values)
    apart = most - least
    if rates and 0 < apart < _CLOSE_RATES * min(abs(least), abs(most)) and least * most > 0:
        return least - apart / 4, most + apart / 4
    return min(0.0, least), max(0.0, most)


def _step(low: float, high: float) -> float:
    """Return a step of 1, 2 or 5 times a power of ten that parts a range into three to six."""
    reach = (high - low) or 1.0
    power = 10.0 ** math.floor(math.log10(reach / 4))
    return next((n * power for n in (1, 2, 5) if reach / (n * power) <= 5), 10 * power)


def _number(value: float, step: float) -> str:
    places = max(0, -math.floor(math.log10(step)))
    return f"{value:,.{places}f}".replace("-", "−")
