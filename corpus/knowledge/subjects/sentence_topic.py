"""Of whom a sentence goes on to speak: 公司…，现金分红比例31%, 该湖…，面积…, 受访家庭…，月均花费….

A figure whose own clause names nobody is told of who opened the sentence, until somebody else is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.document.inherit import names_other_body
from corpus.knowledge.document.places import SCOPE_OF, level_of
from corpus.knowledge.phrases.clauses import BOUNDARY, OF_EACH, strip_metric
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.measure_rows import names_measure_alone
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.people import TABLE as PEOPLE
from corpus.knowledge.phrases.persons import is_person_name
from corpus.knowledge.phrases.place_ends import LONGER_THAN_SCOPE
from corpus.knowledge.phrases.sentence_view import EACH, SentenceView
from corpus.knowledge.subjects.pointed_things import pointed_thing
from corpus.knowledge.subjects.subjects import is_of_title, own_name
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_TABLE: Final = "sentence_topic"
_COUNTRY: Final = LazyPattern(r"[一-鿿]{2,5}(?:共和国|王国|联邦)(?=[\d一-鿿])")
_ONE: Final = LazyPattern(r"一[座家个所条艘](?P<what>[年日月总][^，。；的\d]{1,6})$")
_NAMED_BY: Final = LazyPattern(r"[^，。；\d]{0,4}?的(?P<who>[一-鿿]{2,8}?)(?=[，,需可要年日])")
_TITLED: Final = LazyPattern(
    r"[^，。；《》\d]{0,6}(?P<name>《[^《》]{1,20}》)(?!规定|要求|显示|指出|提出|明确)"
)
_LEAD: Final = LazyPattern(r"[ 　]*(?:其中|而且|而|但是|但|目前|现在|如今|据悉|据了解|同时|此外)?")
_WIDE: Final = frozenset({"全国", "我国", "中国", "全球"})
_WHOLE: Final = LazyPattern(
    rf"(?P<whole>[全本][省市县区州镇乡村](?!{LONGER_THAN_SCOPE})|全(?:校|院(?!士)|厂|馆|园|班|店|社(?!会)|行(?!业|为)))(?=[^，。；]{{2}})"
)
_COUNTRIES: Final = frozenset({"我国", "中国", "全国"})
_AMONG: Final = LazyPattern(r"其中[，,]?(?:大?约|有|近|超过?|逾)*$")
_OF_EACH_ONE: Final = LazyPattern(rf"{OF_EACH}(?:超|达|为|在|突破|有|实现|不)")
"""What says that a figure holds of each of several named before: 四川、广东接待游客均超过3000万人次."""
_ON: Final = LazyPattern(r"对[^，。；]{2,8}的?贡献率$")
_IT: Final = frozenset({"它", "其"})
_OF_A_BUSINESS: Final = frozenset(
    ("骑手", "司机", "商家", "商户", "用户", "会员", "客户", "顾客", "员工", "加盟商", "经销商", "供应商")
)
"""Those a business counts, whose rates are measures of its own: 骑手准时率, 用户留存率."""
_MEASURED: Final = LazyPattern(r"[^，。；：！？\n]{0,24}?(?:\d|[一二三四五六七八九十百千万亿]{2}|$)")
"""Behind a thing pointed at a figure of its own clause: the others of the sentence are its too."""
_JOINS: Final = LazyPattern(r"[ ]?(?:[、，,]|和|与|及|以及)[ ]?(?:约|近|超过?)?[ ]?")
_SHARED_OUT: Final = LazyPattern(rf"(?:{EACH.pattern})[^，。；：\n]*$")
"""Before the first of several figures, what shares them out."""
_SHARED_END: Final = 2
_NEAR: Final = 8
_FAR: Final = 40


@cache
def _speaker() -> LazyPattern[str]:
    """Return what finds for whom somebody speaks: 驿站负责人说."""
    return LazyPattern(rf"(?P<of>{cue(_TABLE, 'workplace').pattern})的?(?:{cue(_TABLE, 'role').pattern})")


@cache
def _quoted() -> LazyPattern[str]:
    """Return what finds the name under which something is sold or runs; a slogan, a plan or an answer is none."""
    name = rf"(?!{cue(_TABLE, 'slogan').pattern})[^”“，。；：、！？+\d]{{2,8}}"
    return LazyPattern(rf"“(?P<name>{name})”(?=[^，。；“]{{0,6}}(?:{cue(_TABLE, 'runs').pattern}))")


@cache
def _rival() -> LazyPattern[str]:
    """Return what finds who is said to have the name that follows: 对手“小满”."""
    return LazyPattern(rf"[^，。；：“]{{0,12}}?(?:{cue(_TABLE, 'rival').pattern})(?=“)")


def of_topic(
    view: SentenceView, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, those that name nobody given to whom the sentence speaks of.

    ``names`` are the companies named in it; a figure behind one of them is never given to who was named before.
    """
    if not found:
        return ()
    parted: list[tuple[int, str]] = []
    opened: list[tuple[int, str]] | None = None
    told: list[Statistic] = []
    rows = _rows(view, found)
    for index, one in enumerate(found):
        own = _parted(view, one)
        if own.subject != one.subject and index not in rows:
            parted.append((one.figure.start, own.subject))
        before = told[rows.get(index, index) - 1] if rows.get(index, index) else None
        own = _pointed_at(own, told, names)
        own = _of_before(view, own, before)
        if own.subject or (own.region and own.region not in _WIDE):
            told.append(own)
            continue
        # Looked for where a figure needs one: most have a subject.
        opened = list(_opened(view, found[-1].figure.start)) if opened is None else opened
        given = _given(own, sorted([*opened, *parted]), names)
        told.append(_somewhere_too(view, given, before, names))
    return tuple(told)


