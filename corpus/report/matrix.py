"""指标对照: indicator × place × year × source in one table, units made equal, what differs side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from corpus.knowledge.comparing.comparable import Comparable, agreeing, common_name, comparables, disputed
from corpus.knowledge.comparing.comparison import LocatedStatistic, Topic
from corpus.knowledge.document.places import COUNTRY, PROVINCES, level_of, short_place
from corpus.model.statistic import FactStatus, Period
from corpus.report.charts.growth_names import growth_name
from corpus.report.figure_words import MINUS, period_words
from corpus.report.labels import ReportLabels
from corpus.report.model import TableItem
from corpus.report.scales import Scale, in_scale, scale_named, scales_of
from corpus.text.sounds import sort_key

_SAYS_SO: Final = ("预计", "预测", "预期", "估计", "估算", "测算")
"""With what a value begins that says itself that it has not come true, or was only reckoned."""


class Dimension(StrEnum):
    """What a row or column of the matrix can stand for."""

    METRIC = "metric"
    PLACE = "place"
    YEAR = "year"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class MatrixLayout:
    """Which dimensions make the rows and which the columns; one in neither is merged in the cells."""

    rows: tuple[Dimension, ...]
    columns: tuple[Dimension, ...]


LAYOUTS: Final[Mapping[str, MatrixLayout]] = {
    "years": MatrixLayout((Dimension.METRIC, Dimension.PLACE), (Dimension.YEAR,)),
    "places": MatrixLayout((Dimension.METRIC, Dimension.YEAR), (Dimension.PLACE,)),
    "metrics": MatrixLayout((Dimension.PLACE, Dimension.YEAR), (Dimension.METRIC,)),
    "sources": MatrixLayout((Dimension.METRIC, Dimension.PLACE, Dimension.YEAR), (Dimension.SOURCE,)),
}
"""The layouts offered, by key."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value in a cell: the ids of the figures that say so, who says it, and whether it is a forecast.

    ``kind`` is the kind of the figure as its key: forecast, estimate.
    """

    told: str
    figures: tuple[str, ...]
    sources: tuple[str, ...]
    forecast: bool = False
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What figures say of one metric, place and time; where they contradict each other it is ``disputed``."""

    values: tuple[Value, ...] = ()
    disputed: bool = False

    @property
    def told(self) -> str:
        """Return the cell in words."""
        return self.joint.join(value.told for value in self.values)

    @property
    def joint(self) -> str:
        """Return what stands between its values."""
        return " ≠ " if self.disputed else " / "

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the ids of all figures of the cell."""
        return tuple(dict.fromkeys(one for value in self.values for one in value.figures))


EMPTY: Final = MatrixCell()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns by their names (one part a dimension), and the cells that hold something.

    ``left_out`` counts the figures without a known place, time or metric; they are comparable to nothing. ``units`` are
    those that most of the figures could be told in, growth beside them aside. ``places`` is what the names of the
    place dimension are: regions, subjects, or subjects with their regions.
    """

    layout: MatrixLayout
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[tuple[str, ...], ...] = ()
    cells: Mapping[tuple[int, int], MatrixCell] | None = None
    left_out: int = 0
    sources: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    places: str = ""

    def cell(self, row: int, column: int) -> MatrixCell:
        """Return a cell; an empty one where nothing is told."""
        return (self.cells or {}).get((row, column), EMPTY)

    @property
    def disputed(self) -> int:
        """Return how many cells hold a contradiction."""
        return sum(one.disputed for one in (self.cells or {}).values())


def matrix_of(
    items: Iterable[LocatedStatistic],
    layout: MatrixLayout = LAYOUTS["years"],
    *,
    unit: str = "",
    labels: ReportLabels | None = None,
) -> Matrix:
    """Return figures laid side by side; ``unit`` is the one wanted for all that can be told in it."""
    labels = labels or ReportLabels()
    whole = tuple(items)
    known = comparables(whole)
    if not known:
        return Matrix(layout, left_out=len({one.statistic.id for one in whole}))
    names = _metric_names(known, unit, labels)
    rows, columns = _axis(known, layout.rows, names), _axis(known, layout.columns, names)
    groups: defaultdict[tuple[int, int], list[Comparable]] = defaultdict(list)
    for one in known:
        place = rows[_names(one, layout.rows, names)], columns[_names(one, layout.columns, names)]
        groups[place].append(one)
    cells = {place: _cell(group, names) for place, group in groups.items()}
    return Matrix(
        layout, _told(rows, layout.rows, labels), _told(columns, layout.columns, labels), cells,
        left_out=len({one.statistic.id for one in whole}) - len({one.statistic.id for one in known}),
        sources=tuple(dict.fromkeys(one.source for one in known)),
        units=_units(known), places=_head_of_places(known, names, labels),
    )  # fmt: skip


