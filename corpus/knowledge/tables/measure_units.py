"""In which unit a measure is told where only the caption of its table names one: no ratio in 万元, no 每股 in 亿元."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.text.units import CURRENCIES, split_scale
from index.lazy_pattern import LazyPattern

_RATIO: Final = LazyPattern(
    r"(?<![汇倍赔])率(?:[（(][^（）()]*[）)])?$|(?:比重|比例|占比|构成比|百分[比数])$|(?:^|[（(一-鿿])RO[AEI]C?[）)]?$"
)
_BARE_NUMBER: Final = LazyPattern(
    r"^P/?[EBS]\b|^EV/|市[盈净销]率|(?:周转|换手|容积|倍|汇)率|[流速]动比率|(?:倍数|系数|指数|得分|评分|次数|比值|[一-鿿]比)$"
)
_MULTIPLE: Final = LazyPattern(r"^P/?[EBS](?![A-Za-z])|^EV/|市[盈净销]率$")
"""What is told in times by what it is, wherever no unit is printed."""
_SCORE: Final = LazyPattern(r"(?:得分|评分|总分|均分|分值|打分)$")
"""What is told in points by what it is, where no unit is printed: of how many, its name says."""
_PER_SHARE: Final = LazyPattern(r"每股|^(?:EPS|BPS|DPS|CPS)\b")
_PER_CENT: Final = frozenset({"%", "％", "‰", "个百分点", "百分点"})
_SHARES_TOLD: Final = LazyPattern(r"占比$|比重$|占.+比例$")


def unit_fitting(metric: str, unit: str, value: Decimal) -> str:
    """Return a caption's unit as it fits a measure: per cent for a ratio, money by itself for what a share earns.

    A ratio of one or less may be told as a fraction: its unit then stays unknown, as that of multiples does.
    """
    if _MULTIPLE.search(metric) and unit not in _PER_CENT:
        return "倍"
    if not unit and _SCORE.search(metric):
        return "分"
    if unit in _PER_CENT or not unit:
        return unit
    if _PER_SHARE.search(metric):
        currency = CURRENCIES.get(split_scale(unit)[1], "")
        return currency or unit
    if _BARE_NUMBER.search(metric) and not _SHARES_TOLD.search(metric):
        return ""
    if _RATIO.search(metric):
        return "%" if abs(value) > 1 else ""
    return unit