def _rows(view: SentenceView, found: Sequence[Statistic]) -> dict[int, int]:
    """Return where the row begins of each figure that 分别 shares out: it is of its own thing, not of one beside it.

    Measures shared out so have other ends and may all be of one: 南屏县出口额和粮食产量分别为….
    """
    rows: dict[int, int] = {}
    for index, (one, other) in enumerate(pairwise(found)):
        if _JOINS.fullmatch(view.text, one.figure.end, other.figure.start) is None:
            continue
        if one.metric[-_SHARED_END:] != other.metric[-_SHARED_END:]:
            continue
        first = rows.get(index, index)
        begin = max(view.sentence.start, found[first].figure.start - _FAR)
        if _SHARED_OUT.search(view.text, begin, found[first].figure.start):
            rows[index] = rows[index + 1] = first
    return rows


def _somewhere_too(
    view: SentenceView, one: Statistic, before: Statistic | None, names: Sequence[PlatformMention]
) -> Statistic:
    """Return a bare figure with the place of the one before it, unless another is named: 石榴镇耕地3万亩，人均1亩."""
    if before is None or one.subject or one.region or before.subject not in ("", before.region):
        return one
    known = (level_of(before.region) and before.region not in SCOPE_OF) or before.region in _COUNTRIES
    between = view.text[before.figure.end : one.figure.start]
    row = between.rpartition("；")[2]
    if (
        not known
        or ("；" in between and not names_measure_alone(row))
        or _OF_EACH_ONE.search(between)
        or names_other_body(between)
        or is_of_others(one.metric, before.region)
    ):
        return one
    if thing_in(one.metric) or any(before.figure.end < name.span.start < one.figure.start for name in names):
        return one
    return replace(one, region=before.region)


def _given(one: Statistic, opened: Sequence[tuple[int, str]], names: Sequence[PlatformMention]) -> Statistic:
    """Return a bare figure with the topic opened last before it."""
    index = bisect_left(opened, (one.figure.start, "")) - 1
    if index < 0 or one.region:
        return one
    place, topic = opened[index]
    if (
        topic == one.metric
        or is_of_others(one.metric, topic)
        or (topic.endswith("》") and not is_of_title(one.metric))
    ):
        return one
    if any(place < name.span.start < one.figure.start for name in names):
        return one
    if one.metric.find(topic) > 0 and f"“{topic}”" not in one.metric:
        return one
    _, quoted, behind = one.metric.partition(f"“{topic}”")
    metric = (behind if quoted else one.metric.removeprefix(topic)).lstrip("的则 ")
    metric = metric if len(metric) > 1 else one.metric
    if topic in SCOPE_OF:
        return replace(one, subject=topic, region=topic, metric=metric)
    return replace(one, subject=topic, metric=metric)


def _parted(view: SentenceView, one: Statistic) -> Statistic:
    """Return a figure with the people, or the one thing, its own words name taken off its metric."""
    if one.subject and one.subject not in SCOPE_OF:
        return one
    counted = one.unit != "%" and view.text.startswith(one.metric, one.figure.end)
    asked = None if counted else cue(PEOPLE, "does").fullmatch(one.metric)
    if asked and not one.subject and not (asked["people"] in _OF_A_BUSINESS and asked["what"].endswith("率")):
        return replace(one, subject=asked["people"], metric=strip_metric(asked["what"]) or asked["what"])
    single = _ONE.search(one.metric)
    if single and not one.subject:
        named = _NAMED_BY.match(view.text, one.figure.end, view.sentence.end)
        if named:
            return replace(one, subject=named["who"], metric=single["what"])
    return one


