"""Profit and loss, sales, and how many use what a company makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.facts.cues import cue_pattern
from corpus.knowledge.facts.masked_sentence import NUMBER, Clause, MaskedSentence
from corpus.knowledge.facts.sharing import Shared, shared_out
from corpus.knowledge.facts.undone import is_only_aimed_at
from corpus.knowledge.phrases.sentence_times import is_dated
from corpus.model.platform import PlatformFact
from corpus.model.statistic import NumberMention
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_MONEY: Final = ("amount", "number")
_COUNTS: Final = ("number", "quantity", "amount")
_NEAR: Final = 16
_OPENING: Final = " “" + "".join(map(chr, range(0xE800, 0xF000)))
"""Blanks, quotation marks and dates that may stand before what a clause speaks of."""
_REACHED: Final = LazyPattern(
    rf"(?:(?:目前|现|已)*(?:约|共)?有|达到?了?|高达|共计?|合计|总计|为|约为?|仅为?|只有|升至|降至|增至|增加到|下降到)[^，。；]{{0,3}}?{NUMBER}"
)
"""How a clause begins that only gives the number of what the one before tells."""
_TURNED: Final = LazyPattern(
    rf"[由从][^，。；]{{0,10}}(?:亏损|盈利)[^，。；]{{0,3}}{NUMBER}[^，。；]{{0,4}}(?:转为|变为|扭转为)[^，。；]{{0,4}}?"
    rf"(?P<now>盈利|亏损|净亏|净利)[^，。；]{{0,4}}?(?P<number>{NUMBER})"
)
"""What was and what became of it: 由亏损1100万元转为盈利2300万元."""
_OF_PEOPLE: Final = LazyPattern(
    r"(?:人均|户均|月均|骑手|员工|居民|农户|农民|司机|主播|店员|团长)[一-鿿]{0,4}收入"
)
"""What people earn, and no company: 高频骑手月均收入7354元."""
_PROMISED: Final = LazyPattern(r"承诺|对赌|保底|业绩目标")
"""What tells of a sum that somebody only vouches for."""
_WANTED: Final = LazyPattern(
    r"要求|或(?:超|达|将|为|高达)|有望|知情人士|传闻|据传|(?:目标|任务|指标)(?:是|为|定|设)|承诺|力争|争取"
)
"""What tells of sales or users that are only asked for or aimed at."""
_OTHERS: Final = LazyPattern(
    r"(?:泄露|泄漏|倒卖|贩卖|窃取|盗取|面向|针对|瞄准|覆盖|赔偿|影响|涉及|骗取|收集)了?[^，。；]{0,8}(?:用户|会员|客户|粉丝|学员)|目标用户"
)
"""What tells of users that something is done to, or that are looked for, and does not count them."""
_FEW: Final = 10
"""So few users nobody counts: the number is of something else."""
_OF_INVESTORS: Final = LazyPattern(
    r"(?:投资者|投资人|股民|散户|基民|加盟商|储户|持有人|客户|用户|商家|农户)[^，。；]{0,6}(?:亏|赔|赚)"
)
"""What others lost or earned by a company."""
_FEIGNED: Final = LazyPattern(r"虚[增减构]|夸大|多计|少计|调[增减](?![至到为])")
"""What tells of profits or sales that never were."""
_GAP: Final = LazyPattern(r"缺口")
_GOODS_UNITS: Final = LazyPattern(
    r"[辆台部件份套只列座杯箱吨双册盒瓶架艘头把张单盏枚颗支碗顶块片粒副匹桶桌斤袋包罐条棵株克幅]|公斤|标准列|立方米|千瓦时|吉焦|万|亿"
)
_OF_A_TRADE: Final = LazyPattern(r"[^，。]{0,8}(?:行业|全国|全市|全省|全县|我国|市场规模|整个市场)")


def earnings(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield profits and losses, each with its amount."""
    for clause in masked.clauses if masked.counts else ():
        words = masked.words(clause)
        if not clause.subject or cue_pattern("earnings", "not_own").match(words.lstrip(_OPENING)):
            continue
        if _OF_INVESTORS.search(words):
            continue
        for predicate, label in (("loss", "亏损"), ("profit", "利润")):
            cue = cue_pattern("earnings", predicate)
            if (shared := shared_out(masked, clause, cue)) is not None:
                told = [one for one in shared if not _FEIGNED.search(words) and not _PROMISED.search(words)]
                yield from (_each(masked, clause, (predicate, label), one) for one in told)
                continue
            found = _beside(masked, clause, cue, _MONEY)
            if (
                found is None
                and predicate == "loss"
                and _GAP.search(words)
                and "亏" in masked.signs[: clause.end]
            ):
                found = _beside(masked, clause, _GAP, _MONEY)
            if found is None:
                continue
            metric, number = found
            turned = _TURNED.search(words)
            if _PROMISED.search(words) or _FEIGNED.search(words) or _is_aimed_at(words, metric):
                continue
            if turned and predicate != ("loss" if turned["now"][0] in "亏净" else "profit"):
                continue
            if turned:
                number = masked.number(turned["number"])
            value = number.value if number.value is not None else number.low
            negative = value is not None and value < 0
            sort = ("loss", "亏损") if negative else (predicate, label)
            yield masked.fact(clause.subject, *sort, clause, {"metric": metric, **masked.money(number)})
            break


