"""Whether two names are one company's: its registered name, and the one by which it is spoken of."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.document.places import COUNTRY
from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.phrases.company_words import listed

_BRAND: Final = 2
"""Characters of a brand, before the words that say what its company does."""
_TRADES: Final = ("strong", "weak", "inner", "trades")


@lru_cache(maxsize=4096)
def is_short_for(short: str, name: str) -> bool:
    """Tell whether ``short`` is a name without its place or without the last trade: 云栈冷链 of 江澜云栈冷链物流.

    A brand alone is not: 比亚迪 and 比亚迪电子 are two companies.
    """
    place, found, rest = name.partition(short)
    if not found or short == name or not _has_trade(short):
        return False
    return (not place or (len(place) >= _BRAND and is_place(place))) and (not rest or _is_trade(rest))


def _has_trade(name: str) -> bool:
    """Tell whether a name has a brand of its own and ends in a trade: 云栈冷链, not 中国石油."""
    return any(
        _is_trade(name[size:]) and name[:size] not in COUNTRY and not is_place(name[:size])
        for size in range(_BRAND, len(name) - 1)
    )


def _is_trade(words: str) -> bool:
    return any(words in listed(kind) for kind in _TRADES)
