"""Names that weigh too little to be any, and stretches that weigh enough without another sign of them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.known.known_names import known_in
from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.names.shapes.coined import is_coined, is_made_up
from corpus.knowledge.names.shapes.no_name import is_no_name
from corpus.knowledge.names.weighed.candidates import by_last_word
from corpus.knowledge.names.weighed.weights import weight_of
from corpus.model.platform import PlatformMention
from corpus.model.span import Span, Taken
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words

_ENOUGH: Final = 150
"""What weighs so much is a name without another sign."""
_TOO_LITTLE: Final = -400
"""What weighs less is none, though a rule found it."""
_MORE_SURE: Final = -700
"""What weighs less is none though it is coined, in quotation marks, or its rule is one of the surest."""
_WITH_KNOWN: Final = -900
"""What weighs less is none though it holds a widely known name."""
_QUOTED: Final = frozenset("“「")
_REACH: Final = 6
_REGISTERED: Final = LazyPattern(r"限公司|合伙|事务所|管理公司|^[*S]")
"""What registered names have, and shares under special treatment: they stay with any weight."""
_LONG: Final = 8
"""Names so long that begin with a place are registered ones: 佛山市顺德区凯欣五金制品厂."""
_PLACES: Final = 4
"""So many places of a name are weighed."""


def by_weight(text: str, seeds: Sequence[Span], sure: Collection[Span]) -> list[Span]:
    """Return the seeds that do not weigh too little, and what ends as a name and weighs enough beside them.

    ``sure`` has the places that the surest rules found.
    """
    starts = {one.start for one in sure}
    kept = [one for one in seeds if not _is_unlikely(text, one, sure=one.start in starts)]
    taken = Taken(kept)
    told = (one for one in _weighty(text) if not is_no_name(one.of(text), text))
    return [*kept, *(one for one in told if not taken.overlaps(one))]


def _weighty(text: str) -> list[Span]:
    """Return the stretches that end as names do and weigh enough, of overlapping ones the weightiest."""
    found = ((weight_of(text, one), one) for one in by_last_word(text))
    taken: list[Span] = []
    for _, span in sorted((one for one in found if one[0] >= _ENOUGH), reverse=True):
        if not any(one.overlaps(span) for one in taken):
            taken.append(span)
    return taken


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
