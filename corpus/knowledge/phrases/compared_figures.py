"""Figures that only say what another is held against: 较去年的8.42%, 比去年国庆的320万人次增长12%."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.text.numbers.earlier_times import BEFORE_IT
from index.lazy_pattern import LazyPattern

_COMPARED: Final = LazyPattern(
    r"(?:较|比|相比|低于|高于|好于|不及|超过|超出|快于|慢于)"
    rf"{BEFORE_IT}的[ ]?$"
    r"|(?:低于|高于|好于|不及|超过|超出|逊于|强于)[^，。；\d]{0,14}"
    r"(?:预期|预测|预估|建议|推荐|规定|要求)(?:值|数|中值|摄入量)?的?[ ]?$"
    r"|(?:相较于?|较之|对比)[^，。；\d]{1,8}的[ ]?$"
)
_THAN: Final = LazyPattern(
    rf"[比较](?![例重率])[^，。；、]{{0,4}}(?:\d{{4}}|{BEFORE_IT})[^，。；、]{{0,12}}$"
)
_MOVED: Final = LazyPattern(
    r"(?:大幅|略微?|明显|小幅)?(?:增长|增加|下降|减少|提高|上升|上涨|下跌|回落|多|少)了?(?:约|近|超过?)?[ ]?[\d.]"
)
"""Before and behind what a change is held against, told with its own number."""
_BASE_TIME: Final = LazyPattern(rf"[较比]{BEFORE_IT}[ ]?$")
_OF_MEASURE: Final = LazyPattern(
    r"的[^，。；\d的]{2,12}?(?:提[升高]|上升|下[降滑]|增[长加]|回落|扩大|收窄|减少|降低)"
)
"""Before and behind the level a change is held against, told with its measure: 较上年同期21.8%的渗透率提升9.8个点."""
_BESIDE: Final = LazyPattern(rf"[与和同跟]{BEFORE_IT}[^，。；]{{0,16}}$")
_COMPARED_WITH: Final = LazyPattern(
    r"[^，。；\d]{0,10}(?:相比|比较|对比|相较|(?:基本|大致|大体)?(?:持平|相当|一致|相同))"
)
"""Around what is only compared with, told with its own number: 与2021年的42亿元营收相比."""
_PASSES: Final = LazyPattern(r"(?:低于|高于|超出|超过|好于|逊于|不及)了?[^，。；\d]{0,16}$")
_AIM: Final = LazyPattern(r"的?(?:[一-鿿]{0,4})?(?:目标|预期|预测|预估|指引)")
"""Before and behind an aim that something else is held against: 超出了自己预定的6%的目标."""
_EXPECTED: Final = LazyPattern(
    r"[，；（(]?(?:市场|分析师|机构|华尔街|彭博)(?:一致)?(?:预期|预估)(?:为|值|是)*[ ]?$"
    r"|[，；（(](?:(?:此前)?(?:预期|预估)(?:为|值|是)*|(?:前值|初值)[^，。；]*)[ ]?$"
)
"""Right before what others had expected of the measure told before: 营收885亿元，市场预期879亿元."""
_FULL: Final = "满"
_OFF: Final = LazyPattern(r"满[\d.]+[百千万]?元?(?:立?减|返|送|赠)[ ]?$")
_OFF_BEHIND: Final = LazyPattern(r"[百千万]?元?(?:立?减|返|送|赠|打)[\d一二两三四五六七八九十]")
"""What is taken off a price from so much on: 满300减50."""
_TOLD_EXACTLY: Final = LazyPattern(r"的?[一-鿿]{2,10}[（(](?:占比?|为|约)?\d+(?:\.\d+)?[%％]")
_DIGITS: Final = LazyPattern(r"\d")
"""Behind a share told in words, the people it is of and the same in digits: 约三分之一的青年（33.2%）."""
_NEAR: Final = 24
"""How far back a figure is compared with, in code points."""


_MEAN: Final = LazyPattern(
    r"(?:低于|高于|优于|好于|逊于)[^，。；\d]{0,14}(?:均值|平均值|平均水平|平均数|中位数)的?[ ]?$"
)
"""Before what may be a mean something is held against, or by how much it is over it: 低于可比公司均值7.1%."""


def is_held_up(text: str, start: int, figure: Figure) -> bool:
    """Tell whether another figure is held against this one, whose sentence begins at ``start``."""
    near = max(start, figure.lead - _NEAR)
    if _COMPARED.search(text, near, figure.lead):
        return True
    if _EXPECTED.search(text, near, figure.mention.span.start):
        return True
    if _OFF.search(text, near, figure.mention.span.start) or (
        text[figure.mention.span.start - 1] == _FULL and _OFF_BEHIND.match(text, figure.mention.span.end)
    ):
        return True
    if (
        figure.percent
        and _TOLD_EXACTLY.match(text, figure.tail)
        and not _DIGITS.search(text, figure.lead, figure.tail)
    ):
        return True
    if figure.unit == "%" and _MEAN.search(text, near, figure.lead):
        return True
    if _OF_MEASURE.match(text, figure.tail) and _BASE_TIME.search(text, near, figure.lead):
        return True
    if _AIM.match(text, figure.tail) and _PASSES.search(text, near, figure.mention.span.start):
        return True
    if _COMPARED_WITH.match(text, figure.tail) and _BESIDE.search(text, near, figure.mention.span.start):
        return True
    return bool(_MOVED.match(text, figure.tail) and _THAN.search(text, near, figure.mention.span.start))


def without_basis(words: str) -> str:
    """Return the words before such a figure without what leads to it: 游客数比去年国庆的 → 游客数."""
    return _THAN.sub("", words)
