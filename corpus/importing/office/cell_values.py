"""How a spreadsheet shows a value: percent, thousands, decimals, dates – the figure a reader of the sheet sees."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal, InvalidOperation
from typing import Final

_QUOTED: Final = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_DIGITS: Final = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.([#0?]+))?,*")
_MOST_DECIMALS: Final = 15


def shown(value: object, form: str) -> str:
    """Return a cell's value as its number format shows it; unknown formats show the plain value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        whole = value.time() == dt.time()
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return _number(value, form)
    return str(value)


def _number(value: float, form: str) -> str:
    try:
        exact = Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    section = form.split(";", maxsplit=1)[0]
    bare = _QUOTED.sub("", section)
    match = _DIGITS.search(bare)
    if form in {"General", "@", ""} or match is None or "E" in bare or not exact.is_finite():
        return _plain(exact)
    percent = "%" in bare
    places = len(match[1] or "")
    scaled = exact * 100 if percent else exact
    rounded = f"{scaled:,.{min(places, _MOST_DECIMALS)}f}" if "," in bare else f"{scaled:.{places}f}"
    return rounded + ("%" if percent else "")


def _plain(value: Decimal) -> str:
    """Return a number with as many digits as it has, floating-point dust rounded off."""
    rounded = round(value, 10).normalize()
    return f"{rounded:f}"
