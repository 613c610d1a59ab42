"""Which places of a typed number are that number, and which stand inside a longer number or a code."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from index.lazy_pattern import LazyPattern
from index.search.exact_places import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.search.literal import StringPlaces

_AROUND = 5
# What stands right before the first digit of a number inside a longer number or code, and right behind its last one.
_BEFORE = LazyPattern(r"(?:[0-9]\.?|[a-z_])\Z")
_BEHIND = LazyPattern(r"\.?[0-9]|,[0-9]{3}(?![0-9])")
_DIGITS = frozenset("0123456789")


def whole_numbers_first(found: Iterable[StringPlaces], string: str) -> Iterable[StringPlaces]:
    """Return places of a folded string, those that are parts of longer numbers or codes behind all others.

    A sentence that holds the number itself as well is not parted. The same places where neither end of the string is
    a digit; a document may come twice.
    """
    if not string or _DIGITS.isdisjoint((string[0], string[-1])):
        return found
    parted = [(places, *_parted(places, string)) for places in found]
    whole = [replace(places, spans=spans) for places, spans, _ in parted if spans]
    return whole + [replace(places, spans=spans) for places, _, spans in parted if spans]


def _parted(places: StringPlaces, string: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    whole: list[tuple[int, int]] = []
    inside: list[tuple[int, int]] = []
    for _, group in groupby(places.spans, partial(sentences_of, places.entry)):
        spans = list(group)
        is_inside = all(_is_inside(places.entry.folded, *span, string) for span in spans)
        (inside if is_inside else whole).extend(spans)
    return whole, inside


def _is_inside(text: str, start: int, end: int, string: str) -> bool:
    before = string[0] in _DIGITS and _BEFORE.search(text[max(0, start - _AROUND) : start])
    behind = string[-1] in _DIGITS and _BEHIND.match(text[end : end + _AROUND])
    return bool(before or behind)
