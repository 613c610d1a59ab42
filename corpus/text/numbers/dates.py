"""Dates and periods in a text: 2018年7月26日, 2016—2018年, 上半年, 去年同期, “十三五”时期."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from corpus.text.needed_signs import may_begin
from corpus.text.numbers.date_patterns import (
    DECADE,
    FISCAL,
    HALVES,
    ISO,
    LUNAR,
    PLAN,
    POINT,
    QUARTERS,
    RELATIVE,
    YEARS,
)
from corpus.text.numbers.fiscal_quarters import FiscalQuarters
from corpus.text.numbers.found_dates import DateContext, FoundDate
from corpus.text.numbers.founding import FOUNDED_IN
from corpus.text.numbers.listed_dates import (
    FIRST_HALF,
    LISTED_OF_YEAR,
    LISTED_PART,
    LISTED_YEAR,
    read_listed,
)
from corpus.text.numbers.numeric_dates import read_decade, read_iso, read_short_form
from corpus.text.numbers.point_dates import ERAS, YEARS_BEFORE, read_point, read_years
from corpus.text.numbers.points import Days, months, shift_month
from corpus.text.numbers.relative_dates import read_lunar, read_relative
from corpus.text.numbers.stretches import (
    BACK,
    COUNTED_QUARTERS,
    LAST_OF_YEAR,
    LATELY,
    LEADING,
    MONTHS,
    POINTS,
    SEASON,
    SHORT_QUARTER,
    SHORT_YEAR,
    read_counted_quarters,
    read_last_of_year,
    read_lately,
    read_months,
    read_season,
    read_short_year,
    read_stretch,
)
from index.lazy_pattern import LazyPattern

_DIGITS = "零一二三四五六七八九十两廿卅千"
_GOES_ON = "财年|[-~年月季世至到]|个季|[上下]半年|全年|前[一二三]季|第?[一二三四]季"
_WORDS = (
    "半年报|[今明][年天日春夏秋冬]|去[年春夏秋冬]|昨[天日]|大[前后年]|后[半天年]|[上下][上下一个半世年季月周星]|本[年季月周世]|当[年月]"
    "|[同次翌来]年|年[初中底末]|首[季月]|[腊正]月|农历|暑假|全年|伊始|过去|最近|[公西]元"
)
"""What words of dates begin with, but for those that go on in many ways."""
_START = LazyPattern(
    rf"(?<!\d)(?=\d+[ ]{{0,4}}(?:{_GOES_ON}|[./QqH])|\d{{8}}(?!\d))\d"
    rf"|(?=[{_DIGITS}]+[ ]{{0,4}}(?:{_GOES_ON}|[规时期以末]))[{_DIGITS}]"
    r"|(?<![\d.])\d(?=\d{0,3}[ ]?(?:[、和与及/]|以及)[ ]?\d{1,4}[ ]?[、和与及/年月以])"
    r"|[一二三](?=[、和与及]第?[二三四])|F(?=Y[ ]?\d\d)|上(?=[、和与及]下半年)"
    r"|[前春夏秋冬第QH“\"「『这近]"
    rf"|(?={_WORDS}|{'|'.join(ERAS)})."
)
"""Where a date may begin; a numeral or a word of dates only with what goes on as one behind it."""
_STOP = LazyPattern(r"[。！？\n]")
_READERS = (
    (read_iso, (ISO,)),
    (read_years, (YEARS,)),
    (read_point, (POINT,)),
    (read_short_form, (QUARTERS, HALVES, FISCAL, PLAN)),
    (read_decade, (DECADE,)),
    (read_relative, (RELATIVE,)),
    (read_lunar, (LUNAR,)),
    (read_stretch, (BACK,)),
    (read_lately, (LATELY,)),
    (read_last_of_year, (LAST_OF_YEAR,)),
    (read_counted_quarters, (COUNTED_QUARTERS,)),
    (read_months, (POINTS, SHORT_QUARTER, MONTHS, LEADING)),
    (read_season, (SEASON,)),
    (read_short_year, (SHORT_YEAR,)),
    (read_listed, (LISTED_YEAR, LISTED_OF_YEAR, FIRST_HALF, LISTED_PART)),
)
"""Each reader with the patterns what it reads begins with."""


_AHEAD: Final = LazyPattern(r"(?:预计|预测|有望|力争)[^，。；]{0,3}$|(?:比|较|相比于?|高于|低于)[ “]?$")
"""Before a year that is only looked ahead to or measured against, which no date behind it belongs to."""
_FROM: Final = LazyPattern(r"(?:从|由|自|与|和|同|跟|相当于|恢复[到至]|超过|不及|达到|占|是|为)[ ]?$")
_OF_THEN: Final = LazyPattern(
    r"(?:的水平|起|开始|相比|对比|持平|的?[ ]?[\d.一二两三四五六七八九十近约]+[多余]?[倍%％成])"
)
_MOVED_FROM: Final = LazyPattern(r"(?:从|由|自)[ ]?$")
"""Around a year that what is told since is held against: 由2020年的10.55元降至, 是2019年的2.4倍."""
_NEAR: Final = 8
_OF_ANOTHER_TIME: Final = LazyPattern("同[期月季]")
"""Behind a year, or its end, that only says what is compared with: 上年同期."""
_SINCE: Final = LazyPattern("之?以?来(?![看说])")
"""Behind a time something is only counted or compared from: 为2021年6月以来最小."""
_BACK: Final = "去上前"
"""With what a year begins that is told from the year of writing, and holds for its paragraph only."""
_THAT_MONTH: Final = "当月"
_QUARTER_BEFORE: Final = LazyPattern("上一?个?季度?")
_MONTH_BEFORE: Final = LazyPattern("[上前]一?个?月")
_QUARTER: Final = 3


def find_dates(folded: str, context: DateContext) -> tuple[FoundDate, ...]:
    """Return the dates and periods of a folded text, in order, never overlapping."""
    return tuple(_scan(folded, context))


def _scan(text: str, context: DateContext) -> Iterator[FoundDate]:
    """Walk through the text, taking at each place the longest reading.

    Where the year of the text around is known, a year spoken of holds for its sentence only, and so does one still
    to come when it was written; 去年 holds for its paragraph.
    """
    position, around, founded, lasting = 0, context, context, context
    spoken_of = _SpokenOf()
    fiscal = FiscalQuarters()
    while start := _START.search(text, position):
        if around.year is not None and _STOP.search(text, position, start.start()):
            context = around
        elif lasting is not founded and text.find("\n", position, start.start()) >= 0:
            context = founded = lasting
        elif founded is not context and _STOP.search(text, position, start.start()):
            context = founded
        found = _at(text, start.start(), context)
        if found is None or found.end <= found.start:
            position = start.end()
            continue
        found = fiscal.read(text, spoken_of.placed(text, found, position))
        yield found
        position = found.end
        year = found.days[1].year if found.days else context.year
        told = found.days is not None and year == found.days[0].year and year != context.year
        aside: object = _AHEAD.search(text, max(0, found.start - _NEAR), found.start)
        aside = aside or _is_held_against(text, found)
        aside = aside or text.find("财年", found.start, found.end) >= 0
        aside = aside or found.begun or _SINCE.match(text, found.end)
        aside = aside or (found.single and found.days is not None and found.days[0] == context.reference)
        if told and not aside and not _OF_ANOTHER_TIME.match(text, found.end):
            to_come = context.now is not None and year is not None and year > context.now
            briefly = to_come or FOUNDED_IN.search(text, max(0, found.start - _NEAR), found.start)
            told_from = context.following if text.startswith(YEARS_BEFORE, found.start) else None
            spoken = DateContext(context.reference, year, context.written, told_from)
            context, founded = spoken, founded if briefly else spoken
            back = briefly or (context.now is not None and text[found.start] in _BACK)
            lasting = lasting if back else spoken


class _SpokenOf:
    """The month and the quarter a paragraph spoke of last, from which others are told: 当月, 上月, 上季度."""

    def __init__(self) -> None:
        self._month: Days | None = None
        self._quarter: Days | None = None

    def placed(self, text: str, found: FoundDate, since: int) -> FoundDate:
        """Return a date with its days where it is told from one before, and remember what it speaks of.

        ``since`` is where the date before it ends.
        """
        if text.find("\n", since, found.start) >= 0:
            self._month = self._quarter = None
        if self._quarter is not None and _QUARTER_BEFORE.match(text, found.start):
            return replace(found, days=_months_before(self._quarter, _QUARTER))
        if self._month is not None and not found.single and _MONTH_BEFORE.match(text, found.start):
            return replace(found, days=_months_before(self._month, 1))
        if self._month is not None and not found.single and text.startswith(_THAT_MONTH, found.start):
            return replace(found, days=self._month)
        self._month = _months_of(found, 1) or self._month
        self._quarter = _months_of(found, _QUARTER) or self._quarter
        return found


def _is_held_against(text: str, found: FoundDate) -> bool:
    """Tell whether what follows is only held against a time, or has come from what was then."""
    begin = max(0, found.start - _NEAR)
    moved = _MOVED_FROM.search(text, begin, found.start) and text[found.end : found.end + 1] == "的"
    return bool(moved or (_FROM.search(text, begin, found.start) and _OF_THEN.match(text, found.end)))


def _months_of(found: FoundDate, count: int) -> Days | None:
    """Return the month a date lies in, or the quarter it is; ``None`` for anything else."""
    if found.days is None:
        return None
    first, last = found.days
    begin = first.month if count == 1 else (first.month - 1) // count * count + 1
    whole = months(first.year, begin, begin + count - 1)
    if count > 1:
        return whole if whole == found.days else None
    return whole if (first.year, first.month) == (last.year, last.month) else None


def _months_before(spoken: Days, count: int) -> Days | None:
    """Return the month, or the quarter, before one that is spoken of."""
    year, month = shift_month(spoken[0].year, spoken[0].month, -count)
    return months(year, month, month + count - 1)


def _at(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Return the longest date that begins at one place."""
    longest: FoundDate | None = None
    for reader in _readers_at(text[at]):
        found = reader(text, at, context)
        if found and (longest is None or found.end > longest.end):
            longest = found
    return longest


@cache
def _readers_at(character: str) -> tuple[Callable[[str, int, DateContext], FoundDate | None], ...]:
    """Return the readers of what may begin with a character."""
    return tuple(
        reader for reader, patterns in _READERS if any(may_begin(one, character) for one in patterns)
    )
