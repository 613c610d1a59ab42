"""Sums that do not come out: parts and their total, growth and the values it leads from and to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.knowledge.comparing.comparison import (
    GROWTH_DIFFERS,
    OTHER_BASES,
    PARTS_DIFFER,
    LocatedStatistic,
    Topic,
    conflict_of,
    own_rounding,
    short_digits,
    topic_of,
    value_before,
)
from corpus.knowledge.phrases.metrics import usual_metric
from corpus.model.statistic import Change, Conflict, Direction, Statistic, StatisticKind
from corpus.text.numbers.earlier_times import YEAR_BEFORE
from index.lazy_pattern import LazyPattern

_TOLERANCE = Decimal("0.005")
_CONSTANT_PRICES = ("生产总值", "GDP", "增加值", "总产值", "国民总收入", "国民收入")
"""Metrics whose growth is told at constant prices: it never equals the quotient of two printed values."""
_OF_YEAR_BEFORE = LazyPattern(rf"(?:是|为|相当于)?{YEAR_BEFORE}(?:同期)?的?")
"""What a multiple is of that is held against the year before."""
_YEARS_BEGIN = frozenset({"01-01", "12-31"})
"""Where a whole year begins, and the day that 年末 is held to."""
_MANY_PAIRS = 3600
"""More pairs of years of one name than this are not about one thing; they are passed over."""


def _by_article(items: Sequence[LocatedStatistic]) -> Iterator[list[LocatedStatistic]]:
    """Yield the figures of one article after another, in the order of the text."""
    groups: defaultdict[str, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        groups[item.article].append(item)
    for group in groups.values():
        yield sorted(group, key=lambda item: item.statistic.figure)


def parts_and_totals(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield totals whose parts, told in the next sentence with the same growth notes, do not add up."""
    for group in _by_article(items):
        for index, total in enumerate(group):
            parts = _parts(total.statistic, [item.statistic for item in group[index + 1 : index + 8]])
            if len(parts) < 2 or total.statistic.base_value is None:
                continue
            found = [item for item in group[index + 1 : index + 8] if item.statistic in parts]
            added = sum((part.base_value or Decimal(0) for part in parts), Decimal(0))
            slack = sum((own_rounding(part) for part in parts), own_rounding(total.statistic))
            if abs(added - total.statistic.base_value) > slack:
                yield conflict_of(PARTS_DIFFER, total, found[0], _addition(total.statistic, parts))
            else:
                yield from _growth_of_parts(total, found)


