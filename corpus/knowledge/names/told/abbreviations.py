"""What a text calls a company in short once it has named it in full: 西岭钒钛 of 西岭钒钛资源开发股份有限公司.

A short form begins as the own part of the full name does and takes of the rest what it will, in its order. Each place
is judged by itself: it is a whole stretch of words there, and no place's name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Final

from corpus.knowledge.names.known.known_names import places_of
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person, is_place, stands_free
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.names.told.short_forms import (
    MODEL,
    in_full,
    is_held_by,
    is_inside,
    is_place_there,
    own_part,
    without_legal,
)
from corpus.knowledge.names.told.short_words import stands_as_firm
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_CORE: Final = 2
"""So many characters of the own part every short form begins with, and the shortest has no more."""
_LONGEST: Final = 10
_WITH_TRADE: Final = 4
"""So long at least is a short form that tells of the trade too."""
_AROUND: Final = 4
_USUAL: Final = 2500
"""So often at most jieba counted words that names begin with."""
_LED: Final = ("p", "c", "u", "d", "v", "t")
_LISTS: Final = ("strong", "weak", "inner", "trades", "everyday", "barred", "kinds", "tails", "trade_words")
_THERE: Final = LazyPattern(r"(?:[在于到赴往抵驻自]|位于|坐落|前往|来到|抵达)$")
"""Before these two characters they are the name of a place."""
_OF_PLACE: Final = LazyPattern(
    r"[省市县区镇乡村州港湾湖江河山岛]|当地|本地|境内|地区|警方|政府|法院|检察|公安|[东南西北]部|人(?![事力])|话|菜|方言"
)
"""Behind them these make the name of a place or of those who live there of them."""


def abbreviations(text: str, owners: Mapping[str, str], known: Collection[str]) -> Iterator[tuple[Span, str]]:
    """Yield the places of short forms behind the full names among ``owners``, each with whose they are.

    What widely ``known`` names begin with is left to them, as is what two full names could be shortened to.
    """
    wholes = [(name, own) for name in owners for own in _shortened(name, known)]
    heads: dict[str, set[str]] = {}
    for name, own in wholes:
        heads.setdefault(own[:_CORE], set()).add(owners[name])
    for name, own in wholes:
        core = own[:_CORE]
        if len(heads[core]) > 1:
            continue
        owner = owners[name]
        shared = any(
            one.startswith(core) and owners[one] != owner and not _is_made_of(one, own) for one in owners
        )
        alone = not shared and _may_stand_alone(text, core, own)
        first = text.find(name)
        for place in places_of(core, text):
            if place <= first or text.startswith(name, place):
                continue
            span = _short_at(text, place, own, alone=alone)
            if span is None or owners.get(span.of(text)) == owner:
                continue
            short = span.of(text)
            free = owners.get(short, short) == short and short not in known
            if free and not is_held_by(text, short, {name}):
                yield span, owner


def _shortened(name: str, known: Collection[str]) -> Iterator[str]:
    """Yield what a full name may be shortened from: its own part, with and without a small place before it."""
    if not in_full(name):
        return
    for own in dict.fromkeys((own_part(name), without_legal(name))):
        core = own[:_CORE]
        general = is_large_place(core) or any(core in listed(one) for one in _LISTS)
        if general or own[:1].isascii() or own.startswith(tuple(known)):
            continue
        if len(own) >= _WITH_TRADE and core.isalpha():
            yield own


def _is_made_of(short: str, own: str) -> bool:
    """Tell whether a name takes its characters from another, in their order."""
    rest = iter(own)
    return all(char in rest for char in short)


def _may_stand_alone(text: str, core: str, own: str) -> bool:
    """Tell whether only words of trades follow the first characters of a name, which are no place of the text."""
    if is_place(core) or is_person(core) or is_place_there(text, core):
        return False
    if not (is_word(core) or is_coined(core)) or word_frequency(core) > _USUAL:
        return False
    trade = any_of(*_LISTS).match(own, _CORE)
    return all(map(_is_of_trade, plain_words(own[trade.end() if trade else _CORE :])))


def _is_of_trade(word: str) -> bool:
    return any(word in listed(one) for one in _LISTS) or (
        len(word) > 1 and is_word(word) and not is_place(word) and not word_class(word).startswith("nr")
    )


def _short_at(text: str, place: int, own: str, *, alone: bool) -> Span | None:
    """Return the longest short form of an own part that stands as a whole at a place, ``None`` where none does."""
    ends = _ends(text, place, own)
    for end in reversed(ends):
        span = Span(place, end)
        if len(span) == _CORE:
            whole = alone and len(ends) == 1
            return span if whole and _stands_as_name(text, span) else None
        if len(span) >= _WITH_TRADE and _is_whole(text, span) and _tells_trade(span.of(text), own):
            return span
    return None


def _ends(text: str, place: int, own: str) -> list[int]:
    """Return where what begins at a place may end, as long as it is made of an own part."""
    rest = iter(own[_CORE:])
    ends = [place + _CORE]
    while len(ends) < _LONGEST and ends[-1] < len(text) and text[ends[-1]] in rest:
        ends.append(ends[-1] + 1)
    return ends


def _tells_trade(short: str, own: str) -> bool:
    """Tell whether a short form keeps a word no dictionary has right behind its first characters: 江州|砚北."""
    words = plain_words(own[_CORE:])
    return is_word(words[0]) or short.startswith(own[: _CORE + len(words[0])]) or words[0] in _trades()


@cache
def _trades() -> frozenset[str]:
    return frozenset().union(*map(listed, _LISTS))


def _is_whole(text: str, span: Span) -> bool:
    """Tell whether no word goes over an end of a stretch, and nothing follows that makes a longer name of it."""
    if is_inside(text, span) or MODEL.match(text, span.end):
        return False
    begin = max(0, span.start - _AROUND)
    position = begin
    for word in plain_words(text[begin : span.end + _AROUND]):
        behind = position + len(word)
        if is_word(word) and (position < span.start < behind or position < span.end < behind):
            return False
        position = behind
    return stands_free(text, span.end) or any_of("owned").match(text, span.end) is not None


def _stands_as_name(text: str, span: Span) -> bool:
    """Tell whether two characters stand as a name, and not as that of a place."""
    before = plain_words(text[max(0, span.start - _AROUND) : span.start])[-1:]
    if is_word(span.of(text)):
        return stands_as_firm(text, span, rare=False)
    opens = not before or not before[0].isalnum() or word_class(before[0]).startswith(_LED)
    if not opens or _THERE.search(text, max(0, span.start - _AROUND), span.start):
        return False
    return not _OF_PLACE.match(text, span.end) and _is_whole(text, span)
