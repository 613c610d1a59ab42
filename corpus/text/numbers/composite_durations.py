"""Lengths of time told in several units at once: 1小时23分45秒, 三小时零六分, 42秒31."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.text.numbers.numerals import evaluate
from index.lazy_pattern import LazyPattern

_NUMERAL: Final = r"(?:\d{1,2}|零?[一二三四五六七八九十]{1,3})"
_HUNDREDTHS: Final = r"(?P<hundredths>\d{1,2})(?![\d.%万亿千元个次人名位家倍年月])"
_REST: Final = LazyPattern(
    rf"(?P<unit>个?小时|个?钟头|分钟?|秒)(?:(?<=[时头])(?:又|零)?(?P<minutes>{_NUMERAL})分钟?)?"
    rf"(?:(?<=[时头分钟])(?:又|零)?(?P<seconds>{_NUMERAL})秒)?(?:(?<=秒){_HUNDREDTHS})?"
)
_OF_DAY: Final = LazyPattern(r"[\d一二三四五六七八九十][点时]$")
"""Before minutes that are those of a time of day: 20时30分15秒."""
_SIXTY: Final = 60


def composite_duration(text: str, start: int, end: int, first: Decimal) -> tuple[Decimal, str, int] | None:
    """Return value, unit and end of a length of time in several units, ``None`` for any other number.

    ``first`` is the number from ``start`` to ``end``. The value is in the smallest unit told.
    """
    told = _REST.match(text, end)
    if told is None or _OF_DAY.search(text, max(0, start - 2), start):
        return None
    minutes, seconds = told["minutes"], told["seconds"]
    if not (minutes or seconds or told["hundredths"]):
        return None
    value = first
    if told["unit"].endswith(("小时", "钟头")):
        value = value * _SIXTY + _number(minutes)
        if not seconds:
            return value, "分钟", told.end()
    if told["unit"] != "秒":
        value = value * _SIXTY + _number(seconds)
    if told["hundredths"]:
        value += Decimal(f"0.{told['hundredths']}")
    return value, "秒", told.end()


def _number(printed: str | None) -> Decimal:
    return evaluate(printed.lstrip("零")) or Decimal(0) if printed else Decimal(0)
