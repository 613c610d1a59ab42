"""Collocates: words that stand near a string more often than their frequency would let one expect."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from index.query.conditions import is_wordlike
from index.search.literal import find_places, unquoted

if TYPE_CHECKING:
    from index.characters.scan import View
    from index.fold import Fold
    from index.search.literal import StringPlaces
    from index.segment import Segmenter

_BEFORE = 12
"""So many characters stand before an example: what is looked for is seen in a narrow column too."""
_BEHIND = 72
"""So many characters stand behind an example, for a row that has room."""
_OF_NUMBERS = "0123456789.,%‰"
Measure = Literal["log_likelihood", "log_dice", "mutual_information"]


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word, how often it stands within the window, its score by the measure asked for, and how often before.

    ``left`` of the ``count`` places lie before the string; a word between two places lies behind the first.
    ``example`` is where they first stand together.
    """

    word: str
    count: int
    score: float
    left: int = 0
    example: str = ""


@dataclass(slots=True)
class _Counted:
    """What was counted: words near the places, those of them before one, all words, places and words in all.

    ``examples`` are the first words around each word and the place next to it.
    """

    near: Counter[str]
    left: Counter[str]
    everywhere: Counter[str]
    places: int = 0
    near_total: int = 0
    total: int = 0
    examples: dict[str, str] = field(default_factory=dict)


def collocates(
    view: View,
    text: str,
    segmenter: Segmenter,
    *,
    window: int,
    measure: Measure,
    folds: frozenset[Fold],
    limit: int | None,
) -> tuple[Collocate, ...]:
    """Return the words within ``window`` words left or right, the most telling first.

    The comparison is with the documents the string stands in. Words near two places at once count once; numbers
    keep company with everything and are left out.
    """
    counted = _Counted(Counter(), Counter(), Counter())
    for places in find_places(view, unquoted(text), folds):
        _count(counted, places, segmenter, window)
    scored = [
        Collocate(
            word,
            count,
            round(_score(counted, word, count, measure), 4),
            counted.left[word],
            counted.examples[word],
        )
        for word, count in counted.near.items()
        if word.strip(_OF_NUMBERS)
    ]
    telling = [c for c in scored if c.score > 0]
    telling.sort(key=lambda c: (-c.score, -c.count, c.word))
    return tuple(telling[:limit])


def _count(counted: _Counted, places: StringPlaces, segmenter: Segmenter, window: int) -> None:
    words = [t for t in segmenter.words(places.entry.folded) if is_wordlike(t.word)]
    starts, ends = [t.start for t in words], [t.end for t in words]
    counted.everywhere.update(t.word for t in words)
    counted.total += len(words)
    before: set[int] = set()
    behind: set[int] = set()
    inside: set[int] = set()
    for start, end in places.spans:
        first, last = bisect_right(ends, start), bisect_left(starts, end)
        inside.update(range(first, last))
        before.update(range(max(0, first - window), first))
        behind.update(range(last, min(len(words), last + window)))
    near = (before | behind) - inside
    counted.left.update(words[i].word for i in before - behind - inside)
    counted.near.update(words[i].word for i in near)
    counted.near_total += len(near)
    counted.places += len(places.spans)
    for token in (words[i] for i in sorted(near)):
        if token.word not in counted.examples:
            counted.examples[token.word] = _around(places, token.start, token.end)


def _around(places: StringPlaces, start: int, end: int) -> str:
    """Return the text around a word and the place next to it."""
    after = bisect_left(places.spans, (start, start))
    beside = places.spans[max(after - 1, 0) : after + 1]
    first, last = min(beside, key=lambda span: max(span[0] - end, start - span[1]))
    return places.entry.text[max(min(start, first) - _BEFORE, 0) : max(end, last) + _BEHIND]


def _score(counted: _Counted, word: str, together: int, measure: Measure) -> float:
    everywhere = counted.everywhere[word]
    if measure == "log_dice":
        return 14 + math.log2(2 * together / (everywhere + counted.places))
    expected = everywhere * counted.near_total / max(1, counted.total)
    if measure == "mutual_information":
        return math.log2(together / expected)
    return _log_likelihood(
        together, everywhere - together, counted.near_total, counted.total - counted.near_total
    )


def _log_likelihood(near: int, far: int, near_total: int, far_total: int) -> float:
    """Return Dunning's G² for near against far, 0 where the word is not more frequent near."""
    both, total = near + far, near_total + far_total
    expected_near, expected_far = both * near_total / total, both * far_total / total
    if near <= expected_near:
        return 0.0
    far_part = far * math.log(far / expected_far) if far else 0.0
    return 2 * (near * math.log(near / expected_near) + far_part)
