"""Numbers in words that carry weight of their own: 二十三家, 三百多位, 十二个员工, and no 一个 or 三大."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.spoken_sums import is_spoken
from index.lazy_pattern import LazyPattern

_SOME: Final = 20
"""From where on a number in words is a figure."""
_MANY: Final = 100
"""The same of one that is vague: 二十多位 is none."""
_CROWD: Final = 60
"""The same of a vague number of people: 六十多人."""
_FEW: Final = 2
"""The same of people and shops, of whom even a few are counted."""
_HANDS: Final = "员工|职工|工人|学徒|徒弟|服务员|厨师|技术员|学生|老师|门店|分店|大棚|供应商"
_OF_FEW: Final = LazyPattern(
    rf"(?:全职|正式|兼职|固定)?(?:{_HANDS}|店|offer)"
    r"(?=[，。；、！”了]|$)"
)
_FEW_OF: Final = LazyPattern(
    rf"(?:{_HANDS}|研究生|博士|硕士|党员|独生子女|留守儿童)(?:现在|如今|倒|也|都|就|只|还)*(?:有|剩下?)?$"
)
"""Behind and before a number in words: people or shops, of whom even a few are counted."""
_TERM: Final = LazyPattern(
    r"(?:期限?|周期|时长|年限|耗时|用时|等候|候[车诊]|停[产工业运牌电机]|实休|延误|晚点)"
    r"(?:为|是|达到?|需要?|[缩延][短长](?:了|到|至)?)?[ ]?$"
)
"""Before a length of time in words that is a measure: 贷款期限为五年."""
_TEN: Final = 10
"""From where on a number in words is a figure that is all a clause tells: 整个团队才十二个人."""
_JUST: Final = LazyPattern(r"(?:才|只有|仅有|也就|一共|总共|共有|剩下?|[开做招带收管]到)[ ]?$")
_CLOSES: Final = LazyPattern(r"(?:个?人|[一-鿿]{0,2}店)?了?(?=[，。；！？”]|$)")
"""Before and behind such a number."""
_THOSE: Final = LazyPattern(r"[一-鿿]{2}的(?:就|只有|也就|才|只剩下?|一共)(?:我们|他们|她们)?$")
_AMONG: Final = LazyPattern(r"其中，?(?:就?有|只有)?$")
_DID: Final = LazyPattern(r"[^，。；\d]{0,4}[一-鿿][了过](?=[一-鿿])")
"""Around how many of those told of before did something, of whom a few are counted too: 其中五位去了私立学校."""
_REACH: Final = 10


def counts_in_words(text: str, start: int, figure: Figure) -> bool:
    """Tell whether a number is a figure: in digits always, in words if it is large or told as a sum or a term.

    ``start`` is where its sentence begins.
    """
    printed = figure.mention.span.of(text)
    if any(char.isdecimal() for char in printed) or "点" in printed:
        return True
    near = max(start, figure.lead - _REACH)
    if figure.mention.kind == "period" and _TERM.search(text, near, figure.lead):
        return True
    value = figure.value if figure.value is not None else figure.mention.low
    if value is None or value < _FEW:
        return False
    if value >= _MANY:
        return bool(figure.unit) or is_spoken(text, start, figure.mention)
    few = _OF_FEW.match(text, figure.tail) or _FEW_OF.search(text, near, figure.lead)
    many = _CROWD if figure.unit in {"人", "名", "户"} else _MANY
    least = _FEW if few else _SOME
    if figure.mention.value is None:
        least = _SOME if few else many
    those = _THOSE.search(text, near, figure.lead) and _CLOSES.match(text, figure.tail)
    if those or (_AMONG.search(text, near, figure.lead) and _DID.match(text, figure.tail)):
        least = _FEW
    if _JUST.search(text, near, figure.lead) and _CLOSES.match(text, figure.tail):
        least = min(least, _TEN)
    told = bool(figure.unit) or is_spoken(text, start, figure.mention)
    return value >= least and told
