"""Who deals in shares: whoever holds, pledges, buys or sells them bears their figures, and nobody named beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.knowledge.bearers.bearers import is_done_to
from corpus.knowledge.cues.words import any_word, words_for
from corpus.knowledge.phrases.clauses import clause_start, joined_items
from corpus.knowledge.phrases.own_names import is_name, tells_of_doing
from corpus.knowledge.phrases.persons import FAMILY, may_be_person
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_PERSON: Final = rf"[{FAMILY}][一-鿿]{{1,2}}?"
_COMPANY: Final = r"[一-鿿]{3,8}?"
_SELF: Final = frozenset({"其", "公司", "上市公司", "该公司", "其他"})
_BEFORE: Final = (
    r"(?:^|(?<=[，。；：（(、丨 系])|(?<=股东|获悉|显示|处置|导致|此前|总裁|总监|秘书|董秘|高管|[董监]事|[^前]后)"
    r"|(?<=控制人|创始人|创办人|行动人|董事长|总经理|CEO|人之一|东之一))"
)
_ONE: Final = LazyPattern(rf"{_BEFORE}(?P<who>{_PERSON})(?:先生|女士)?$")
_SEVERAL: Final = LazyPattern(rf"{_BEFORE}(?P<who>{_PERSON}(?:[和与及、]{_PERSON})+)$")
_FIRM: Final = LazyPattern(rf"{_BEFORE}(?P<who>{_COMPANY})$")
_PERSON_AND: Final = LazyPattern(rf"{_BEFORE}(?P<who>{_PERSON})[和与及]$")
_CALLED: Final = LazyPattern(r"(?!大会|[户人]|会|减|增|所|及|的|承诺|权)[一-鿿]{4,}")
"""A name right behind 股东, and not what shareholders do or are."""
_ROLE: Final = LazyPattern(r"(?:以上)?的?(?:第[一二三四五]大|重要|原|控股)?股东(?![大户人会减增所及权])")
_OWNER: Final = LazyPattern(r"(?P<who>[一-鿿]{2,10}?)(?=计划|拟|因|自|于|通过|以|披露|已|将|在|，|（|、|。)")
_SHORTEST: Final = 2
_NEAR: Final = 110
"""How far before a deed, in code points, who does it is named."""
_BETWEEN: Final = LazyPattern(
    r"(?:[，,]?(?:计划|拟)(?!.*(?:计划|拟))[^。；]{1,80}?(?:方式|内|期间)，?|于?\d{4}年[\d年月日、和至到\-]{1,24}(?:期间)?|于\d{1,2}月\d{1,2}日|自[^，。；]{2,40}?内|在[^，。；]{1,24}?(?:内|市场|系统)|在?[上本今去前当][年月周季](?:[度初末底中])?|因[^，。；]{2,10}?需求"
    r"|[以通][^，。；]{2,30}?方式，?|通过[^，。；]{2,24}|于[\d年月日至到]{4,30}(?:期间)?|向[^，。；]{2,24})$"
)
"""A time, a way or a receiver between who deals and what is done."""
_BRACKET: Final = 70
_HOLDS: Final = "持有"
_STAKE: Final = "持股比例"
_ROW: Final = frozenset({"、", "和", "及", "与"})
_CONCERT: Final = LazyPattern(r"及(?:其)?一致行动人$")
_ITSELF: Final = LazyPattern(r"(?:获悉|得知|知悉|[，,。；：])[ ]?其$")
_INFORMED: Final = LazyPattern(
    r"(?:接到|收到|接|获悉|接获)(?:公司|本公司)?(?:控股|第[一二三四五六]大|持股[\d.]+%(?:以上)?的?|原|重要)*"
    r"(?:股东|实际控制人|实控人|董事长|总经理|高管|董事|监事)+(?P<who>[一-鿿（）()]{2,24}?)(?:先生|女士)?"
    r"(?:[（(][^（()）]{1,24}[）)])?(?:的|发来的|出具的)?(?:书面|有关)?(?:通知|函告|告知|函|《)[^。；]{0,60}?其$"
)
"""Whose notice a company got, before what 其 does."""


def of_holders(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, those of shares told of who deals in them where the sentence says who."""
    if not any(is_of_shares(one) for one in found):
        return tuple(found)
    dealers = tuple(_dealers(text, found[0].evidence.start, found[-1].figure.start, names))
    held = [
        _held(text, one, dealers, names) if is_of_shares(one) else _as_stake(one, found[:place], names)
        for place, one in enumerate(found)
    ]
    return tuple(_each_own(text, held))


