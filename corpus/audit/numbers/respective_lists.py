"""Numbers told one by one of several things: 甲、乙和丙分别为3万、2万和1万, 存款……，贷款……，分别增加22亿元和17亿元."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.audit.numbers.clauses import clause_around
from corpus.audit.numbers.number import Number, begin
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_EACH_ITS_OWN: Final = LazyPattern(r"分别")
_JOINED: Final = LazyPattern(r"、|以及|和|与|及")
_COUNTED: Final = LazyPattern(r"(?:[两二三四五六七八九十]|\d{1,2})(?=[条个家类种座所项大位名组])")
"""What counts things behind the last of their names."""
_YEARS: Final = LazyPattern(r"((?:19|20)\d\d)\s?年?\s?[至到—–\-~～]\s?((?:19|20)\d\d)\s?年")
_DATE: Final = LazyPattern(r"\d\s?[年月日][底末初份]?(?:全年)?")
_NEAR: Final = 24
"""Characters before a clause in which its years are told."""
_PARTED: Final = LazyPattern(r"[。！？!?\n]")
_SEVERAL: Final = 2
_MOST: Final = 20
"""Things told one by one; more make no list that is read so."""
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class RespectiveItem:
    """Of what a number in such a list is (stretches of the text), and the words that say how all of them moved."""

    stretches: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]
    year: str = ""
    """Its year, where the numbers are those of one year after the other: 2020年至2022年分别为…."""
    others: tuple[tuple[int, int], ...] = ()
    """Where the other things are named, of which its number is not."""


def respective_item(text: str, found: Sequence[Number], at: int, deep: int = 0) -> RespectiveItem | None:
    """Return of what a number is that stands behind 分别; ``None`` for any other, or where the things do not match.

    The things are named before 分别, or are those of as many numbers before the clause, so ``deep`` already.
    """
    start, end = clause_around(text, found[at].span)
    each = [one.span() for one in _EACH_ITS_OWN.finditer(text, start, found[at].span.start)]
    if not each:
        return _in_a_row(text, found, at, start, end)
    opening, closing = each[-1]
    first, last = bisect_left(found, closing, key=begin), bisect_left(found, end, key=begin)
    many, place = last - first, at - first
    if not _SEVERAL <= many <= _MOST:
        return None
    moved: tuple[tuple[int, int], ...] = ((start, opening), (closing, found[first].span.start))
    own = (found[at - 1].behind, found[at].span.start) if place else (0, 0)
    if _JOINED.sub("", text[slice(*own)]).strip():
        moved = (own,)  # 分别增长6.4%、11.2%和下降1.8%
    named = _named(text, start, opening, many)
    if not named and start:
        head, end = clause_around(text, Span(start - 1, start - 1))
        told = first and found[first - 1].span.start >= head
        named = [] if told else _named(text, head, end, many)  # 一季度、二季度和三季度，分别…
        named = [(*one, (start, opening)) for one in named]
    if named:
        return RespectiveItem(named[place], moved, others=_other_names(named, place))
    for year in _YEARS.finditer(text, max(0, start - _NEAR), opening):
        if int(year[2]) - int(year[1]) == many - 1:
            return RespectiveItem(((start, opening),), moved, str(int(year[1]) + place))
    if first < many or _PARTED.search(text, found[first - many].span.end, start):
        return None
    item = first - many + place
    of_item = respective_item(text, found, item, deep + 1) if deep < _DEEPEST else None
    whose = of_item.stretches[:1] if of_item else (_before(text, found, item),)
    return RespectiveItem((*whose, (start, opening)), moved)


def _in_a_row(text: str, found: Sequence[Number], at: int, start: int, end: int) -> RespectiveItem | None:
    """Return of what a number is that stands among others with nothing but 、 and 和 between them."""

    def joined(one: int) -> bool:
        between = text[found[one].behind : found[one + 1].span.start]
        return bool(_JOINED.fullmatch(between.strip()))

    first = last = at
    while first and found[first - 1].span.start >= start and joined(first - 1) and at - first < _MOST:
        first -= 1
    while last + 1 < len(found) and found[last + 1].span.end <= end and joined(last) and last - at < _MOST:
        last += 1
    if not _SEVERAL <= last - first + 1 <= _MOST:
        return None
    opening = found[first].span.start
    named = _named(text, start, opening, last - first + 1)
    if not named:
        return None
    return RespectiveItem(named[at - first], ((start, opening),), others=_other_names(named, at - first))


def _other_names(named: Sequence[tuple[tuple[int, int], ...]], place: int) -> tuple[tuple[int, int], ...]:
    return tuple(one[0] for at, one in enumerate(named) if at != place)


def _before(text: str, found: Sequence[Number], item: int) -> tuple[int, int]:
    """Return the words of its clause that stand before a number, behind the one before it."""
    head, _ = clause_around(text, found[item].span)
    if item and found[item - 1].span.start >= head:
        head = found[item - 1].behind
    return head, found[item].span.start


def _named(text: str, start: int, end: int, many: int) -> list[tuple[tuple[int, int], ...]]:
    """Return the stretches for each of ``many`` things named one after the other; none where they are not as many.

    甲、乙和丙的收入 has three, each with 收入; in 城镇和农村居民收入 the rest of the last is told of all.
    """
    joints = [one.span() for one in _JOINED.finditer(text, start, end)]
    begins, ends = [start, *(one[1] for one in joints)], [*(one[0] for one in joints), end]
    if len(begins) != many:
        return []
    last = begins[-1]
    of = text.find("的", last, end)
    shortest = min(stop - begin for begin, stop in zip(begins[:-1], ends[:-1], strict=True))
    cut = of if of > last else min(end, last + shortest)
    counted = _COUNTED.search(text, last + 1, cut)
    cut = counted.start() if counted else cut  # 甲、乙、丙三条线路
    names = [*zip(begins[:-1], ends[:-1], strict=True), (last, cut)]
    longest = max(stop - begin for begin, stop in names[1:])
    dates = [one.end() for one in _DATE.finditer(text, start, ends[0]) if one.end() < ends[0]]
    names[0] = (max(start, ends[0] - longest, *dates), ends[0])  # 研究区内共有水稻、玉米和大豆
    return [(name, (cut, end)) for name in names]
