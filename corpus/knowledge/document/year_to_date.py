"""Figures of a year that was not over: 截至11月底，全省当年新建农田360万亩 is of January to November."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from typing import Final

from corpus.model.statistic import Period, Statistic, StatisticKind
from corpus.text.numbers.found_dates import whole_number
from index.lazy_pattern import LazyPattern

_THIS_YEAR: Final = frozenset({"当年", "今年", "本年", "年内", "本年度", "今年以来"})
_UP_TO: Final = LazyPattern(
    r"截[至止到](?P<year>(?:19|20)\d\d年)?(?:[今当]年)?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:份?(?P<last>[底末])|(?P<day>\d{1,2})日)?[，,](?![^。；]*(?:截[至止到]|预计|预期))"
)
"""Up to which day of the year everything behind it was counted."""
_MONTHS: Final = 12


def counted_up_to(text: str, one: Statistic) -> Statistic:
    """Return a figure of 当年 with the day up to which its sentence says it was counted as the end of its time."""
    period = one.period
    whole = period.text in _THIS_YEAR and period.start[5:] == "01-01" and period.end[5:] == "12-31"
    told = _UP_TO.search(text, one.evidence.start, one.figure.start) if whole else None
    if told is None or one.kind is StatisticKind.FORECAST:
        return one
    year, month = int(period.start[:4]), whole_number(told["month"])
    if not 1 <= month < _MONTHS or (told["year"] and int(told["year"][:4]) != year):
        return one
    last = monthrange(year, month)[1]
    day = min(int(told["day"]), last) if told["day"] else last
    return replace(one, period=Period(period.text, period.start, f"{year:04}-{month:02}-{day:02}"))
