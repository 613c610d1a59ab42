"""What a date reader gives, and what it leans on."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corpus.text.numbers.numerals import DIGITS, evaluate
from corpus.text.numbers.points import Days, Point
from index.lazy_pattern import LazyPattern

_AROUND: Final = 14
_TO_COME: Final = LazyPattern(
    r"预计|预测|预期|预告|目标|力争|计划|安排|确保|争取|有望|即将|将(?!军|近)|拟(?!合|态)|定于|截止|今年|本年|当年|明年|每年|怎么|怎样|如何|能否|展望|前瞻"
    r"|起(?!来|码|步|到|点|初)|施行|实施|生效|举[行办]|召开|开幕|开业|启动|上线|到期|前(?![\d列十三两期景后八九个])"
)
"""What tells around a time without its year that it is still to come, or begins to hold then."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or period at ``start`` to ``end``; ``days`` where it can be dated; ``single`` for one day.

    ``begun`` has no last day (2018年以来), ``ended`` no first one (2021年之前).
    """

    start: int
    end: int
    days: Days | None
    single: bool = False
    begun: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class DateContext:
    """What relative dates lean on: the day of writing (or only its year), and the year spoken of last.

    ``told_from`` is the year that 上年 was told from where the year spoken of is that 上年 itself.
    """

    reference: date | None
    year: int | None = None
    written: int | None = None
    told_from: int | None = None

    @property
    def now(self) -> int | None:
        """Return the year of writing."""
        return self.reference.year if self.reference else self.written

    @property
    def base(self) -> int | None:
        """Return the year a date without one belongs to."""
        if self.year is not None:
            return self.year
        return self.now

    @property
    def following(self) -> int | None:
        """Return the year that 上年 is the one before of."""
        return self.base if self.told_from is None else self.told_from


def whole_number(text: str) -> int:
    """Return the whole number a numeral of a date says: 2018, 二〇一八, 两千, 廿五."""
    if text.isdecimal():
        return int(text)
    if len(text) >= 2 and all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    value = evaluate(text)
    return int(value) if value is not None else 0


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day, ``None`` where the calendar has none."""
    days = Point(year, month=month, day=day).days() if 1 <= month <= 12 and day else None
    return days[0] if days else None


def looked_back_on(text: str, found: FoundDate, context: DateContext, *, stretch: bool = False) -> FoundDate:
    """Return a time without a year as one of the year before where it had not come when the text was written.

    12月份 of a text of January is the last December. A ``stretch`` of months, 1—11月, has not come before its end.
    """
    now = context.reference
    if found.days is None or now is None or context.year is not None:
        return found
    first, last = found.days
    ahead = first > now or (stretch and (last.year, last.month) > (now.year, now.month))
    around = text[max(0, found.start - _AROUND) : found.end + _AROUND]
    if not ahead or first.year != now.year or _TO_COME.search(around):
        return found
    return replace(found, days=(_a_year_before(first), _a_year_before(last)))


def _a_year_before(day: date) -> date:
    """Return the same day a year earlier, the last one of its month where it is that."""
    longest = monthrange(day.year - 1, day.month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return day.replace(year=day.year - 1, day=longest if is_last else min(day.day, longest))