def _as_stake(one: Statistic, before: Sequence[Statistic], names: Sequence[PlatformMention]) -> Statistic:
    """Return a share somebody holds by its measure, 持股比例: 持有青禾科技, or 持有 behind such."""
    of = one.metric.removeprefix(_HOLDS)
    if one.unit != "%" or not one.metric.startswith(_HOLDS):
        return one
    again = not of and any(each.metric == _STAKE for each in before)
    stake = again or any(name.text == of for name in names)
    return replace(one, metric=_STAKE, kind=StatisticKind.SHARE) if stake else one


def _each_own(text: str, held: Sequence[Statistic]) -> Iterator[Statistic]:
    """Yield figures, those 分别 shares out among several holders each with its own: 甲、乙分别持有9%、7%."""
    place = 0
    while place < len(held):
        several = joined_items(held[place].subject)
        row = list(held[place : place + len(several)])
        shared = len(several) > 1 and all(one.subject == held[place].subject for one in row)
        between = [text[one.figure.end : other.figure.start] for one, other in pairwise(row)]
        begin = clause_start(text, row[0].figure.start, row[0].evidence.start)
        if (
            not shared
            or len(row) < len(several)
            or "分别" not in text[begin : row[0].figure.start]
            or not all(joint in _ROW for joint in between)
        ):
            yield held[place]
            place += 1
            continue
        yield from (replace(one, subject=who) for one, who in zip(row, several, strict=True))
        place += len(row)


def is_of_shares(one: Statistic) -> bool:
    """Tell whether a figure is one of shares held or dealt in, and no stake that is bought: 质押股份, 占总股本."""
    if one.unit.endswith("股"):
        return "/" not in one.unit
    return one.unit == "%" and bool(any_word("shares", "share_measures").search(one.metric))


def _owner(text: str, one: Statistic, names: Sequence[PlatformMention]) -> str:
    """Return who is named behind a share as the one that holds it: 持股6.8%的股东甲创投; empty for nobody."""
    role = _ROLE.match(text, one.figure.end) if one.unit == "%" else None
    if role is None:
        return ""
    known = next((name.text for name in names if name.span.start == role.end()), "")
    told = _OWNER.match(text, role.end())
    who = told["who"] if told else ""
    return known or (who if may_be_person(who) or may_hold(who, called=True) else "")


def _held(
    text: str, one: Statistic, dealers: Sequence[tuple[int, str, int]], names: Sequence[PlatformMention]
) -> Statistic:
    """Return a figure with who deals in the shares before it, as long as its clause names nobody else."""
    owner = _owner(text, one, names)
    if owner:
        return replace(one, subject=owner, region="")
    told = [each for each in dealers if each[0] < one.figure.start]
    if not told:
        return one
    begin = clause_start(text, one.figure.start, one.evidence.start)
    _, who, behind = told[-1]
    own = begin < behind
    if not own:
        part = text.rfind("；", one.evidence.start, one.figure.start)
        same = part < behind or len({name for _, name, _ in told}) == 1
        lead = text[begin : one.figure.start].strip("，；（( ").lstrip("但而且并")
        if not same or (
            lead
            and not lead.removeprefix("其").startswith(words_for("shares", "goes_on"))
            and not lead.startswith("其中")
        ):
            return one
        if one.subject not in ("", "其") and begin <= text.find(one.subject, begin, one.figure.start):
            return one
    if one.subject == who:
        return one
    metric = one.metric.removeprefix(who).lstrip("的 ")
    return replace(one, subject=who, region="", metric=metric if len(metric) > 1 else one.metric)


