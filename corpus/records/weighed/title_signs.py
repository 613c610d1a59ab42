"""Signs by which some lines of a front page are its title: how they look, what they hold, what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.labels import is_labelled
from corpus.records.lines.names import people_in
from corpus.records.weighed.outline import CLOCK, DAY, Outline, Shape, band, han, inner_pairs
from index.lazy_pattern import LazyPattern

Lines = tuple[int, int]
"""The first line of what may be a title, and how many there are."""
_FIRST_LINES: Final = 20
_MOST: Final = 3
"""Lines a title is spread over."""
_PLACES: Final = (0, 1, 2, 3, 5, 8)
_LENGTHS: Final = (3, 5, 8, 12, 16, 22, 30, 40, 60)
_PARTS: Final = (6, 10, 14, 18, 24)
"""Bounds of how long the lines are that a title is spread over."""
_MARKS: Final = "：、，。！？《》“”|·>›/—（()[】【…；_"
_DASH: Final = LazyPattern(r"[—–\-－]")
_BLANKS: Final = LazyPattern(r"[ 　]+")


def lines_to_weigh(outline: Outline) -> Iterator[Lines]:
    """Yield the lines that may be the title, one, two or three together."""
    for first in range(min(outline.heads, _FIRST_LINES)):
        yield first, 1
        for last in range(first + 1, min(first + _MOST, outline.heads)):
            if outline.shapes[last] in (Shape.PROSE, Shape.DAY) or is_labelled(outline.lines[last]):
                break
            yield first, last - first + 1


def signs_of_line(outline: Outline, place: int) -> Iterator[str]:
    """Yield the signs of the line a title may begin with, each ``kind:value`` or a word; some come again."""
    line, shape = outline.lines[place], outline.shapes[place]
    yield from _of_form(line)
    for word in outline.words[place]:
        yield f"begins:{word[:2]}"
        yield f"ends:{word[-2:]}"
        yield from (f"pair:{pair}" for pair in inner_pairs(word))
    spot = band(place, *_PLACES)
    above, below = outline.shape(place - 1), outline.shape(place + 1)
    yield f"place:{spot}"
    yield f"shape:{shape}"
    yield f"shape-place:{shape} {spot}"
    yield f"above:{above}"
    yield f"below:{below}"
    yield f"above-2:{outline.shape(place - 2)}"
    yield f"below-2:{outline.shape(place + 2)}"
    yield f"around:{above} {shape} {below}"
    yield f"from-day:{max(-4, min(4, place - outline.first_day))}"
    yield f"from-prose:{max(-6, min(2, place - outline.first_prose))}"
    if any(line != other and line in other for other in outline.everything):
        yield "held-elsewhere"
    if outline.everything.count(line) > 1:
        yield "twice"
    if outline.longest == place:
        yield "longest"
    if outline.first_long == place:
        yield "first-long"


def _of_form(line: str) -> Iterator[str]:
    yield f"length:{band(len(line), *_LENGTHS)}"
    yield f"first:{line[:1]}"
    yield f"first-2:{line[:2]}"
    yield f"last:{line[-1:]}"
    yield f"last-2:{line[-2:]}"
    yield from (f"mark:{mark}" for mark in _MARKS if mark in line or (mark == "：" and ":" in line))
    yield f"digits:{band(sum(map(str.isdigit, line)), 0, 2, 4, 8)}"
    yield f"han:{band(10 * han(line) // max(len(line), 1), 0, 3, 6, 8)}"
    yield f"blanks:{band(len(_BLANKS.findall(line)), 0, 1, 2, 4)}"
    tests = (
        ("day", DAY.search(line)),
        ("clock", CLOCK.search(line)),
        ("label", is_labelled(line)),
        ("site", SITE.match(line)),
        ("people", people_in(line)),
    )
    yield from (name for name, holds in tests if holds)


def signs_of_joining(outline: Outline, lines: Lines) -> Iterator[str]:
    """Yield what tells whether a title ends where ``lines`` end: how they go on, and what comes behind them."""
    first, count = lines
    behind = outline.shape(first + count)
    yield f"lines:{count}"
    yield f"behind:{behind}"
    yield f"lines-behind:{count} {behind}"
    for place in range(first + 1, first + count):
        above, line = outline.lines[place - 1], outline.lines[place]
        yield f"joined-last:{above[-1:]}"
        yield f"joined-first:{line[:1]}"
        yield f"joined-first-2:{line[:2]}"
        yield f"joined-end:{line[-1:]}"
        yield f"joined-end-2:{line[-2:]}"
        yield f"joined-shapes:{outline.shapes[place - 1]} {outline.shapes[place]}"
        yield f"joined-lengths:{band(len(above), *_PARTS)} {band(len(line), *_PARTS)}"
        if DAY.search(line):
            yield "joined-day"
        if _DASH.match(line):
            yield "joined-dash"


def bare(text: str) -> str:
    """Return a text without its blanks, as titles are compared."""
    return re.sub(r"[\s　]", "", text)
