"""The best documents for some words: the sum of their BM25 scores, as Whoosh's own search tells it.

Whoosh steps from document to document through a tree of matchers, tens of microseconds each. Here the places of
one word after the other are read block by block and added up; every document that holds a word has its whole score.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from itertools import accumulate
from math import log
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching import FilterMatcher
from whoosh.reading import TermNotFound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Best:
    """Ranks the documents one searcher knows; to be made anew with it.

    ``saturation`` and ``length`` are BM25's k1 and b.
    """

    def __init__(self, searcher: Any, saturation: float, length: float) -> None:
        self._searcher = searcher
        self._saturation = saturation
        self._length = length
        self._leaves = [_Leaf(reader, offset) for reader, offset in searcher.reader().leaf_readers()]
        self._damping: dict[tuple[int, str], _Damping] = {}
        self._names: dict[int, str] = {}

    def ranked(self, asked: Sequence[tuple[str, str, float]], limit: int) -> dict[str, float]:
        """Return id → score of the documents that hold any of some words, the best first, ``limit`` at most.

        ``asked`` are the words: field, word, and how much it counts.
        """
        scores: dict[int, float] = defaultdict(float)
        for field, word, boost in asked:
            self._add(scores, field, word, boost)
        best = scores.items()
        if len(scores) > limit > 0:
            least = nlargest(limit, scores.values())[-1]
            best = {number: score for number, score in best if score >= least}.items()
        ordered = sorted(best, key=lambda place: (-place[1], place[0]))[:limit]
        return {self._name(number): score for number, score in ordered}

    def _add(self, scores: dict[int, float], field: str, word: str, boost: float) -> None:
        """Add what one word says of the documents that hold it."""
        searcher = self._searcher
        held = searcher.doc_frequency(field, word)
        if not held:
            return
        rarity = log(searcher.doc_count_all() / (held + 1)) + 1
        share = boost * rarity * (self._saturation + 1)
        for leaf in self._leaves:
            damping, offset = self._damping_of(leaf, field), leaf.offset
            for document, weight in leaf.places(field, word):
                scores[document + offset] += share * weight / (weight + damping[document])

    def _damping_of(self, leaf: _Leaf, field: str) -> _Damping:
        key = leaf.offset, field
        if key not in self._damping:
            mean = self._searcher.avg_field_length(field) or 1
            self._damping[key] = _Damping(leaf.reader, field, self._saturation, self._length, mean)
        return self._damping[key]

    def _name(self, number: int) -> str:
        name = self._names.get(number)
        if name is None:
            name = self._names[number] = self._searcher.stored_fields(number)["id"]
        return name


class _Leaf:
    """One segment: its numbers begin at ``offset``."""

    def __init__(self, reader: Any, offset: int) -> None:
        self.reader = reader
        self.offset = offset
        self._gone = frozenset(reader.deleted_docs_set) if reader.has_deletions() else frozenset()

    def places(self, field: str, word: str) -> Iterable[tuple[int, float]]:
        """Return the documents that hold a word, with its weight in each."""
        try:
            matcher = self.reader.postings(field, word)
        except TermNotFound:
            return ()
        if isinstance(matcher, FilterMatcher):
            matcher = matcher.child
        found = _in_blocks(matcher) if isinstance(matcher, W3LeafMatcher) else _singly(matcher)
        return (place for place in found if place[0] not in self._gone) if self._gone else found


class _Damping(dict[int, float]):
    """What a longer text takes from a word that stands in it: k1 × (1 − b + b × length / mean), by document."""

    def __init__(self, reader: Any, field: str, saturation: float, length: float, mean: float) -> None:
        super().__init__()
        self._reader = reader
        self._field = field
        self._least = saturation * (1 - length)
        self._slope = saturation * length / mean

    def __missing__(self, document: int) -> float:
        length = self._reader.doc_field_length(document, self._field, 1)
        value = self[document] = self._least + self._slope * (length or 0)
        return value


def _in_blocks(matcher: Any) -> Iterator[tuple[int, float]]:
    """Yield all places of a word as they lie in their blocks: gaps between numbers, and weights."""
    while matcher.is_active():
        matcher.weight()  # reads the block
        yield from zip(accumulate(matcher._data[0]), matcher._weights, strict=True)  # noqa: SLF001 - no other door
        matcher._next_block()  # noqa: SLF001


def _singly(matcher: Any) -> Iterator[tuple[int, float]]:
    """Yield the few places that stand in the entry of a word."""
    while matcher.is_active():
        yield matcher.id(), matcher.weight()
        matcher.next()
