"""Shares of a whole: 占总股本的3% says of what it is a part, and the part is what was told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.cues.words import any_word, words_for
from corpus.knowledge.document.places import COUNTRY, SCOPE_OF
from corpus.knowledge.metrics.parts_before import with_part_before
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import clause_start, strip_metric
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_OF: Final = LazyPattern(
    r"(?P<part>.*?)(?P<near>大约|大概|差不多|约|近)?(?:占(?:到了?|了|据)?(?!比|地|有率|用|领|道|优|了|[约近超逾]\d)|贡献(?:了|出|着)?(?![率度者值最突出巨大了着约近超逾])|不超过?(?=[一-鿿]{0,6}(?:总股本|股份总[数额]|股本总额))|完成了?(?=[一-鿿]{0,6}(?:目标|任务|计划|预算)[数值]?的))(?P<whole>[^，。；：、（）()]{2,40}?)"
    r"(?:的?(?:比例|比重|份额|比|百分比))?(?:的|之|分别|为|达到?|约|近|不?超过?|不足|不到|逾|仅|是|[:： ])*$"
)
_INSIDE: Final = LazyPattern(
    r"(?P<part>[^，。；：、（）()]{2,20}?)在(?P<whole>[^，。；：、（）()]{2,24}?)(?:之?中|里|内)?(?:的?(?:占比|比例|比重)|(?P<near>大约|大概|差不多|将近|约|近)?占(?:比|到)?)"
    r"(?:为|达到?|约|近|不?超过?|不足|不到|逾|仅|是|[:： ])*"
)
"""A part in its whole: 研发投入在营收中占8.5%."""
_DATED: Final = LazyPattern(r".*(?:\d{4}年(?:度|末|底)?|\d日|(?:去年|上年|今年)[末底]?)(?=[一-鿿*A-Z]{2})")
_ENDS: Final = LazyPattern(
    r"[\s\d]|(?:的?(?:比例|比重|份额|占比))?(?:同比|环比|分别)|[从由](?!业)|(?:提升|提高|上升|增加|下降|降低|减少|升|降|增)[至到]|保持|稳定"
)
"""With what something is said of a share behind its whole."""
_CAME_FROM: Final = LazyPattern(
    r"(?:的?(?:比例|比重|份额|占比))[从由](?=去年|上年|前年|上一?[季年月]|20\d\d年|原来|此前)"
)
"""Between a whole and what the share of it was: 总收入的比重由去年同期的63%升到68%."""
_WON: Final = LazyPattern(r"[^，。；]{0,12}?(?P<deed>预?中标|签约|募集)[约逾超近]?[\d.]+[万亿]")
"""A sum won or signed for, the part of a whole behind what it is for: 中标8498万元仓库项目占营收20%."""
_EACH: Final = LazyPattern(
    r"[，,]分别[约各]?占(?:到|了)?(?P<whole>[^，。；：、（）()\d]{2,24}?)的?(?:比例|比重)?(?:为|达到?)?[ ]?(?=\d)"
)
_GIVES: Final = LazyPattern("贡献[了出着]")
_STRESSED: Final = LazyPattern(
    r"..(?:约|近|大概|大约|差不多|将近|仅|只|却|则|就|竟|也|都|还|更|已经?|一度)占|..占[到了]"
)
_CLAUSE_ENDS: Final = LazyPattern(r"[，,。；\n]")
_FAR: Final = 160
"""The part stands no further before its share, in code points."""
_TOLD_ALREADY: Final = LazyPattern(r".*\d[^、]*、")
_BARE: Final = LazyPattern(r"(?:大约|大概|差不多|将近|约|近)?占")
_THEN_ONCE: Final = LazyPattern(r"(?<=..)在\d{4}年(?:度|底|末|[上下]半年|第?[一二三四]季度)?$")
"""A time told between a part and its whole: 军费在2009年|占GDP."""
_SO_FAR: Final = LazyPattern(r"累计(?:已经?|被|对外|合计|共)*$")
"""Before what was done with shares, in all deals until now."""
_LAST: Final = LazyPattern("的|中")
_THEN: Final = LazyPattern(r"(?:则|却|也|就|仅|只|约|近|不足|不到|超过?|逾|占|为|有)+$")
"""Behind whoever a share is told of that goes on with the one before: 线下门店则."""
_PART_OF_PLAN: Final = LazyPattern(
    r"(?:[（(][^（()）]*[）)])?[，,；;](?:占[^，。；]*[，,])?其中[，,]?(?:(?!已|实际|目前|现有|去年|上年|年前|完成了)[^，。；])*"
)
"""Between a sum that is planned and one of its parts."""
_SHORT: Final = 3
_LONGEST: Final = 14
"""A longer phrase is a clause and names no part, in code points."""


def of_wholes(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention] = ()
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, its shares named by part and whole: 质押股份占总股本.

    ``names`` are the companies named in it; what is a part itself has the share, and not whose the whole is.
    """
    told: list[Statistic] = []
    raw = ""
    for one in found:
        share = one.unit == "%" and one.direction is None
        each = (_of_each(text, one, told, found) or _of_company(text, one, names)) if share else None
        named = each or (_of_whole(text, one, told) if share else _counted(one))
        before = named
        named = with_part_before(text, named, told) if share else named
        if share and named is before and named.metric == raw and told[-1].metric != raw:
            named = _as_before(text, named, told[-1])
        if told and _is_planned_too(text, told[-1], named):
            named = replace(named, kind=StatisticKind.FORECAST)
        told.append(named)
        raw = one.metric if share else ""
    return tuple(told)


