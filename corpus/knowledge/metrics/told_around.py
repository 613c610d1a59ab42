"""Metrics by what stands right around their number: 每千人拥有2.87名执业医师, 最大涨幅达35%, 银幕612块."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_PER: Final = LazyPattern(
    r"(?P<per>每[百千万十]?[个名位]?(?:常住|户籍)?(?:人口?|户|居民|老年?人|学生|平方公里|公顷|床位?)[一-鿿]{0,4}?(?:拥有|配有|配备|设有|占有|有))"
    r"(?:约|近|超过?|达到?)*[ ]?$"
)
"""Of how many the things counted behind a number are: without it 2.87 would be all of them."""
_EXTREME: Final = LazyPattern(
    r"(?P<most>最[大高小低][涨跌降增升]幅)(?:一度)?(?:达到?|为|是|约|近|超过?|逾)*[ ]?$"
)
"""The most something moved by at any time, which is no growth of it."""
_SHEETS: Final = (
    "银幕",
    "屏幕",
    "大屏",
    "显示屏",
    "地块",
    "电池",
    "硬盘",
    "展板",
    "石碑",
    "牌匾",
    "光伏板",
    "组件",
    "农田",
    "耕地",
)
"""What is counted in 块, which before anything else is money."""
_DEALT: Final = LazyPattern(
    r"(?:(?:已|累计)?支付的?|使用的?|成交的?)?(?P<what>总?金额|资金总额|(?:最[高低])?成交(?:均)?价格?|最[高低]价格?|成交均价|均价)"
)
"""What a deal comes to, told without the deal: 最高成交价, 支付的总金额."""
_BOUGHT_BACK: Final = LazyPattern(r"(?:累计|已|通过[^。；]{2,24})?回购(?!注销)[^。；\n]{0,80}$")
_BACK: Final = "回购"
_OF: Final = LazyPattern(r"的(?P<what>[一-鿿A-Za-z]{2,12}?)(?=[，。；,;、！\n]|$)")
_REACH: Final = 24


def told_around(text: str, one: Statistic) -> Statistic:
    """Return a figure under the metric that the words before and behind its number make together."""
    before = text[max(one.evidence.start, one.figure.start - _REACH) : one.figure.start]
    per = _PER.search(before) if one.direction is None and not one.metric.startswith("每") else None
    if per and text.find(one.metric, one.figure.end, one.figure.end + _REACH) >= 0:
        return replace(one, metric=per["per"] + one.metric)
    most = _EXTREME.search(before) if one.direction is not None else None
    if most:
        metric = one.metric.removesuffix(most["most"]) + most["most"]
        return replace(one, metric=metric, direction=None, basis="", kind=StatisticKind.ACTUAL)
    if one.unit == "元" and text[one.figure.end - 1] == "块" and one.metric.endswith(_SHEETS):
        return replace(one, unit="块", base_unit="块")
    dealt = _DEALT.fullmatch(one.metric) if one.unit.partition("/")[0].endswith("元") else None
    if dealt and _BOUGHT_BACK.search(text, one.evidence.start, one.figure.start):
        return replace(one, metric=_BACK + dealt["what"])
    return _done_with(text, one)


def _done_with(text: str, one: Statistic) -> Statistic:
    """Return a sum told of a bare deed with what it is done with: 发行190亿元的二级资本债 is 发行二级资本债."""
    words = plain_words(one.metric)
    if len(words) > 1 or not one.unit.endswith("元") or word_class(words[0]) not in {"v", "vn"}:
        return one
    behind = _OF.match(text, one.figure.end, one.evidence.end)
    things = plain_words(behind["what"]) if behind else []
    if not things or not word_class(things[-1]).startswith(("n", "j")) or any(map(_acts, things)):
        return one
    return replace(one, metric=one.metric + "".join(things))


def _acts(word: str) -> bool:
    return len(word) > 1 and word_class(word) in {"v", "p", "c", "r", "d"}
