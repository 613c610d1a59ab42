"""What follows from a change a source tells: 缩短了1.5天 of 由9.1天缩短到7.6天, and the level before it grew.

By how many percent something grew, to the digit, is a figure of its own, which stands in a source or does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.dating import base_year
from corpus.audit.numbers.number import TIMES, Number
from corpus.text.numbers.found_dates import whole_number
from index.lazy_pattern import LazyPattern

_SHARE: Final = "%"
_POINTS: Final = "个百分点"
_BASE_TOLD: Final = LazyPattern(
    r"[，,（(]\s*[比较]?(?:上一?财?年|去年|(?P<year>(?:19|20)\d\d)\s?财?年)(?:同期)?(?:[高低]点)?[的为是]?\s*"
)
"""What stands between a level and the one it is set against: 48.4%，上年为47.1%; 31.4%，较2023年的29.0%进一步提高."""
_BASE_STATED: Final = LazyPattern(r"(?:(?<![占环对])[比较](?![重例率价])|同比)\s*(?P<year>(?:19|20)\d\d)?")
_BEFORE: Final = LazyPattern(r"上一?[届年季期]|去年|前一?[届年]|(?<!同)上个?月|[年季月]初")
"""What says that a level is the one before it changed."""
_COMPARED: Final = LazyPattern(r"[比较]\s*(?:上|去|前|[年季月]初)|同比|环比")
_TIME_ALONE: Final = LazyPattern(
    r"(?:上一?[年届期]|去年|前一?年)(?:同期|[\d一二三四上下半前]{0,4}[月年季]度?)?[，,]\s*\Z"
)
_ONLY_MOVED: Final = LazyPattern(r"[，,]\s*(?:提高|上升|增加|增长|下降|降低|减少|回落)了?")
_WITH_YEAR_BEFORE: Final = LazyPattern(r"[比较](?:上年|去年)|同比")
_YEARS_LONG: Final = LazyPattern(r"(?P<count>[两二三四五六七八九十]|\d{1,2})年(?:之?[间内]|来|以来)")
_TIMES_OF_BEFORE: Final = LazyPattern(r"[，,]?\s*(?:约?[是为]|相当于)?(?:上年|去年)(?:同期|[末底])?的")
_MOSTLY: Final = 0.6
"""Share of what the stated number is about that must be spoken of with both."""
_NEAR: Final = 40
"""Characters between a level and what it changed to or by."""
_HUNDRED: Final = Decimal(100)
_NEARLY: Final = Decimal("0.05")
"""How far, of itself, a rounded growth may lie from what it was."""


def derived_from_change(
    stated: Number, sentence: str, known: Sequence[Number], text: str, year: int | None = None
) -> Number | None:
    """Return the number a change ended in from which ``stated`` follows; ``None`` where it follows from none.

    ``year`` is the one the document tells of, to which a level belongs that names none.
    """
    if stated.movement.by:
        candidates = (
            *_amounts(stated, known, text),
            *_between_years(stated, sentence, known),
            *_from_base(stated, sentence, known, text),
            *_over_years(stated, sentence, known),
            *_grown_to_times(stated, known, text),
        )
    elif _BEFORE.search(_clause_with_its_time(sentence, stated)) or stated.years:
        own = frozenset([] if year is None else [str(year)])
        dated = [replace(one, years=one.years or own) for one in known]
        candidates = tuple(_levels_before(stated, sentence, dated, text))
    else:
        return None
    return next((level for level, value in candidates if _says(stated, level, value)), None)


def _says(stated: Number, level: Number, value: Decimal) -> bool:
    """Tell whether a number says a value that was reckoned, and is told of what the level is."""
    reckoned = replace(level, value=value, shown=value, step=Decimal(0), before="", after="")
    return stated.agrees(reckoned) and about_the_same(stated, level)


def about_the_same(stated: Number, level: Number) -> bool:
    """Tell whether a level shares most of the stated number's topic, some of it in its own clause."""
    near = stated.near or stated.topics
    spoken = near & (level.beside | level.around)
    return bool(near) and len(spoken) >= _MOSTLY * len(near) and bool(spoken & (level.near | level.beside))


