"""Which trend a sentence without its cue words is most like: judged by the examples a pack gives for each.

Naive Bayes over the signs of a sentence and its pairs of signs: how much oftener each stands in the examples of one
trend than in those of all others.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from corpus.model.trend import Trend
from index.lazy_pattern import LazyPattern

APART: Final = 3.0
"""So much liker the examples of one trend than those of the next a sentence must be, in natural logarithms."""
FAR_APART: Final = 10.0
"""The same of a sentence in which nothing but a word that may tell a turn says which way something develops."""
FEWEST: Final = 12
"""Of fewer examples nothing is learned."""
_SEEN: Final = 2
"""A sign or a pair of signs of fewer sentences tells nothing."""
_SMOOTH: Final = 0.3
_LEAST: Final = -2.0
"""No single sign speaks more against a trend than this."""
_TOLD: Final = 3
_RUNS: Final = LazyPattern("[一-鿿]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The trend whose examples a sentence is most like, and the words that told it."""

    trend: Trend
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """How many examples of each trend hold a sign or a pair of signs; the last count is of what belongs to none."""

    trends: tuple[Trend, ...]
    sizes: tuple[int, ...]
    holding: Mapping[str, tuple[int, ...]]
    weights: dict[str, tuple[float, ...]] = field(default_factory=dict)

    @property
    def subjects(self) -> tuple[Trend, ...]:
        """Return one trend of each subject there is."""
        return tuple({one.about: one for one in self.trends}.values())

    def likest(self, sentence: str, apart: float = APART) -> Likeness | None:
        """Return the trend a sentence is most like by so much; ``None`` where it is none, or like two of them."""
        told = [(one, self._weights(one)) for one in sorted(parts_of(sentence)) if one in self.holding]
        totals = [sum(weights[place] for _, weights in told) for place in range(len(self.sizes))]
        order = sorted(range(len(totals)), key=lambda place: -totals[place])
        if len(order) < _SEEN or order[0] >= len(self.trends) or totals[order[0]] - totals[order[1]] < apart:
            return None
        pairs = [(weights[order[0]], one) for one, weights in told if len(one) > 1 and weights[order[0]] > 0]
        words = sorted(pairs, key=lambda pair: (-pair[0], sentence.find(pair[1])))[:_TOLD]
        return Likeness(self.trends[order[0]], tuple(one for _, one in words))

    def _weights(self, part: str) -> tuple[float, ...]:
        """Return how much oftener a part stands in the examples of each trend than in all others, as logarithms."""
        if (known := self.weights.get(part)) is not None:
            return known
        counts, everything = self.holding[part], sum(self.sizes)
        whole = sum(counts)
        found = tuple(
            max(_LEAST, math.log(_share(count, size) / _share(whole - count, everything - size)))
            for count, size in zip(counts, self.sizes, strict=True)
        )
        return self.weights.setdefault(part, found)


def _share(count: int, size: int) -> float:
    """Return the share of some sentences that hold a part, never quite nought."""
    return (count + _SMOOTH) / (size + 2 * _SMOOTH)


def parts_of(sentence: str) -> set[str]:
    """Return the Chinese signs of a sentence and the pairs of signs that stand side by side."""
    return {
        run[place : place + length]
        for run in re.findall(_RUNS.pattern, sentence)
        for length in (1, 2)
        for place in range(len(run) - length + 1)
    }


@lru_cache(maxsize=8)
def learned_from(trends: tuple[Trend, ...]) -> Learned | None:
    """Return what the examples of trends tell, ``None`` where fewer than two of them have enough."""
    taught = tuple(one for one in trends if len(one.examples) >= FEWEST)
    if len(taught) < _SEEN:
        return None
    unlike = tuple(dict.fromkeys(sentence for one in taught for sentence in one.unlike))
    groups: list[Sequence[str]] = [*(one.examples for one in taught), *([unlike] if unlike else [])]
    counts = [Counter(part for sentence in group for part in parts_of(sentence)) for group in groups]
    everything = sum(counts, Counter())
    holding = {
        part: tuple(count[part] for count in counts) for part, times in everything.items() if times >= _SEEN
    }
    return Learned(taught, tuple(map(len, groups)), holding)
