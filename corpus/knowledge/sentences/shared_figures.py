"""Figures shared out among several subjects: 接待…、…，分别增长6.7%、39.6%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from corpus.knowledge.bearers.bearers import bearers
from corpus.knowledge.phrases.clauses import (
    OWN_HEAD,
    TWIN,
    clause_start,
    joined_items,
    split_list,
    split_scope,
    strip_metric,
)
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import EACH, SentenceView
from corpus.knowledge.sentences.changes import movement
from corpus.knowledge.sentences.shared_growth import moved_by, share_growth
from corpus.knowledge.sentences.shared_items import items_of
from corpus.knowledge.sentences.shared_measures import (
    PLACE,
    measured_by,
    of_places,
    of_places_named,
    owners_listed,
    taken_of_all,
    told_behind,
    with_shared_rate,
)
from corpus.knowledge.sentences.shared_years import shared_years, without_steps
from corpus.knowledge.sentences.statements import Found
from corpus.knowledge.subjects.anaphora import antecedents, is_anaphoric, stands_for_two
from corpus.knowledge.subjects.subjects import is_somewhere
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Change
from corpus.text.numbers.earlier_times import BEFORE_IT, EARLIER
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_IS = LazyPattern(r"(?:为|是|达到?|仅有?|只有)(?:约|近|超过?)?[ ]?$")
_IN = LazyPattern(r"[在于]$")
_AND = frozenset({"和", "、", "及", "与"})
_PART: Final = "占比"
_IS_PART: Final = LazyPattern(r"占(?!全|总|比重)")
_SHARES: Final = ("份额", "股份", "股权", "比重")
_PACE = LazyPattern(rf"(?:[年月日]均|同比|环比|[较比]{BEFORE_IT})$")
_SO_MANY_FIRMS = LazyPattern(r"[两三四五六七八九十\d]家(?:公司|企业|厂商|品牌|银行|车企|平台)?$")
_GAIN_BEHIND = LazyPattern(r"的(?:[一-鿿]{0,2})(?:增长|增幅|涨幅|提升|下降|降幅|下滑|减少)")
"""Behind the last of several changes that are told by what stands there alone: 分别有10.2%和22.3%的增长."""
_EXTREMES = LazyPattern(r"(?:则|却)?最[高低多少大小快慢]")
"""What is said of the last of several, and no measure: 东部最高，东北最低，分别为46%和7%."""
_SAME_TIME_BEFORE = LazyPattern(rf"(?:(?:{EARLIER})?同期)?(?:则|仅|只)?(?:为|是|达到?)")
"""Between the time before and what several measures were then: 营收9亿元，利润1亿元，上年同期为8亿元、2亿元."""


def goes_to_each(view: SentenceView, group: tuple[Figure, ...], start: int) -> bool:
    """Tell whether figures are shared out without 分别: 13.2/15.6亿元, 2026年、2027年净利润9.6亿元、11.8亿元."""
    if _in_row(view, group) or _SAME_TIME_BEFORE.fullmatch(view.text, start, group[0].mention.span.start):
        return True
    if _listed(view, group, start):
        return True
    dates = view.dates_before(group[0].lead)
    listed = len(dates) > 1 and dates[-1].span.end == start
    listed = listed and view.text[dates[-2].span.end : start].startswith("、")
    return listed and bool(shared_years(view, group[0].lead, len(group)))


def _in_row(view: SentenceView, group: tuple[Figure, ...]) -> bool:
    """Tell whether figures are parted by strokes: 7.3/8.9/10.6亿元."""
    return view.text[group[0].tail : group[1].lead].strip() == "/"


def _listed(view: SentenceView, group: tuple[Figure, ...], start: int) -> bool:
    """Tell whether as many figures follow as things are listed: 电池、面板产量同比增长14.5%和4.2%, 产量为3吨、5吨."""
    if any(view.text[one.tail : other.lead].strip() not in _AND for one, other in pairwise(group)):
        return False
    moved = movement(view.text, start, group[0]) if all(one.percent for one in group) else None
    head = view.text[start : moved[1] if moved else group[0].lead]
    level = None if moved else _IS.search(view.text, start, group[0].mention.span.start)
    named = level or (not group[0].percent and OWN_HEAD.search(head))
    if moved is None and (not named or len({one.unit for one in group}) > 1):
        return False
    return split_list(strip_metric(head), len(group)) is not None


_THOSE = LazyPattern(r"(?:^|[。；，])(?P<who>[^，。；：\d]{3,20})的，$")
"""Of whom two named before have shares, told right before them: 靠配偶照料的，两地分别占58%与66%."""


@dataclass(frozen=True, slots=True)
class _Together:
    """What is told of several figures together: the words before 分别, those behind it, and the change they tell."""

    head: str
    tail: str
    change: Change | None


@dataclass(frozen=True, slots=True)
class _Shares:
    """The metric of each of several figures and what all of these end with, whose each is, and the place of all."""

    metrics: Sequence[str]
    owners: Sequence[str]
    scope: str
    suffix: str


def share_figures(
    view: SentenceView,
    names: Sequence[PlatformMention],
    found: list[Found],
    group: tuple[Figure, ...],
    start: int,
) -> None:
    """Share figures out: 接待…、…，分别增长6.7%、39.6% and 装备制造业、高技术制造业增加值分别增长…

    They are added to what was ``found``, or given to the levels found last where they tell how these grew.
    """
    told = _told_together(view, group, start)
    if share_growth(view.text, found, group, told.head, told.change):
        return
    scope, words = split_scope(strip_metric(told.head or _before_time(view, start)))
    subjects = _subjects(view, group, start, words)
    suffix = _part_of_whole(group, words, told.tail, subjects)
    those = _THOSE.search(view.text, view.sentence.start, start) if stands_for_two(words) and suffix else None
    twins = _twins_before(found, len(group)) if those else ()
    if those and twins:
        found += [
            Found(figure, those["who"], "", subject=whose, confidence=0.7)
            for figure, whose in zip(group, twins, strict=True)
        ]
        return
    again = () if subjects or words or told.change else _told_again(found, group)
    if again:
        found += again
        return
    if not subjects:
        words = words or view.earlier(start)
        if _EXTREMES.fullmatch(split_scope(words)[1]):
            return
        subjects = _measures(words, len(group))
    what, items = _listed_before(told.head, words, len(group)) or ("", ())
    scope = "" if items and items[0] == scope else scope
    subjects = (what,) * len(group) if items else subjects
    metrics: Sequence[str] = subjects
    owners: Sequence[str] = items
    if told.change is None:
        metrics, owners = _of_each(view, group, start, told.tail, subjects, items)
        owners = owners or owners_listed(subjects if metrics != tuple(subjects) else (), metrics)
        taken = taken_of_all(view, group, told.tail) if words else ""
        if taken:
            owners, metrics = (items or metrics), (taken,) * len(group)
            suffix = _PART if group[0].percent and not taken.endswith(_SHARES) else ""
    owners = owners or _owners(view, names, group, start, metrics)
    found += _given(view, found, group, start, told, _Shares(metrics, owners, scope, suffix))


def _before_time(view: SentenceView, start: int) -> str:
    """Return the words of a clause before the time that ends at ``start``: 甲、乙|在2023年|分别上缴利润."""
    time = next(
        (one for one in view.mentions if one.kind in {"date", "period"} and one.span.end == start), None
    )
    if time is None:
        return ""
    before = view.text[clause_start(view.text, start, view.sentence.start) : time.span.start]
    return "" if before.endswith(("、", "和", "与", "及", "至")) else _IN.sub("", before)


def _subjects(view: SentenceView, group: tuple[Figure, ...], start: int, words: str) -> tuple[str, ...]:
    """Return what is listed before figures, each for one of them, or what a pointer stands for: 二者; else nothing."""
    if is_anaphoric(words):
        return antecedents(view.text, start, view.sentence.start, len(group)) or ()
    return split_list(re.sub(r"^(?:而|则|，)", "", words), len(group)) or ()


def _part_of_whole(group: tuple[Figure, ...], words: str, tail: str, subjects: Sequence[str]) -> str:
    """Return 占比 where figures are parts of a whole, for their metrics to end with; else nothing."""
    part = _IS_PART.match(tail) or (subjects and is_anaphoric(words))
    return _PART if part and group[0].percent else ""


def _measures(words: str, count: int) -> tuple[str, ...]:
    """Return the measures words list, each for one of ``count`` figures, or the one all of them are of."""
    measures = joined_items(words)
    if len(measures) == count and all(OWN_HEAD.search(one) for one in measures):
        return tuple(measures)
    return (words,) * count if len(words) > 1 else ()


def _listed_before(head: str, words: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """Return what ``count`` places or firms listed before their figures have each, and these; else ``None``."""
    named = strip_metric(head)
    return of_places(named, count) or of_places_named(named, count) or items_of(words, count)


def _of_each(
    view: SentenceView,
    group: tuple[Figure, ...],
    start: int,
    tail: str,
    subjects: Sequence[str],
    items: Sequence[str],
) -> tuple[Sequence[str], Sequence[str]]:
    """Return the metric of each level, and whose each is where that is told apart from it: 按出货量计，甲、乙分别为…"""
    measure = measured_by(view, start) if subjects else ""
    if measure and items and _SO_MANY_FIRMS.fullmatch(f"两家{subjects[0]}"):
        subjects, items = items, ()
    metrics = told_behind(tail, with_shared_rate(subjects, group), group)
    if measure and len(set(metrics)) > 1:
        return (measure,) * len(group), items or [_SO_MANY_FIRMS.sub("", one) for one in metrics]
    return metrics, items


def _given(
    view: SentenceView,
    found: Sequence[Found],
    group: tuple[Figure, ...],
    start: int,
    told: _Together,
    shares: _Shares,
) -> list[Found]:
    """Return each figure with what it is of, with its own time or twin where several tell of one metric."""
    metrics, owners = shares.metrics, shares.owners
    one_metric = len(set(metrics)) == 1 and not any(owners)
    years = shared_years(view, group[0].lead, len(group), row=_in_row(view, group)) if one_metric else ()
    twins = _twins_before(found, len(group)) if one_metric and not years and told.tail else ()
    if twins:
        metrics = [f"{twin}{metric}" for twin, metric in zip(twins, metrics, strict=True)]
    several = EACH.search(view.text, view.sentence.start, start) is not None
    given: list[Found] = []
    for index, (named, owner, figure) in enumerate(zip(metrics, owners, group, strict=False)):
        metric = strip_metric(named) + shares.suffix
        place, metric = (shares.scope, metric) if shares.scope else split_scope(metric)
        moved = moved_by(view.text, told.change, figure) if told.change else None
        given.append(Found(
            figure, metric, place, moved, level=not told.change, subject=owner, shared=several and not owner,
            confidence=0.75, period=years[index] if years else None,
        ))  # fmt: skip
    return given


def _told_again(found: Sequence[Found], group: tuple[Figure, ...]) -> tuple[Found, ...]:
    """Return what was told last, with as many figures of another time: 营收9亿元，利润1亿元，去年分别为8亿元和2亿元."""
    told = found[-len(group) :]
    alike = len(told) == len(group) and all(
        one.level and split_scale(one.figure.unit)[1] == split_scale(figure.unit)[1]
        for one, figure in zip(told, group, strict=True)
    )
    if not alike or len({one.metric for one in told}) == 1:
        return ()
    return tuple(
        replace(one, figure=figure, change=None, period=None, shared=False)
        for one, figure in zip(told, group, strict=True)
    )


def _twins_before(found: Sequence[Found], count: int) -> tuple[str, ...]:
    """Return whose the last figures told were, where each was one of several told together: 同城, 异地."""
    told = found[-count:]
    twins = tuple(match[0] for one in told if (match := TWIN.match(one.scope + one.metric)))
    return twins if len(set(twins)) == count else ()


def _told_together(view: SentenceView, group: tuple[Figure, ...], start: int) -> _Together:
    """Return what stands before 分别 and behind it, and the change the first figure tells, where it tells one."""
    lead = view.text[start : group[0].lead]
    each = EACH.search(lead)
    head, tail = (lead[: each.start()], lead[each.end() :]) if each else (lead, "")
    moved = movement(view.text, start, group[0])
    if each and not moved and _GAIN_BEHIND.match(view.text, group[-1].tail):
        moved = movement(view.text, start, group[-1])
    if moved and not each:
        head = view.text[start : moved[1]]
    head = re.sub(r"(?:(?<![年月日])均|[则也都各 ])+$", "", head)
    change = moved[0] if moved else None
    paced = _PACE.search(head)
    if change and paced:
        head, change = head[: paced.start()], replace(change, basis=paced[0])
    return _Together(without_steps(view, group[0].lead, len(group), head), tail, change)


def _owners(
    view: SentenceView,
    names: Sequence[PlatformMention],
    group: tuple[Figure, ...],
    start: int,
    metrics: Sequence[str],
) -> Sequence[str]:
    """Return who shares figures out: those named in their clause, or of one metric those listed in a clause before.

    Names are empty where nobody is told.
    """
    dated = any(one.kind in {"date", "period"} and one.span.end == start for one in view.mentions)
    clause = clause_start(view.text, start, view.sentence.start) if dated else start
    named = [one for one in names if clause <= one.span.start < group[0].lead]
    inside = bearers(view.text, view.sentence.start, named)
    if len(inside) == len(group):
        return inside
    nobody = [""] * len(group)
    if len(set(metrics)) != 1:
        return nobody
    listed = antecedents(view.text, start, view.sentence.start, len(group)) or ()
    places = [
        match["place"] for item in listed if (match := PLACE.match(item)) and is_somewhere(match["place"])
    ]
    if places and len(places) == len(listed):
        return places
    items = [item.partition("分别")[0].strip() for item in listed]
    known = {one.text for one in names}
    return items if items and all(item in known for item in items) else nobody