def _parts(total: Statistic, following: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Return the figures that together claim to be a total: one sentence, same noun, nearly its value."""
    if not following or total.base_unit in {"", "%"} or total.kind is StatisticKind.FORECAST:
        return ()
    sentence = following[0].evidence
    gap = sentence.start - total.evidence.end
    noun = usual_metric(total.metric)[-3:]
    same = tuple(
        one for one in following
        if one.evidence == sentence and one.base_unit == total.base_unit and usual_metric(one.metric).endswith(noun)
    )  # fmt: skip
    if not 0 <= gap <= 4 or total.base_value is None or len({one.metric for one in same}) != len(same):
        return ()
    added = sum((one.base_value or Decimal(0) for one in same), Decimal(0))
    near = total.base_value and abs(added - total.base_value) / total.base_value < Decimal("0.05")
    return (
        same if near and all(usual_metric(one.metric) != usual_metric(total.metric) for one in same) else ()
    )


def _addition(total: Statistic, parts: Sequence[Statistic]) -> str:
    """Return the sum of the parts against the total."""
    scale = total.base_value / total.value if total.base_value and total.value else Decimal(1)
    values = [(part.base_value or Decimal(0)) / scale for part in parts]
    added = sum(values, Decimal(0))
    told = short_digits(total.value or Decimal(0))
    return f"{' + '.join(map(short_digits, values))} = {short_digits(added)} ≠ {told} {total.unit}"


def _growth_of_parts(total: LocatedStatistic, parts: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield a total whose growth does not fit the growth of its parts."""
    earlier = [value_before(part.statistic) for part in parts]
    whole = value_before(total.statistic)
    if _is_real(total.statistic):
        return
    if whole is None or any(value is None for value in earlier) or not total.statistic.value:
        return
    added = sum((value for value in earlier if value is not None), Decimal(0))
    if abs(added - whole) / whole <= _TOLERANCE:
        return
    scale = (total.statistic.base_value or Decimal(1)) / total.statistic.value
    told = " + ".join(short_digits(value / scale, 3) for value in earlier if value is not None)
    yield conflict_of(
        GROWTH_DIFFERS, total, parts[0],
        f"{told} = {short_digits(added / scale, 3)} ≠ {short_digits(whole / scale, 3)} {total.statistic.unit}",
    )  # fmt: skip


def growth_over_years(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield year-on-year growth that does not fit the printed value of the year before."""
    for now, before in _years_apart(items):
        told = _growth_told(now.statistic, before.statistic)
        if told:
            yield conflict_of(GROWTH_DIFFERS, now, before, told)


def multiples_over_years(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield multiples of the year before, 是上年的3倍, that the values of both years do not come to."""
    told = [
        one for one in items if one.statistic.unit == "倍" and _OF_YEAR_BEFORE.fullmatch(one.statistic.basis)
    ]
    if not told:
        return
    years: dict[Topic, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        topic = topic_of(item.statistic) if item.statistic.unit != "倍" else None
        if topic and topic.sort == "level" and item.statistic.kind is not StatisticKind.FORECAST:
            years[replace(topic, unit="")].append(item)
    for times in told:
        topic = topic_of(times.statistic)
        if topic is None or times.statistic.qualifier or times.statistic.value is None:
            continue
        now, previous = replace(topic, unit=""), f"{int(topic.start[:4]) - 1:04d}" if topic.start else ""
        before = replace(now, start=previous + topic.start[4:], end=previous + topic.end[4:])
        for left in years.get(now, []):
            for right in years.get(before, []):
                sums = _multiple_told(times.statistic, left.statistic, right.statistic)
                if sums:
                    yield conflict_of(GROWTH_DIFFERS, times, right, sums)


def _multiple_told(times: Statistic, now: Statistic, before: Statistic) -> str:
    """Return the sum where a value is not so many times the one of the year before, empty where it is."""
    if now.base_unit != before.base_unit or not now.base_value or not before.base_value or not times.value:
        return ""
    real = now.base_value / before.base_value
    slack = own_rounding(times) + real * (
        own_rounding(now) / abs(now.base_value) + own_rounding(before) / abs(before.base_value)
    )
    if now.qualifier or before.qualifier:
        slack += real / 20
    if abs(real - times.value) <= slack:
        return ""
    scale = now.base_value / now.value if now.value else Decimal(1)
    quotient = f"{short_digits(now.base_value / scale)} ÷ {short_digits(before.base_value / scale)}"
    return f"{quotient} = {short_digits(real, 1)} ≠ {short_digits(times.value)} 倍"


def growth_borne_out(items: Sequence[LocatedStatistic]) -> Iterator[tuple[str, str]]:
    """Yield the ids of figures of following years whose values bear out the growth told beside the later one."""
    for now, before in _years_apart(items):
        change = now.statistic.change
        told = change is not None and change.value is not None and change.unit == "%"
        if told and now.article != before.article and not _growth_told(now.statistic, before.statistic):
            yield now.statistic.id, before.statistic.id


def _years_apart(items: Sequence[LocatedStatistic]) -> Iterator[tuple[LocatedStatistic, LocatedStatistic]]:
    """Yield pairs of levels of one topic, the later year first, of which the other is the year before.

    The years are whole, or told at their ends. None where nobody tells by how much anything has grown: nothing is
    held against the pairs then.
    """
    if not any(one.statistic.change is not None and one.statistic.change.value is not None for one in items):
        return
    years: dict[Topic, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        told = item.statistic.kind is not StatisticKind.FORECAST and not _is_real(item.statistic)
        topic = topic_of(item.statistic) if told else None
        if topic and topic.sort == "level":
            years[topic].append(item)
    for topic, now in years.items():
        start, end = topic.start, topic.end
        if start[5:] not in _YEARS_BEGIN or end[5:] != "12-31" or start[:4] != end[:4]:
            continue
        previous = f"{int(start[:4]) - 1:04d}"
        before = years.get(replace(topic, start=previous + start[4:], end=f"{previous}-12-31"), [])
        if len(now) * len(before) <= _MANY_PAIRS:
            yield from ((left, right) for left in now for right in before)


def _is_real(statistic: Statistic) -> bool:
    """Tell whether the growth of a figure is told at constant prices."""
    change = statistic.change
    basis = change.basis if change else ""
    return any(word in statistic.metric for word in _CONSTANT_PRICES) or "可比" in basis or "不变价" in basis


def _growth_told(now: Statistic, before: Statistic) -> str:
    """Return the sum where growth and the two values disagree, empty where they fit."""
    change = now.change
    if change is None or change.value is None or before.base_value in {None, Decimal(0)}:
        return ""
    if change.basis in OTHER_BASES or "实际" in change.basis or now.qualifier or before.qualifier:
        return ""
    if now.base_value is None or before.base_value is None:
        return ""
    if change.unit != "%":
        return _difference_told(now, before, change)
    real = (now.base_value - before.base_value) / before.base_value * 100
    printed = change.value if change.direction is Direction.UP else -change.value
    slack = (
        own_rounding(now) / before.base_value + own_rounding(before) * now.base_value / before.base_value**2
    ) * 100
    if abs(real - printed) <= slack + Decimal("0.3"):
        return ""
    scale = now.base_value / now.value if now.value else Decimal(1)
    quotient = f"{short_digits(now.base_value / scale)} ÷ {short_digits(before.base_value / scale)}"
    return f"{quotient} − 1 = {short_digits(real, 1)}% ≠ {short_digits(printed)}%"


def _difference_told(now: Statistic, before: Statistic, change: Change) -> str:
    """Return the sum where the difference a figure tells in its own unit is not that of the two values."""
    if now.base_value is None or before.base_value is None or change.value is None or not now.value:
        return ""
    if change.unit != now.unit or change.direction not in {Direction.UP, Direction.DOWN}:
        return ""
    scale = now.base_value / now.value
    printed = change.value if change.direction is Direction.UP else -change.value
    real = (now.base_value - before.base_value) / scale
    exponent = change.value.as_tuple().exponent
    step = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    if abs(real - printed) <= (own_rounding(now) + own_rounding(before)) / scale + step:
        return ""
    told = f"{short_digits(now.base_value / scale)} − {short_digits(before.base_value / scale)} = {short_digits(real)}"
    return f"{told} ≠ {short_digits(printed)} {now.unit}"
