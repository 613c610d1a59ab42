"""Choosing what of several figures makes one chart: never growth beside values, never a quarter beside a year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from corpus.knowledge.comparing.comparable import Comparable, agreeing, common_name, comparables, disputed
from corpus.knowledge.comparing.comparison import LocatedStatistic, Topic
from corpus.knowledge.document.places import PROVINCES
from corpus.model.statistic import FactStatus, Period
from corpus.report.charts.chart import Chart, ChartKind, ChartMark, ChartWish, Family, Series, Spot
from corpus.report.charts.growth_names import growth_name
from corpus.report.figure_words import period_words
from corpus.report.labels import ReportLabels
from corpus.report.scales import Scale, in_scale, scale_named, scales_of
from corpus.text.sounds import sort_key

_MOST_LINES: Final = 12
_WHOLE: Final = Decimal("100.5")
"""Shares that add up to no more than this are parts of one whole."""
_STANDING: Final = {FactStatus.CONFIRMED: 0, FactStatus.EDITED: 0}
_LENGTHS: Final = ((360, 366), (180, 184), (89, 92), (27, 31))


def chart_of(
    items: Iterable[LocatedStatistic], wish: ChartWish | None = None, labels: ReportLabels | None = None
) -> Chart:
    """Return the chart of figures as wished; one without series where fewer than two can be compared."""
    wish, labels = wish or ChartWish(), labels or ReportLabels()
    given = tuple(items)
    known = comparables(given)
    families = Counter(_family(one.topic) for one in known).most_common()
    family = _wanted_family(known, families, wish)
    if family is None:
        return Chart()
    ours = [one for one in known if _family(one.topic) == family]
    kinds = _kinds(ours)
    if not kinds:
        return Chart(family=family, families=tuple(families))
    kind = wish.kind if wish.kind in kinds else _usual_kind(ours, kinds, wish.chosen)
    periods = _periods(ours)
    period = wish.period if wish.period in periods else _usual_period(ours, periods, wish.chosen)
    if kind is not ChartKind.YEARS:
        ours = [one for one in ours if _period_words(one.topic) == period]
    scale = scale_named(family.unit, [one.statistic for one in ours], [one.size for one in ours], wish.unit)
    series = _lines(ours, scale, wish.chosen) if kind is ChartKind.YEARS else (_bars(ours, scale, kind),)
    drawn = {
        figure for line in series for spot in line.spots for mark in spot.marks for figure in mark.figures
    }
    shown = [one for one in ours if one.statistic.id in drawn]
    metrics = {one.statistic.metric for one in shown}
    related = {one.statistic.id for one in given if one.statistic.metric in metrics}
    return Chart(
        title=_title(family, kind, period, series, ours, labels), unit=scale.unit, kind=kind, series=series,
        sources=tuple(dict.fromkeys(one.source for one in shown)),
        left_out=len(related - drawn), family=family,
        period="" if kind is ChartKind.YEARS else period, families=tuple(families), kinds=kinds,
        units=tuple(one.unit for one in scales_of(family.unit, [one.size for one in ours])), periods=periods,
    )  # fmt: skip


def family_name(family: Family, labels: ReportLabels) -> str:
    """Return what a family is called: its metric, and how its growth is measured where it is growth."""
    return growth_name(family.metric, family.sort, labels)


def _family(topic: Topic) -> Family:
    if not topic.end:  # what a thing has once and for all
        return Family(topic.metric, topic.sort, topic.unit, 0)
    days = (date.fromisoformat(topic.end) - date.fromisoformat(topic.start)).days + 1
    span = next((high for low, high in _LENGTHS if low <= days <= high), days if days > 1 else 0)
    return Family(topic.metric, topic.sort, topic.unit, span)


def _wanted_family(
    known: Sequence[Comparable], families: Sequence[tuple[Family, int]], wish: ChartWish
) -> Family | None:
    """Return the family wished for, of the figure chosen, of the metric searched for, or the one with most figures."""
    if any(family == wish.family for family, _count in families):
        return wish.family
    own = [_family(one.topic) for one in known if one.statistic.id == wish.chosen]
    named = [one for one, _count in families if wish.named and one.metric == wish.named and not one.growth]
    return next(iter([*own, *named, *(one for one, _count in families)]), None)


def _thing(one: Comparable) -> tuple[str, str]:
    return one.topic.about, one.topic.place


def _period_words(topic: Topic) -> str:
    return period_words(Period("", topic.start, topic.end))


def _periods(ours: Sequence[Comparable]) -> tuple[str, ...]:
    """Return the periods in which at least two things can be compared, the latest first."""
    things: defaultdict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for one in ours:
        things[one.topic.end, _period_words(one.topic)].add(_thing(one))
    return tuple(words for (_end, words), found in sorted(things.items(), reverse=True) if len(found) > 1)


def _kinds(ours: Sequence[Comparable]) -> tuple[ChartKind, ...]:
    """Return the kinds of chart these figures can be drawn in."""
    found: list[ChartKind] = []
    periods = _periods(ours)
    if periods:
        found += [ChartKind.PLACES, ChartKind.RANKING]
    times: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    dated = [one for one in ours if one.topic.end]
    for one in dated:
        times[_thing(one)].add(one.topic.end)
    if any(len(ends) > 1 for ends in times.values()) or _contradicts(dated):
        found.append(ChartKind.YEARS)
    if any(_are_parts([one for one in ours if _period_words(one.topic) == each]) for each in periods):
        found.append(ChartKind.SHARE)
    return tuple(found)


def _contradicts(ours: Sequence[Comparable]) -> bool:
    by_topic: defaultdict[Topic, list[Comparable]] = defaultdict(list)
    for one in ours:
        by_topic[one.topic].append(one)
    return any(disputed(agreeing(group)) for group in by_topic.values())


def _are_parts(ours: Sequence[Comparable]) -> bool:
    sizes = {_thing(one): one.size for one in ours if one.topic.sort == "ratio"}
    return len(sizes) > 1 and min(sizes.values()) >= 0 and sum(sizes.values()) <= _WHOLE


def _usual_kind(ours: Sequence[Comparable], kinds: Sequence[ChartKind], chosen: str) -> ChartKind:
    """Return lines where the figure chosen has a history of its own, or most figures lie in time; else bars."""
    if ChartKind.YEARS not in kinds or ChartKind.PLACES not in kinds:
        return kinds[0]
    own = next((_thing(one) for one in ours if one.statistic.id == chosen), None)
    times = {one.topic.end for one in ours if own is None or _thing(one) == own}
    things = {_thing(one) for one in ours}
    return ChartKind.YEARS if len(times) > (2 if own is None else 1) or len(things) < 2 else ChartKind.PLACES


def _usual_period(ours: Sequence[Comparable], periods: Sequence[str], chosen: str) -> str:
    """Return the period of the figure chosen, else the one in which most came true, then most is told."""
    own = (_period_words(one.topic) for one in ours if one.statistic.id == chosen)
    first = next(own, "")
    if first in periods or not periods:
        return first
    came_true = Counter(_period_words(one.topic) for one in ours if not one.forecast)
    counts = Counter(_period_words(one.topic) for one in ours)
    return max(periods, key=lambda words: (came_true[words], counts[words]))


def _bars(ours: Sequence[Comparable], scale: Scale, kind: ChartKind) -> Series:
    """Return one spot a thing: in the order of the provinces' codes, then of sounds, or the largest first."""
    by_thing: defaultdict[tuple[str, str], list[Comparable]] = defaultdict(list)
    for one in ours:
        by_thing[_thing(one)].append(one)
    names = _names(by_thing)
    spots = [_spot(names[thing], float(n), group, scale) for n, (thing, group) in enumerate(by_thing.items())]
    if kind is ChartKind.PLACES:
        spots.sort(key=lambda spot: (PROVINCES.get(spot.label, ("9", ""))[0], sort_key(spot.label)))
    else:
        spots.sort(key=lambda spot: -spot.marks[0].value)
    return Series("", tuple(spots))


