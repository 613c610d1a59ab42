"""A profit told to be a loss is a loss, and one told to be a gain is itself: 净利润为亏损3.2亿元 is 净亏损."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_TOLD: Final = LazyPattern(
    r"(?P<whose>.*?)(?P<profit>净利润?|营业利润|经营利润|利润总额|税前利润|毛利润?|利润|净?溢利)"
    r"(?:仍|均|都|也|则|却|已|为|是|录得|出现|产生|继续|由盈转亏)*(?:(?P<loss>净?亏损?)|净?盈利)"
)
_LOSSES: Final = {
    "净利": "净亏损",
    "净利润": "净亏损",
    "净溢利": "净亏损",
    "营业利润": "营业亏损",
    "经营利润": "经营亏损",
    "税前利润": "税前亏损",
    "毛利": "毛损",
    "毛利润": "毛损",
}
"""What a profit below nought is called; any other is a loss of its own."""


def with_told_loss(one: Statistic) -> Statistic:
    """Return a sum whose metric says that a profit is a loss, or is one, under the name of what it is."""
    told = _TOLD.fullmatch(one.metric) if one.unit.endswith("元") and one.direction is None else None
    if told is None:
        return one
    name = _LOSSES.get(told["profit"], "亏损") if told["loss"] else told["profit"]
    return replace(one, metric=f"{told['whose']}{name}")
