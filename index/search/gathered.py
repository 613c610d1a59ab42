"""What a search has gathered so far: places it lists, how many there are by document, what is listed already."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from index.characters.entry import Entry
    from index.query.request import Kind, Query


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A hit before its texts are cut out; an exact one may stand for several ``places`` of its sentence."""

    entry: Entry
    start: int
    end: int
    score: float
    kind: Kind
    marks: tuple[tuple[int, int], ...]
    places: int = 1

    @property
    def taken(self) -> tuple[tuple[int, int], ...]:
        """Return the spans that are not to be listed again."""
        return self.marks if self.kind == "exact" else ((self.start, self.end),)


class Gathered:
    """What a search has found so far: places in the order of the answer, and how many there are by document."""

    def __init__(self, request: Query) -> None:
        self._limit = None if request.limit is None else max(request.limit, 0)
        self.whole = request.whole
        self.by_sentence = request.by_sentence
        self.places: list[FoundPlace] = []
        self.counts: Counter[str] = Counter()
        self.literal = 0
        self._ranked: dict[str, None] = {}
        self._new: dict[str, list[tuple[int, int]]] = {}
        self._passed: dict[str, list[tuple[Entry, Collection[int]]]] = {}
        self._left: dict[str, list[tuple[Entry, Collection[int]]]] = {}
        self._closed: dict[str, list[tuple[int, int]]] = {}
        self._taken: dict[str, _Taken] = {}

    @property
    def wanted(self) -> int | None:
        """Return how many places are still to be listed, ``None`` for all."""
        return None if self._limit is None else max(self._limit - len(self.places), 0)

    @property
    def enough(self) -> bool:
        """Tell whether nothing more needs to be listed."""
        return self._limit is not None and len(self.places) >= self._limit

    @property
    def done(self) -> bool:
        """Tell whether the work may end here."""
        return self.enough and not self.whole

    def add(self, places: Iterable[FoundPlace]) -> None:
        """List places and count them."""
        for place in places:
            self.counts[place.entry.id] += place.places
            self._new.setdefault(place.entry.id, []).extend(place.taken)
            if not self.enough:
                self.places.append(place)

    def rank(self, documents: Iterable[str]) -> None:
        """Rank documents as wholes, best first, behind those ranked before; one that comes again stays."""
        self._ranked.update(dict.fromkeys(documents))

    def ranking(self) -> tuple[str, ...]:
        """Return all documents with places: those ranked as wholes, those listed, then by their number of places."""
        listed = dict.fromkeys(place.entry.id for place in self.places)
        order = {**self._ranked, **listed}
        rest = sorted(self.counts.keys() - order.keys(), key=lambda name: (-self.counts[name], name))
        return (*(name for name in order if name in self.counts), *rest)

    def pass_over(self, entry: Entry, sentences: Collection[int]) -> None:
        """Count sentences that are new but not listed; another way of finding does not count them again."""
        if entry.id in self._closed:
            sentences = [n for n in sentences if self.is_new(entry.id, entry.starts[n], entry.ends[n])]
        if sentences:
            self.counts[entry.id] += len(sentences)
            self._passed.setdefault(entry.id, []).append((entry, sentences))

    def count(self, counts: Mapping[str, int]) -> None:
        """Count places that are not listed, where nothing is looked for after them."""
        self.counts.update(counts)

    def is_new(self, name: str, start: int, end: int) -> bool:
        """Tell whether a span touches nothing that was listed before the last call of ``close``."""
        if name in self._left:
            # Of most documents nobody asks, so spans are made only where somebody does.
            for entry, sentences in self._left.pop(name):
                self._closed.setdefault(name, []).extend((entry.starts[n], entry.ends[n]) for n in sentences)
            self._taken.pop(name, None)
        taken = self._taken.get(name)
        if taken is None:
            if name not in self._closed:
                return True
            taken = self._taken[name] = _Taken(self._closed[name])
        return not taken.touches(start, end)

    def close(self) -> None:
        """What was listed so far is not to be listed by another way of finding."""
        for name, spans in self._new.items():
            self._closed.setdefault(name, []).extend(spans)
            self._taken.pop(name, None)
        if not self._left:
            self._left, self._passed = self._passed, {}
        for name, passed in self._passed.items():
            self._left.setdefault(name, []).extend(passed)
        self._new, self._passed = {}, {}


class _Taken:
    """Spans of one document, and whether another touches one of them."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._furthest = list(accumulate((end for _, end in spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Tell whether a span touches one of these."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start