def _units(known: Sequence[Comparable]) -> tuple[str, ...]:
    """Return the units there is a choice of for most figures, none where there is no choice."""
    sizes: defaultdict[str, list[Decimal]] = defaultdict(list)
    for one in known:
        sizes[one.topic.unit].append(one.size)
    offered = [scales_of(base, found) for base, found in sorted(sizes.items(), key=lambda one: -len(one[1]))]
    return next((tuple(one.unit for one in scales) for scales in offered if len(scales) > 1), ())


def matrix_table(
    matrix: Matrix, labels: ReportLabels, *, caption: str = "", marked: bool = False
) -> TableItem:
    """Return a matrix as a table for a page or a sheet; ≠ stands between values that contradict each other.

    ``marked`` says of each value that has not come true or was only reckoned that it is one, as a page must.
    """
    heads = tuple(_dimension_name(one, labels, matrix.places) for one in matrix.layout.rows)
    columns = (*heads, *(" · ".join(part for part in one if part) for one in matrix.columns))
    rows = tuple(
        (*name, *(_words(matrix.cell(row, column), labels, marked) for column in range(len(matrix.columns))))
        for row, name in enumerate(matrix.rows)
    )
    return TableItem(columns, rows, caption=caption, right=frozenset(range(len(heads), len(columns))))


def _words(cell: MatrixCell, labels: ReportLabels, marked: bool) -> str:
    if not marked:
        return cell.told
    values = (
        f"{one.told}（{labels.name(one.kind)}）"
        if one.forecast and one.told and not one.told.startswith(_SAYS_SO)
        else one.told
        for one in cell.values
    )
    return cell.joint.join(values)


def _dimension_name(one: Dimension, labels: ReportLabels, places: str) -> str:
    return {
        Dimension.METRIC: labels.metric, Dimension.PLACE: places or labels.region, Dimension.YEAR: labels.period,
        Dimension.SOURCE: labels.attributed,
    }[one]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Metric:
    """What a metric is called in the matrix, with the one unit its values are told in.

    ``whole``: the name holds the thing too that its figures are about.
    """

    name: str
    scale: Scale
    whole: bool = False


def _metric_names(
    known: Sequence[Comparable], unit: str, labels: ReportLabels
) -> dict[tuple[str, str, str], _Metric]:
    """Return name and unit of each metric and sort of number."""
    groups: defaultdict[tuple[str, str, str], list[Comparable]] = defaultdict(list)
    for one in known:
        groups[_metric_key(one)].append(one)
    named = {}
    for key, found in groups.items():
        metric, sort, base = key
        scale = scale_named(base, [one.statistic for one in found], [one.size for one in found], unit)
        own = common_name(found)
        told_in = f"（{scale.unit}）" if scale.unit else ""
        named[key] = _Metric(f"{growth_name(own or metric, sort, labels)}{told_in}", scale, bool(own))
    return named


def _metric_key(one: Comparable) -> tuple[str, str, str]:
    return one.topic.metric, one.topic.sort, one.topic.unit


def _names(
    one: Comparable, dimensions: Sequence[Dimension], metrics: Mapping[tuple[str, str, str], _Metric]
) -> tuple[str, ...]:
    return tuple(_name(one, each, metrics) for each in dimensions)


def _name(one: Comparable, dimension: Dimension, metrics: Mapping[tuple[str, str, str], _Metric]) -> str:
    if dimension is Dimension.METRIC:
        return metrics[_metric_key(one)].name
    if dimension is Dimension.PLACE:
        return " · ".join(dict.fromkeys(filter(None, (_thing(one, metrics), one.topic.place))))
    if dimension is Dimension.YEAR:
        return period_words(Period("", one.topic.start, one.topic.end))
    return one.source


def _thing(one: Comparable, metrics: Mapping[tuple[str, str, str], _Metric]) -> str:
    """Return what a figure is about, empty where the name of its metric says so already."""
    return "" if metrics[_metric_key(one)].whole and one.topic.place else one.topic.about


def _head_of_places(
    known: Sequence[Comparable], metrics: Mapping[tuple[str, str, str], _Metric], labels: ReportLabels
) -> str:
    """Return what the names of places are, by what is named in them."""
    told = [
        part for one in known for part in ((one, _thing(one, metrics)), (one, one.topic.place)) if part[1]
    ]
    regions = {_is_region(one, name) for one, name in told}
    if len(regions) > 1:
        return f"{labels.subject}/{labels.region}"
    return labels.subject if regions == {False} else labels.region


