"""The entry of an encyclopedia: what its title names and its first sentence defines, and the measures told of it alone.

岚峰（…）是青岭山脉的最高峰，海拔4392米。 Whatever measure begins a clause of such a text is that of its lemma, if its
sentence begins with the lemma, with what points at it, or with a measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import clause_start
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_ASIDE: Final = LazyPattern(r"[ ]?[（(][^（()）\n]{1,40}[）)]$")
_DEFINES: Final = (
    r"[》”」]?(?:(?:[（(][^（()）\n]*[）)])+[，,]|(?:[（(][^（()）\n]*[）)])*[，,]?"
    r"(?:又|亦|也|或|简称|全称|[原旧古曾][名称译用]|俗称|英[文语]|是|为|位于|即|指|系|乃|全长|别[名称]))"
)
_POINTS: Final = LazyPattern(
    r"(?:其|它|該|该[一-鿿]{0,4}?|本[种属市县区站线山湖]|全[长线书片剧])(?![中余他次实])"
)
_TIME: Final = LazyPattern(
    r"(?:(?:目前|现今?|如今|至今|截至[^，。；]{1,14}[，,]?|到?\d{4}年[^，。；]{0,6}[，,]?|约|共|总共|一共|最[大高长多])[，,]?)*"
)
_NO_LEMMA: Final = LazyPattern(
    r"^(?:\d|此外|据|其中|目前|同时|另外|值得|因[此为]|所以|但|而|不过|截[至止]|根据|由于|随着|本[文书次报]|该|此|这)"
    r"|[年月日]$|[，。：？！]|公告|显示|据悉"
)
"""What no title of an entry is: a time, or the beginning of news."""
_SHORTEST: Final = 2
_LONGEST: Final = 12
_METRIC: Final = 7
"""No measure of a lemma is longer, in code points."""
_HEAD: Final = 600
"""So far the first sentence of an entry may begin, in code points."""
_MEASURING: Final = frozenset("总年月日均共全长高宽重每各最上下前后左右内外单双主大小新旧")
"""Single signs a measure may have before its noun."""
_NAMES: Final = ("nr", "ns", "nt", "nz", "r")


def lemma_of(title: str, text: str) -> str:
    """Return what a title names if the text begins by defining it, empty for any other text."""
    name = _ASIDE.sub("", title.strip()).strip("《》“”「」")
    fits = _SHORTEST <= len(name) <= _LONGEST and not _NO_LEMMA.search(name)
    return name if fits and _defines(name, text) else ""


def of_lemma(text: str, sentence: Span, found: Iterable[Statistic], about: str) -> list[Statistic]:
    """Return the figures of a sentence, those bare measures that begin a clause given to the lemma ``about``."""
    told = list(found)
    opens = bool(about) and _opens(text, sentence, told, about)
    return [_of_lemma(text, one, about) if opens else one for one in told]


def is_lemma(about: str, text: str) -> bool:
    """Tell whether a text is the entry of what it is about."""
    return bool(about) and _defines(about, text)


def _defines(name: str, text: str) -> bool:
    return re.search(rf"(?:^|\n)[《“「]?{re.escape(name)}{_DEFINES}", text[:_HEAD]) is not None


def _opens(text: str, sentence: Span, found: list[Statistic], about: str) -> bool:
    """Tell whether a sentence begins with the lemma, what points at it, or the measure of its first figure."""
    if not found:
        return False
    start = sentence.end - len(sentence.of(text).lstrip(" 　\n《“「"))
    lead = _TIME.match(text, start, sentence.end)
    place = lead.end() if lead else start
    return (
        text.startswith((about, found[0].metric[:3]), place)
        or text.startswith(about, start)
        or _POINTS.match(text, place, sentence.end) is not None
    )


def _of_lemma(text: str, one: Statistic, about: str) -> Statistic:
    if one.subject or one.region or len(one.metric) > _METRIC or about in one.metric:
        return one
    begin = clause_start(text, one.figure.start, one.evidence.start)
    lead = _TIME.match(text, begin, one.figure.start)
    place = lead.end() if lead else begin
    if text.startswith(about, place):
        place += len(about)
    if not text.startswith(one.metric[:_SHORTEST], place) or _names_another(one.metric):
        return one
    return replace(one, subject=about, inferred=True, inherited=(*one.inherited, "subject"))


def _names_another(metric: str) -> bool:
    """Tell whether a measure names a thing of its own: 德大铁路全长."""
    return any(
        (len(word) == 1 and word not in _MEASURING)
        or (len(word) > 1 and (not is_word(word) or word_class(word).startswith(_NAMES)))
        for word in plain_words(metric)[:-1]
    )
