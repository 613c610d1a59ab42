"""Names that stand in one list with a name found already: 聚昌信托、北辰和渝南; and those told of behind 旗下."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import (
    ending_at,
    is_large_place,
    is_person,
    is_place,
    stands_free,
    starting_at,
)
from corpus.knowledge.names.shapes.coined import is_coined, is_made_up, is_shop
from corpus.knowledge.names.shapes.edges import cut_apart, only_words, starts_within_a_word
from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_OWN: Final = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "j"})
_LONGEST: Final = 8
_SHORTEST: Final = 2
_PERSON: Final = 3
"""No longer name may be a person's."""
_BODY: Final = LazyPattern(r"[局部委院所会网署处]$|政府|微博|大学")
_NAMED: Final = ("包括", "如", "像", "除了", "对手", "客户", "供应商", "客户有")
"""Before the first of two names of a sort: 受影响的包括斯柯特和雷诺汽车."""
_INVESTORS: Final = ("老股东", "投资方", "投资机构", "领投方", "跟投方", "投资方包括", "投资方有")
"""Before the first of several who gave money, whatever words they are called by: 老股东启明松柏、华泽资本."""
_AND: Final = frozenset({"和", "与"})
_QUOTED: Final = LazyPattern(
    r"旗下[^，。；“]{0,8}(?P<list>“[^”]{2,8}”(?:[、和与及]?“[^”]{2,8}”)+)(?=[^，。“”]{0,10}(?:品牌|平台|公司|连锁|门店))"
)
_MARKED: Final = LazyPattern(r"“(?P<name>[^”]{2,8})”")
_UNITED: Final = LazyPattern(r"旗下[^，。；：]{0,10}：(?P<list>[^。；\n]{4,120})")
_MADE: Final = LazyPattern(
    r"(?:^|[、，])(?:以及|还有)?(?:做|主打|专做|卖|管)[^、，的]{1,8}的(?P<name>[一-鿿]{2,6})(?=[、，。]|$)"
)


def beside_others(text: str, found: Sequence[Span], known: Collection[str]) -> Iterator[Span]:
    """Yield names that stand beside a found one, parted by 、 only, and those listed as the parts of a company."""
    starts = {one.start for one in found}
    ends = {one.end for one in found}
    for one in found:
        yield from _listed_behind(text, one, starts)
        yield from _listed_before(text, one, ends)
        yield from _joined(text, one, known)
    yield from _parts_of_company(text)


def _listed_behind(text: str, one: Span, starts: Collection[int]) -> Iterator[Span]:
    """Yield the names of a list behind a found one, up to the next found one or to what is no name."""
    position = one.end
    items: list[Span] = []
    while text[position : position + 1] == "、" and position + 1 not in starts:
        item = Span(position + 1, starting_at(text, position + 1))
        items.append(item)
        if not _may_stand_beside(text, item):
            break
        position = item.end
    yield from _without_people(text, items)


def _listed_before(text: str, one: Span, ends: Collection[int]) -> Iterator[Span]:
    """Yield the names of a list before a found one, back to the last found one or to what is no name."""
    position = one.start
    items: list[Span] = []
    while position and text[position - 1] == "、" and position - 1 not in ends:
        item = Span(ending_at(text, position - 1), position - 1)
        items.append(item)
        if not _may_stand_beside(text, item):
            break
        position = item.start
    if (
        items
        and text.endswith(_INVESTORS, 0, items[-1].start)
        and _SHORTEST < len(items[-1].of(text)) <= _LONGEST
        and not _does(items[-1].of(text))
    ):
        yield items.pop()
    yield from _without_people(text, items)


def _does(words: str) -> bool:
    """Tell whether words are a deed and what it is done to: 认缴|新股."""
    first, *rest = plain_words(words)
    return bool(rest) and word_class(first).startswith("v") and word_class(rest[-1]) == "n"


def _without_people(text: str, items: Sequence[Span]) -> Iterator[Span]:
    """Yield the items of a list that may be names, its last perhaps none; two or more that may be people are some."""
    people = [one for one in items if _is_somebody(one.of(text)) and not ends_as_company(one.of(text))]
    several = len(people) >= _SHORTEST
    yield from (one for one in items if not (several and one in people) and _may_stand_beside(text, one))


def _joined(text: str, one: Span, known: Collection[str]) -> Iterator[Span]:
    """Yield the names joined to a found one by 和 or 与, on either side of it."""
    if text[one.end : one.end + 1] in _AND:
        item = Span(one.end + 1, starting_at(text, one.end + 1))
        if _may_be_second(text, item, known):
            yield item
    if text[one.start - 1 : one.start] in _AND:
        item = Span(ending_at(text, one.start - 1), one.start - 1)
        if text.endswith(_NAMED, 0, item.start) and is_coined(item.of(text)):
            yield item


def _parts_of_company(text: str) -> Iterator[Span]:
    """Yield the names listed behind 旗下 as the brands or parts of a company."""
    for match in _QUOTED.finditer(text):
        for told in _MARKED.finditer(text, match.start("list"), match.end("list")):
            yield Span(told.start("name"), told.end("name"))
    for match in _UNITED.finditer(text):
        for told in _MADE.finditer(match["list"]):
            start = match.start("list") + told.start("name")
            yield Span(start, start + len(told["name"]))


def _may_be_second(text: str, item: Span, known: Collection[str]) -> bool:
    """Tell whether what is told of together with a company is one: 朴朴和小象超市."""
    name = item.of(text)
    if not _SHORTEST <= len(name) <= _LONGEST or any(one in name for one in known):
        return False
    if _is_somebody(name) or is_place(name) or _BODY.search(name) or cut_apart(text, item):
        return False
    words = plain_words(name)
    loose = len(words) > 1 and len(words[-1]) == 1 and any(len(word) > 1 for word in words)
    coined = is_coined(name) and not loose
    return coined or (ends_as_company(name) and not only_words(text, item))


def _is_somebody(name: str) -> bool:
    """Tell whether a short name begins with a family name: 孙毅."""
    return 0 < len(name) <= _PERSON and name[0] in FAMILY


def _may_stand_beside(text: str, item: Span) -> bool:
    """Tell whether an item of a list is a name: closed on both sides, no word, and partly in no dictionary."""
    words = item.of(text)
    if not 2 <= len(words) <= _LONGEST or is_word(words) or is_person(words):
        return False
    if (OWN_HEAD.search(words) and not ends_as_company(words)) or starts_within_a_word(text, item.start):
        return False
    named = is_shop(words) or is_made_up(words) or (is_coined(words) and not _is_somebody(words))
    named = named or _is_of_trade(words)
    closed = re.match(r"[、，。；]|和|与|及|等|<|$|\d", text[item.end : item.end + 1])
    if closed is None and not (named and stands_free(text, item.end)):
        return False
    parts = plain_words(words)
    return len(parts) <= 3 and (
        any(len(part) > 1 and not is_word(part) for part in parts)
        or any(word_class(part) in {"nz", "nt"} for part in parts)
        or bool(any_of("strong").search(words, 2))
        or named
    )


def _is_of_trade(name: str) -> bool:
    """Tell whether a name is a small place or a name of the dictionary and a trade: 东岭水泥."""
    own, *trade = plain_words(name)
    return (
        len(trade) == 1 and trade[0] in listed("weak") and word_class(own) in _OWN and not is_large_place(own)
    )