def _is_region(one: Comparable, name: str) -> bool:
    """Tell whether a name of a figure's place or subject is that of a region."""
    return name in {one.topic.place, short_place(one.statistic.region), *COUNTRY} or bool(level_of(name))


def _axis(
    known: Sequence[Comparable],
    dimensions: Sequence[Dimension],
    metrics: Mapping[tuple[str, str, str], _Metric],
) -> dict[tuple[str, ...], int]:
    """Return the names along a side and their places: metrics that fill a line best first, provinces by code, times."""
    shares = _fullest_lines(known)
    named = {_names(one, dimensions, metrics): one for one in known}

    def order(name: tuple[str, ...]) -> tuple[object, ...]:
        """Return what a name along the side is sorted by, dimension by dimension."""
        told_of = named[name]
        return tuple(
            part
            for each, words in zip(dimensions, name, strict=True)
            for part in _order(each, words, told_of, shares)
        )

    return {name: place for place, name in enumerate(sorted(named, key=order))}


def _told(
    names: Iterable[tuple[str, ...]], dimensions: Sequence[Dimension], labels: ReportLabels
) -> tuple[tuple[str, ...], ...]:
    """Return the names along a side in words: what a thing has once and for all has no time to be named by."""
    timeless = [labels.timeless if each is Dimension.YEAR else "" for each in dimensions]
    return tuple(
        tuple(part or instead for part, instead in zip(name, timeless, strict=True)) for name in names
    )


def _fullest_lines(known: Sequence[Comparable]) -> dict[str, tuple[int, int]]:
    """Return of each metric how many places or times its fullest line holds, and how many figures it has.

    Only what is of one sort, unit and thing stands in a line: of six companies each has a line of its own.
    """
    lines: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for one in known:
        topic, time = one.topic, (one.topic.start, one.topic.end)
        alike = (*_metric_key(one), topic.about)
        lines[*alike, "places", *time].add((topic.place,))
        lines[*alike, "times", topic.place].add(time)
    longest: Counter[str] = Counter()
    for line, held in lines.items():
        longest[line[0]] = max(longest[line[0]], len(held))
    figures = Counter(one.topic.metric for one in known)
    return {metric: (longest[metric], figures[metric]) for metric in figures}


def _order(
    dimension: Dimension, words: str, one: Comparable, shares: Mapping[str, tuple[int, int]]
) -> tuple[int | str, ...]:
    topic = one.topic
    if dimension is Dimension.METRIC:
        line, figures = shares[topic.metric]
        grows = topic.sort.startswith("growth")
        return -line, -figures, sort_key(topic.metric), grows, sort_key(words)
    if dimension is Dimension.PLACE:
        return PROVINCES.get(words, ("9", ""))[0], sort_key(words)
    return (
        (_parts_of_years(topic), topic.end, topic.start)
        if dimension is Dimension.YEAR
        else (sort_key(words), "")
    )


def _parts_of_years(topic: Topic) -> int:
    """Tell whole years, which stand side by side, from other times, and those from what has none."""
    if not topic.end:
        return 2
    return 0 if topic.start.endswith("-01-01") and topic.end.endswith("-12-31") else 1


def _cell(group: Sequence[Comparable], metrics: Mapping[tuple[str, str, str], _Metric]) -> MatrixCell:
    """Return a cell; figures of one topic that may all be true make one value, what a person confirmed first."""
    ordered = sorted(group, key=_standing)
    by_topic: defaultdict[Topic, list[Comparable]] = defaultdict(list)
    for one in ordered:
        by_topic[one.topic].append(one)
    groups = [agreeing(group) for group in by_topic.values()]
    values = tuple(_value(part, metrics) for parts in groups for part in parts)
    return MatrixCell(values, any(disputed(parts) for parts in groups))


def _standing(one: Comparable) -> tuple[bool, bool, bool]:
    """Return what figures that agree are sorted by: the first is shown, and 2.03 says more than 约 2."""
    return one.statistic.status is FactStatus.EXTRACTED, one.forecast, bool(one.statistic.qualifier)


def _value(alike: Sequence[Comparable], metrics: Mapping[tuple[str, str, str], _Metric]) -> Value:
    first = alike[0]
    scale = metrics[_metric_key(first)].scale
    return Value(
        in_scale(first.statistic, first.size, scale).replace("-", MINUS),
        tuple(dict.fromkeys(one.statistic.id for one in alike)),
        tuple(dict.fromkeys(one.source for one in alike)), first.forecast, first.statistic.kind.value,
    )  # fmt: skip
