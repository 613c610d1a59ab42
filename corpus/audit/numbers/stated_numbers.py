"""The numbers of a text that state something, each with what it is about, of when, and how it moved."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from corpus.audit.numbers.amounts import doublings_in, halves_in, is_read_otherwise, number_of
from corpus.audit.numbers.dating import in_modern_writing
from corpus.audit.numbers.number import Number
from corpus.audit.numbers.told_with import placed
from corpus.audit.numbers.topics import mentions_in
from corpus.model.statistic import NumberMention

_MOST: Final = 300
"""Numerals of a sentence that are read; what goes on after so many is no sentence but a list of data."""


def end_of_reading(text: str, start: int = 0) -> int:
    """Return up to where the numbers of a sentence are read from ``start`` on: to its end, unless they are too many."""
    return _end_of_reading(in_modern_writing(text), start)


@lru_cache(maxsize=64)
def numbers_in(text: str, start: int = 0) -> tuple[Number, ...]:
    """Return the amounts, shares, counts and measured times of a text from ``start`` on.

    Dates, years and ordinals are none. Those behind ``end_of_reading`` are not read. What was read of a sentence just
    now is kept, for each number of another one is compared with it.
    """
    text = in_modern_writing(text)
    text = text[: _end_of_reading(text, start)]
    mentions = mentions_in(text)[-2 * _MOST :]
    counted = (one for one in mentions if not is_read_otherwise(text, one, mentions))
    found = [number for one in counted if (number := number_of(text, one, mentions)) is not None]
    found += halves_in(text, mentions)
    doubled = doublings_in(text, mentions)
    begun = [one.span.start for one in doubled]
    found = [
        one for one in found if not any(one.span.start <= place < one.span.end for place in begun)
    ] + doubled
    found.sort(key=lambda one: one.span.start)
    return tuple(
        placed(text, found, at, mentions) for at in range(len(found)) if found[at].span.start >= start
    )


def _end_of_reading(text: str, start: int) -> int:
    mentions = mentions_in(text)
    last = bisect_left(mentions, start, key=_begin) + _MOST
    return mentions[last].span.start if last < len(mentions) else len(text)


def _begin(mention: NumberMention) -> int:
    return mention.span.start
