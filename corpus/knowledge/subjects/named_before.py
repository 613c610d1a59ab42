"""Whose a figure is that names nobody: the one its 其 points back to, or that the clause right before it opens with.

记者从青禾科技获悉，2023年其营业收入为…, 岚谷县并不起眼，2023年森林覆盖率…. Where two may be meant it stays nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.document.zero_anaphora import is_account
from corpus.knowledge.phrases.clauses import clause_start
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.metrics import thing_in
from corpus.knowledge.phrases.own_names import is_name
from corpus.knowledge.phrases.people import is_people
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.place_names import is_place_alone, is_place_name
from corpus.knowledge.subjects.sentence_topic import is_of_others
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_TIME: Final = r"[\d〇零一二三四五六七八九十年月日号季度末底初上下半全去今前当本同这期至截到在至—、 -]"
_LEAD: Final = LazyPattern(
    rf"[ 　“\"]*(?:而|但|不过|据悉|据了解)?[，,]?(?:{_TIME}{{1,12}}[，,]?)?"
    r"(?P<asked>(?:记者|笔者)[^，。；]{0,6}?从)?(?P<at>在|走进|来到)?"
)
_POINTS: Final = LazyPattern(rf"其(?!中|余|他|它|实|次|间){_TIME}{{0,14}}的?(?:累计|共|实现|完成)?$")
_ONLY_WHEN: Final = LazyPattern(rf"(?:{_TIME}{{0,14}}的?)?(?:也|仅|只|不过|却|已|就|共|累计|实现|完成|全部)*")
_NOT_ITSELF: Final = LazyPattern(
    r"的|旗下|附近|周边|周围|所在|境外|子公司|下属|对手|同行|同类|以外|之外|一带|等|和|与|及|、|或|以[东南西北]|"
    r"[一-鿿]{0,4}(?:局|厅|委|办|部|部门|政府|协会|学会|商会|研究院|研究所|法院|检察院|海关)"
)
"""Behind a name: not that body itself is spoken of, or not it alone."""
_ASKED: Final = LazyPattern(r"[^，。；：]{0,12}?(?:获悉|了解到|得知|获知|知悉)[，,]?")
_SAYS: Final = LazyPattern(
    r"预计|预测|认为|指出|表示|称|说|发布|公布|统计|调查|监测|研究|显示|报告|报道|评选|位于|坐落|相比|不及|高于|低于|超过|收购|投资|起诉|合作|供货"
)
"""In what a clause tells of who opens it: what is told behind may be of somebody else."""
_COMES_TO: Final = LazyPattern(
    r"的(?:还|仍|就|正|便|也|自然)?(?:是|要数|要算|当属|当数|首推|莫过于)(?P<firm>[一-鿿A-Za-z]{2,12})$"
)
"""Whom a clause tells to be something: 砸钱最狠的还是卓然医药."""
_THING_TOLD: Final = LazyPattern(r"(?<=[一-鿿]的)(?P<thing>[一-鿿]{4,14})$")
"""A thing with a name behind what is told of it, all of a clause: 老邢巡护的松涛岭自然保护区."""
_ADVISER: Final = LazyPattern(r"(?:证券|研究院|研究所|咨询|协会|学会|商会|联盟|统计局|交易所|评级)$")
_LONGEST: Final = 24


@dataclass(frozen=True, slots=True)
class _Named:
    """A body or place at ``start`` to ``end``."""

    start: int
    end: int
    name: str
    is_place: bool


@cache
def _formed() -> LazyPattern[str]:
    """Return what finds a body by the word its name ends in: 柳溪大学."""
    return LazyPattern(rf"(?P<stem>[一-鿿]{{2,6}}?)(?:{cue('normalising', 'body').pattern})")


_HEARD_FROM: Final = LazyPattern(
    r"(?P<who>[一-鿿A-Za-z]{2,8}?)(?=一[位名]|有关|相关|方面|工作人员|负责人|内部|官方|总部|处?(?:获悉|了解到|得知|获知|知悉))"
)
"""Behind 记者从: who told a reporter of themselves."""
_NAMES: Final = ("nr", "ns", "nz")
_PLACED: Final = LazyPattern(rf"(?P<who>[一-鿿]{{2,5}}?{PLACE_END})")
_WINDOW: Final = LazyPattern(rf"(?=(?P<who>[一-鿿]{{2}}{PLACE_END}))")


def of_named_before(
    text: str,
    sentence: Span,
    before: Span | None,
    found: Iterable[Statistic],
    names: Sequence[PlatformMention],
) -> list[Statistic]:
    """Return the figures of a sentence, those that name nobody given to whom they point back to or go on to tell of.

    ``before`` is the sentence before in the same paragraph; ``names`` are the companies named in both.
    """
    return [_of_one_named(text, sentence, before, one, names) for one in found]


def _of_one_named(
    text: str, sentence: Span, before: Span | None, one: Statistic, names: Sequence[PlatformMention]
) -> Statistic:
    people = one.subject if is_people(one.subject) else ""
    if one.region or one.subject not in ("", "其", people) or thing_in(one.metric):
        return one
    at = text.rfind(people + one.metric, sentence.start, one.figure.start)
    if at < 0:
        return one
    begin = clause_start(text, at, sentence.start)
    points = _POINTS.search(text, begin, at + (one.metric.startswith("其") and 1))
    if points:
        named = _meant(text, sentence, before, points.start(), names)
    elif begin > sentence.start and _ONLY_WHEN.fullmatch(text, begin, at):
        own = is_account(one.metric)
        named = _opening(text, sentence.start, begin, names, account=own)
        named = named or _closing(text, sentence.start, begin, names, account=own)
    else:
        return one
    if named is None or named.name == one.metric or is_of_others(one.metric, named.name):
        return one
    field = "region" if named.is_place else "subject"
    inherited = (*(each for each in one.inherited if each != field), field)
    if named.is_place:
        return replace(one, subject=people, region=named.name, inferred=True, inherited=inherited)
    return replace(one, subject=named.name, metric=people + one.metric, inferred=True, inherited=inherited)


def _meant(
    text: str, sentence: Span, before: Span | None, place: int, names: Sequence[PlatformMention]
) -> _Named | None:
    """Return the only one named before 其: in its sentence, or else in the one before."""
    for start, end in ((sentence.start, place), (before.start, before.end) if before else (place, place)):
        named = _first(text, start, end, names)
        if named:
            only = _is_only_one(text, named, start, place, names)
            return named if only and not _NOT_ITSELF.match(text, named.end) else None
        if _others(text, start, end, names):
            return None
    return None


def _opening(
    text: str, start: int, begin: int, names: Sequence[PlatformMention], *, account: bool
) -> _Named | None:
    """Return who opens the sentence, where all between it and the clause that begins at ``begin`` is told of it.

    Whoever only told a reporter may have told of others, but for the numbers of its place or its own ``account``.
    """
    named = _first(text, start, begin, names)
    if named is None or _NOT_ITSELF.match(text, named.end) or _ADVISER.search(named.name):
        return None
    told = text[named.end : begin].rstrip("，,：:—（( ")
    if len(told) > _LONGEST or any(sign in told for sign in "，,：:。；（(") or any(map(str.isdigit, told)):
        return None
    asked = _ASKED.match(text, named.end) and "从" in text[start : named.start]
    if (asked and not (named.is_place or account)) or (not asked and _SAYS.search(told)):
        return None
    return named if _is_only_one(text, named, start, begin, names) else None


def _closing(
    text: str, start: int, begin: int, names: Sequence[PlatformMention], *, account: bool
) -> _Named | None:
    """Return who the clause before the one at ``begin`` comes to, if the sentence names nobody else.

    A company is only given an ``account`` of its own (砸钱最狠的还是卓然医药，…), any other thing what it is told to be
    (老邢巡护的松涛岭自然保护区，总面积…).
    """
    end = begin - 1
    clause = clause_start(text, end, start)
    comes_to = _COMES_TO.search(text, clause, end) if account else None
    firm = comes_to["firm"] if comes_to else ""
    if firm and (ends_as_company(firm) or any(one.text == firm for one in names)):
        named = _Named(end - len(firm), end, firm, is_place=False)
    else:
        thing = _THING_TOLD.search(text, clause, end)
        if thing is None or thing_in(f"{thing['thing']}的") != thing["thing"]:
            return None
        named = _Named(thing.start("thing"), end, thing["thing"], is_place=False)
    return named if _is_only_one(text, named, start, begin, names) else None


def _first(text: str, start: int, end: int, names: Sequence[PlatformMention]) -> _Named | None:
    """Return who stands at the head of a sentence, behind a time or who asked."""
    lead = _LEAD.match(text, start, end)
    for at in dict.fromkeys((lead.end() if lead else start, start)):
        known = next((one for one in names if one.span.start == at and one.span.end <= end), None)
        if known:
            return _Named(at, known.span.end, known.text, is_place=False)
        formed = _formed().match(text, at, end)
        if formed and (is_name(formed[0]) or _is_own(formed["stem"])):
            return _Named(at, formed.end(), formed[0], is_place=False)
        placed = _PLACED.match(text, at, end)
        if placed and is_place_name(placed["who"]) and _is_own(placed["who"][:-1]):
            return _Named(at, placed.end(), placed["who"], is_place=True)
        heard = _HEARD_FROM.match(text, at, end) if lead and lead["asked"] else None
        if heard and is_name(heard["who"]):
            return _Named(at, heard.end(), heard["who"], is_place=False)
    return None


def _is_own(stem: str) -> bool:
    return is_name(stem) or word_class(stem).startswith(_NAMES)


def _is_only_one(text: str, named: _Named, start: int, end: int, names: Sequence[PlatformMention]) -> bool:
    return not _others(text, start, named.start, names) and not any(
        other not in named.name and named.name not in other for other in _others(text, named.end, end, names)
    )


def _others(text: str, start: int, end: int, names: Sequence[PlatformMention]) -> list[str]:
    """Return whatever else may be meant between two places of a text."""
    firms = [one.text for one in names if start <= one.span.start < end]
    bodies = [one[0] for one in _formed().finditer(text, start, end)]
    places = [one["who"] for one in _WINDOW.finditer(text, start, end) if is_place_alone(one["who"])]
    return [*firms, *bodies, *places]
