"""The title and the kind of a text that the signs of its front page weigh for most, and how sure they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.records.lines.page import FrontPage
from corpus.records.weighed.kind_signs import signs_of_kind
from corpus.records.weighed.outline import Outline, han, outline_of
from corpus.records.weighed.title_signs import Lines, lines_to_weigh, signs_of_joining, signs_of_line
from corpus.records.weighed.weights import kinds, weights_of_kinds, weights_of_titles


@dataclass(frozen=True, slots=True)
class LikelyTitle:
    """``count`` lines from ``place`` on, and how likely they are the title among all lines: 0 to 1."""

    place: int
    count: int
    certainty: float


@dataclass(frozen=True, slots=True)
class LikelyKind:
    """A type of CSL, and how likely a text is of it: 0 to 1."""

    type: str
    certainty: float


@lru_cache(maxsize=8)
def likely_title(page: FrontPage) -> LikelyTitle | None:
    """Return the lines that are most likely the title; ``None`` for a page without Chinese characters."""
    outline = outline_for(page)
    weighed = list(lines_to_weigh(outline))
    if not weighed or not any(map(han, outline.lines[: outline.heads])):
        return None
    shares = _shares(_weights(outline, weighed))
    best = max(range(len(weighed)), key=shares.__getitem__)
    return LikelyTitle(*weighed[best], shares[best])


def _weights(outline: Outline, weighed: Sequence[Lines]) -> list[int]:
    table = weights_of_titles()
    firsts = {
        first: sum(table.get(sign, 0) for sign in set(signs_of_line(outline, first)))
        for first in {first for first, _ in weighed}
    }
    return [
        firsts[lines[0]] + sum(table.get(sign, 0) for sign in signs_of_joining(outline, lines))
        for lines in weighed
    ]


@lru_cache(maxsize=8)
def likely_kind(page: FrontPage, title: int) -> LikelyKind:
    """Return the kind of text that a page whose title stands at line ``title`` is most likely of."""
    table = weights_of_kinds()
    sums = [0] * len(kinds())
    for sign in signs_of_kind(outline_for(page), title):
        for kind, weight in table.get(sign, ()):
            sums[kind] += weight
    shares = _shares(sums)
    best = max(range(len(sums)), key=shares.__getitem__)
    return LikelyKind(kinds()[best], shares[best])


@lru_cache(maxsize=8)
def outline_for(page: FrontPage) -> Outline:
    """Return the outline of a page, kept for the last pages."""
    return outline_of(page)


def _shares(weights: Sequence[int]) -> list[float]:
    """Return the likelihood of each of several, of which one holds, from what each weighs in hundredths."""
    most = max(weights)
    powers = [math.exp((weight - most) / 100) for weight in weights]
    return [power / sum(powers) for power in powers]
