"""Figures in words: the number and its unit as people say them, the exact value, periods and changes."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from corpus.language import translate as _
from corpus.model.statistic import Change, Direction, FactStatus, Period, Statistic

MINUS: Final = "−"
SIGNS: Final = {
    FactStatus.EXTRACTED: "hollow",
    FactStatus.CONFIRMED: "filled",
    FactStatus.EDITED: "pencil",
    FactStatus.REJECTED: "struck",
}
"""How the state of a fact is drawn in lists."""
_SCALED: Final = re.compile(r"^[十百千万亿]")
_PERCENT: Final = frozenset({"%", "％", "‰", "个百分点"})


def plain(value: Decimal) -> str:
    """Return a number without superfluous noughts, its minus as typeset."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def grouped(value: Decimal) -> str:
    """Return a number with its thousands parted: 31,630,000,000,000."""
    whole, dot, rest = plain(value).partition(".")
    return f"{int(whole.replace(MINUS, '-')):,}".replace("-", MINUS) + dot + rest


def spoken(value: Decimal, unit: str) -> tuple[str, str]:
    """Return a number and unit as people say them: 14200000 人 → 1420, 万人; printed 万 and 亿 stay."""
    if unit in _PERCENT or _SCALED.match(unit) or not unit:
        return plain(value), unit
    for size, word in ((Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万")):
        if abs(value) >= size and (value / size).normalize().as_tuple().exponent >= -2:  # type: ignore[operator]
            return plain(value / size), word + unit
    return (grouped(value) if abs(value) >= 10_000 else plain(value)), unit


def spoken_range(low: Decimal, high: Decimal, unit: str) -> tuple[str, str]:
    """Return a range and its unit as people say them: 1000000 and 2000000 美元 → 100–200, 万美元."""
    (first, one), (last, other) = spoken(low, unit), spoken(high, unit)
    return (f"{first}–{last}", one) if one == other else (f"{plain(low)}–{plain(high)}", unit)


def number_and_unit(statistic: Statistic) -> tuple[str, str]:
    """Return the number (with qualifier, as a range where it is one) and the unit of a figure."""
    if statistic.value is not None:
        number, unit = spoken(statistic.value, statistic.unit)
    elif statistic.low is not None and statistic.high is not None:
        number, unit = spoken_range(statistic.low, statistic.high, statistic.unit)
    elif statistic.low is not None or statistic.high is not None:
        bound = statistic.low if statistic.low is not None else statistic.high
        number, unit = spoken(bound, statistic.unit) if bound is not None else ("—", "")
    else:
        number, unit = "—", statistic.unit
    return (f"{statistic.qualifier} {number}" if statistic.qualifier else number), unit


def amount(statistic: Statistic) -> str:
    """Return number and unit as one phrase: 31.63 万亿元, 8.5%."""
    number, unit = number_and_unit(statistic)
    return f"{number}{'' if unit in _PERCENT else ' '}{unit}".strip()


def exact_amount(statistic: Statistic) -> str:
    """Return the value in its base unit, digit by digit; empty where none is known."""
    if statistic.base_value is None:
        return ""
    return f"{grouped(statistic.base_value)} {statistic.base_unit}".strip()


def size_of(statistic: Statistic) -> Decimal | None:
    """Return what a figure is sorted and drawn by, in its base unit; ``None`` where it has no number."""
    for value in (statistic.base_value, statistic.value, statistic.low, statistic.high):
        if value is not None:
            return value
    return None


def period_text(period: Period) -> str:
    """Return a time as 2018, 2018 Q1, 2018 H1, 2018-07, 2018-07-26 or 2013–2018; as printed where it has no date."""
    try:
        first = date.fromisoformat(period.start)
        last = date.fromisoformat(period.end)
    except ValueError:
        return period.text
    if first == last:
        return first.isoformat()
    ends = last + timedelta(days=1)
    months = (ends.year - first.year) * 12 + ends.month - first.month
    if first.day != 1 or ends.day != 1:
        return f"{first.isoformat()} – {last.isoformat()}"
    if months == 1:
        return f"{first:%Y-%m}"
    if months == 3 and first.month % 3 == 1:
        return f"{first.year} Q{(first.month + 2) // 3}"
    if months == 6 and first.month in (1, 7):
        return f"{first.year} H{1 if first.month == 1 else 2}"
    if first.month == 1 and ends.month == 1:
        return str(first.year) if months == 12 else f"{first.year}–{last.year}"
    return f"{first:%Y-%m} – {last:%Y-%m}"


def change_text(change: Change | None) -> str:
    """Return a change as ↑ 8.5%, empty where there is none."""
    if change is None:
        return ""
    arrow = {Direction.UP: "↑", Direction.DOWN: "↓", Direction.FLAT: "→"}[change.direction]
    if change.value is None:
        return arrow
    return f"{arrow} {plain(abs(change.value))}{'' if change.unit in ('%', '％') else ' '}{change.unit}"


def confidence_name(confidence: float) -> str:
    """Return how sure a figure is: 高, 中 or 低."""
    if confidence >= 0.75:
        return _("高")
    return _("中") if confidence >= 0.45 else _("低")


def year_of(period: Period) -> str:
    """Return the year a time ends in, empty where it has no date."""
    return (period.end or period.start)[:4]
