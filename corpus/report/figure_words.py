"""A figure in words, alike in the window and in every export: number, unit, qualifier where Chinese puts it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.model.statistic import Change, Direction, Statistic

BEHIND: Final = frozenset(
    ("以上", "以下", "以内", "之内", "左右", "上下", "以外", "有余", "出头", "不等", "起步", "之上")
)
"""Qualifiers that stand behind the unit: 20% 以上."""
WITHIN: Final = frozenset(("多", "余", "来"))
"""Qualifiers that stand between number and unit: 2000 余项."""
_CLOSE: Final = frozenset(("%", "％", "‰", "°", "℃"))
_VAGUE: Final = {Decimal(10): "数十", Decimal(100): "数百", Decimal(1000): "数千", Decimal(10000): "数万",
                 Decimal(10**8): "数亿"}  # fmt: skip
_SIGNS: Final = {Direction.UP: "+", Direction.DOWN: "−", Direction.FLAT: "±"}


def plain_number(value: Decimal) -> str:
    """Return a number as it is printed: no exponent, a typeset minus."""
    text = format(value, "f")
    return f"−{text[1:]}" if text.startswith("-") else text


def figure_words(one: Statistic) -> str:
    """Return number, unit and qualifier as one phrase: 约 31.63 万亿元, 20% 以上, 2000 余项, 数百万美元, 5–5.5%."""
    number, vague = number_words(one)
    if not number:
        return ""
    if vague or one.unit[:1] in _CLOSE or not one.unit:
        amount = f"{number}{one.unit}"
    elif one.qualifier in WITHIN:
        return f"{number} {one.qualifier}{one.unit}"
    else:
        amount = f"{number} {one.unit}"
    if not one.qualifier or vague:
        return amount
    if one.qualifier in BEHIND or one.qualifier in WITHIN:
        return f"{amount} {one.qualifier}"
    return f"{one.qualifier} {amount}"


def number_words(one: Statistic) -> tuple[str, bool]:
    """Return the number of a figure, a range with both ends, and whether it is told only as 数百 and the like."""
    if one.value is not None:
        return plain_number(one.value), False
    if one.low is not None and one.high is not None:
        if one.low in _VAGUE and one.high == one.low * 10:
            return _VAGUE[one.low], True
        return f"{plain_number(one.low)}–{plain_number(one.high)}", False
    bound = one.low if one.low is not None else one.high
    return ("" if bound is None else plain_number(bound)), False


def change_words(change: Change | None) -> str:
    """Return a movement with its basis: 同比 +23.9%, 比上年 −0.3 个百分点; empty for none."""
    if change is None:
        return ""
    gap = "" if change.unit[:1] in _CLOSE else " "
    amount = "" if change.value is None else f"{plain_number(abs(change.value))}{gap}{change.unit}".rstrip()
    return f"{change.basis} {_SIGNS[change.direction]}{amount}".strip()
