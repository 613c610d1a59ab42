"""What a fact holds: amounts with their scale multiplied out, dates as short as they are exact."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.model.statistic import NumberMention
from corpus.text.decimals import plain_digits
from corpus.text.units import expand

_QUARTERS: Final = {
    ("01-01", "03-31"): "Q1", ("04-01", "06-30"): "Q2", ("07-01", "09-30"): "Q3", ("10-01", "12-31"): "Q4",
    ("01-01", "06-30"): "H1", ("07-01", "12-31"): "H2", ("01-01", "12-31"): "",
}  # fmt: skip


def amount(number: NumberMention) -> dict[str, str]:
    """Return number, bounds and unit of a mention, its scale multiplied out, as decimal strings."""
    bounds = {"number": number.value, "low": number.low, "high": number.high}
    filled = {
        name: plain_digits(expand(value, number.unit)[0])
        for name, value in bounds.items()
        if value is not None
    }
    return {**filled, "unit": expand(Decimal(0), number.unit)[1]}


def short_date(mention: NumberMention) -> str:
    """Return a date as short as it is exact: 2018-07-26, 2018-07, 2018Q1, 2018."""
    first, last = mention.start_date, mention.end_date
    if first == last or not last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    if first[:4] == last[:4] and (first[5:], last[5:]) in _QUARTERS:
        return first[:4] + _QUARTERS[first[5:], last[5:]]
    return f"{first}/{last}"
