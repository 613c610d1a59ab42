"""What a date reader gives, and what it leans on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.text.numbers.numerals import DIGITS, evaluate
from corpus.text.numbers.points import Days, Point


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
class Context:
    """What relative dates lean on: the day of writing (or only its year), and the year spoken of last."""

    reference: date | None
    year: int | None = None
    written: int | None = None

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
