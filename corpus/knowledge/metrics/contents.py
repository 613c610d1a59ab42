"""What a thing holds, gives or includes of something: 鲜红薯含0.2克脂肪, 产生99千卡热能, 包括2000亩耕地."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_HOLDS: Final = LazyPattern(
    r"(?P<who>[一-鿿A-Za-z]{2,12}?)(?:[中里]|体内)?(?:仅|只|约|可|就|还|也|大约|通常)*(?<!包)含有?(?:约|近|仅|大约|超过?)*"
)
_GIVES: Final = LazyPattern(
    r"(?:仅|只|约|可|就|还|也|能)*(?:产生|释放|提供|消耗|吸收|排放)了?(?:约|近|大约)*"
)
_SUBSTANCE: Final = LazyPattern(r"[ ]?的?(?P<what>[一-鿿A-Za-z]{1,8}?)(?=[，。；,;、和与及（(\n]|$)")
"""What a quantity is of, behind it: 0.2克|脂肪."""
_QUANTITIES: Final = (
    "克",
    "毫克",
    "微克",
    "千克",
    "公斤",
    "毫升",
    "升",
    "千卡",
    "大卡",
    "卡路里",
    "千焦",
    "焦耳",
    "国际单位",
)
_OF_SO_MUCH: Final = LazyPattern(r"(?P<of>每[\d百]{0,4}(?:克|毫升|升|份|片|杯|粒|斤|公斤))[^，。；]{2,20}$")
"""Of how much of the thing so much is told: 每100克红薯含0.2克脂肪."""
_INCLUDES: Final = ("包括", "包含")
_SIZES: Final = frozenset({"亩", "万亩", "亿亩", "公顷", "万公顷", "平方公里", "英亩", "万英亩"})
_REACH: Final = 20


def of_contents(text: str, one: Statistic) -> Statistic:
    """Return how much of something a thing holds, gives or includes, by what is measured; any other as it is."""
    if one.unit in _SIZES:
        return _included(text, one)
    return _held(text, one) if one.unit.endswith(_QUANTITIES) else one


def _included(text: str, one: Statistic) -> Statistic:
    before = text[max(one.evidence.start, one.figure.start - _REACH) : one.figure.start]
    part = _SUBSTANCE.match(text, one.figure.end, one.evidence.end) if before.endswith(_INCLUDES) else None
    return replace(one, metric=part["what"]) if part else one


def _held(text: str, one: Statistic) -> Statistic:
    holds, gives = _HOLDS.fullmatch(one.metric), _GIVES.fullmatch(one.metric)
    substance = _SUBSTANCE.match(text, one.figure.end, one.evidence.end) if holds or gives else None
    if substance is None:
        return one
    if holds:
        of = _OF_SO_MUCH.search(text, one.evidence.start, one.figure.start)
        basis = of["of"] if of else one.basis
        return replace(
            one, metric=f"{substance['what']}含量", subject=one.subject or holds["who"], basis=basis
        )
    return replace(one, metric=f"{one.metric}{substance['what']}")
