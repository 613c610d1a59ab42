"""Which trend a sentence without its cue words is most like: judged by the examples a pack gives for each.

Naive Bayes over the signs of a sentence and its pairs of signs: how much oftener each stands in the sentences of one
group than in those of all others. Whether a sentence is of the subject of the trends at all is judged the same way.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import add
from typing import Final

from corpus.model.trend import Trend
from index.lazy_pattern import LazyPattern

APART: Final = 3.0
"""So much liker the examples of one trend than those of the next a sentence must be, in natural logarithms."""
FAR_APART: Final = 10.0
"""The same of a sentence in which nothing but a word that may tell a turn says which way something develops."""
OF_SUBJECT: Final = 25.0
"""So much liker the sentences of the subject than those of others one without a word of the subject must be."""
FEWEST: Final = 12
"""Of fewer examples nothing is learned."""
_SEEN: Final = 2
"""A sign or a pair of signs of fewer sentences tells nothing."""
_SMOOTH: Final = 0.3
_LEAST: Final = -2.0
"""No single sign speaks more against a group than this."""
_TOLD: Final = 3
_RUNS: Final = LazyPattern("[一-鿿]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The trend whose examples a sentence is most like, and the words that told it."""

    trend: Trend
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """How many sentences of each group hold a sign or a pair of signs."""

    sizes: tuple[int, ...]
    holding: Mapping[str, tuple[int, ...]]
    weights: dict[str, tuple[float, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, sentences: Sequence[Sequence[str]]) -> Groups:
        """Return the groups that some sentences make."""
        counts = [Counter(part for one in group for part in parts_of(one)) for group in sentences]
        everything: Counter[str] = Counter()
        for count in counts:
            everything.update(count)
        holding = {
            part: tuple(count[part] for count in counts)
            for part, times in everything.items()
            if times >= _SEEN
        }
        return cls(tuple(map(len, sentences)), holding)

    def known(self, sentence: str) -> list[str]:
        """Return the parts of a sentence that tell something, in an order of their own."""
        return sorted(self.holding.keys() & parts_of(sentence))

    def totals(self, parts: Iterable[str]) -> list[float]:
        """Return how much some parts speak for each group, as logarithms."""
        return [sum(column) for column in zip(*map(self.weigh, parts), strict=True)] or [0.0] * len(
            self.sizes
        )

    def weigh(self, part: str) -> tuple[float, ...]:
        """Return how much oftener a part stands in the sentences of each group than in all others, as logarithms."""
        if (known := self.weights.get(part)) is not None:
            return known
        counts, everything = self.holding[part], sum(self.sizes)
        whole = sum(counts)
        found = tuple(
            max(_LEAST, math.log(_share(count, size) / _share(whole - count, everything - size)))
            for count, size in zip(counts, self.sizes, strict=True)
        )
        return self.weights.setdefault(part, found)


@dataclass(frozen=True, slots=True)
class Learned:
    """What the examples of some trends tell: the last group of ``sorts`` is of what belongs to none of them.

    The first group of ``subjects`` is of the subject of the trends, the others are of anything else.
    """

    trends: tuple[Trend, ...]
    sorts: Groups
    subjects: Groups

    def likest(self, sentence: str, apart: float = APART) -> Likeness | None:
        """Return the trend a sentence is most like by so much; ``None`` where it is none, or like two of them."""
        parts = self.sorts.known(sentence)
        totals = self.sorts.totals(parts)
        order = sorted(range(len(totals)), key=lambda place: -totals[place])
        best = order[0]
        if best >= len(self.trends) or totals[best] - totals[order[1]] < apart:
            return None
        pairs = [(self.sorts.weigh(one)[best], one) for one in parts if len(one) > 1]
        told = sorted(
            (pair for pair in pairs if pair[0] > 0), key=lambda pair: (-pair[0], sentence.find(pair[1]))
        )
        return Likeness(self.trends[best], tuple(one for _, one in told[:_TOLD]))

    def is_of_subject(self, sentence: str) -> bool:
        """Tell whether a sentence is clearly more like those of the subject of the trends than any others."""
        own, *others = self.subjects.totals(self.subjects.known(sentence))
        return bool(others) and own - max(others) >= OF_SUBJECT


def _share(count: int, size: int) -> float:
    """Return the share of some sentences that hold a part, never quite nought."""
    return (count + _SMOOTH) / (size + 2 * _SMOOTH)


def parts_of(sentence: str) -> set[str]:
    """Return the Chinese signs of a sentence and the pairs of signs that stand side by side."""
    parts: set[str] = set()
    for run in _RUNS.findall(sentence):
        parts.update(run, map(add, run, run[1:]))
    return parts


@lru_cache(maxsize=8)
def learned_from(trends: tuple[Trend, ...]) -> Learned | None:
    """Return what the examples of trends tell, ``None`` where fewer than two of them have enough."""
    taught = tuple(one for one in trends if len(one.examples) >= FEWEST)
    if len(taught) < _SEEN:
        return None
    unlike = _once(one.unlike for one in taught)
    elsewhere = [
        group for group in dict.fromkeys(group for one in taught for group in one.elsewhere) if group
    ]
    none = (*unlike, *(sentence for group in elsewhere[:1] for sentence in group))
    examples = [one.examples for one in taught]
    own = (*_once(examples), *unlike)
    return Learned(taught, _groups_of((*examples, *((none,) if none else ()))), _groups_of((own, *elsewhere)))


@lru_cache(maxsize=8)
def _groups_of(sentences: tuple[tuple[str, ...], ...]) -> Groups:
    """Return the groups that some sentences make: the same for trends that differ in other things only."""
    return Groups.of(sentences)


def _once(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the sentences of some groups, each once."""
    return tuple(dict.fromkeys(sentence for group in groups for sentence in group))