def _is_planned_too(text: str, plan: Statistic, one: Statistic) -> bool:
    """Tell whether a sum is a part of one that is only planned: 拟授予1260万股，其中首次授予1010万股."""
    if (
        plan.kind is not StatisticKind.FORECAST
        or one.kind is not StatisticKind.ACTUAL
        or one.unit != plan.unit
    ):
        return False
    return _PART_OF_PLAN.fullmatch(text, plan.figure.end, one.figure.start) is not None


def _as_before(text: str, one: Statistic, last: Statistic) -> Statistic:
    """Return a share that continues the one before: of the same part, or of the part its own clause names."""
    _, of, whole = last.metric.partition("占")
    begin = clause_start(text, one.figure.start, one.evidence.start)
    who = strip_metric(_THEN.sub("", text[begin : one.figure.start])) if of and whole else ""
    if not who or len(who) > _LONGEST or who in last.metric:
        return replace(one, metric=last.metric, kind=last.kind)
    return replace(one, metric=f"{who}占{whole}", kind=last.kind, subject=last.subject)


def _of_each(
    text: str, one: Statistic, before: Sequence[Statistic], found: Sequence[Statistic]
) -> Statistic | None:
    """Return a share shared out among the sums before: 虚增收入4亿元，虚增利润6千万元，分别占…的23%和58%."""
    shared = _EACH.search(text, max(one.evidence.start, one.figure.start - _FAR), one.figure.start + 1)
    if shared is None:
        return None
    row = [each for each in found if shared.end() <= each.figure.start < _ends(text, shared.end())]
    sums = [each for each in before if each.figure.end <= shared.start() and each.unit != "%"][-len(row) :]
    alike = len({split_scale(each.unit)[1] for each in sums}) == 1 and len(row) == len(sums) > 1
    whole = _plain(shared["whole"])
    if not alike or any(each.unit != "%" for each in row) or one not in row or len(whole) <= 1:
        return None
    part = sums[row.index(one)]
    return replace(
        one, metric=f"{part.metric}占{whole}", subject=part.subject, period=part.period, kind=_kind(one)
    )


def _of_company(text: str, one: Statistic, names: Sequence[PlatformMention]) -> Statistic | None:
    """Return a share some company is of something: 云溪科技占青禾股份营收的18%; ``None`` for any other."""
    if not names or "占" not in one.metric:
        return None
    share = _OF.fullmatch(text, clause_start(text, one.figure.start, one.evidence.start), one.figure.start)
    part = strip_metric(_DATED.sub("", share["part"])) if share else ""
    if share is None or all(name.text != part for name in names):
        return None
    whole = share["whole"].lstrip("的")
    return replace(one, metric=f"占{whole}", subject=part, kind=_kind(one)) if len(whole) > 1 else None


def _ends(text: str, start: int) -> int:
    """Return where the clause that begins at a place ends."""
    end = _CLAUSE_ENDS.search(text, start)
    return end.start() if end else len(text)


def _counted(one: Statistic) -> Statistic:
    """Return a number of shares told beside their ratio as what it counts: 质押比例78%，为5.8亿股 → 质押股份."""
    other = one.metric.startswith("占") or one.metric.endswith(words_for("shares", "no_number"))
    if not one.unit.endswith("股") or not other:
        return one
    dealt = _dealt(one.metric)
    return replace(one, metric=dealt) if dealt else one


def _of_whole(text: str, one: Statistic, before: Sequence[Statistic]) -> Statistic:
    begin = clause_start(text, one.figure.start, one.evidence.start)
    inside = _INSIDE.fullmatch(text, begin, one.figure.start)
    share = _OF.fullmatch(text, begin, one.figure.start) or inside
    whole = _plain(share["whole"]) if share else ""
    if share is None or len(whole) <= 1:
        return one
    named = _named_part(share["part"])
    told = None if named else _part(text, share.end("part"), share["whole"], before)
    if told is None:
        if _GIVES.search(one.metric):
            named = "" if one.subject or one.region else named
            return replace(one, metric=f"{named}占{whole}", kind=_kind(one))
        bare = share is inside or _BARE.match(one.metric) or one.metric in share["whole"]
        bare = bare or _says_both(one.metric, share)
        return (
            replace(one, metric=f"{named}占{whole}", kind=_kind(one)) if bare and named else _led(one, whole)
        )
    part, whose = told
    undated = one.period.text and one.period.text in share["whole"]
    return replace(
        one,
        metric=f"{part}占{whole}",
        subject=whose.subject if whose.subject or _within(one.subject, share["whole"]) else one.subject,
        region=one.region or whose.region,
        period=whose.period if undated else one.period,
        qualifier=one.qualifier or share["near"] or "",
        kind=whose.kind if whose.kind is StatisticKind.FORECAST else _kind(one),
    )