def _pointed_at(one: Statistic, told: Sequence[Statistic], names: Sequence[PlatformMention]) -> Statistic:
    """Return a figure of 它 given to the one company its sentence named and told of before: …；9月，它裁员3000人."""
    if one.subject not in _IT:
        return one
    before = {name.text for name in names if name.span.end <= one.figure.start}
    spoken = {each.subject for each in told if each.subject} - _IT
    if len(before) != 1 or spoken != before:
        return one
    return replace(one, subject=next(iter(spoken)), metric=strip_metric(one.metric), inferred=True)


def _of_before(view: SentenceView, one: Statistic, before: Statistic | None) -> Statistic:
    """Return a figure that speaks of what the one before it counts: 其中四分之一以配送为主业, 对增长的贡献率."""
    if before is None or (one.subject and one.subject not in SCOPE_OF):
        return one
    among = _AMONG.search(view.text, max(view.sentence.start, one.figure.start - _NEAR), one.figure.start)
    if among and one.unit == "%" and _counts(before.metric):
        return replace(one, subject=before.metric)
    if _ON.match(one.metric) and before.direction is not None:
        return replace(one, subject=before.metric)
    if one.unit == "%" and is_person_name(before.subject) and cue(_TABLE, "held").fullmatch(one.metric):
        return replace(one, subject=before.subject)
    return one


def _counts(metric: str) -> bool:
    """Tell whether a metric counts people or things a share may be of: 受访者, 上市企业."""
    return bool(cue(PEOPLE, "asked").search(metric) or cue(_TABLE, "counted").search(metric))


def is_of_others(metric: str, who: str) -> bool:
    """Tell whether a metric says that it is not of ``who`` opened the sentence: 行业平均毛利率, 全国产量.

    What residents have is a place's and no company's: 居民收入.
    """
    if cue(_TABLE, "elsewhere").match(metric):
        return True
    return ends_as_company(who) and cue(_TABLE, "residents").match(metric) is not None


def is_only_pointed_at(subject: str) -> bool:
    """Tell whether a subject says whose a figure is in its own text alone: 该湖, 厂里."""
    return bool(
        cue(_TABLE, "thing").match(subject)
        or cue(_TABLE, "inside").match(f"{subject}有")
        or (subject and pointed_thing(f"{subject}有") == subject)
    )


def _opened(view: SentenceView, last: int) -> Iterator[tuple[int, str]]:
    """Yield where a clause begins before ``last`` that opens a topic, and the topic."""
    text, begin = view.text, view.sentence.start
    starts = {begin}
    starts |= {match.end() for match in BOUNDARY.finditer(text, begin, last)}
    starts |= {mention.span.end for mention in view.dates_before(last)}
    for start in starts:
        lead = _LEAD.match(text, start, last)
        place = lead.end() if lead else start
        topic, behind = _topic(text, place, last, opens=start == begin)
        if topic:
            yield place + behind, topic
    for figure in view.figures:
        people = (
            cue(PEOPLE, "of_people").match(text, figure.tail, view.sentence.end) if figure.percent else None
        )
        if people and figure.tail < last:
            yield figure.tail, people["people"]


def _topic(text: str, place: int, last: int, *, opens: bool) -> tuple[str, int]:
    """Return what a clause that begins at ``place`` is about, and how far behind it is named; empty for nobody."""
    words = text[place : min(last, place + _FAR)]
    for pattern in (
        cue(PEOPLE, "every"),
        cue(PEOPLE, "does"),
        cue(PEOPLE, "among"),
        _speaker(),
        _quoted() if opens else _WHOLE,
        _WHOLE,
    ):
        match = pattern.match(words)
        if match:
            return next(one for name, one in match.groupdict().items() if one and name != "what"), 0
    pointed = pointed_thing(words)
    if pointed and _MEASURED.match(words, len(pointed)):
        return pointed, 0
    for pattern in (cue(_TABLE, "thing"), cue(_TABLE, "inside"), _COUNTRY):
        match = pattern.match(words)
        if match:
            return match[0], 0
    titled = _TITLED.match(words)
    if titled:
        return titled["name"], titled.start("name")
    rival = _rival().match(words)
    named = _quoted().match(words, rival.end()) if rival else None
    if named:
        return named["name"], named.start()
    return own_name(words), 0
