"""What is listed of the places where a string stands: each by itself, or those of a sentence together."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from index.search.gathered import FoundPlace
from index.search.marks import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from index.characters.entry import Entry
    from index.search.literal import StringPlaces


def exact_places(found: Iterable[StringPlaces], *, by_sentence: bool) -> Iterator[FoundPlace]:
    """Yield what is listed; with ``by_sentence`` the first place of each sentence, with the marks of all."""
    for places in found:
        relevance = round(places.relevance, 6)
        for spans in _by_sentence(places) if by_sentence else ([span] for span in places.spans):
            yield FoundPlace(places.entry, *spans[0], relevance, "exact", joined(spans), len(spans))


def sentences_of(entry: Entry, span: tuple[int, int]) -> tuple[int, int]:
    """Return the numbers of the first and the last sentence a span stands in."""
    start, end = span
    return entry.sentence_at(start), entry.sentence_at(max(end - 1, start))


def _by_sentence(places: StringPlaces) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of each sentence; those that stand in the same two are together too."""
    for _, spans in groupby(places.spans, partial(sentences_of, places.entry)):
        yield list(spans)
