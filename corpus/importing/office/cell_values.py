"""How a spreadsheet shows a value: percent, thousands, decimals, dates – the figure a reader of the sheet sees."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Final

from corpus.importing.office.number_forms import number_shown
from index.lazy_pattern import LazyPattern

_NO_PART: Final = LazyPattern(r'"[^"]*"|\\.|\[[^\]]*\]')
_WEEKDAY: Final = LazyPattern(r"^a{3,4}$", re.IGNORECASE)
_DAYS: Final = "日一二三四五六"
_SHORT: Final = 3


def shown(value: object, form: str) -> str:
    """Return a cell's value as its number format shows it; unknown formats show the plain value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        whole = value.time() == dt.time()
        return _day(value.date(), form) if whole else value.isoformat(" ", "minutes")
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    if isinstance(value, dt.date):
        return _day(value, form)
    if isinstance(value, dt.time):
        return value.isoformat()
    if isinstance(value, (int, float)) and (weekday := _WEEKDAY.search(_NO_PART.sub("", form))):
        name = _DAYS[(int(value) - 1) % len(_DAYS)]
        return f"星期{name}" if len(weekday[0]) > _SHORT else f"周{name}"
    if isinstance(value, (int, float)):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    try:
        exact = Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    return number_shown(exact, form) if exact.is_finite() else str(value)


def _day(value: dt.date, form: str) -> str:
    """Return a day, or the month or the year alone where the form shows no more."""
    parts = _NO_PART.sub("", form).casefold()
    if "y" not in parts or "d" in parts or "e" in parts:
        return value.isoformat()
    return f"{value.year}年{value.month}月" if "m" in parts else f"{value.year}年"
