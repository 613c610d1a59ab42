"""Points in time as they are written: a year, a half, a quarter, a month, a day, and the days they cover."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date, date]
"""First and last day, both inclusive."""

_SEASONS = {"春": 2, "夏": 5, "秋": 8, "冬": 11}
_PARTS = {
    "上半年": (1, 6), "半年度": (1, 6), "前半年": (1, 6), "下半年": (7, 12), "后半年": (7, 12),
    "上半年末": (6, 6), "上半年底": (6, 6), "下半年末": (12, 12), "下半年底": (12, 12),
    "年初": (1, 2), "初": (1, 2), "年中": (6, 7), "中": (5, 8), "年末": (11, 12), "年底": (11, 12), "末": (11, 12),
    "底": (11, 12), "伊始": (1, 1), "首月": (1, 1),
    "一季报": (1, 3), "半年报": (1, 6), "中报": (1, 6), "三季报": (1, 9),
    "H1": (1, 6), "H2": (7, 12), "首季": (1, 3), "暑假": (7, 8), "前三季度": (1, 9), "前两季度": (1, 6),
    "前三个季度": (1, 9), "前两个季度": (1, 6), "全年": (1, 12), "内": (1, 12), "": (1, 12),
}  # fmt: skip
_MONTH_PARTS = {
    "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "初": (1, 5), "月初": (1, 5), "中": (10, 20),
    "末": (31, 31), "底": (31, 31), "月末": (31, 31), "月底": (31, 31), "": (1, 31),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time: fields that are not stated are ``None`` or empty.

    ``part`` is a part of the year (上半年, 末 …), ``quarter`` 1 to 4 with ``quarter_end`` for its last month,
    ``month_part`` a part of the month, ``week`` the week of the month counted from 1.
    """

    year: int | None = None
    part: str = ""
    quarter: int = 0
    quarter_end: bool = False
    month: int = 0
    month_part: str = ""
    day: int = 0
    week: int = 0

    def days(self) -> Days | None:
        """Return the days this point covers, ``None`` without a year or with an impossible day."""
        if self.year is None or not 1 <= self.year <= 9999:
            return None
        if self.month:
            return self._within_month(self.year)
        if self.quarter:
            first = self.quarter * 3 if self.quarter_end else self.quarter * 3 - 2
            return months(self.year, first, self.quarter * 3)
        if self.part[:1] in _SEASONS:
            return _season(self.year, self.part[0])
        first, last = _PARTS.get(self.part, (1, 12))
        return months(self.year, first, last)

    def _within_month(self, year: int) -> Days | None:
        """Return the days of a month, a part or a week of it, or of one day."""
        if self.month > 12:
            return None
        length = calendar.monthrange(year, self.month)[1]
        if self.day:
            return (date(year, self.month, self.day),) * 2 if self.day <= length else None
        if self.week:
            monday = date(year, self.month, 1)
            monday += timedelta(days=-monday.weekday() % 7, weeks=self.week - 1)
            return monday, monday + timedelta(days=6)
        first, last = _MONTH_PARTS.get(self.month_part, (1, 31))
        last = min(last, length)
        first = min(first, length)
        return date(year, self.month, first), date(year, self.month, last)


def months(year: int, first: int, last: int) -> Days:
    """Return the days from the first of one month to the last of another in the same year."""
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _season(year: int, season: str) -> Days:
    """Return the days of a season as the weather service counts it (spring: March to May)."""
    if season == "冬":
        end = calendar.monthrange(year + 1, 2)[1]
        return date(year, 12, 1), date(year + 1, 2, end)
    first = _SEASONS[season] + 1
    return months(year, first, first + 2)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Return the year and month ``by`` months further on (negative: back)."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1
