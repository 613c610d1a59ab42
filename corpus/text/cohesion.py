"""Whether parts of a text speak of the same thing: by the words that come again in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Final

from corpus.text.characters import HAN
from index.lazy_pattern import LazyPattern

_RUN: Final = LazyPattern(f"[{HAN}]+")
_FEWEST_TERMS: Final = 12
_FEWEST_OF_TWO: Final = 40
"""Two parts only may be the two sides of one subject; more must be known of them."""

_UNRELATED: Final = 0.045
_NEVER_NEAR: Final = 0.12
_MOST_PARTS: Final = 24


def terms(text: str) -> frozenset[str]:
    """Return the pairs of Han that stand in ``text`` at least twice: what it goes on about."""
    counts: Counter[str] = Counter()
    for run in _RUN.findall(text):
        counts.update(run[place : place + 2] for place in range(len(run) - 1))
    return frozenset(pair for pair, count in counts.items() if count > 1)


def unrelated(parts: Sequence[str]) -> bool:
    """Tell whether no two of the parts share a subject; sections of one article share a tenth of their terms."""
    known = [terms(part) for part in parts[:_MOST_PARTS]]
    fewest = _FEWEST_OF_TWO if len(known) == 2 else _FEWEST_TERMS
    if len(known) < 2 or any(len(one) < fewest for one in known):
        return False
    shares = [len(one & other) / min(len(one), len(other)) for one, other in combinations(known, 2)]
    return sum(shares) / len(shares) <= _UNRELATED and max(shares) <= _NEVER_NEAR
