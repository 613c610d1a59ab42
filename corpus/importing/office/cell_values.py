"""How a spreadsheet shows a value: percent, thousands, decimals, dates – the figure a reader of the sheet sees."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from index.lazy_pattern import LazyPattern

_QUOTED: Final = LazyPattern(
    r'"(?P<words>[^"]*)"|\\(?P<sign>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.'
)
_MARKS: Final = 0xE000
_MOST_LITERALS: Final = 100
_IS_SHOWN: Final = LazyPattern(r"[¥￥$€£\ue000-\ue063\u3400-\u9fff]")
_NO_FIGURE: Final = LazyPattern(r"E|/|!")
"""Forms that are not followed: powers of ten, fractions, a point put where none is."""
_DIGITS: Final = LazyPattern(r"[#0?](?:[#0?,]*[#0?])?(?:\.([#0?]+))?,*")
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
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
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
    literals: list[str] = []
    bare = _QUOTED.sub(lambda match: _kept(match, literals), section)
    match = _DIGITS.search(bare)
    if form in {"General", "@", ""} or match is None or _NO_FIGURE.search(bare) or not exact.is_finite():
        return _plain(exact)
    before, behind = (_written(part, literals) for part in (bare[: match.start()], bare[match.end() :]))
    percent = "%" in bare
    digits = match[0].rstrip(",")
    thousands = len(match[0]) - len(digits)
    places = min(len(match[1] or ""), _MOST_DECIMALS)
    scaled = (exact * 100 if percent else exact) / 1000**thousands
    try:
        scaled = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        return _plain(exact)
    rounded = f"{abs(scaled):,.{places}f}" if "," in digits else f"{abs(scaled):.{places}f}"
    if set(digits) == {"0"}:
        rounded = rounded.zfill(len(digits))
    sign = "-" if scaled < 0 and rounded.strip("0.,") else ""
    return f"{sign}{before}{rounded}{'%' if percent else ''}{behind}"


def _kept(match: re.Match[str], literals: list[str]) -> str:
    """Return a mark for words a format writes beside the figure, nothing for what is no text."""
    text = match["words"] or match["sign"] or match["money"] or ""
    if not text.strip():
        return ""
    literals.append(text)
    return chr(_MARKS + len(literals) - 1) if len(literals) <= _MOST_LITERALS else ""


def _written(part: str, literals: list[str]) -> str:
    """Return what stands beside the figure: the words, and the signs of money."""
    shown = (
        literals[ord(char) - _MARKS] if ord(char) >= _MARKS else char
        for char in part
        if _IS_SHOWN.match(char)
    )
    return "".join(shown)


def _plain(value: Decimal) -> str:
    """Return a number with as many digits as it has, floating-point dust rounded off."""
    rounded = round(value, 10).normalize()
    return f"{rounded:f}"
