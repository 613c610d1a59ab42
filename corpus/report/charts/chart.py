"""A chart as a plain value: what is drawn in the window, in a report and in an exported file alike."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """How figures are laid side by side: by place, by year, ranked, or as parts of a whole."""

    PLACES = "places"
    YEARS = "years"
    RANKING = "ranking"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Family:
    """Figures that may stand in one chart: one metric, one sort of number, one base unit, one length of time.

    ``sort`` is that of a topic (level, ratio, growth …), ``span`` the length of the period in days, 0 for a moment.
    """

    metric: str
    sort: str
    unit: str
    span: int

    @property
    def growth(self) -> bool:
        """Tell whether these are rates of growth."""
        return self.sort.startswith("growth")


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One value: ``figures`` are the ids of those that say so, the first of which is opened; ``told`` has no unit."""

    figures: tuple[str, ...]
    value: float
    told: str
    forecast: bool
    source: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the chart: a bar's name, or a time ``at`` (in years), with every value told of it.

    Where the values contradict each other it is ``disputed``; a plan beside what came true is not.
    """

    label: str
    at: float
    marks: tuple[ChartMark, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Spots of one thing in order of time, or all bars."""

    name: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A whole chart; without ``series`` there is nothing to compare.

    ``families``, ``kinds``, ``units`` and ``periods`` are what else could be drawn of the same figures; ``left_out``
    counts the figures given of the same metric that are not drawn.
    """

    title: str = ""
    unit: str = ""
    kind: ChartKind = ChartKind.PLACES
    series: tuple[Series, ...] = ()
    sources: tuple[str, ...] = ()
    left_out: int = 0
    family: Family | None = None
    period: str = ""
    families: tuple[tuple[Family, int], ...] = ()
    kinds: tuple[ChartKind, ...] = ()
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the ids of all figures drawn."""
        spots = (spot for series in self.series for spot in series.spots)
        return tuple(dict.fromkeys(one for spot in spots for mark in spot.marks for one in mark.figures))


@dataclass(frozen=True, slots=True)
class ChartWish:
    """What a person wants drawn; empty fields are left to the figures. ``chosen`` is the id of one of them.

    ``named`` is the metric searched for: its values are drawn where neither ``family`` nor ``chosen`` says otherwise.
    """

    kind: ChartKind | None = None
    family: Family | None = None
    unit: str = ""
    period: str = ""
    chosen: str = ""
    named: str = ""


def shape_of(chart: Chart) -> str:
    """Return how a chart is drawn as one line of text, from which ``wish_of`` draws it again."""
    told: dict[str, object] = {"kind": chart.kind.value, "unit": chart.unit, "period": chart.period}
    if chart.family is not None:
        one = chart.family
        told |= {"metric": one.metric, "sort": one.sort, "base": one.unit, "span": one.span}
    return json.dumps(told, ensure_ascii=False)


def wish_of(shape: str) -> ChartWish:
    """Return the wish a line of ``shape_of`` tells; an empty one wishes nothing."""
    told = json.loads(shape or "{}")
    family = None
    if "metric" in told:
        family = Family(told["metric"], told["sort"], told["base"], int(told["span"]))
    kind = told.get("kind", "")
    return ChartWish(ChartKind(kind) if kind else None, family, told.get("unit", ""), told.get("period", ""))
