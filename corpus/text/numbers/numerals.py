"""Values of written numerals: Arabic, Chinese and mixed, exact or vague (十几, 数百, 三五百)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from corpus.text.numbers.fold import fold
from index.lazy_pattern import LazyPattern

LONGEST = 60
"""Runs of numeral characters longer than this are no numbers."""

DIGITS = dict(zip("零一二两三四五六七八九", (0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_NOUGHT = frozenset("零")
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "百": 100, "千": 1000}
_TEN_THOUSAND = 10**4
BIG = {"万": _TEN_THOUSAND, "亿": 10**8, "兆": 10**12}

_TOKEN = LazyPattern(
    r"\d+(?:,\d{3})*(?:\.\d+)?(?:e\d+)?|\.\d+|[零一二两三四五六七八九]+|[十百千万亿兆廿卅卌点]"
)
_PAIR = LazyPattern(r"([一二两三四五六七八九])([二三四五六七八九])(?=[十百千万亿]|$)")
_SCALED = LazyPattern(r"(?P<digits>[零一二两三四五六七八九]+)(?P<scale>万亿|[万亿])")
"""The part behind the point of 二点三亿; 三点五百人 rather come at three o'clock."""
_HEADLESS = LazyPattern(r"[百千]十")
_ROUGHLY = LazyPattern(r"[百千万][一二三四五六七八九]?[十百千]")
"""What only says about how many: 百十来家, 百八十个, 千八百块."""
_CLEAN = LazyPattern(r"[\s]")


@dataclass(frozen=True, slots=True)
class NumeralValue:
    """What a numeral says: a value, or the bounds of a vague one; ``high`` is ``None`` for an open end."""

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None


def parse_chinese_number(text: str) -> Decimal | None:
    """Return the value of an exact numeral (一百二十三万, 两千五, 三点五, 1千2百), ``None`` for what is none.

    Full-width, traditional and financial numerals count; a leading 负 or minus sign too; 元整 may follow.
    """
    plain = re.sub(r"元?[整正]$", "", _CLEAN.sub("", fold(text)).replace("，", ","))
    sign = Decimal(1)
    if plain[:1] in {"负", "-"}:
        sign, plain = Decimal(-1), plain[1:]
    value = None if _HEADLESS.match(plain) else evaluate(plain)
    return None if value is None else sign * value


def evaluate(plain: str) -> Decimal | None:
    """Return the value of a folded numeral without blanks and sign, ``None`` where it is malformed."""
    whole, point, decimals = plain.partition("点")
    if point:
        scaled = _SCALED.fullmatch(decimals)
        if scaled:
            number = evaluate(f"{whole}点{scaled['digits']}")
            told = None if number is None else number * (evaluate(f"一{scaled['scale']}") or 1)
            return told if told is None or told != told.to_integral_value() else told.quantize(Decimal(1))
        if not decimals or not whole or any(char not in DIGITS for char in decimals):
            return None
        base = evaluate(whole)
        digits = "".join(str(DIGITS[char]) for char in decimals)
        return None if base is None else base + Decimal(f"0.{digits}")
    tokens = _TOKEN.findall(plain)
    if not tokens or "".join(tokens) != plain:
        return None
    return _sum_tokens(tokens)


