"""Names a paragraph opens with, of which it goes on to tell what only companies have: 汐云数据…. 去年它营收过亿."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_person, is_place, stops
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.model.span import Span
from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_frequency

_LONGEST: Final = 8
_SHORTEST: Final = 2
_WORDS: Final = 2
_RARE: Final = 50
"""So often at most jieba counted words of any class that names are made of."""
_REMOTE: Final = 160
"""How far before what is told of it a name may stand, in code points."""
_RUN: Final = LazyPattern(r"[一-鿿]{2,16}")
_BREAK: Final = LazyPattern(r"[。！？\n]")
_FAR: Final = 400
"""How far behind it what a paragraph opens with is named again, in code points."""
_LINES: Final = LazyPattern(r"(?:^|\n)[ \u3000]*(?=[一-鿿]{4})")
_TELLS: Final = frozenset("是从在被把将也就却才已")
"""With these what is told of a name begins behind it."""
_FOUNDED: Final = ("成立于", "创立于", "诞生于", "创办于", "上线于")
_BODIES: Final = frozenset("馆院校所局队会团站司村镇县市区省")
"""Last characters of what is founded too, and is no company."""
_SHOPS: Final = frozenset("斋堂坊记铺阁轩居馆园")


@cache
def _goes_on() -> Guarded:
    """Return what finds a sentence that goes on to tell of a company what only companies have."""
    time = r"\d{4}[ ]?年|去年|今年|上半年|下半年|前三季度|[一二三四]季度|如今|目前|眼下|随后"
    when = rf"(?:(?:{time})[^，。；\n]{{0,6}}，?)?"
    return guarded(
        rf"[。！？；]{when}(?:公司|该公司|这家公司|这家企业|其(?![中他实余次它])|它(?!们))[^。；\n]{{0,30}}?"
        rf"(?:{cue('names/context', 'goes_on').pattern})"
    )


def by_openings(text: str) -> Iterator[Span]:
    """Yield the names that the sentence before one of such tellings opens with."""
    done = -1
    for match in _goes_on().finditer(text, frozenset(text)):
        breaks = [one.end() for one in _BREAK.finditer(text, max(0, match.start() - _REMOTE), match.start())]
        start = breaks[-1] if breaks else max(0, match.start() - _REMOTE)
        if start <= done or (not breaks and start > 0):
            continue
        done = start
        name = _head(text, start)
        if name is not None:
            yield name
    for match in _LINES.finditer(text):
        name = _head(text, match.end())
        if name is not None and _named_again(text, name):
            yield name


def _named_again(text: str, name: Span) -> bool:
    """Tell whether what a name begins with, in no dictionary, heads a clause further on: 潮信 of 潮信数据."""
    own, *trade = plain_words(name.of(text))
    if (
        word_frequency(own) > _RARE
        or len(own) != _WORDS
        or len(trade) != 1
        or not ends_as_company(name.of(text))
    ):
        return False
    again = text.find(own, name.end, name.end + _FAR)
    return again >= 0 and not text.startswith(trade[0], again + len(own))


def _head(text: str, start: int) -> Span | None:
    """Return the name with which a sentence begins: coined, or a word and what companies end in."""
    run = _RUN.match(text, start)
    words = plain_words(run[0]) if run else []
    taken: list[str] = []
    while (
        words
        and not (stops(words[0]) or (taken and words[0][0] in _TELLS))
        and sum(map(len, taken)) + len(words[0]) <= _LONGEST
    ):
        taken.append(words.pop(0))
    name = "".join(taken)
    if len(name) <= _SHORTEST or is_word(name) or is_person(name) or is_place(name):
        return None
    own = taken[0]
    if any(one in listed("barred") or one in listed("kinds") for one in taken):
        return None
    named = is_coined(name) or (ends_as_company(name) and len(taken) == _WORDS and len(own) > 1)
    founded = text.startswith(_FOUNDED, start + len(name)) and name[-1] not in _BODIES
    named = named or (founded and list(map(len, taken)) == [_WORDS, _WORDS])
    named = named or (name[-1] in _SHOPS and len(taken) == _WORDS)
    return Span(start, start + len(name)) if named else None
