"""How an amount is measured: in which unit, on which average, and for which stretch of time."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from index.lazy_pattern import LazyPattern

_MEASURED: Final = frozenset({"秒", "分钟", "小时", "天"})
"""Units of times that are measured like any amount; years and months mostly say when."""
_COUNTED_OUT: Final = 3
"""Chinese numerals of a time that somebody counted: 一百零四天."""
_MEASURE: Final = LazyPattern(r"人均|户均|年均|月均|日均|平均|累计|高于|低于|占|中位|相差|差距|差额")
"""How something is measured: what is so much a head, a year or above another is not what is so much in all."""
PER_HEAD: Final = frozenset({"人均", "户均", "年均", "月均", "日均", "平均"})
_AVERAGE: Final = "平均"
_ON_AVERAGE: Final = LazyPattern(r"平均每个?(?P<one>[人户年月日天])(?![一-鿿]{0,2}均)")
_EACH_OF: Final = {"天": "日"}
_EACH: Final = LazyPattern(
    r"(?:[人户]均|平均|每[人户家个])每?(?P<one>[年月日周天季])(?!末|底|初)|(?P<other>[年月日周])均|每(?P<third>[年月日周天季])"
)
"""A year or a month that an amount is told for."""
_BASES: Final = {
    "千克": ("吨", "0.001"), "公斤": ("吨", "0.001"), "斤": ("吨", "0.0005"), "公顷": ("亩", "15"),
    "平方公里": ("亩", "1500"), "平方千米": ("亩", "1500"), "公里": ("米", "1000"), "千米": ("米", "1000"),
    "兆瓦": ("千瓦", "1000"), "MW": ("千瓦", "1000"), "GW": ("千瓦", "1000000"), "kW": ("千瓦", "1"),
    "兆瓦时": ("千瓦时", "1000"), "毫米": ("米", "0.001"), "厘米": ("米", "0.01"), "克": ("吨", "0.000001"),
    "GWh": ("千瓦时", "1000000"), "MWh": ("千瓦时", "1000"), "TWh": ("千瓦时", "1000000000"), "kWh": ("千瓦时", "1"),
    "标准箱": ("标箱", "1"), "TEU": ("标箱", "1"),
    "吉瓦": ("千瓦", "1000000"), "吉瓦时": ("千瓦时", "1000000"), "太瓦时": ("千瓦时", "1000000000"),
    "度": ("千瓦时", "1"), "分钟": ("秒", "60"), "小时": ("秒", "3600"), "‰": ("%", "0.1"),
    "个基点": ("个百分点", "0.01"), "基点": ("个百分点", "0.01"),
}  # fmt: skip
"""Units that are told in another: 96 公顷 are 1440 亩."""


def in_base_unit(value: Decimal, step: Decimal, unit: str) -> tuple[Decimal, Decimal, str]:
    """Return a worth, the worth of its last digit, and the unit such amounts are compared in: 亩 for 公顷."""
    if unit not in _BASES:
        return value, step, unit
    base, times = _BASES[unit]
    return value * Decimal(times), step * Decimal(times), base


def measured_by(clause: str) -> frozenset[str]:
    """Return the words that say how a clause measures, an average a day (平均每天) by its one word: 日均."""
    found = frozenset(_MEASURE.findall(clause))
    each = _ON_AVERAGE.search(clause)
    return found - {_AVERAGE} | {f"{_EACH_OF.get(each['one'], each['one'])}均"} if each else found


def is_measured_time(printed: str, unit: str) -> bool:
    """Tell whether a time was measured: 140天, 一百零四天; 十天 and 三个月 mostly say when."""
    if printed[0].isdigit():
        return unit in _MEASURED or "." in printed
    return unit in _MEASURED and len(printed) - len(unit) >= _COUNTED_OUT


def each_of(words: str) -> frozenset[str]:
    """Return the stretches of time an amount is told for: 月 of 人均月支出."""
    return frozenset(
        "日" if match[match.lastgroup or 0] == "天" else match[match.lastgroup or 0]
        for match in _EACH.finditer(words)
    )
