"""The unit two figures must share to be compared: one form for each measure, and the measure words of counts."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from corpus.text.units import expand, measure
from index.lazy_pattern import LazyPattern

_PERSONS: Final = LazyPattern(r"会员|用户|人数|粉丝|读者|学员|旅客|游客|员工|人口|考生|学生|职工|人$")
_VISITS: Final = LazyPattern(r"游客|旅客|客运量")
"""Whom one counts as often as they come: 接待游客86万 are so many 人次."""
_BUILT: Final = LazyPattern(r"面积|建筑|住宅|商品房|写字楼|厂房|库存|供地|地块")
"""What is measured in square metres where one says 方 for short, as one says it of cubic ones: 建筑面积12万方."""
_SAME: Final = {
    **dict.fromkeys("台座套根处家间所只枚部辆艘架株棵口眼栋幢", "个"),
    **dict.fromkeys("项宗起例", "件"),
    "本": "册",
}
"""Measure words that count the same things: 8640台 and 6840个 of 充电桩."""


@lru_cache(maxsize=1024)
def unit_of(base: str | None, printed: str) -> str:
    """Return the unit a figure is compared in, by its base unit, or as it is printed where it has no base value."""
    return measure(*(expand(Decimal(0), printed) if base is None else (Decimal(0), base)))[1]


def counted_in(unit: str, metric: str) -> str:
    """Return the unit two figures of a metric must share: people where none is told, one word for things counted.

    方 is short for square or cubic metres, and a 度 of what is used or made of power is a kilowatt-hour.
    """
    unit = unit or ("人" if _PERSONS.search(metric) else "")
    if unit == "方":
        return "平方米" if _BUILT.search(metric) else "立方米"
    if unit == "度" and "电" in metric:
        return "千瓦时"
    return "人次" if unit == "人" and _VISITS.search(metric) else _SAME.get(unit, unit)
