"""Figures whose words name only whose they are: 其中苏州948亿元, 最低的是青川县，仅43亿元, 后者下降3%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.clauses import BOUNDARY, METRIC_HEAD, OWN_HEAD, clause_start, strip_metric
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.own_names import is_name, tells_of_doing
from corpus.knowledge.phrases.people import is_people
from corpus.knowledge.phrases.place_names import is_place_alone
from corpus.knowledge.phrases.regions import REGION
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.ellipsis import OPPOSITE
from corpus.knowledge.sentences.measures_of_parts import without_other_place
from corpus.knowledge.sentences.statements import Found
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Period
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_TABLE: Final = "sentences/bearers_alone"
_LONGEST: Final = 12
"""No name of whoever has a figure, with what leads to it, is longer, in code points."""
_LONG_NAME: Final = 8
_LYING: Final = ("位于", "分布在", "坐落于", "来自", "地处", "集中在")
_AMONG: Final = frozenset({"其中", "其中有", "有", ""})
_OF_NAMES: Final = frozenset({"nz", "nr", "nrt"})
_CLAUSES: Final = 3
"""So many clauses are gone back over for the measure at most."""
_ENDS: Final = LazyPattern(r"[ ]?(?:[，。；、：）)！\n]|和|与|及|以及|左右|上下|$)")
"""Behind a figure that counts nothing named behind it."""
_FIRM: Final = LazyPattern(r"(?:[甲乙丙丁]|[A-D]|本|该|我)?(?:公司|集团|企业|平台)(?=..)")
_RATES: Final = ("率", "增速", "增幅", "降幅", "涨幅", "跌幅")
_INDEX: Final = "指数"
"""What places have, and a company has not: 标普500指数跌1.06%，特斯拉跌5%."""
_SHARE: Final = "占比"
_DEEDS: Final = ("交付", "批发", "零售", "出口", "销售", "生产", "发货", "上险")
"""What is done with things, and by which makers are told in a row: 零跑交付7万辆，小鹏3.6万辆."""
_IN_PERCENT: Final = LazyPattern(r"(?:率|比|比重|份额|增速|增幅|降幅|涨幅|跌幅|占比|指数)$")
_JOINS: Final = LazyPattern(r"[ ]?(?:[、，]|和|与|及|以及)[ ]?")
_LISTED: Final = LazyPattern(
    r"(?P<first>[一-鿿]{2,8}?)[、和与及](?P<second>[一-鿿]{2,8}?[省市县区州镇乡村旗]|[一-鿿]{2})"
)
_REACH: Final = 60
"""How far before a figure those begin whom 前者 and 后者 point back at, in code points."""


def of_bearers_alone(
    view: SentenceView, found: Sequence[Found], names: Sequence[PlatformMention]
) -> list[Found]:
    """Return what was found, each figure that names only whose it is under the measure told before it.

    ``names`` are the companies named in the sentence. Where no measure is told that could be its own, a figure stays
    as it is, for what its sentence says behind it.
    """
    told: list[Found] = []
    for one in found:
        clause = view.text[view.start(one.figure) : one.figure.mention.span.start]
        mean = cue(_TABLE, "mean").fullmatch(clause)
        turn = None if mean else cue(_TABLE, "turn").match(clause)
        meant = _of_turn(view, one, turn["which"], names) if turn else None
        if part := _part(one, clause, told, names):
            told.append(part)
            continue
        scale = split_scale(one.figure.unit)[1]
        parts = [before for before in told if before.level and split_scale(before.figure.unit)[1] == scale]
        if one.level and len(parts) > 1 and cue(_TABLE, "sum").fullmatch(clause):
            told += filter(None, [_sum(view, one, parts, names)])
            continue
        who = mean["who"] if mean else _alone(view, one, clause, names)
        beside = who or is_place_alone(one.subject or one.scope)
        if _is_held_against(view, one, clause, names, alone=bool(beside)):
            continue
        measure = without_owner(_measure(view, one, told), names) if who else ""
        placed = is_place_alone(who)
        if (
            any(word_class(word) == "ns" for word in plain_words(measure))
            if placed
            else measure.endswith(_INDEX)
        ):
            measure = ""
        told.append(meant or (replace(one, metric=measure, scope="", subject=who) if measure else one))
    return told


def _part(one: Found, clause: str, told: Sequence[Found], names: Sequence[PlatformMention]) -> Found | None:
    """Return a figure of some of what was told last, or of all parts told: 其中30家位于江苏, 合计30亿元."""
    last = told[-1] if told else None
    if last is None or last.figure.unit != one.figure.unit or not (one.level and last.level):
        return None
    if one.metric.startswith(_LYING) and clause.strip() in _AMONG:
        metric = last.metric.rpartition("的")[2]
        firm = _FIRM.match(metric)
        things = without_owner(metric[firm.end() :] if firm else metric, names).removeprefix("共有")
        return replace(one, metric=f"{one.metric}的{things}", subject=firm[0] if firm else "", scope="")
    if (
        clause.strip() in OPPOSITE
        and OPPOSITE[clause.strip()] in last.metric
        and one.metric == clause.strip()
    ):
        return replace(one, metric=last.metric.replace(OPPOSITE[one.metric], one.metric), scope=last.scope)
    return None


def _sum(
    view: SentenceView, one: Found, parts: Sequence[Found], names: Sequence[PlatformMention]
) -> Found | None:
    """Return the sum of parts told before under what all of them are; ``None`` where they are of several kinds.

    Of what it is no other is told: 毛利率 and 净利率 are not summed up, nor is a sum the second of two quarters'.
    """
    firms = [one.text for one in names]
    shared = _end_of_all([_without_firm(before.metric, firms) for before in parts])
    metrics = {before.metric for before in parts}
    unfit = shared.endswith(_RATES) if one.figure.percent else not OWN_HEAD.search(shared)
    if not shared or (len(metrics) > 1 and (unfit or shared in metrics)):
        return None
    whose = {name.text for name in names for before in parts if name.text in before.metric}
    places = {before.scope or _place_first(_without_firm(before.metric, firms)) for before in parts}
    if len(places) > 1:
        return None
    several = len(whose | {before.subject for before in parts} - {""}) > 1
    several = several or (len(metrics) > 1 and all(_FIRM.match(metric) for metric in metrics))
    times = {view.period(before.figure).text for before in parts}
    return replace(
        one, metric=f"{shared}合计", subject="" if several else parts[-1].subject,
        scope="" if several else parts[-1].scope, shared=several, period=Period() if len(times) > 1 else None,
    )  # fmt: skip


def _without_firm(metric: str, firms: Sequence[str]) -> str:
    """Return a metric without the company it begins with."""
    return next((metric[len(one) :] for one in firms if metric.startswith(one)), metric)


def _place_first(metric: str) -> str:
    """Return the place a metric begins with, empty where it begins with none."""
    first = next(iter(plain_words(metric)), "")
    return first if first != metric and is_place_alone(first) else ""


def _end_of_all(metrics: Sequence[str]) -> str:
    """Return the longest end in whole words that all of some metrics have: 零售额 of 线上零售额, 线下零售额."""
    words = [plain_words(one) for one in metrics]
    size = 0
    while all(len(one) > size for one in words) and len({one[-1 - size] for one in words}) == 1:
        size += 1
    return _FIRM.sub("", "".join(words[0][len(words[0]) - size :])) if words else ""


def _alone(view: SentenceView, one: Found, clause: str, names: Sequence[PlatformMention]) -> str:
    """Return who is all that the words ``clause`` before a figure name, empty where they name a measure."""
    if len(one.metric) > _LONGEST or one.figure.unit.endswith("股"):
        return ""
    if len(clause) > _LONGEST + len(one.metric) or not _ENDS.match(view.text, one.figure.tail):
        return ""
    held = cue(_TABLE, "held").search(one.metric)
    words = one.metric[held.end() :] if held else one.metric
    words = cue(_TABLE, "behind").sub("", cue(_TABLE, "before").sub("", words))
    named = any(name.text == words for name in names) and not OWN_HEAD.search(words)
    who = words if named or is_place_alone(words) or _is_firm(words) else ""
    beside = who and (one.subject or one.scope)
    if beside and (is_place_alone(beside) or any(name.text == beside for name in names)):
        return beside
    return who


def _is_held_against(
    view: SentenceView, one: Found, clause: str, names: Sequence[PlatformMention], *, alone: bool
) -> bool:
    """Tell whether a figure only says what another is held against: 反超甲的319亿元, no level of its own clause.

    ``alone`` tells that it is read as one of nobody else; whoever is named between must be a company where it is not.
    """
    held = cue(_TABLE, "held").search(clause)
    if held is None or view.text[one.figure.lead - 1 : one.figure.lead] != "的":
        return False
    whose = clause[held.end() :].rstrip().removesuffix("的")
    return alone or (one.level and one.figure.unit != "倍" and any(name.text == whose for name in names))


@lru_cache(maxsize=4096)
def _is_firm(words: str) -> bool:
    """Tell whether words are a name made as those of companies are, and no measure: 恒远电器."""
    named = ends_as_company(words) and len(words) <= _LONG_NAME
    parts = plain_words(words) if named else []
    named = named and not any(word_class(part) == "v" for part in parts[:-1])
    own = named and (is_name(words) or word_class(parts[0]) in _OF_NAMES)
    return own and not (OWN_HEAD.search(words) or tells_of_doing(f"某{words}某"))


def _measure(view: SentenceView, one: Found, told: Sequence[Found]) -> str:
    """Return the measure a figure may be of: that told last in its unit, else one its sentence names before."""
    share = one.figure.percent and one.level and "占" in view.text[view.clause(one.figure) : one.figure.lead]
    last = told[-1] if told and "其中" in view.text[view.clause(one.figure) : one.figure.lead] else None
    if share and last and last.level and not last.figure.percent and OWN_HEAD.search(last.metric):
        return f"{last.metric}{_SHARE}"
    for before in reversed(told):
        alike = split_scale(before.figure.unit)[1] == split_scale(one.figure.unit)[1]
        if _is_part_of_another(view, before, one):
            continue
        if (alike and before.level) if one.level else (not before.level or before.change is None):
            measure = cue(_TABLE, "behind").sub("", without_other_place(before.metric))
            own = OWN_HEAD.search(measure) or measure.endswith((_SHARE, *_DEEDS))
            return measure if own else ""
    levels = [before.metric for before in told if before.level and not before.figure.percent]
    whole = levels[-1] if share and levels else ""
    if OWN_HEAD.search(whole):
        return f"{whole}{_SHARE}"
    place = clause_start(view.text, one.figure.lead, view.sentence.start)
    for _ in range(_CLAUSES):
        measure = _measure_in(view, place, one.figure.lead)
        if measure and share:
            return f"{measure}{_SHARE}"
        if measure and (not one.level or bool(_IN_PERCENT.search(measure)) == one.figure.percent):
            return measure
        if place <= view.sentence.start:
            break
        place = clause_start(view.text, place - 1, view.sentence.start)
    return ""


def _is_part_of_another(view: SentenceView, before: Found, one: Found) -> bool:
    """Tell whether a figure is only a part of what somebody else has: 甲销量48万辆，其中海外13万辆；乙31万辆."""
    if "；" not in view.text[before.figure.tail : one.figure.lead]:
        return False
    return "其中" in view.text[view.clause(before.figure) : before.figure.lead]


def without_owner(measure: str, names: Sequence[PlatformMention], beside: str = "") -> str:
    """Return a measure told of another without the name it begins with, or the group where ``beside`` is one."""
    name = next((one.text for one in names if measure.startswith(one.text)), "")
    words = [] if name else plain_words(measure)
    heads = ["".join(words[:size]) for size in range(1, len(words))]
    name = name or next((head for head in heads if is_place_alone(head)), "")
    name = name or next(
        (head for head in heads if _is_firm(head) or (is_people(beside) and is_people(head))), ""
    )
    return measure.removeprefix(name).lstrip("的") or measure


def _measure_in(view: SentenceView, place: int, end: int) -> str:
    """Return the measure a clause that begins at ``place`` sorts those by who are named in it or next."""
    boundary = BOUNDARY.search(view.text, place, end)
    close = boundary.start() if boundary else end
    words = view.text[view.behind_time(place, close) : close]
    ranked = cue(_TABLE, "sorted").search(words)
    if ranked is None and close == end:
        return ""
    metric = strip_metric((words[: ranked.start()] if ranked else words).removesuffix("中"))
    whole = REGION.match(metric)
    metric = metric[whole.end() :].lstrip("的") if whole else metric
    return metric if OWN_HEAD.search(metric) and len(metric) > 1 else ""


def _of_turn(view: SentenceView, one: Found, which: str, names: Sequence[PlatformMention]) -> Found | None:
    """Return a figure told of 前者 or 后者 under whom that is and by what, ``None`` where that is unsure."""
    start = view.clause(one.figure)
    begin = max(view.sentence.start, start - _REACH)
    pair = _two_named(view, begin, start, names)
    if pair is None:
        return None
    first, second, behind = pair
    words = view.text[behind:start]
    own = cue(_TABLE, "turn").sub("", one.metric)
    if own and not (OWN_HEAD.search(own) or METRIC_HEAD.search(own) or own.isascii()):
        return None
    boundary = BOUNDARY.search(words)
    clause = strip_metric(words[: boundary.start()] if boundary else words)
    measures = [clause[:size] for size in range(len(clause), 1, -1) if OWN_HEAD.search(clause[:size])]
    metric = own or next(iter(measures), "")
    if len(metric) <= 1:
        return None
    return replace(one, metric=metric, scope="", subject=first if which == "前者" else second)


def _two_named(
    view: SentenceView, begin: int, end: int, names: Sequence[PlatformMention]
) -> tuple[str, str, int] | None:
    """Return the only two who are joined before a place, and where what is told of them begins; else ``None``."""
    inside = [one for one in names if begin <= one.span.start and one.span.end <= end]
    joined = [
        (one, other)
        for one, other in pairwise(inside)
        if _JOINS.fullmatch(view.text, one.span.end, other.span.start)
    ]
    if len(inside) == 2 and len(joined) == 1:
        return joined[0][0].text, joined[0][1].text, joined[0][1].span.end
    place = view.behind_time(clause_start(view.text, end - 1, begin), end)
    listed = None if inside else _LISTED.match(view.text, place, end)
    if listed and is_place_alone(listed["first"]) and is_place_alone(listed["second"]):
        return listed["first"], listed["second"], listed.end()
    return None
