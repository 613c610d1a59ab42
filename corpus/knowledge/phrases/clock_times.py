"""Times of day, days told without their month (截至13日上午8时), and times told by their last day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from corpus.model.statistic import Period
from corpus.text.numbers.date_patterns import PART_OF_DAY
from corpus.text.numbers.numerals import evaluate
from index.lazy_pattern import LazyPattern

_CLOCK: Final = (
    rf"[ ]?(?P<part>{PART_OF_DAY}|早|晚)?[ ]?"
    r"(?P<hour>\d{1,2}|[一二三四五六七八九十]{1,3})(?:时(?![间段代期刻])|点(?![\d多几])|[:：](?=\d\d))"
    r"(?P<minute>\d{1,2}|半)?分?"
)
_OF_DAY: Final = LazyPattern(_CLOCK)
_AS_OF: Final = LazyPattern(
    rf"截[至止][到至]?[ ]?(?:本月|当月)?(?P<day>(?:[12]?\d|3[01])[日号](?:{_CLOCK})?)(?![\d])"
)
"""A day without its month that a figure is told as of."""
_DAY: Final = LazyPattern(r"(?P<day>\d{1,2})[日号]")
_AT_THE_END: Final = LazyPattern(r"[末底]|截至|截止|12月31日")
_AFTER_NOON: Final = ("下午", "傍晚", "晚", "夜", "深夜")
_NOON: Final = 12
_MONTHS: Final = 31
"""No day of the month lies further back, in days, but for months that lack it."""


def clock_end(text: str, end: int) -> int:
    """Return where a time of day that follows a date ends, ``end`` itself where none does."""
    told = _OF_DAY.match(text, end)
    return told.end() if told else end


def clock_of(when: str) -> tuple[int, int] | None:
    """Return the hour and minute of a printed time, ``None`` where it names no hour."""
    told = _OF_DAY.search(when)
    if told is None:
        return None
    hour = int(told["hour"]) if told["hour"].isdecimal() else int(evaluate(told["hour"]) or 0)
    later = _NOON if hour < _NOON and (told["part"] or "").startswith(_AFTER_NOON) else 0
    minute = told["minute"] or "0"
    return hour + later, int(minute) if minute.isdecimal() else 30


def day_as_of(text: str, start: int, end: int) -> tuple[int, str]:
    """Return where the last day without its month that figures are told as of stands, and how it is printed."""
    days = [(told.start("day"), told["day"]) for told in _AS_OF.finditer(text, start, end)]
    return days[-1] if days else (-1, "")


def day_before(printed: str, written: date) -> date | None:
    """Return the day a printed day of the month is: the last such day before a document was written."""
    told = _DAY.match(printed)
    if told is None:
        return None
    back = (written - timedelta(days=count) for count in range(_MONTHS))
    return next((day for day in back if day.day == int(told["day"])), None)


def is_as_of_end(period: Period) -> bool:
    """Tell whether a period is told by its last day, on which something stood so: 年末, 截至6月30日."""
    return _AT_THE_END.search(period.text) is not None