def _dealers(
    text: str, start: int, last: int, names: Sequence[PlatformMention]
) -> Iterator[tuple[int, str, int]]:
    """Yield where somebody who deals in shares is named, who, and where the deed ends, in the order of the text."""
    known = {one.span.end: one for one in names if one.span.start >= start}
    taken = start
    for deed in _deeds().finditer(text, start, last):
        told = _who(text, max(taken, deed.start() - _NEAR), deed.start(), known)
        if told is not None:
            yield *told, deed.end()
            taken = deed.end()


def _who(text: str, begin: int, end: int, known: dict[int, PlatformMention]) -> tuple[int, str] | None:
    """Return who is named right before a deed, with who acts in concert, and where; ``None`` where nobody is."""
    place = _behind_name(text, begin, end)
    concert = _CONCERT.search(text, begin, place)
    if concert:
        alone = _alone(text, begin, concert.start(), known)
        return (alone[0], f"{alone[1]}及其一致行动人") if alone else None
    if _ITSELF.search(text, begin, place):
        told = _INFORMED.search(text, max(0, begin - _NEAR), place)
        who = told["who"] if told else ""
        holds = may_be_person(who) or who.endswith("公司") or may_hold(who, called=True)
        return (told.start("who"), who) if told and holds else None
    return _alone(text, begin, place, known)


def _alone(text: str, begin: int, place: int, known: dict[int, PlatformMention]) -> tuple[int, str] | None:
    """Return who is named right before a place; ``None`` where nobody is."""
    if place in known:
        one = known[place]
        return None if is_done_to(text, begin, one) else _with_joined(text, begin, one.span.start, one.text)
    several = _SEVERAL.search(text, begin, place)
    if several and all(map(may_be_person, joined_items(several["who"]))):
        return several.start("who"), several["who"]
    person = _ONE.search(text, begin, place)
    if person and may_be_person(person["who"]):
        return person.start("who"), person["who"]
    company = _FIRM.search(text, begin, place)
    name = company["who"].rpartition("后")[2] if company else ""
    called = company is not None and _CALLED.match(name) and text.endswith("股东", begin, place - len(name))
    if company and len(name) > _SHORTEST and may_hold(name, called=bool(called)):
        return _with_joined(text, begin, place - len(name), name)
    return None


def _with_joined(text: str, begin: int, start: int, name: str) -> tuple[int, str] | None:
    """Return a name with the person it is joined to; ``None`` for one of a list."""
    joined = _PERSON_AND.search(text, begin, start)
    if joined and may_be_person(joined["who"]):
        return joined.start("who"), joined[0] + name
    return None if text[begin:start].endswith(("、", "）、", ")、")) else (start, name)


def may_hold(name: str, *, called: bool = False) -> bool:
    """Tell whether a phrase before a deed may be the name of a company, even one of words if it is ``called`` 股东."""
    return (
        name not in _SELF
        and not name.endswith(words_for("shares", "holder_kinds"))
        and not name.startswith(words_for("shares", "no_holders"))
        and not any_word("shares", "in_no_holder").search(name)
        and (called or is_name(name))
        and not tells_of_doing(name)
    )


@cache
def _deeds() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word('shares', 'share_deeds').pattern})(?!协议|方案|公告|事项)")


def _behind_name(text: str, begin: int, end: int) -> int:
    """Return where the name before a deed may end: before adverbs, times, ways and what stands in brackets."""
    adverbs = words_for("shares", "share_adverbs")
    while end > begin:
        head = text[max(begin, end - _BRACKET) : end]
        if head.endswith(adverbs):
            end -= len(next(word for word in adverbs if head.endswith(word)))
        elif head[-1] in "）)" and max(head.rfind("（"), head.rfind("(")) >= 0:
            end -= len(head) - max(head.rfind("（"), head.rfind("("))
        elif told := _BETWEEN.search(head):
            end -= len(head) - told.start()
        else:
            break
    return end
