"""Names that several weak signs of a text give away together: 认定鹿单平台, and later 赔偿鹿单经济损失."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue, cue_words
from corpus.knowledge.cues.word_pattern import expression_of
from corpus.knowledge.names.shapes.boundaries import ending_at, is_person, starting_at
from corpus.knowledge.names.shapes.coined import is_coined, is_made_up, is_shop, is_simplified
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_frequency

_LONGEST: Final = 6
_PLACED: Final = frozenset("上下前后中内外里间时等才本源号轮旁边侧")
_SHORTEST: Final = 2
_ENOUGH: Final = 2
"""So much the signs of one name must weigh together."""
_STRONG: Final = 2
_PERSON: Final = 3
"""No longer name may be a person's."""
_WHEN: Final = LazyPattern(
    r"(?:近日|日前|同日|当日|今天|昨天|今年|去年|随后|此前|正式|率先|首次|再次|已经?|也|则|又|还|将|均|都|[ ])+$"
)
_CLAUSE: Final = LazyPattern(r"^|[。！？；，：“\n]")
_FAR: Final = 8
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""


@cache
def _signs_of(side: str) -> re.Pattern[str]:
    """Return what stands right behind names, or right before them."""
    return re.compile(expression_of((*_words(f"{side}_sure"), *_words(f"{side}_weak"))))


def _words(kind: str) -> frozenset[str]:
    return cue_words("names/context", kind)


def by_evidence(text: str) -> Iterator[Span]:
    """Yield the places of coined names whose surroundings, all over the text, weigh enough together."""
    weights: dict[str, int] = {}
    places: dict[str, list[Span]] = {}
    for span, weight in _seen(text):
        name = span.of(text)
        weights[name] = weights.get(name, 0) + weight
        places.setdefault(name, []).append(span)
    begins = _clause_begins(text, {name[:_SHORTEST] for name in weights})
    for name, weight in weights.items():
        if weight + _leads(text, name, places[name], begins[name[:_SHORTEST]]) >= _ENOUGH + _is_doubtful(
            name
        ):
            yield from places[name]


def _clause_begins(text: str, heads: set[str]) -> dict[str, list[int]]:
    """Return where clauses begin with one of these pairs of characters, by the pair."""
    begins: dict[str, list[int]] = {head: [] for head in heads}
    for one in _CLAUSE.finditer(text) if heads else ():
        head = text[one.end() : one.end() + _SHORTEST]
        if head in begins:
            begins[head].append(one.end())
    return begins


def _leads(text: str, name: str, told: list[Span], begins: list[int]) -> bool:
    """Tell whether a clause elsewhere in the text begins with a name: then it is told of as somebody who acts."""
    elsewhere = set(begins).difference(place.start for place in told)
    return any(text.startswith(name, begin) for begin in elsewhere)


def _is_doubtful(name: str) -> bool:
    """Tell whether a name may be a person's too, or is made of a word and a character: 贝小兔."""
    person = len(name) <= _PERSON and (name[0] in FAMILY or is_person(name))
    return person or not is_coined(name)


def _may_be(name: str) -> bool:
    """Tell whether a phrase is coined, or a short noun and one character that is none: 贝小兔."""
    if not _SHORTEST <= len(name) <= _LONGEST or name[-1] in _PLACED:
        return False
    if not is_simplified(name):
        return False
    return is_coined(name) or is_made_up(name) or is_shop(name)


def _seen(text: str) -> Iterator[tuple[Span, int]]:
    """Yield where names stand beside a sign of one, with its weight."""
    sure = _words("behind_sure")
    for match in _signs_of("behind").finditer(text):
        when = _WHEN.search(text, max(0, match.start() - _FAR), match.start())
        end = when.start() if when else match.start()
        if _is_everyday(text[max(0, end - _SHORTEST) : end]):
            continue
        start = max(ending_at(text, end), _after_kind(text, end))
        if not _may_be(text[start:end]):
            start = end - len(_new((plain_words(text[start:end]) or [""])[-1]))
        if start < end and _may_be(text[start:end]):
            yield Span(start, end), _STRONG if match[0] in sure else 1
    sure = _words("before_sure")
    for match in _signs_of("before").finditer(text):
        start = match.end()
        if _is_everyday(text[start : start + _SHORTEST]):
            continue
        end = starting_at(text, start)
        if not _may_be(text[start:end]):
            end = start + len(_new((plain_words(text[start:end]) or [""])[0]))
        if start < end and _may_be(text[start:end]):
            yield Span(start, end), _STRONG if match[0] in sure else 1


def _after_kind(text: str, end: int) -> int:
    """Return where the last word of what kind a business is ends before a place: 电动车企业|永捷."""
    begin = max(0, end - _FAR)
    kinds = [one.end() for one in cue("names/context", "business").finditer(text, begin, end)]
    return kinds[-1] if kinds and end - kinds[-1] >= _SHORTEST else 0


def _is_everyday(pair: str) -> bool:
    """Tell, before anything dearer is asked, whether two characters are an everyday word, or not two of a name."""
    return not pair.isalpha() or len(pair) < _SHORTEST or (is_word(pair) and word_frequency(pair) > _RARE)


def _new(word: str) -> str:
    """Return a word that is in no dictionary, nothing for one that is."""
    return "" if is_word(word) else word
