"""Undated figures: they speak of when they were written, and are compared over a few weeks only.

Those of one financial year, 2025财年第二季度, are of one time by its name, whichever days that has.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from corpus.knowledge.comparing.comparison import LocatedStatistic, timeless_topic_of
from corpus.knowledge.phrases.times_aside import occasion_told
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_WEEKS: Final = 92
"""Documents written further apart than so many days speak of different times."""
_MANY: Final = 24
_FISCAL: Final = LazyPattern(r"(?:19|20)\d\d财年")
_HAPPENING: Final = LazyPattern(
    r"卖出|售出|销量|销售|产量|营收|客流|吞吐|人次|发电量|收到|投入|获|融资|投资|捐|签约|成交|订单|处理|发出|新增|涨|跌|价|气温|水位|指数|汇率|得分|票房|收购|作价|罚|赔|奖|接到|查|抓|办|发放|当[日天]|今[日天]|本[周月]"
)
"""What happens again and again, or moves from day to day: two such figures may both be true."""


def undated_pairs(items: Sequence[LocatedStatistic]) -> Iterator[tuple[LocatedStatistic, LocatedStatistic]]:
    """Yield pairs of figures of one topic in different articles, without a time and written within a few weeks.

    Figures of one financial year, or of one part of it, are paired whenever they were written.
    """
    groups: defaultdict[object, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        one = item.statistic
        when = one.period.text if is_fiscal(one) else occasion_told(one.period.text)
        if (
            (is_fiscal(one) or (item.written and (when or not one.period.text)))
            and not one.period.start
            and (when or one.kind is not StatisticKind.FORECAST)
        ):
            topic = timeless_topic_of(one)
            if topic is not None:
                groups[topic, when].append(item)
    for group in groups.values():
        if len(group) <= _MANY:
            yield from (pair for pair in combinations(group, 2) if _near(*pair))


def has_one_time(one: Statistic) -> bool:
    """Tell whether a figure is of one time by its name: a financial year, or a holiday told of in its weeks."""
    return is_fiscal(one) or bool(occasion_told(one.period.text))


def is_fiscal(one: Statistic) -> bool:
    """Tell whether a figure is of a named financial year, or of a part of it."""
    return _FISCAL.match(one.period.text) is not None


def is_stable(metric: str) -> bool:
    """Tell whether a metric stays what it is over weeks: a population does, sales and prices do not."""
    return not _HAPPENING.search(metric)


def _near(left: LocatedStatistic, right: LocatedStatistic) -> bool:
    if left.article == right.article:
        return False
    return is_fiscal(left.statistic) or near_in_time(left, right)


def near_in_time(left: LocatedStatistic, right: LocatedStatistic) -> bool:
    """Tell whether two figures stand in one document, or in documents written within a few weeks."""
    if left.article == right.article:
        return True
    try:
        days = date.fromisoformat(left.written[:10]) - date.fromisoformat(right.written[:10])
    except ValueError:
        return False
    return abs(days.days) <= _WEEKS