def sales(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield what a company sold, in money or in goods."""
    for clause in masked.clauses:
        words = masked.words(clause)
        if (
            not clause.subject
            or _OF_A_TRADE.match(words)
            or any(one.search(words) for one in (_WANTED, _OF_PEOPLE, _FEIGNED))
        ):
            continue
        if (shared := shared_out(masked, clause, cue_pattern("sales", "money"))) is not None:
            yield from (_each(masked, clause, ("sales", one.metric), one) for one in shared)
            continue
        found = _beside(masked, clause, cue_pattern("sales", "money"), _MONEY)
        if found is None:
            counted = _beside(masked, clause, cue_pattern("sales", "goods"), _COUNTS)
            found = counted if counted and _GOODS_UNITS.search(masked.money(counted[1])["unit"]) else None
        if found is not None and _is_aimed_at(words, found[0]):
            continue
        if found is not None:
            value = {"metric": found[0], **masked.money(found[1])}
            yield masked.fact(clause.subject, "sales", found[0], clause, value)
            continue
        some = cue_pattern("sales", "round").search(words)
        if some and not any(is_dated(masked.number(sign)) for sign in re.findall(NUMBER, some["some"])):
            yield masked.fact(
                clause.subject,
                "sales",
                "营收",
                clause,
                {"amount": masked.told(clause.start + some.start("some"), clause.start + some.end("some"))},
            )


def _is_aimed_at(words: str, metric: str) -> bool:
    """Tell whether the ``words`` of a clause only deny or hope for what is told in a ``metric``."""
    return is_only_aimed_at(words[: words.find(metric)])


def _each(masked: MaskedSentence, clause: Clause, sort: tuple[str, str], one: Shared) -> PlatformFact:
    """Return what one of several sums shared out tells; a negative profit is a loss."""
    value = one.number.value if one.number.value is not None else one.number.low
    negative = sort[0] == "profit" and value is not None and value < 0
    told = {"metric": one.metric, **masked.money(one.number)}
    return masked.fact(clause.subject, *(("loss", "亏损") if negative else sort), clause, told, one.date)


def users(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield how many users a company has."""
    for clause in masked.clauses if masked.counts else ():
        found = _beside(masked, clause, cue_pattern("users", "cue"), _COUNTS) if clause.subject else None
        words = masked.words(clause)
        if found is None or _WANTED.search(words) or _OTHERS.search(words) or _is_aimed_at(words, found[0]):
            continue
        if found[1].unit not in {"元", "%"} and _is_many(found[1]):
            value = {"metric": found[0], **masked.money(found[1])}
            yield masked.fact(clause.subject, "users", "用户数", clause, value)


def _is_many(number: NumberMention) -> bool:
    """Tell whether so many may be users."""
    value = number.value if number.value is not None else number.low
    return value is not None and expand(value, number.unit)[0] >= _FEW


def _beside(
    masked: MaskedSentence, clause: Clause, pattern: re.Pattern[str] | LazyPattern[str], kinds: Sequence[str]
) -> tuple[str, NumberMention] | None:
    """Return the first cue of a clause with the number behind it, else right before it."""
    words = masked.words(clause)
    numbers = masked.numbers_in(clause.start, clause.end, kinds)
    if not numbers:
        return _in_clause_behind(masked, clause, pattern, kinds)
    for match in pattern.finditer(words):
        at, end = clause.start + match.start(), clause.start + match.end()
        behind = [number for place, number in numbers if 0 <= place - end <= _NEAR]
        if behind:
            return match[0], behind[0]
        before = [number for place, number in numbers if 0 < at - place <= 3]
        if before:
            return match[0], before[-1]
    return _in_clause_behind(masked, clause, pattern, kinds)


def _in_clause_behind(
    masked: MaskedSentence, clause: Clause, pattern: re.Pattern[str] | LazyPattern[str], kinds: Sequence[str]
) -> tuple[str, NumberMention] | None:
    """Return a cue of a clause with the number the next clause begins with: 销售额首次超过线下，达到7.9亿元."""
    cue = pattern.search(masked.words(clause))
    behind = next((one for one in masked.clauses if one.start == clause.end), None) if cue else None
    reached = _REACHED.match(masked.words(behind)) if behind else None
    if cue is None or behind is None or reached is None:
        return None
    numbers = masked.numbers_in(behind.start, behind.start + reached.end(), kinds)
    return (cue[0], numbers[0][1]) if numbers else None
