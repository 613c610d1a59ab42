"""Whose shares a stake is of: who is named between what is done and how much, 甲公司拟收购和然节能70%股权."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.bearers.holders import may_hold
from index.lazy_pattern import LazyPattern

_HELD_BY: Final = LazyPattern(r"[^，。；]*(?:持有|所持|拥有|控制|名下)(?:有)?的?")
_REST: Final = LazyPattern(
    r"(?:公司)?(?:剩余|余下|全部|合计|部分|至少|不超过|不低于|约|近|逾|超过?|的|其|另外?)+$"
)
_TARGET: Final = LazyPattern(
    r"(?:标的公司|目标公司|关联方|控股子公司|子公司|孙公司)?[“\"]?(?P<who>[一-鿿A-Za-z（）()·]{3,24}?)[”\"]?"
)
_POINTS: Final = (
    "其",
    "该",
    "上述",
    "此",
    "对方",
    "标的",
    "目标",
    "公司",
    "上市公司",
    "部分",
    "另",
    "剩余",
    "旗下",
)
"""With what begins what is no name by itself."""


def stake_of(between: str, known: str) -> str:
    """Return who is named between a deed and the share it is of, empty where nobody is, or is only pointed at.

    ``known`` is the company the figure is told of already: it is kept where it stands there.
    """
    if known and known in between:
        return known
    held = _HELD_BY.match(between)
    words = _REST.sub(
        "", (between[held.end() :] if held else between).removeprefix("了").removeprefix("的")
    ).strip()
    opened = words.rfind("（") + 1
    words = words if "）" in words[opened:] else words[opened:]
    told = _TARGET.fullmatch(words)
    if told is None or told["who"].startswith(_POINTS) or not may_hold(told["who"], called=True):
        return ""
    return told["who"]
