"""The time of a figure within its metric, which says when and not what: 商品住宅11月成交均价 is 商品住宅成交均价."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_SHORTEST: Final = 2
_CALENDAR: Final = LazyPattern(
    r"(?:\d|[一二三四五六七八九十]+月|第?[一二三四]季).*[年月季度份]|[一二三四五六七八九十]+月|[上下]半年"
)
"""Times of the calendar; 双十一 and 春运 are the names of what goes on then, too."""
_BEHIND: Final = LazyPattern(r"(?:份|期间|当月)?的?")


def without_own_time(one: Statistic) -> Statistic:
    """Return a figure with its metric without the time its period was read from, where something is left behind it."""
    told, dated = one.period.text, one.period.start or one.period.end
    if not dated or told not in one.metric or not _CALENDAR.fullmatch(told):
        return one
    before, _, behind = one.metric.partition(told)
    rest = _BEHIND.sub("", behind, count=1)
    return replace(one, metric=before.rstrip("在于") + rest) if len(rest) >= _SHORTEST else one
