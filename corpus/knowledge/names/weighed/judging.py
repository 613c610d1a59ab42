"""Names that rules find and that weigh too little to be any: what was cut from a sentence, and not what was coined."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.known.known_names import known_in
from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.names.shapes.coined import is_coined, is_made_up
from corpus.knowledge.names.weighed.weights import weight_of
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words

_TOO_LITTLE: Final = -400
"""What weighs less is none, though a rule found it."""
_MORE_SURE: Final = -700
"""What weighs less is none though it is coined, in quotation marks, or its rule is one of the surest."""
_WITH_KNOWN: Final = -900
"""What weighs less is none though it holds a widely known name."""
_QUOTED: Final = frozenset("“「")
_REACH: Final = 6
_REGISTERED: Final = LazyPattern(
    r"(?:管理公司|集团|银行|交易所|造船厂|日报|新闻|电视台|合伙|事务所)[）)]?$|限公司|集团公司|^[*A-Za-z]"
)
"""What registered names have, names in Latin, and shares under special treatment: they stay with any weight."""
_LONG: Final = 8
"""Names so long that begin with a place are registered ones: 佛山市顺德区凯欣五金制品厂."""
_PLACES: Final = 4
"""So many places of a name are weighed."""


def by_weight(
    text: str, seeds: Sequence[Span], sure: Collection[Span], given: Collection[Span] = ()
) -> list[Span]:
    """Return the seeds that do not weigh too little; ``sure`` has the places that the surest rules found.

    Those of which short forms are ``given`` are not weighed.
    """
    starts = {one.start for one in sure}
    return [one for one in seeds if one in given or not _is_unlikely(text, one, sure=one.start in starts)]


def without_unlikely(
    text: str, mentions: Sequence[PlatformMention], sure: Collection[str]
) -> tuple[PlatformMention, ...]:
    """Return mentions without those of names that weigh too little at every place; ``sure`` names are not weighed."""
    places: dict[str, list[Span]] = {}
    for one in mentions:
        if one.text not in sure:
            places.setdefault(one.text, []).append(one.span)
    unlikely = {
        name
        for name, spans in places.items()
        if all(_is_unlikely(text, one, sure=False) for one in spans[:_PLACES])
    }
    return tuple(_kept(mentions, unlikely))


def _kept(mentions: Sequence[PlatformMention], unlikely: Collection[str]) -> Iterator[PlatformMention]:
    """Yield the mentions that stay: another form of a name stays with it, and by itself where only that goes."""
    for one in mentions:
        if one.text not in unlikely or (one.platform != one.text and one.platform not in unlikely):
            yield one if one.platform not in unlikely else PlatformMention(one.text, one.span, one.text)


def _is_unlikely(text: str, span: Span, *, sure: bool) -> bool:
    """Tell whether a name that a rule found weighs too little there."""
    more_sure = sure or text[span.start - 1 : span.start] in _QUOTED or _behind_kind(text, span.start)
    bound = _bound(span.of(text))
    return weight_of(text, span) < (min(bound, _MORE_SURE) if more_sure else bound)


def _behind_kind(text: str, start: int) -> bool:
    """Tell whether right before a place is said of what kind a business is: 进口商|云朵国际."""
    kinds = cue("names/context", "business").finditer(text, max(0, start - _REACH), start)
    return any(one.end() == start for one in kinds)


@lru_cache(maxsize=2048)
def _bound(name: str) -> float:
    """Return the least weight with which a name that a rule found stays one: a registered name with any."""
    if _REGISTERED.search(name) or (len(name) >= _LONG and is_place(plain_words(name)[0])):
        return -math.inf
    if known_in(name):
        return _WITH_KNOWN
    return _MORE_SURE if is_coined(name) or is_made_up(name) else _TOO_LITTLE
