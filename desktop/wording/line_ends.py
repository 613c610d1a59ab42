"""A number and its unit stay on one line: where a line may not end though Chinese may be broken there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.model.span import Span
from corpus.text.characters import HAN
from corpus.text.units import CURRENCIES, DIMENSIONS
from index.lazy_pattern import LazyPattern

JOINER: Final = "\u200d"
"""Stands where no line may end: it is not drawn, takes no room, and no caret stops before it."""
REACH: Final = 24
"""What is farther from a place has no say in whether a line may end there."""

_WORDS: Final = sorted(
    {one for one in (*CURRENCIES, *DIMENSIONS) if len(one) > 1 and one.isalpha() and not one.isascii()},
    key=len,
    reverse=True,
)
_USUAL: Final = "年月日时分秒个家人次件条项户吨亩倍元米斤"
_UNIT: Final = LazyPattern(
    rf"(?<=\d)(?P<gap>[ \u00a0]?)(?P<unit>[余多]?[百千万亿兆]{{1,4}}[余多]?(?:{'|'.join(_WORDS)}|[{HAN}])?"
    rf"|{'|'.join(_WORDS)}|[{_USUAL}]|(?<![ \u00a0])[{HAN}])"
)


@lru_cache(maxsize=8)
def joints(text: str) -> tuple[int, ...]:
    """Return the offsets before which no line may begin: within 12.5亿元 and 2018年, ascending.

    Where a blank stands between the two, it is the blank that must not be broken: see ``solid``.
    """
    return tuple(
        at
        for found in _UNIT.finditer(text)
        for at in range(found.start("unit") + bool(found["gap"]), found.end("unit"))
    )


def solid(text: str) -> str:
    """Return a text whose blanks between a number and its unit are such as no line ends at; as long as before."""
    return _UNIT.sub(_unbroken, text)


def _unbroken(found: re.Match[str]) -> str:
    return ("\u00a0" if found["gap"] else "") + found["unit"]


def held_part(text: str, part: Span) -> tuple[str, tuple[int, ...]]:
    """Return a part of a text with its joiners, one before what follows included, and their offsets in the text."""
    around = Span(max(part.start - REACH, 0), min(part.end + REACH, len(text)))
    near = around.of(text)
    places = tuple(at + around.start for at in joints(near) if part.start < at + around.start <= part.end)
    words = solid(near)[part.start - around.start : part.end - around.start]
    return joined(words, [at - part.start for at in places]), places


def joined(text: str, places: Sequence[int]) -> str:
    """Return a text with a joiner before each of some of its offsets."""
    return (
        JOINER.join(text[start:end] for start, end in pairwise((0, *places, len(text)))) if places else text
    )


def held(text: str) -> str:
    """Return a text in which no line ends between a number and its unit."""
    return joined(solid(text), joints(text))


def moved(marks: Sequence[tuple[int, int]], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the places of marks of a text in that text with its joiners."""
    for start, end in marks:
        yield start + bisect_right(places, start), end + bisect_left(places, end)
