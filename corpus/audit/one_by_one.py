"""Numbers told one by one of several things: 甲、乙和丙分别为3万、2万和1万, 存款……，贷款……，分别增加22亿元和17亿元."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.audit.clauses import clause_around
from corpus.audit.number import Number, begin

_EACH_ITS_OWN: Final = re.compile(r"分别")
_JOINED: Final = re.compile(r"、|以及|和|与|及")
_PARTED: Final = re.compile(r"[。！？!?\n]")
_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class OneOfSeveral:
    """Of what a number in such a list is (stretches of the text), and the words that say how all of them moved."""

    stretches: tuple[tuple[int, int], ...]
    moved: tuple[tuple[int, int], ...]


def one_of_several(text: str, found: Sequence[Number], at: int) -> OneOfSeveral | None:
    """Return of what a number is that stands behind 分别; ``None`` for any other, or where the things do not match.

    The things are named before 分别, or are those of as many numbers before the clause.
    """
    start, end = clause_around(text, found[at].span)
    each = [one.span() for one in _EACH_ITS_OWN.finditer(text, start, found[at].span.start)]
    if not each:
        return None
    opening, closing = each[-1]
    first, last = bisect_left(found, closing, key=begin), bisect_left(found, end, key=begin)
    many, place = last - first, at - first
    if many < _SEVERAL:
        return None
    moved = ((start, opening), (closing, found[first].span.start))
    named = _named(text, start, opening, many)
    if named:
        return OneOfSeveral(named[place], moved)
    if first < many or _PARTED.search(text, found[first - many].span.end, start):
        return None
    item = first - many + place
    of_item = one_of_several(text, found, item)
    whose = of_item.stretches[:1] if of_item else (_before(text, found, item),)
    return OneOfSeveral((*whose, (start, opening)), moved)


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
    cut = of if of > last else min(end, last + ends[0] - start)
    names = [*zip(begins[:-1], ends[:-1], strict=True), (last, cut)]
    return [(name, (cut, end)) for name in names]
