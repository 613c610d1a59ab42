"""Signs by which a text is news, a report, a book: the words of its first and last lines, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.records.weighed.outline import CLOCK, DAY, NEVER, Outline, Shape, has_number, inner_pairs
from index.lazy_pattern import LazyPattern

_FIRST_LINES: Final = 16
_MARKS: Final = "《》【】〔〕|>›"
_ISSUE: Final = LazyPattern(r"第\s*[\d一二三四五六七八九十]+\s*期")
_SHEET: Final = LazyPattern(r"[A-Z]?\d{1,3}\s*版")
_FARTHEST: Final = 6
_LONGEST_NUMBER: Final = 8


def signs_of_kind(outline: Outline, title: int) -> frozenset[str]:
    """Return the signs of a front page whose title stands at line ``title``, each ``kind:value`` or a word."""
    return frozenset(_signs(outline, title))


def _signs(outline: Outline, title: int) -> Iterator[str]:
    yield "any"
    yield f"title:{min(title, _FARTHEST)}"
    if outline.first_prose != NEVER:
        yield "prose"
    for place, line in enumerate(outline.lines):
        shape = outline.shapes[place]
        if shape is Shape.PROSE or _FIRST_LINES <= place < outline.heads:
            continue
        where = _where(outline, place, title)
        yield f"shape:{shape} {_beside(outline, place, title)}"
        if DAY.search(line):
            yield f"day:{_beside(outline, place, title)}"
        yield from (f"mark:{mark}" for mark in _MARKS if mark in line)
        tests = (("clock", CLOCK), ("issue", _ISSUE), ("sheet", _SHEET))
        yield from (name for name, form in tests if form.search(line))
        for word in outline.words[place]:
            yield from _of_word(word, where)


def _of_word(word: str, where: str) -> Iterator[str]:
    yield f"word:{word}"
    yield f"{where}begins:{word[:2]}"
    yield f"{where}ends:{word[-2:]}"
    yield from (f"pair:{pair}" for pair in inner_pairs(word))
    if has_number(word):
        yield f"number:{re.sub(r'[A-Z]+', 'A', re.sub(r'[0-9]+', '9', word))[:_LONGEST_NUMBER]}"


def _where(outline: Outline, place: int, title: int) -> str:
    """Return what part of the page a line is of: title, above it, at the end, none for the rest."""
    if place == title:
        return "title-"
    if place >= outline.heads:
        return "end-"
    return "above-" if place < title else ""


def _beside(outline: Outline, place: int, title: int) -> str:
    """Return how far from the title a line stands, or how far from the end of the text."""
    if place >= outline.heads:
        return f"end{place - len(outline.lines)}"
    below = place - title
    if below <= 3:
        return str(max(-4, below))
    return "4" if below <= _FARTHEST else "7"
