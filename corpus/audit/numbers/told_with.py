"""What is told with a number of a text: of what it is, how it is measured, of when, and how it moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias

from corpus.audit.numbers.amounts import EARLIER
from corpus.audit.numbers.anaphora import antecedents_of
from corpus.audit.numbers.clauses import CLAUSE_ENDS, clause_around
from corpus.audit.numbers.dating import SENTENCE, season_of, years_in
from corpus.audit.numbers.measuring import PER_HEAD
from corpus.audit.numbers.movements import Movement, movement_of, point_of
from corpus.audit.numbers.number import TIMES, Number, begin
from corpus.audit.numbers.respective_lists import RespectiveItem, respective_item
from corpus.audit.numbers.topics import spoken_in, topics_in
from corpus.knowledge.phrases.measure_words import BY_PIECE
from corpus.model.statistic import NumberMention
from index.lazy_pattern import LazyPattern

_Stretch: TypeAlias = tuple[int, int]
"""From where to where in the text, as ``respective_item`` tells it."""
_PARTLY: Final = "其中"
_BELONGS: Final = LazyPattern(r"的|为(?!主)|是|来自|属于")
"""What joins the words behind a number to it: 58.3%为女性, 12亿元的订单."""
_COUNTS: Final = LazyPattern(
    rf"[个名位家户件{''.join(sorted(BY_PIECE))}]\s?(?![和与及或])[\u4e00-\u9fff]{{2}}(?<![增减上下升降])"
)
_THINGS: Final = LazyPattern(
    r"(?![以左上余多的为占是增减下降升涨跌和与及或至到、])[\u4e00-\u9fff]{2}(?<![增减上下升降])"
)
_OF_SOMETHING: Final = frozenset(["比重", "占比", "比例", "份额", "总量", "总额", "金额"])
"""What says nothing without what it is of: 增加值为683亿元，比重达53.7%."""
_WHOLE: Final = LazyPattern(r"占([^，,。；;占的]{2,16}?)的?(?=比重|比例|份额|百分比)")
_PART_OF_WHOLE: Final = LazyPattern(
    r"[名位个户家人件台座]?的?(?P<whole>[\u4e00-\u9fff]{0,8}?)[中里](?![学心期旬央间年小低高])"
)
_FOREMOST: Final = LazyPattern(r"最[高低多少大小长短]|次之|居[首末]|其次")
_STEPS: Final = 12
"""Clauses and numbers before a number after which nothing more is looked for that it could be of."""


def whole_of(words: str) -> frozenset[str]:
    """Return the topics of the whole a share is of: 地区生产总值 in 占地区生产总值的比重."""
    of = (match[1] for match in _WHOLE.finditer(words))
    return frozenset(pair for one in of for pair in topics_in(one, (), 0, len(one)))


@dataclass(frozen=True, slots=True)
class _Setting:
    """A number in its text: the clause around it, the numbers just before it, and the list it is an item of."""

    text: str
    mentions: Sequence[NumberMention]
    one: Number
    following: Sequence[Number]
    earlier: Sequence[Number]
    several: RespectiveItem | None
    start: int
    end: int

    def topics(self, stretches: Iterable[_Stretch]) -> frozenset[str]:
        """Return what stretches of the text are about."""
        return _union(topics_in(self.text, self.mentions, *each) for each in stretches)

    def spoken(self, stretches: Iterable[_Stretch]) -> frozenset[str]:
        """Return what stretches of the text speak of, loosely."""
        return _union(spoken_in(self.text, self.mentions, *each) for each in stretches)


@dataclass(frozen=True, slots=True)
class _Telling:
    """The stretches told with a number; what is only around stands before ``head``, and from it to ``tail``."""

    stretches: tuple[_Stretch, ...]
    head: int
    tail: int


def placed(text: str, found: Sequence[Number], at: int, mentions: Sequence[NumberMention]) -> Number:
    """Return a number with what is told with it alone, what was told before, and how it moved."""
    one = found[at]
    start, end = clause_around(text, one.span)
    earlier = found[bisect_left(found, one.span.start - EARLIER, hi=at, key=begin) : at]
    several = respective_item(text, found, at)
    setting = _Setting(text, mentions, one, found[at + 1 : at + 2], earlier, several, start, end)
    telling = _further_told(setting, _told_in_clause(setting))
    near, beside = setting.topics(telling.stretches), setting.spoken(telling.stretches)
    movement = _movement(setting)
    if one.unit == TIMES and movement.by:  # 增长1.5倍 is 增长150%
        one = replace(one, value=one.value * 100, step=one.step * 100, unit="%")
    before = text[max(0, telling.head - SENTENCE) : one.span.start].rsplit("。", 1)[-1]
    own = _own_time(setting)
    return replace(
        one,
        years=frozenset(years_in(own)) or one.years,
        measure=one.measure or _measure_of_whole(text, one, earlier),
        whole=_whole_before(text, one, earlier, mentions),
        season=season_of(own) or season_of(before),
        near=near,
        beside=beside,
        around=_around(setting, telling) - beside,
        others=setting.topics(several.others) - near if several else frozenset(),
        movement=movement,
        point=point_of(before, movement),
    )


def _told_in_clause(setting: _Setting) -> _Telling:
    """Return what its own clause tells of a number: what stands before it and, where that is not enough, behind it."""
    text, one = setting.text, setting.one
    # What stands with 的 behind it says of what: 过亿元的企业有217家.
    parting = [other for other in setting.earlier if not text.startswith("的", other.span.end)]
    head = max([setting.start, *(other.behind for other in parting)])
    tail = _end_of_telling(setting)
    stretches = setting.several.stretches if setting.several else ((head, one.span.start),)
    if not setting.topics(stretches) or _BELONGS.match(text, one.span.end) or _counts_what_follows(text, one):
        stretches = (*stretches, (one.span.end, tail))
    return _Telling(stretches, head, tail)


def _end_of_telling(setting: _Setting) -> int:
    """Return up to where the words behind a number may say of what it is."""
    text, one = setting.text, setting.one
    tail = min([setting.end, *(other.span.start for other in setting.following)])
    if text.startswith("、", one.behind):
        tail = one.behind  # 增加到1.55万家、科技型企业2.8万家: the next item of a list says nothing of it
    of_whole = _PART_OF_WHOLE.match(text, one.span.end, tail) if tail < setting.end else None
    return of_whole.end() if of_whole else tail  # 1140名职工中留下306名


def _further_told(setting: _Setting, telling: _Telling) -> _Telling:
    """Return what is told with a number, with clauses before it until one says of what it is, and what words mean."""
    text, one = setting.text, setting.one
    stretches, head = list(telling.stretches), telling.head
    origin = max(0, head - EARLIER)
    ends = [other.span.end for other in setting.earlier if other.span.end >= origin]
    empty = _OF_SOMETHING | whole_of(text[setting.start : one.span.start])
    said = bool(setting.topics(stretches) - empty)
    heads = sorted({origin, head, *ends, *_heads(text, head)}, reverse=True)
    for later, mark in pairwise(heads[:_STEPS]):
        if said:
            break
        stretches.append((mark, later))
        head = mark
        said = bool(setting.topics([(mark, later)]) - empty)
    return _Telling((*stretches, *antecedents_of(text, one.span.start)), head, telling.tail)


def _around(setting: _Setting, telling: _Telling) -> frozenset[str]:
    """Return what is spoken of around a number, before and behind what is told with it."""
    one = setting.one
    stretches = [(max(0, telling.head - EARLIER), telling.head), (one.span.end, telling.tail)]
    if setting.several:
        stretches.append((setting.start, one.span.start))
    return setting.spoken(stretches)


def _movement(setting: _Setting) -> Movement:
    """Return how a number moved, by the words between it and the number before, and those behind it."""
    text, one, several = setting.text, setting.one, setting.several
    begins = max([setting.start, *(other.span.end for other in setting.earlier)])
    lead = "".join(text[slice(*part)] for part in several.moved) if several else text[begins : one.span.start]
    return movement_of(lead, one.unit, text[one.span.end : setting.end])


def _own_time(setting: _Setting) -> str:
    """Return the words that tell of when an item of a list alone is; empty for any other number."""
    several = setting.several
    if several is None:
        return ""
    told = setting.text[slice(*several.stretches[0])]
    return f"{told}{several.year}年" if several.year else told


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _counts_what_follows(text: str, one: Number) -> bool:
    """Tell whether what a number counts stands right behind it: 287个地级市, 12亿元贷款."""
    return one.unit != "%" and (_THINGS if one.unit else _COUNTS).match(text, one.span.end) is not None


def _measure_of_whole(text: str, one: Number, earlier: Sequence[Number]) -> frozenset[str]:
    """Return how the whole is measured of which a number tells a part: 人均收入11539元，其中城镇居民15150元."""
    for other in reversed(earlier):
        between = text[other.span.end : one.span.start]
        if "。" in between:
            break
        if other.unit == one.unit and other.measure & PER_HEAD and _goes_on(between):
            return other.measure & PER_HEAD
    return frozenset()


def _goes_on(between: str) -> bool:
    """Tell whether what is told of one is told of another: 平均工资66915元，住宿业最低，为44207元."""
    return _PARTLY in between or _FOREMOST.search(between) is not None


def _whole_before(
    text: str, one: Number, earlier: Sequence[Number], mentions: Sequence[NumberMention]
) -> frozenset[str]:
    """Return what the whole is called of which a number tells a part, where the clause counts both."""
    start, _ = clause_around(text, one.span)
    if not earlier or earlier[-1].span.start < start or earlier[-1].unit != one.unit:
        return frozenset()
    found = _PART_OF_WHOLE.match(text, earlier[-1].span.end, one.span.start)
    return topics_in(text, mentions, *found.span("whole")) if found else frozenset()


def _heads(text: str, before: int) -> list[int]:
    return [match.end() for match in CLAUSE_ENDS.finditer(text, max(0, before - EARLIER), before)]