def _says_both(metric: str, share: re.Match[str]) -> bool:
    """Tell whether a metric still holds part and whole with what stands between: 租金却占到营业额."""
    return metric.endswith(share["whole"]) and bool(_STRESSED.search(metric))


def _led(one: Statistic, whole: str) -> Statistic:
    """Return a share of which nothing names the part, marked as a share of its whole: 净资产 → 占净资产."""
    return replace(one, metric=f"占{whole}", kind=_kind(one)) if one.metric in whole else one


def _kind(one: Statistic) -> StatisticKind:
    return one.kind if one.kind is StatisticKind.FORECAST else StatisticKind.SHARE


def _within(subject: str, whole: str) -> bool:
    """Tell whether a subject is only named with the whole, or is no name but the words that lead to it."""
    return not subject or subject in whole or "占" in subject


def _named_part(words_before: str) -> str:
    """Return what is named before 占 as the part, empty where nothing is or it only points back: 该股份数占…"""
    won = _WON.match(words_before)
    if won:
        return f"{won['deed']}金额"
    named = strip_metric(_THEN_ONCE.sub("", _TOLD_ALREADY.sub("", words_before)))
    for word in words_for("shares", "part_fillers"):
        named = named.removeprefix(word)
    points = next((word for word in words_for("shares", "pointing") if named.startswith(word)), "")
    rest = named.removeprefix(points)
    if points and (len(rest) <= _SHORT or not is_money_noun(rest)):
        return ""
    short = rest if len(rest) <= _LONGEST else _LAST.split(rest)[-1]
    return short if len(short) <= _LONGEST else rest


def _plain(whole: str) -> str:
    """Return a whole without whose and of when it is: 公司2025年度经审计的营业收入 → 经审计的营业收入."""
    if whole in SCOPE_OF or whole in COUNTRY:
        return f"{whole}比重"
    whole = _ENDS.split(_DATED.sub("", _CAME_FROM.split(whole)[0]))[0]
    while True:
        shorter = whole
        for word in words_for("shares", "whole_heads"):
            shorter = shorter.removeprefix(word) if len(shorter) - len(word) > 1 else shorter
        shorter = shorter.lstrip("的")
        if shorter == whole:
            return whole
        whole = shorter


def _part(text: str, place: int, whole: str, before: Sequence[Statistic]) -> tuple[str, Statistic] | None:
    """Return what a share is of the whole, and the figure told of it; ``None`` where nothing says so."""
    shares, sums = (
        bool(any_word("shares", "stock").search(whole)),
        bool(any_word("shares", "accounts").search(whole)),
    )
    for other in reversed(before):
        if other.figure.start >= place:
            continue
        if place - other.figure.end > _FAR or text.find("；", other.figure.end, place) >= 0:
            return None
        if other.unit == "%":
            part, of, _ = other.metric.partition("占")
            if of and part and other.kind in (StatisticKind.SHARE, StatisticKind.FORECAST):
                return part, other
            if other.direction is not None and not shares:
                return other.metric, other
            dealt = _dealt(other.metric) if shares else ""
            if dealt:
                return dealt, other
            continue
        if (
            other.direction is not None
            or shares != other.unit.endswith("股")
            or (sums and not other.unit.endswith(("元", "美金")))
        ):
            continue
        name = _shares_named(text, other) if shares else _sum_named(other, whole)
        return (name, other) if name else None
    return None


def _shares_named(text: str, other: Statistic) -> str:
    """Return shares by what is done with them: 质押 → 质押股份."""
    metric = other.metric
    if (
        metric.endswith(words_for("shares", "share_nouns"))
        and len(metric) <= _LONGEST
        and metric not in words_for("shares", "share_nouns")
    ):
        return metric
    ahead = text[max(other.evidence.start, other.figure.start - _FAR) : other.figure.start]
    return _dealt(metric) or _dealt(ahead)


def _dealt(told: str) -> str:
    """Return shares by what is done with them last in some words, empty where nothing is."""
    deeds = list(any_word("shares", "dealt").finditer(told))
    if not deeds:
        return ""
    deed = deeds[-1][0].replace("持股", "持有")
    so_far = deed != "持有" and _SO_FAR.search(told, 0, deeds[-1].start())
    return f"{'累计' if so_far else ''}{deed}股份"


def _sum_named(other: Statistic, whole: str) -> str:
    """Return a sum of money under a measure: a deed alone gets 金额 behind it: 中标 → 中标金额."""
    metric = other.metric
    if len(metric) > _LONGEST or "占" in metric or metric in whole:
        return ""
    if is_money_noun(metric) or metric.endswith("投入") or not other.unit.endswith("元"):
        return metric
    return f"{metric}金额" if metric in words_for("shares", "sum_deeds") else ""