def _amounts(stated: Number, known: Sequence[Number], text: str) -> Iterator[tuple[Number, Decimal]]:
    """Yield the amount of a change of which a source tells both ends: 由9.1天缩短到7.6天."""
    for begun, ended in pairwise(known):
        told = begun.movement.begins and not ended.movement.by and follows(begun, ended, text)
        if not told or (stated.years and ended.years and stated.years.isdisjoint(ended.years)):
            continue
        both = replace(
            ended,
            near=ended.near | begun.near,
            beside=ended.beside | begun.beside,
            around=ended.around | begun.around,
        )
        yield from ((both, value) for value in _changes(stated, begun, ended))


def _between_years(
    stated: Number, sentence: str, known: Sequence[Number]
) -> Iterator[tuple[Number, Decimal]]:
    """Yield the amount of change between the levels of two consecutive years."""
    levels = [one for one in known if len(one.years) == 1 and one.near and not one.movement.by]
    of_year = defaultdict[tuple[frozenset[str], int], list[Number]](list)
    for one in levels:
        of_year[one.near, _year_of(one)].append(one)
    for begun in levels:
        for ended in of_year.get((begun.near, _year_of(begun) + 1), ()):
            if not _is_same_base(stated, sentence, min(begun.years), ended):
                continue
            if not stated.years or stated.years == ended.years:
                yield from ((ended, value) for value in _changes(stated, begun, ended))


def _year_of(level: Number) -> int:
    return int(min(level.years))


def _from_base(
    stated: Number, sentence: str, known: Sequence[Number], text: str
) -> Iterator[tuple[Number, Decimal]]:
    """Yield the amount of change between a level and its base, told right behind it."""
    for ended, begun in pairwise(known):
        told = _BASE_TOLD.fullmatch(text, ended.span.end, begun.span.start)
        if told is None or ended.movement.by or begun.movement.by:
            continue
        timely = not (stated.years and ended.years) or stated.years & ended.years
        if timely and _is_same_base(stated, sentence, told["year"], ended):
            yield from ((ended, value) for value in _changes(stated, begun, ended))


def _is_same_base(stated: Number, sentence: str, year: str | None, ended: Number) -> bool:
    """Tell whether a change may be stated from the level of ``year``, or from the year before where none is named."""
    clause = sentence[clause_of(sentence, stated.span).start : stated.span.start]
    against = _BASE_STATED.search(clause)
    if against is None:
        return True
    before = {str(int(one) - 1) for one in ended.years}
    if against["year"]:
        return against["year"] == year if year else against["year"] in before
    return year is None or year in before


def _changes(stated: Number, begun: Number, ended: Number) -> Iterator[Decimal]:
    """Yield the amount of a change in the stated unit, where it is told to move in the stated direction."""
    if begun.unit != ended.unit or (begun.unit != _SHARE and begun.counter != ended.counter):
        return
    way = "up" if ended.value > begun.value else "down"
    if stated.movement.way not in ("", way):
        return
    change = abs(ended.value - begun.value)
    if stated.unit == _SHARE != ended.unit and begun.value and _is_rough(stated):
        grown = change / begun.value * _HUNDRED
        if abs(grown - stated.value) <= _NEARLY * grown:
            yield grown
    elif stated.unit == (_POINTS if ended.unit == _SHARE else ended.unit):
        yield change


def _is_rough(stated: Number) -> bool:
    """Tell whether a number is said to be rounded: 涨幅接近85%."""
    return stated.about or stated.over or stated.under


