"""What rises or falls with shares: told of a company itself, it is its share price."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_SHARES: Final = LazyPattern(r"股[市价票中份]|[个A港美]股|板块|收盘|开盘|盘中|[涨跌]停|成[份分]股")
_MOVED: Final = LazyPattern(
    r"(?:^|[，。；：、]|其中)(?:而|但)?(?:同期的?)?(?P<who>(?![而但]|同期)[一-鿿A-Za-z·]{2,8}?)(?:[美港A]股)?(?:今日|早盘|午后|开盘|盘[前后中]|收盘)?"
    r"(?:也|仅|只|大|暴|领|再|小幅|大幅|微|收|累计|上|下)*[涨跌](?:了|逾|超过?|近|约|达)*$"
)
_ONLY_MOVES: Final = LazyPattern(r"(?:大|暴|领|猛)[涨跌]|集团|[美港A]股")
_PRICED: Final = LazyPattern(r"股价|[价格率额量值油金铜铝煤]$|指数|板块|期货|平均|综指|成指|[国省市]$")
"""What rises and falls by itself, and is no company."""
_ONLY_HALTED: Final = LazyPattern(
    r"(?:今日|昨日|当日|早盘|午后|盘[前后中]|夜盘|尾盘|开盘|收盘|一字|再度|封板)*(?:[涨跌]停|[停复]牌|收[涨跌]?|(?:上市)?首日|盘[前后中]|[早尾夜]盘)"
)
"""What happened to shares before their price is told: 青禾汽车今日涨停，报27.83元, 当日收涨8.2%."""
_MARKET: Final = "大盘"
"""What a share is held against, which is nobody's: 而同期大盘只涨7%."""
_NEAR: Final = 40


def as_share_price(text: str, one: Statistic) -> Statistic:
    """Return what a sentence on shares tells of a company as its share price: 青禾汽车大跌7%, 涨停，报27元."""
    if one.unit in {"%", "元", "元/股"} and _ONLY_HALTED.fullmatch(one.metric):
        return replace(one, metric="股价")
    if one.direction is None or one.unit != "%" or not _SHARES.search(one.evidence.of(text)):
        return one
    moved = _MOVED.search(text, max(one.evidence.start, one.figure.start - _NEAR), one.figure.start)
    who = moved["who"] if moved else ""
    if who == _MARKET and one.metric == who:
        return replace(one, subject="")
    if not who or _PRICED.search(who) or not (one.metric in who or _ONLY_MOVES.fullmatch(one.metric)):
        return one
    return replace(one, metric="股价", subject=who)
