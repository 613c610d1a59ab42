"""What the chart draws: figures of one metric over time, or its subjects side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from corpus.knowledge.comparison import size_of
from corpus.library.core.views import StatisticView
from corpus.model.statistic import FactStatus, Statistic, StatisticKind
from corpus.report.figure_words import period_words


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the chart: ``x`` in years (or a place in a row of bars), ``y`` in the chart's unit."""

    x: float
    y: float
    label: str
    forecast: bool
    view: StatisticView


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one subject, in the order of time."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole chart: lines over years, or (``bars``) one bar a subject; empty ``series``: nothing to compare."""

    title: str = ""
    unit: str = ""
    bars: bool = False
    series: tuple[Series, ...] = ()


def drawing_for(chosen: StatisticView, views: Sequence[StatisticView]) -> Drawing:
    """Return the chart of the figures that can be compared with ``chosen``: same metric, same base unit."""
    like = [one for one in views if _comparable(one.statistic, chosen.statistic)]
    if len(like) < 2:
        return Drawing()
    divisor, unit = _scale(like)
    dated = [one for one in like if one.statistic.period.end]
    moments = {one.statistic.period.end for one in dated}
    if len(moments) > 1:
        series = _over_time(dated, divisor, chosen.statistic.subject)
        return Drawing(chosen.statistic.metric, unit, bars=False, series=series)
    points = tuple(
        _point(one, float(place), divisor, one.statistic.subject or one.statistic.source or one.place.title)
        for place, one in enumerate(sorted(like, key=_size, reverse=True))
    )
    return Drawing(chosen.statistic.metric, unit, bars=True, series=(Series("", points),))


def _comparable(one: Statistic, other: Statistic) -> bool:
    return (
        one.metric == other.metric
        and _unit(one) == _unit(other)
        and size_of(one) is not None
        and one.status is not FactStatus.REJECTED
        and (one.kind is StatisticKind.ANECDOTE) == (other.kind is StatisticKind.ANECDOTE)
    )


def _over_time(views: Sequence[StatisticView], divisor: Decimal, first: str) -> tuple[Series, ...]:
    by_subject: defaultdict[str, list[Point]] = defaultdict(list)
    for one in views:
        label = period_words(one.statistic.period)
        by_subject[one.statistic.subject].append(_point(one, _moment(one.statistic), divisor, label))
    names = sorted(by_subject, key=lambda name: (name != first, -len(by_subject[name]), name))
    return tuple(Series(name, tuple(sorted(by_subject[name], key=_place))) for name in names)


def _point(view: StatisticView, x: float, divisor: Decimal, label: str) -> Point:
    forecast = view.statistic.kind in (StatisticKind.FORECAST, StatisticKind.ESTIMATE)
    return Point(x, float(_size(view) / divisor), label, forecast, view)


def _moment(statistic: Statistic) -> float:
    """Return the end of a figure's time in years; whole years stand on their number."""
    end = date.fromisoformat(statistic.period.end)
    start = date.fromisoformat(statistic.period.start or statistic.period.end)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return float(end.year)
    return end.year + (end.timetuple().tm_yday - 1) / 366


def _scale(views: Sequence[StatisticView]) -> tuple[Decimal, str]:
    """Return what sizes are divided by and the unit that leaves: 亿 or 万 where the numbers are that large."""
    unit = _unit(views[0].statistic)
    largest = max(abs(_size(one)) for one in views)
    if unit not in ("%", "％"):
        for power, word in ((12, "万亿"), (8, "亿"), (4, "万")):
            if largest >= Decimal(10) ** power:
                return Decimal(10) ** power, word + unit
    return Decimal(1), unit


def _unit(statistic: Statistic) -> str:
    return statistic.base_unit or statistic.unit


def _size(view: StatisticView) -> Decimal:
    return size_of(view.statistic) or Decimal(0)


def _place(point: Point) -> tuple[float, float]:
    return point.x, point.y
