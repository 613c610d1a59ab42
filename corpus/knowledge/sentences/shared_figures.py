"""Figures shared out among several subjects: 接待…、…，分别增长6.7%、39.6%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise
from typing import Final

from corpus.knowledge.bearers.bearers import bearers
from corpus.knowledge.document.places import PROVINCES
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import (
    OWN_HEAD,
    TWIN,
    clause_start,
    split_list,
    split_scope,
    strip_metric,
)
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.sentence_view import EACH, SentenceView
from corpus.knowledge.sentences.changes import movement
from corpus.knowledge.sentences.shared_items import items_of
from corpus.knowledge.sentences.shared_years import shared_years, without_steps
from corpus.knowledge.sentences.statements import Found
from corpus.knowledge.subjects.anaphora import antecedents, is_anaphoric
from corpus.knowledge.subjects.subjects import is_somewhere
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Change, Direction
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, word_class

_IS = LazyPattern(r"(?:为|是|达到?|仅有?|只有)(?:约|近|超过?)?[ ]?$")
_AND = frozenset({"和", "、", "及", "与"})
_TOLD_OF_EACH = LazyPattern(
    r"(?:已|将|共)*(?:实现|产生|获得?|拿到|收获|斩获|完成|达成|录得|形成|投入|支付|计提|取得)了?"
    r"(?P<what>[一-鿿]{2,8}?)(?:为|达到?|约|是)*[ ]?"
)
"""What each of several does with its own figure: 甲、乙分别实现营收3亿元、2亿元."""
_WON: Final = ("净流入", "净流出", "订单", "选票", "席位", "注资", "拨款", "捐款", "授信")
"""What each of several gets a figure of, besides the sums of accounts: 分获主力净流入2.2亿、1.7亿元."""
_DONE_TO_EACH = LazyPattern(
    r"(?:已|共|累计)*(?P<what>进出口|出口|进口|投资|销售|采购|接待|发送|输送|供应|种植|生产|投放|交付|新增)"
    r"了?(?:约|近|为|达到?)*[ ]?"
)
"""What is done by or to each of several with its own figure: 对东盟、欧盟分别出口862亿元和518亿元."""
_HELD_BY_EACH = LazyPattern(r"(?:已|共|合计)*(?P<verb>持有|增持|减持|质押|认购|买入|卖出)(?:了|约|为)*[ ]?")
_TAKEN_BY_EACH = LazyPattern(
    r"(?:已|共|合计)*(?:拿下|拿走|占据|占有|占|获得|取得|斩获|贡献|握有|掌握)了?(?:约)?[ ]?"
)
_OF_ALL = LazyPattern(
    r"[ ]?的?(?P<noun>[一-鿿]{0,6}(?:份额|股份|股权|比重|产能|流量|收入|利润|销量|产量|装机))(?![一-鿿])"
)
"""What is taken of, named once behind all: 前三家分别拿下31.2%、24.7%和15.5%的份额."""
_SHARES = ("份额", "股份", "股权", "比重")
_SO_MANY_PLACES = LazyPattern(
    r"(?P<items>[一-鿿]{2,6}(?:、[一-鿿]{2,6})*)[、和与及](?P<last>[一-鿿]{2,6}?)[两三四五][省市县区州镇国](?P<what>[一-鿿]{2,8})"
)
"""A measure of places listed, behind how many they are: 江苏、浙江两省销量."""
_PACE = LazyPattern(r"(?:[年月日]均|同比|环比|[较比](?:上年|去年|上月|上季度|年初|同期)(?:同期|末|底)?)$")
_PLACE = LazyPattern(rf"(?P<place>[一-鿿]{{2,5}}?(?:{PLACE_END}|州))")


_BY_MEASURE = LazyPattern(
    r"(?<![^，。；：\n])(?:分|就|按照?|以|从|论)(?P<what>[一-鿿]{0,8}?(?:[量额率数值润]|收入|营收|净利|资产|存款|贷款|成本|价格|规模|份额|占比|面积|产能))(?:而言|来看|来说|看|计算|计|衡量|口径看?|统计|排序|排名)?[，,]$"
)
"""A clause that says by what those named behind it are measured: 按出货量计，甲、乙分别为32万台和21万台."""
_SO_MANY_FIRMS = LazyPattern(r"[两三四五六七八九十\d]家(?:公司|企业|厂商|品牌|银行|车企|平台)?$")
_GAIN_BEHIND = LazyPattern(r"的(?:[一-鿿]{0,2})(?:增长|增幅|涨幅|提升|下降|降幅|下滑|减少)")
"""Behind the last of several changes that are told by what stands there alone: 分别有10.2%和22.3%的增长."""
_SHARE: Final = "占比"
"""With what a share ends beside whose parts their growth is told: 网络零售额占比分别为82%和10%，增速分别为7%和9%."""
_THESE = LazyPattern(r"(?:上述|以上|这)?(?:[两二三四]项)?(?:主要|核心)?指标|[两二三]者")
"""What only points back at the figures told before: 收入9亿元，两项指标分别增长22%和23%."""
_TIME = r"[^，。；、和与及]{0,4}(?:(?:19|20)\d\d年|去年|上年|前年|上月|上季度|年初)[^，。；、\d]{0,8}"
_BASES = LazyPattern(rf"(?P<than>[较比与])(?P<times>{_TIME}(?:[、和与及]{_TIME}){{1,2}})(?:相比)?")
"""Several times a level is held against: 比2020年、2019年春节黄金周."""
_RATE_ALONE = LazyPattern(r"(?P<basis>年均|年平均|年均复合|复合|同比|环比)?的?(?:增长率|增速|增长速度|增幅)")
"""A rate of growth told without what grew."""
_RATE_AT_END = LazyPattern(
    r"的?(?:年均|年平均|复合|年复合|同比|环比|名义|实际)*(?:增长率|增速|增长速度|增幅|降幅|涨幅|跌幅|占比|完成率|达成率)$"
)
_IN_PERCENT = LazyPattern(r"(?:率|比|比重|份额|增速|增幅|降幅|涨幅|跌幅|速度|程度|指数)$")
"""How measures end that percents can be told of."""
_EXTREMES = LazyPattern(r"(?:则|却)?最[高低多少大小快慢]")
"""What is said of the last of several, and no measure: 东部最高，东北最低，分别为46%和7%."""
_SAME_TIME_BEFORE = LazyPattern(r"(?:(?:上年|去年|上一?年度?|前年)?同期)?(?:则|仅|只)?(?:为|是|达到?)")
"""Between the time before and what several measures were then: 营收9亿元，利润1亿元，上年同期为8亿元、2亿元."""
_REACH = 24
_PLACES_APART = LazyPattern("[、和与及]")
_PLACE_FIRST = LazyPattern(rf"(?:{'|'.join(PROVINCES)})省?|{_PLACE.pattern}")
"""A place by its name at the head of some words."""


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


def share_figures(
    view: SentenceView,
    names: Sequence[PlatformMention],
    found: list[Found],
    group: tuple[Figure, ...],
    start: int,
) -> None:
    """Share figures out: 接待…、…，分别增长6.7%、39.6% and 装备制造业、高技术制造业增加值分别增长…"""
    head, tail, change = _told_of_all(view, group, start)
    if _of_levels_before(view.text, found, group, head, change[0] if change else None):
        return
    scope, rest = split_scope(strip_metric(head))
    subjects = split_list(re.sub(r"^(?:而|则|，)", "", rest), len(group))
    suffix = "占比" if re.match(r"占(?!全|总|比重)", tail) and group[0].percent else ""
    if is_anaphoric(rest):
        subjects = antecedents(view.text, start, view.sentence.start, len(group))
        suffix = "占比" if subjects and group[0].percent else suffix
    again = () if subjects or rest or change else _told_again(found, group)
    if again:
        found += again
        return
    if not subjects:
        rest = rest or view.earlier(start)
        measures = re.split("[、和与及]", rest)
        each = len(measures) == len(group) and all(OWN_HEAD.search(one) for one in measures)
        subjects = tuple(measures) if each else tuple(rest for _ in group if len(rest) > 1)
        if _EXTREMES.fullmatch(split_scope(rest)[1]):
            return
    dated = any(one.kind in {"date", "period"} and one.span.end == start for one in view.mentions)
    clause = clause_start(view.text, start, view.sentence.start) if dated else start
    words = strip_metric(head)
    listed = (
        _of_places(words, len(group)) or _of_places_named(words, len(group)) or items_of(rest, len(group))
    )
    scope = "" if listed and listed[1] and listed[1][0] == scope else scope
    if listed:
        subjects = tuple(listed[0] for _ in group)
    named = [one for one in names if clause <= one.span.start < group[0].lead]
    measure = _measured_by(view, start) if change is None and subjects else ""
    listed, subjects = _firms_only(listed, subjects) if measure else (listed, subjects)
    if change is None:
        subjects = _told_behind(tail, _with_shared_rate(subjects or (), group), group)
    taken = _OF_ALL.match(view.text, group[-1].tail, view.sentence.end)
    takers: Sequence[str] = ()
    if measure and len(set(subjects)) > 1:
        takers, subjects = [_SO_MANY_FIRMS.sub("", one) for one in subjects], (measure,) * len(group)
    if taken and change is None and rest and _TAKEN_BY_EACH.fullmatch(tail):
        takers, subjects = subjects, tuple(taken["noun"] for _ in group)
        suffix = "" if not group[0].percent or taken["noun"].endswith(_SHARES) else "占比"
    inside = bearers(view.text, view.sentence.start, named)
    owners = inside if len(inside) == len(group) else _owners(view, names, group, start, subjects)
    owners = listed[1] if listed else takers or owners
    several = EACH.search(view.text, view.sentence.start, start) is not None
    one_metric = len(set(subjects)) == 1 and not any(owners)
    years = shared_years(view, group[0].lead, len(group), row=_in_row(view, group)) if one_metric else ()
    before = _twins_before(found, len(group)) if one_metric and not years and tail else ()
    if before:
        subjects = tuple(f"{twin}{subject}" for twin, subject in zip(before, subjects, strict=True))
    for index, (subject, owner, figure) in enumerate(zip(subjects, owners, group, strict=False)):
        metric = strip_metric(subject) + suffix
        place, metric = (scope, metric) if scope else split_scope(metric)
        moved = _moved(view.text, change[0], figure) if change else None
        found.append(Found(
            figure, metric, place, moved, level=not change, subject=owner, shared=several and not owner,
            confidence=0.75, period=years[index] if years else None,
        ))  # fmt: skip


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


def _told_of_all(
    view: SentenceView, group: tuple[Figure, ...], start: int
) -> tuple[str, str, tuple[Change, int] | None]:
    """Return what stands before 分别 and behind it, and the change the first figure tells, where it tells one."""
    lead = view.text[start : group[0].lead]
    each = EACH.search(lead)
    head, tail = (lead[: each.start()], lead[each.end() :]) if each else (lead, "")
    change = movement(view.text, start, group[0])
    if each and not change and _GAIN_BEHIND.match(view.text, group[-1].tail):
        change = movement(view.text, start, group[-1])
    if change and not each:
        head = view.text[start : change[1]]
    head = re.sub(r"(?:(?<![年月日])均|[则也都各 ])+$", "", head)
    paced = _PACE.search(head)
    if change and paced:
        head, change = head[: paced.start()], (replace(change[0], basis=paced[0]), change[1])
    return without_steps(view, group[0].lead, len(group), head), tail, change


def _with_shared_rate(subjects: Sequence[str], group: tuple[Figure, ...]) -> Sequence[str]:
    """Return measures told in percent, each with the rate named behind the last: 营收、净利润同比增速分别为5%、8%."""
    rate = _RATE_AT_END.search(subjects[-1]) if subjects and all(one.percent for one in group) else None
    if rate is None:
        return subjects
    return tuple(one if _IN_PERCENT.search(one) else f"{one}{rate[0]}" for one in subjects)


def _firms_only(
    listed: tuple[str, tuple[str, ...]] | None, subjects: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]] | None, tuple[str, ...]]:
    """Return what is listed and the subjects, the items listed where they are told to be firms and nothing more."""
    only = listed is not None and _SO_MANY_FIRMS.fullmatch(f"两家{listed[0]}")
    return (None, listed[1]) if listed and only else (listed, subjects)


def _measured_by(view: SentenceView, start: int) -> str:
    """Return the measure by which a clause tells several apart: 就营收而言，甲、乙分别为…; else nothing."""
    told = _BY_MEASURE.search(view.text, max(view.sentence.start, start - _REACH), start)
    return told["what"] if told else ""


def _told_behind(tail: str, subjects: Sequence[str], group: tuple[Figure, ...]) -> tuple[str, ...]:
    """Return the metrics of figures shared out, named by what stands between 分别 and them where that names any."""
    told = _TOLD_OF_EACH.fullmatch(tail)
    if told and (is_money_noun(told["what"]) or told["what"].endswith(_WON)):
        return tuple(told["what"] for _ in group)
    held = _HELD_BY_EACH.fullmatch(tail) if group[0].unit.endswith("股") else None
    if held:
        return tuple(f"{held['verb']}股份" for _ in group)
    done = _DONE_TO_EACH.fullmatch(tail)
    if done and subjects:
        to = "对" if subjects[0].startswith("对") else ""
        return tuple(f"{to}{one.removeprefix('对')}{done['what']}" for one in subjects)
    return tuple(subjects)


def _of_places(words: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """Return a measure and the places listed before how many they are: 江苏、浙江两省销量; ``None`` for other words."""
    told = _SO_MANY_PLACES.fullmatch(words)
    places = [*re.split("[、和与及]", told["items"]), told["last"]] if told else []
    return (told["what"], tuple(places)) if told and len(places) == count else None


def _of_places_named(words: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """Return a measure and as many places listed before it by their names: 苏州市、南屏县接待游客; else ``None``."""
    *items, last = _PLACES_APART.split(words, maxsplit=count - 1)
    place = _place_at_head(last)
    if not place or len(items) != count - 1 or not all(_place_at_head(one) == one for one in items):
        return None
    what = last.removeprefix(place).removeprefix("的")
    return (what, (*items, place)) if len(what) > 1 else None


def _place_at_head(words: str) -> str:
    """Return the place some words begin with, by its ending or as the dictionary has it: 苏州市, 成都; else nothing."""
    told = _PLACE_FIRST.match(words)
    if told and (told[0] in PROVINCES or is_somewhere(told[0])):
        return told[0]
    first = first_word(words)
    return first if word_class(first) == "ns" else ""


def _change_last(text: str, found: list[Found], group: tuple[Figure, ...], change: Change) -> None:
    """Give the last levels found each its figure of a group as its change."""
    latest = (index for index in reversed(range(len(found))) if found[index].level)
    for index, figure in zip(sorted(islice(latest, len(group))), group, strict=False):
        share = _moved(text, change, figure)
        found[index] = replace(found[index], change=share)


def _of_levels_before(
    text: str, found: list[Found], group: tuple[Figure, ...], head: str, change: Change | None
) -> bool:
    """Tell changes of the levels found last where the words before them name no measure of their own."""
    if change is None:
        return _grown_at_rates(text, found, group, head)
    bases = _BASES.fullmatch(head.strip("，, ")) if found and found[-1].level else None
    against = [f"{bases['than']}{one}" for one in re.split("[、和与及]", bases["times"])] if bases else []
    if len(against) == len(group):
        _grown_against(text, found, group, change, against)
        return True
    if strip_metric(head) and not _THESE.fullmatch(strip_metric(head)):
        return False
    _change_last(text, found, group, change)
    return True


def _grown_at_rates(text: str, found: list[Found], group: tuple[Figure, ...], head: str) -> bool:
    """Tell at which rates the levels found last grew, where nothing else is named: 年均增长率分别为10.7%和9.6%."""
    rate = _RATE_ALONE.fullmatch(head.strip("，, ")) if group[0].percent else None
    levels = found[-len(group) :]
    if (
        rate is None
        or len(levels) < len(group)
        or not all(one.level and (not one.figure.percent or one.metric.endswith(_SHARE)) for one in levels)
    ):
        return False
    change = Change(Direction.UP, basis=rate["basis"] or "")
    for level, figure in zip(levels, group, strict=True):
        grown = replace(level, figure=figure, change=_moved(text, change, figure), level=False)
        found.append(replace(grown, metric=grown.metric.removesuffix(_SHARE) or grown.metric))
    return True


def _grown_against(
    text: str, found: list[Found], group: tuple[Figure, ...], change: Change, bases: Sequence[str]
) -> None:
    """Tell by how much the level found last grew against each of several times: 比2020年、2019年分别增长29%、5%."""
    level = found[-1]
    for figure, basis in zip(group, bases, strict=True):
        moved = replace(_moved(text, change, figure), basis=basis)
        found.append(replace(level, figure=figure, change=moved, level=False))


def _moved(text: str, change: Change, figure: Figure) -> Change:
    """Return a change shared out with its own figure, whose sign says which way it went: -1.9/+0.6pct."""
    value, sign = figure.value, text[figure.mention.span.start]
    direction = {"-": Direction.DOWN, "+": Direction.UP, "－": Direction.DOWN, "＋": Direction.UP}.get(sign)
    return replace(
        change,
        direction=direction or change.direction,
        value=value if value is None or direction is None else abs(value),
        unit=figure.unit,
    )


def _owners(
    view: SentenceView,
    names: Sequence[PlatformMention],
    group: tuple[Figure, ...],
    start: int,
    subjects: Sequence[str],
) -> Sequence[str]:
    """Return who shares out figures of one metric, as listed in a clause before; empty names where nobody is."""
    nobody = [""] * len(group)
    if len(set(subjects)) != 1:
        return nobody
    listed = antecedents(view.text, start, view.sentence.start, len(group)) or ()
    places = [
        match["place"] for item in listed if (match := _PLACE.match(item)) and is_somewhere(match["place"])
    ]
    if places and len(places) == len(listed):
        return places
    items = [item.partition("分别")[0].strip() for item in listed]
    named = {one.text for one in names}
    return items if items and all(item in named for item in items) else nobody
