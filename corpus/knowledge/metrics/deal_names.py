"""Figures of deals by what is dealt in: 质押850万股 are 质押股份, 预中标2亿元项目 is 预中标金额."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile
from typing import Final

from corpus.knowledge.bearers.holders import may_hold
from corpus.knowledge.cues.words import any_word, word_set, words_for
from corpus.knowledge.phrases.measure_words import BY_PIECE
from corpus.knowledge.phrases.metrics import worded_by
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_OF: Final = LazyPattern(r"(?:余|多)?的(?P<things>[一-鿿]{2,12})")
_OWNED: Final = LazyPattern(
    r"(?:[一-鿿]{2,8}(?:查封|冻结|扣押|拍卖|处置))?(?:被?申请人|被告人?|原告|被执行人|被上诉人)?(?P<who>[一-鿿A-Za-z]{2,12}?)(?:名下|所有)(?P<worth>[一-鿿]{2})"
)
_PAID_IN: Final = LazyPattern(r"以(?P<what>现金|股份|股票|资产)(?:形式|方式)支付")
_FINANCED: Final = LazyPattern(r"(?P<stage>(?:天使|种子|战略|(?:Pre-?)?[A-G]\+?)轮融资)[^。；]{0,24}$")
_SUM_RAISED: Final = LazyPattern(
    r"(?:本轮|本次|此轮|该轮)?(?:融资|募资|募集资金|募集|筹资)?(?:总?金额|总?额|规模|资金)?(?:为|达)?"
)
"""A sum that is that of the round of funding told before it: 完成B轮融资，金额为8亿元."""
_AGAIN: Final = LazyPattern(r"(?P<deed>中标|签约|成交|合同).+(?P<what>(?P=deed)(?:总?金额|总?价|额|价款))$")
"""A deal named once more in its measure: 中标重大工程中标价."""
_SHARES_HELD: Final = LazyPattern(
    r".*(?:持有|所持)的?(?:公司|本公司|上市公司)?(?:股份|股票|股权)(?:已|被|累计)*"
)
_HELD: Final = LazyPattern(r"持有|所持")
_STATE: Final = LazyPattern(r"[ ]?(?:的?(?:股份|股票|股权))?(?:已|均)?(?:处于|被)")
_SO_FAR: Final = "累计"
_LEADS: Final = ("如", "例如", "比如", "其中")
_LONGEST_NAME: Final = 8
_NEAR: Final = 6
"""So close before how many of something were won the deed stands, in code points."""


def dealt_in(text: str, one: Statistic) -> Statistic:
    """Return a figure by what its deal is in where its metric only says that there was one."""
    if one.unit.endswith("股"):
        return _cumulated(text, _of_shares(text, one))
    if one.unit == "%":
        return _ratio(text, one)
    money = one.unit.endswith(("元", "美金", "英镑"))
    if money and one.metric.endswith(words_for("shares", "worth")):
        return _worth(text, one)
    stage = _FINANCED.search(text, one.evidence.start, one.figure.start) if money else None
    if stage and _SUM_RAISED.fullmatch(one.metric):
        return replace(one, metric=stage["stage"])
    paid = _PAID_IN.fullmatch(one.metric) if money else None
    if paid:
        return replace(one, metric=f"{paid['what']}支付")
    again = _AGAIN.search(one.metric) if money else None
    if again:
        return replace(one, metric=again["what"])
    won = next((deed for deed in words_for("shares", "won") if one.metric.endswith(deed)), "")
    behind = text[max(one.evidence.start, one.figure.start - _NEAR) : one.figure.start].rstrip()
    if won and (money or (one.unit[-1:] in BY_PIECE | {"个", "座"} and won in behind)):
        return replace(one, metric=f"{won}{'金额' if money else '数量'}")
    return one


def _of_shares(text: str, one: Statistic) -> Statistic:
    """Return a number of shares by what is done with them, and by who does it where the metric says so."""
    dealt = _dealt_with_held(text, one) if _HELD.search(one.metric) else None
    if dealt:
        return replace(one, metric=f"{dealt['deed']}股份")
    told = _deal().fullmatch(one.metric)
    if told is None:
        return one
    who = told["who"]
    for lead in _LEADS:
        who = who.removeprefix(lead)
    named = not one.subject and 1 < len(who) <= _LONGEST_NAME and may_hold(who)
    return replace(one, metric=f"{told['deed']}股份", subject=who if named else one.subject)


def _cumulated(text: str, one: Statistic) -> Statistic:
    """Return shares of all deals so far as such: 累计质押1.9亿股 is no number of one deal."""
    told = _so_far().search(text, one.evidence.start, one.figure.start)
    if told is None or _SO_FAR in one.metric or told["deed"] not in one.metric:
        return one
    return replace(one, metric=_SO_FAR + one.metric)


def _dealt_with_held(text: str, one: Statistic) -> re.Match[str] | None:
    """Return the deal in shares somebody holds, told before them or behind: 将所持600万股质押给银行."""
    before = _done_to_held().search(text, one.evidence.start, one.figure.start)
    return before or _given().match(text, one.figure.end)


def _ratio(text: str, one: Statistic) -> Statistic:
    """Return a share told by what was done with the shares held, or of a sum told by its deal, as that share."""
    kind = one.kind if one.kind is StatisticKind.FORECAST else StatisticKind.SHARE
    shares = _SHARES_HELD.match(one.metric)
    if shares and one.metric[shares.end() :] in word_set("shares", "share_deals"):
        return replace(one, metric=f"{one.metric[shares.end() :]}比例", kind=kind)
    held = len(one.metric) > len("持股") and one.metric.endswith(("控股", "持股", "参股"))
    if held and one.direction is None:
        return replace(one, metric="持股比例", kind=kind)
    state = (
        _STATE.match(text, one.figure.end)
        if one.metric.endswith(words_for("shares", "share_nouns"))
        else None
    )
    deed = any_word("shares", "share_deals").match(text, state.end()) if state else None
    if deed:
        return replace(one, metric=f"{deed[0]}比例", kind=kind)
    return one


def _worth(text: str, one: Statistic) -> Statistic:
    """Return what something is worth with the thing behind it: 市值97亿元的股份, 甲公司名下价值7亿元的财产."""
    behind = _OF.match(text, one.figure.end, one.evidence.end)
    words = plain_words(behind["things"]) if behind else []
    things = "".join(takewhile(_is_thing, words))
    worth = next(word for word in words_for("shares", "worth") if one.metric.endswith(word))
    if len(things) <= 1 or things == worth:
        return one
    owned = _OWNED.fullmatch(one.metric)
    return replace(one, metric=f"{things}{worth}", subject=owned["who"] if owned else one.subject)


def _is_thing(word: str) -> bool:
    return is_word(word) and word_class(word).startswith(("n", "j")) and word not in worded_by("adverbs")


@cache
def _so_far() -> re.Pattern[str]:
    """Return the pattern of what was done with shares until now, before their number."""
    deeds = "|".join(one for one in words_for("shares", "share_deals") if one != "持有")
    return re.compile(
        rf"{_SO_FAR}(?:已经?|被|对外|合计|共)*(?P<deed>{deeds})"
        r"[^，,。；：;\n\d]{0,20}(?:为|达到?|约|共计?|合计)*[ ]?$"
    )


@cache
def _done_to_held() -> re.Pattern[str]:
    """Return the pattern of a deal before the shares somebody held, which are not the figure's holding."""
    deeds = "|".join(words_for("shares", "done_to_held"))
    return re.compile(
        rf"(?P<deed>{deeds})(?![人方给]|了给)[^，。；\d]{{0,25}}(?:持有|所持)(?:有)?的?[^，。；\d]{{0,14}}$"
    )


@cache
def _given() -> re.Pattern[str]:
    """Return the pattern of a deal behind the number of shares it is in, before whom they are given to."""
    deeds = "|".join(words_for("shares", "given"))
    brackets = r"(?:[（(][^（()）]{0,30}[）)])?"
    return re.compile(rf"[^，。；\d]{{0,14}}{brackets}(?:已|被|全部|进行)*(?P<deed>{deeds})[给予于至]")


@cache
def _deal() -> re.Pattern[str]:
    """Return the pattern of a metric that ends in what is done with shares, alone or with who is given them."""
    deeds = "|".join(words_for("shares", "share_deals"))
    return re.compile(rf"(?P<who>[^的]*?)(?P<deed>被?(?:{deeds}))(?:给[^的]+)?")