def _sum_tokens(tokens: list[str]) -> Decimal | None:
    """Add up the tokens of a numeral the way it is read aloud."""
    total = section = Decimal(0)
    pending: Decimal | None = None
    last_unit = last_big = 0
    skipped_zero = False
    for token in tokens:
        if token in SMALL:
            if 0 < last_unit < SMALL[token] and pending is None:
                return None  # 五十千
            section += (Decimal(1) if pending is None else pending) * SMALL[token]
            pending, last_unit, skipped_zero = None, SMALL[token], False
        elif token in BIG:
            unit = BIG[token]
            section += pending or 0
            if section == 0 and total == 0:
                section = Decimal(1)
            tens_of_thousands = unit == last_big == _TEN_THOUSAND and section >= unit // 10  # 一万二千万
            if section == 0 or (total and total < unit) or tens_of_thousands:
                total = (total + section) * unit
            else:
                total += section * unit
            section, pending, last_unit, last_big, skipped_zero = Decimal(0), None, unit, unit, False
        elif token in TENS:
            section, pending, last_unit = section + TENS[token], None, 10
        elif last_unit and token in _NOUGHT:
            pending, skipped_zero = None, True
        elif pending is not None:
            return None
        else:
            zero = skipped_zero
            pending, skipped_zero = _digits(token)
            skipped_zero = skipped_zero or zero
    return total + section + _tail(pending, last_unit, skipped_zero)


def _digits(token: str) -> tuple[Decimal, bool]:
    """Return the value of a run of digits, and whether it bars the short form (一千零三 is 1003)."""
    if token[0] in DIGITS:
        figures = "".join(str(DIGITS[char]) for char in token)
        return Decimal(figures), len(token) > 1
    return Decimal(token.replace(",", "")), True


def _tail(pending: Decimal | None, last_unit: int, literal: bool) -> Decimal:
    """Return what a closing digit adds: 一千三 is 1300, 十三 is 13."""
    if pending is None:
        return Decimal(0)
    short = last_unit >= 100 and not literal
    return pending * (last_unit // 10) if short else pending


def read_numeral(run: str) -> NumeralValue | None:
    """Return what a folded run of numeral characters says, ``None`` where it says nothing.

    Vague ones come with bounds: 十几 10–20, 几十 20–90, 数百 100–1000, 三五百 300–500, 五百多 from 500.
    """
    plain = _CLEAN.sub("", run).replace("，", ",").replace("好几", "几")
    return _reading(plain) if len(plain) <= LONGEST else None


@lru_cache(maxsize=4096)
def _reading(plain: str) -> NumeralValue | None:
    """Return what a run without blanks says; the same few runs make up most numbers of a text."""
    if _ROUGHLY.match(plain):
        return None
    vague = re.fullmatch(r"(.*?)(几|数|多|余|来)(.*)", plain)
    if vague:
        return _vague(vague[1], vague[2], re.sub("[多余来]", "", vague[3]))
    pair = _PAIR.search(plain)
    if pair and _neighbours(pair[1], pair[2]) and not re.search(r"[一二两三四五六七八九]{3}|点", plain):
        low = evaluate(plain[: pair.start(2)] + plain[pair.end(2) :])
        high = evaluate(plain[: pair.start(1)] + plain[pair.end(1) :])
        if low is not None and high is not None and low < high:
            return NumeralValue(None, low, high)
    value = evaluate(plain)
    return None if value is None else NumeralValue(value)


def _neighbours(left: str, right: str) -> bool:
    """Tell whether two digits side by side mean "a or b": 二三, 七八, 三五."""
    return DIGITS[right] - DIGITS[left] == 1 or (left, right) == ("三", "五")


def _vague(before: str, mark: str, after: str) -> NumeralValue | None:
    """Return the bounds of a numeral that holds 几, 数, 多, 余 or 来."""
    low = evaluate(("一" if mark in "几数" and not before else before) + after)
    if low is None:
        return None
    if mark not in "几数":
        return NumeralValue(None, low)
    if not before:
        return NumeralValue(None, low * 2, low * 9) if mark == "几" else NumeralValue(None, low, low * 10)
    step = _last_unit(before)
    scale = evaluate("一" + after) if after else Decimal(1)
    return NumeralValue(None, low, None if step is None or scale is None else low + step * scale)


def _last_unit(plain: str) -> Decimal | None:
    """Return the unit a numeral ends in (五十 → 10), ``None`` without one."""
    unit = {**SMALL, **BIG}.get(plain[-1:])
    return None if unit is None else Decimal(unit)
