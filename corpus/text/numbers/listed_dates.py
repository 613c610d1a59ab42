"""Times listed whose last one alone says what they are: 2023、2024年, 2024年第一、二季度, 6、7月份."""

from __future__ import annotations

from typing import Final

from corpus.text.numbers.date_patterns import YEAR
from corpus.text.numbers.found_dates import DateContext, FoundDate, looked_back_on, whole_number
from corpus.text.numbers.point_dates import read_point
from corpus.text.numbers.points import Days, months
from index.lazy_pattern import LazyPattern

_AND: Final = r"[ ]?(?:[、/]|以及|[和与及])[ ]?"
_YEAR: Final = r"(?:19|20)\d\d"
_QUARTER: Final = "[一二三四1-4]"
_MONTH: Final = "(?:1[0-2]|[1-9])"
LISTED_YEAR: Final = LazyPattern(
    rf"(?<![\d.A-Za-z])(?P<year>{_YEAR})(?=(?:{_AND}{_YEAR}){{0,8}}{_AND}{_YEAR}年(?![级龄]|代))"
)
"""A year before others of which the last has the word for it: 2022、2023和2024年."""
_PARTS: Final = (
    rf"第?(?P<quarter>{_QUARTER})(?=(?:{_AND}第?{_QUARTER}){{0,2}}{_AND}第?{_QUARTER}季度)"
    rf"|(?<![\d.])(?P<month>{_MONTH})(?=(?:{_AND}{_MONTH}){{0,10}}{_AND}{_MONTH}月(?!球|饼))"
)
_OF_THREE: Final = rf"(?=第?{_QUARTER}{_AND}第?{_QUARTER}{_AND}|{_MONTH}{_AND}{_MONTH}{_AND})"
LISTED_PART: Final = LazyPattern(
    rf"(?:(?<=[^\s\d.、（(])|(?<=[一二三四\d][、和与及])|{_OF_THREE})(?:{_PARTS})"
)
"""A quarter or month before others, with no year; before one alone at the head of a line it numbers the line."""
LISTED_OF_YEAR: Final = LazyPattern(rf"(?P<head>{YEAR})[ ]?的?(?:{_PARTS})")
"""The same with its year: 2024年一、二季度."""
FIRST_HALF: Final = LazyPattern(rf"(?P<head>{YEAR})?[ ]?上(?=(?:{_AND})?下半年)")
"""The first half of a year told by one sign before the second: 上、下半年."""
_LENGTH: Final = 3
_HALF: Final = 6


def read_listed(text: str, at: int, context: DateContext) -> FoundDate | None:
    """Read a year, quarter or month that is listed before others of its kind and leaves the word for it to the last."""
    year = LISTED_YEAR.match(text, at)
    if year:
        return FoundDate(at, year.end(), months(int(year["year"]), 1, 12))
    part = LISTED_OF_YEAR.match(text, at)
    year_of_part = _year_of(part["head"], context) if part else None
    if part and year_of_part is not None:
        return FoundDate(at, part.end(), _days(year_of_part, part["quarter"], part["month"]))
    half = FIRST_HALF.match(text, at)
    if half:
        of = _year_of(half["head"], context) or context.base
        return FoundDate(at, half.end(), months(of, 1, _HALF) if of is not None else None)
    part = LISTED_PART.match(text, at)
    if part is None:
        return None
    base = context.base
    days = _days(base, part["quarter"], part["month"]) if base is not None else None
    return looked_back_on(text, FoundDate(at, part.end(), days), context)


def _year_of(head: str | None, context: DateContext) -> int | None:
    """Return the year that the words before a part of one tell, ``None`` without them."""
    found = read_point(head, 0, context) if head else None
    return found.days[0].year if found and found.days else None


def _days(year: int, quarter: str | None, month: str | None) -> Days:
    """Return the days of a quarter or a month of a year."""
    if quarter:
        last = whole_number(quarter) * _LENGTH
        return months(year, last - _LENGTH + 1, last)
    return months(year, int(month or 1), int(month or 1))
