"""The best documents for some words: the sum of their BM25 scores, as Whoosh's own search tells it.

Whoosh steps from document to document through a tree of matchers, tens of microseconds each. Here the places of
one word after the other are read block by block and added up, those that can say most first: as soon as no other
document can come among the best, the others are passed over.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, starmap
from math import log
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import LENGTHS_COLUMN, W3LeafMatcher, _lenfield
from whoosh.matching import FilterMatcher
from whoosh.reading import TermNotFound
from whoosh.util.numeric import byte_to_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


# Of words that stand in so many documents the weights are kept by document: so many numbers in all.
COMMON = 1_000
MOST_KEPT = 2_000_000
# Sums in another order, and weights as the files keep them, differ by less.
SURELY = 1 + 1e-6


@dataclass(frozen=True, slots=True)
class _Word:
    """A word asked for: how many documents hold it, how much it counts, and the most it can say of one."""

    field: str
    word: str
    held: int
    share: float
    most: float


class Best:
    """Ranks the documents one searcher knows; to be made anew with it.

    ``saturation`` and ``length`` are BM25's k1 and b.
    """

    def __init__(self, searcher: Any, saturation: float, length: float) -> None:
        self._searcher = searcher
        self._saturation = saturation
        self._length = length
        self._leaves = [_Leaf(reader, offset) for reader, offset in searcher.reader().leaf_readers()]
        self._damping: dict[tuple[int, str], array[float]] = {}
        self._names: dict[int, str] = {}
        self._weights: OrderedDict[tuple[int, str, str], array[float]] = OrderedDict()

    def ranked(self, asked: Sequence[tuple[str, str, float]], limit: int) -> dict[str, float]:
        """Return id → score of the documents that hold any of some words, the best first, ``limit`` at most.

        ``asked`` are the words: field, word, and how much it counts.
        """
        words = sorted(filter(None, starmap(self._word, asked)), key=lambda one: -one.most)
        left = sum(one.most for one in words)
        scores: dict[int, float] = {}
        closed = False
        for one in words:
            self._add(scores, one, closed=closed)
            left -= one.most
            if not closed and len(scores) > limit > 0:
                least = nlargest(limit, scores.values())[-1]
                # What no word has named by now cannot come among the best any more; rounding is allowed for.
                closed = least > left * SURELY
                if closed:
                    scores = {n: score for n, score in scores.items() if score + left * SURELY >= least}
        best = scores.items()
        if len(scores) > limit > 0:
            least = nlargest(limit, scores.values())[-1]
            best = {number: score for number, score in best if score >= least}.items()
        ordered = sorted(best, key=lambda place: (-place[1], place[0]))[:limit]
        return {self._name(number): score for number, score in ordered}

    def _word(self, field: str, word: str, boost: float) -> _Word | None:
        """Return what tells of a word before its places are read, ``None`` for one no document holds."""
        searcher = self._searcher
        held = searcher.doc_frequency(field, word)
        if not held:
            return None
        rarity = log(searcher.doc_count_all() / (held + 1)) + 1
        share = boost * rarity * (self._saturation + 1)
        heaviest = searcher.reader().term_info(field, word).max_weight()
        # No text is shorter than nothing, so what it takes from a word is at least that.
        most = share * heaviest / (heaviest + self._saturation * (1 - self._length))
        return _Word(field, word, held, share, most)

    def _add(self, scores: dict[int, float], one: _Word, *, closed: bool) -> None:
        """Add what one word says of the documents that hold it; once ``closed`` only of those named before."""
        share = one.share
        for leaf in self._leaves:
            damping, offset = self._damping_of(leaf, one.field), leaf.offset
            if closed and one.held >= COMMON:
                weights = self._weights_of(leaf, one)
                for number in scores:
                    document = number - offset
                    if 0 <= document < len(weights) and (weight := weights[document]):
                        scores[number] += share * weight / (weight + damping[document])
                continue
            for document, weight in leaf.places(one.field, one.word):
                number = document + offset
                if number in scores:
                    scores[number] += share * weight / (weight + damping[document])
                elif not closed:
                    scores[number] = share * weight / (weight + damping[document])

    def _weights_of(self, leaf: _Leaf, one: _Word) -> array[float]:
        """Return the weight of a common word in each document, to be looked up; those asked for last are kept."""
        key = leaf.offset, one.field, one.word
        weights = self._weights.get(key)
        if weights is None:
            weights = array("d", bytes(8 * leaf.reader.doc_count_all()))
            for document, weight in leaf.places(one.field, one.word):
                weights[document] = weight
            self._weights[key] = weights
            while len(self._weights) > 1 and sum(map(len, self._weights.values())) > MOST_KEPT:
                self._weights.popitem(last=False)
        self._weights.move_to_end(key)
        return weights

    def _damping_of(self, leaf: _Leaf, field: str) -> array[float]:
        key = leaf.offset, field
        if key not in self._damping:
            mean = self._searcher.avg_field_length(field) or 1
            least, slope = self._saturation * (1 - self._length), self._saturation * self._length / mean
            self._damping[key] = _damping_of_all(leaf.reader, field, least, slope)
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


def _damping_of_all(reader: Any, field: str, least: float, slope: float) -> array[float]:
    """Return what a longer text takes from a word that stands in it, by document: ``least + slope × length``.

    The lengths, a byte each, are read as they lie in their column: one by one they cost more than all the rest.
    """
    documents: int = reader.doc_count_all()
    column_name = _lenfield(field)
    files = reader._perdoc  # noqa: SLF001 - no other door to a column no schema names
    if not files.has_column(column_name):
        return array("d", [least + slope]) * documents
    column = files.column_reader(column_name, LENGTHS_COLUMN)
    lengths: bytes = column._dbfile.get(column._basepos, column._count)  # noqa: SLF001 - the same column
    told = [least, *(least + slope * byte_to_length(byte) for byte in range(1, 256))]
    # The column ends with the last document that has a length.
    return array("d", map(told.__getitem__, lengths.ljust(documents, b"\0")))


def _in_blocks(matcher: Any) -> Iterator[tuple[int, float]]:
    """Yield all places of a word as they lie in their blocks: gaps between numbers, and weights."""
    while matcher.is_active():
        matcher.weight()  # reads the block
        yield from zip(accumulate(matcher._data[0]), matcher._weights, strict=True)  # noqa: SLF001 - no other door
        matcher._next_block()  # noqa: SLF001 - the same block


def _singly(matcher: Any) -> Iterator[tuple[int, float]]:
    """Yield the few places that stand in the entry of a word."""
    while matcher.is_active():
        yield matcher.id(), matcher.weight()
        matcher.next()