def _lines(ours: Sequence[Comparable], scale: Scale, chosen: str) -> tuple[Series, ...]:
    """Return one line a thing, that of the figure chosen first, then those with most points.

    A thing told at one time only makes no line where others do.
    """
    by_thing: defaultdict[tuple[str, str], defaultdict[str, list[Comparable]]] = defaultdict(
        lambda: defaultdict(list)
    )
    first = None
    for one in ours:
        by_thing[_thing(one)][one.topic.end].append(one)
        first = _thing(one) if one.statistic.id == chosen else first
    lasting = {thing for thing, times in by_thing.items() if len(times) > 1 or thing == first}
    for thing in [one for one in by_thing if lasting and one not in lasting]:
        del by_thing[thing]
    names = _names(by_thing)
    order = sorted(
        by_thing, key=lambda thing: (thing != first, -len(by_thing[thing]), sort_key(names[thing]))
    )
    return tuple(
        Series(
            names[thing],
            tuple(
                _spot(_period_words(group[0].topic), _moment(group[0].topic), group, scale)
                for _end, group in sorted(by_thing[thing].items())
            ),
        )
        for thing in order[:_MOST_LINES]
    )


def _names(things: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return what tells things apart: the place, the subject, or both."""
    whole = tuple(things)
    subjects, places = {about for about, _place in whole}, {place for _about, place in whole}
    if len(subjects) == 1 and len(places) > 1:
        return {thing: thing[1] or thing[0] for thing in whole}
    if len(places) == 1 and len(subjects) > 1:
        return {thing: thing[0] for thing in whole}
    return {thing: " · ".join(dict.fromkeys(part for part in thing if part)) for thing in whole}


def _spot(label: str, at: float, group: Sequence[Comparable], scale: Scale) -> Spot:
    """Return a mark for each thing figures of one topic say.

    What a person confirmed stands first, then what came true, then what is exact.
    """
    ordered = sorted(
        group,
        key=lambda one: (_STANDING.get(one.statistic.status, 1), one.forecast, bool(one.statistic.qualifier)),
    )
    groups = agreeing(ordered)
    marks = tuple(
        ChartMark(
            tuple(dict.fromkeys(one.statistic.id for one in alike)), float(alike[0].size / scale.divisor),
            in_scale(alike[0].statistic, alike[0].size, scale), alike[0].forecast, alike[0].source,
        )
        for alike in groups
    )  # fmt: skip
    return Spot(label, at, marks, disputed(groups))


def _moment(topic: Topic) -> float:
    """Return the end of a time in years; whole years stand on their number."""
    start, end = date.fromisoformat(topic.start), date.fromisoformat(topic.end)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return float(end.year)
    return end.year + (end.timetuple().tm_yday - 1) / 366


def _title(
    family: Family,
    kind: ChartKind,
    period: str,
    series: Sequence[Series],
    ours: Sequence[Comparable],
    labels: ReportLabels,
) -> str:
    own = common_name(ours)
    name = family_name(replace(family, metric=own or family.metric), labels)
    if kind is not ChartKind.YEARS:
        return f"{period} {name}".lstrip()
    if len(series) != 1:
        return name
    places = {one.topic.place for one in ours} - {""}
    whose = places.pop() if own and len(places) == 1 else series[0].name
    return f"{whose} {name}" if whose else name
