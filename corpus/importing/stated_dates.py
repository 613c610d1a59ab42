"""Dates as files state them – 2024-03-05T08:00:00+08:00, 2024年3月5日, Mar 5, 2024, D:20240305 – as ISO dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from corpus.text.english_numbers import MONTHS, month_number
from index.lazy_pattern import LazyPattern

_MONTH: Final = rf"(?P<name>{'|'.join(MONTHS)})[a-z]*\.?"
_FORMS: Final = tuple(
    LazyPattern(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:D:)(?P<year>[12]\d{3})(?:(?P<month>[01]\d)(?:(?P<day>[0-3]\d))?)?.*",
        r"(?P<year>[12]\d{3})(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?:T?\d{4,6}.*)?",
        r"(?P<year>[12]\d{3})\s*年(?:\s*(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*[日号])?)?.*",
        r"(?P<year>[12]\d{3})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2})(?!\d).*)?)?",
        rf"(?:\w{{3,9}},?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>[12]\d{{3}}).*",
        rf"(?:\w{{3,9}},?\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>[12]\d{{3}}).*",
        rf"{_MONTH},?\s+(?P<year>[12]\d{{3}})",
        rf"(?:\w{{3}})\s+{_MONTH}\s+(?P<day>\d{{1,2}})\s[\d:]+\s(?:\w+\s)?(?P<year>[12]\d{{3}})",
    )
)
_DIGITS: Final = str.maketrans("０１２３４５６７８９", "0123456789")


def iso_date(text: str) -> str:
    """Return ``text`` as 2024, 2024-03 or 2024-03-05; empty where it is no date that can be read without doubt."""
    plain = text.translate(_DIGITS).strip()
    for form in _FORMS:
        match = form.fullmatch(plain)
        if match is not None:
            return _checked({key: value for key, value in match.groupdict().items() if value})
    return ""


def _checked(parts: Mapping[str, str]) -> str:
    """Return the date of these parts, empty where the calendar has none."""
    year = int(parts["year"])
    month = month_number(parts["name"]) if "name" in parts else int(parts.get("month", "0"))
    day = int(parts.get("day", "0"))
    if not month:
        return f"{year:04}"
    try:
        date(year, month, day or 1)
    except ValueError:
        return ""
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
