"""Price, size or age bands of what is measured stay in the metric: 6000元以下机型销量占比 is no share of all 机型."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_NUMBER: Final = r"(?:\d[\d.,]*|[一二两三四五六七八九十百]+)"
_UNIT: Final = (
    r"[百千万亿]*(?:元|美元|港元|欧元|平方米|平米|平|亩|公顷|岁|周岁|英寸|寸|公里|千瓦|兆瓦|吨|升|米)"
)
_BAND: Final = LazyPattern(
    rf"(?P<band>(?<![\d.,—–~至到-]){_NUMBER}(?:{_UNIT}(?:（[不]?含）)?(?:[及或])?以[上下内]"
    rf"|{_UNIT}?[ ]?[—–~至到-][ ]?{_NUMBER}{_UNIT})的?)"
)
"""A bound or a range that says of which things something is told."""
_HAN: Final = LazyPattern(r"[一-鿿A-Za-z]{1,10}")
_TIME: Final = LazyPattern(
    r"(?:19|20)\d\d年(?:[上下]半年|前?[一二三四]季度|\d{1,2}月份?)?|今年|去年|上年|同期"
)
_BREAKS: Final = LazyPattern(r"[，,。；;：:、（(）)]")
_ENDS: Final = "的"
_REACH: Final = 48
"""How far before a figure such a band is looked for, in code points."""


def with_band(text: str, one: Statistic) -> Statistic:
    """Return a figure with the band of the things it measures in its metric, where they stand right behind the band."""
    begin = max(one.evidence.start, one.figure.start - _REACH)
    bands = list(_BAND.finditer(text, begin, one.figure.start))
    if not bands:
        return one
    band = bands[-1]
    told = band["band"]
    behind = text[band.end() : one.figure.start]
    if _BREAKS.search(behind) or told.rstrip(_ENDS) in one.metric or told.rstrip(_ENDS) in one.subject:
        return one
    if behind.startswith(one.metric):
        return replace(one, metric=told + one.metric)
    if one.subject and behind.startswith(one.subject):
        return replace(one, subject=told + one.subject)
    between, found, _ = behind.partition(one.metric)
    things = _TIME.sub("", between).rstrip(_ENDS)
    if not found or not _HAN.fullmatch(things):
        return one
    return replace(one, metric=f"{told}{things}{one.metric}")