def _levels_before(
    stated: Number, sentence: str, known: Sequence[Number], text: str
) -> Iterator[tuple[Number, Decimal]]:
    """Yield the levels from which a source says that something grew: 4386人，比上届增加617人 began at 3769."""
    clause = _clause_with_its_time(sentence, stated)
    spoken = bool(_BEFORE.search(clause)) and not _COMPARED.search(clause)
    for level, change in pairwise(known):
        if level.movement.by or not (change.movement.by and change.movement.way):
            continue
        told = text[level.span.end : change.span.start]
        named = _is_year_before(stated, level) or (
            spoken and (not stated.years or stated.years == level.years)
        )
        since = base_year(text, level)
        compared = _COMPARED.search(told) or _is_compared_before(text, level, told)
        if not (named or since in stated.years) or not (since or compared):
            continue
        if not follows(level, change, text):
            continue
        sign = 1 if change.movement.way == "up" else -1
        begun = replace(level, years=stated.years or level.years)
        if change.unit == _SHARE and level.unit != _SHARE and stated.unit == level.unit and stated.about:
            yield begun, level.value / (1 + sign * change.value / _HUNDRED)
        elif stated.unit == level.unit and change.unit == (_POINTS if level.unit == _SHARE else level.unit):
            yield begun, level.value - sign * change.value


def _clause_with_its_time(sentence: str, stated: Number) -> str:
    """Return the clause of a number, with the clause before where that tells no more than when: 去年9月，…."""
    start = clause_of(sentence, stated.span).start
    before = _TIME_ALONE.search(sentence, 0, start)
    return sentence[before.start() if before else start : stated.span.end]


def _is_compared_before(text: str, level: Number, told: str) -> bool:
    """Tell whether what is told of a level goes on as the sentence began: 比上年下降1.9个百分点；…，提高1.7个百分点."""
    if _ONLY_MOVED.fullmatch(told) is None:
        return False
    head = max(text.rfind(mark, 0, level.span.start) for mark in "。！？!?\n") + 1
    return bool(_WITH_YEAR_BEFORE.search(text, head, level.span.start))


def _over_years(stated: Number, sentence: str, known: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield the amount of change over the years a sentence counts, from yearly levels: 三年内提高4.9个百分点."""
    found = _YEARS_LONG.search(sentence, 0, stated.span.start)
    if found is None:
        return
    count = whole_number(found["count"])
    levels = [one for one in known if len(one.years) == 1 and one.near and not one.movement.by]
    told = defaultdict[frozenset[str], list[Number]](list)
    for one in levels:
        told[one.near].append(one)
    for begun in levels:
        alike = told[begun.near]
        first, last = _year_of(begun), _year_of(max(alike, key=_year_of))
        if first == last or last - first not in (count, count - 1):
            continue
        if first != min(map(_year_of, alike)):
            continue
        for ended in alike:
            timely = not stated.years or stated.years & (begun.years | ended.years)
            if _year_of(ended) == last and begun.unit == ended.unit and timely:
                yield from ((ended, value) for value in _changes(stated, begun, ended))


def _grown_to_times(stated: Number, known: Sequence[Number], text: str) -> Iterator[tuple[Number, Decimal]]:
    """Yield the growth in per cent of what a source says is a multiple of its earlier level: 是上年末的2.6倍."""
    if stated.unit != _SHARE or stated.movement.way == "down":
        return
    for level, times in pairwise(known):
        told = text[level.span.end : times.span.start]
        if times.unit == TIMES and _TIMES_OF_BEFORE.fullmatch(told) and not level.movement.by:
            yield level, (times.value - 1) * _HUNDRED


def _is_year_before(stated: Number, level: Number) -> bool:
    return (
        len(stated.years) == 1
        and len(level.years) == 1
        and int(min(level.years)) - int(min(stated.years)) == 1
    )


def follows(one: Number, other: Number, text: str) -> bool:
    """Tell whether a number follows another in its sentence."""
    between = text[one.span.end : other.span.start]
    return len(between) <= _NEAR and not set(between) & set("。！？!?\n；;")
