"""Decimals as digits: without an exponent, without zeros at the end that say nothing."""

from __future__ import annotations

from decimal import Decimal


def plain_digits(value: Decimal, places: int | None = None) -> str:
    """Return a decimal in digits alone, rounded to so many ``places`` behind the point where that is wanted."""
    digits = f"{value if places is None else round(value, places):f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits
