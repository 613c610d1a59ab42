"""The lines of a front page as they are weighed: each with its shape, down to where the running text has begun."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from corpus.records.lines.names import is_body, is_family_name
from corpus.records.lines.page import FrontPage
from corpus.text.characters import HAN
from index.lazy_pattern import LazyPattern

DAY: Final = LazyPattern(
    r"(?<![\d.])(?:19|20)\d{2}\s*(?:年\s*\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?|[-./]\s?\d{1,2}[-./]\s?\d{1,2}(?![\d.])"
    r"|年(?!度)|[-./]\d{1,2}(?![\d.]))"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?"
)
"""A day, a month or a year as it stands in a line."""
CLOCK: Final = LazyPattern(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")
LABEL: Final = LazyPattern(r"[:：]")
_CHARACTER: Final = LazyPattern(rf"[{HAN}]")
_WORD: Final = LazyPattern(rf"[{HAN}A-Za-z0-9_·\-]+")
_IN_BRACKETS: Final = LazyPattern(r"[（(【\[]")
_HEAD: Final = 24
_PROSE: Final = 2
"""The head ends with the second line of running text."""
_END: Final = 6
_LONGEST_LINE, _LEAST_SENTENCE = 60, 16
_BESIDE_DAY: Final = 14
_LONGEST_BODY: Final = 23
_LABEL_WITHIN: Final = 8
_SHORT, _MIDDLE, _LONG = 5, 12, 30
_MANY_CELLS: Final = 3
NEVER: Final = 99
"""The line on which something stands that stands nowhere."""


class Shape(StrEnum):
    """What a line looks like; the last four only by how many characters it has."""

    PROSE = "prose"
    DAY = "day"
    NAME = "name"
    BODY = "body"
    FOREIGN = "foreign"
    LABEL = "label"
    DATED = "dated"
    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"
    LONGEST = "longest"
    NONE = "none"
    """Above the first line or below the last."""


BY_LENGTH: Final = frozenset([Shape.MIDDLE, Shape.LONG, Shape.LONGEST])


@dataclass(frozen=True, slots=True)
class Outline:
    """``lines`` with their ``shapes`` and words: ``heads`` of them the first of the text, the rest its last."""

    lines: tuple[str, ...]
    shapes: tuple[Shape, ...]
    words: tuple[tuple[str, ...], ...]
    heads: int
    first_day: int
    """The first line with a day in it, ``NEVER`` where none has."""
    first_prose: int
    longest: int
    """The line of the head with the most Chinese characters, running text aside."""
    first_long: int
    """The first line of the head that is no day, name, body or label and has more than a few characters."""
    everything: tuple[str, ...]

    def shape(self, place: int) -> Shape:
        """Return the shape of the line at ``place``, which may be beyond either end."""
        return self.shapes[place] if 0 <= place < len(self.shapes) else Shape.NONE


def han(line: str) -> int:
    """Return how many Chinese characters a line has."""
    return len(_CHARACTER.findall(line))


def is_running_text(line: str) -> bool:
    """Tell whether a line is a sentence or longer than any line of a head."""
    return (
        (len(line) > _LONGEST_LINE and line.count("　") <= _MANY_CELLS)
        or (len(line) > _LEAST_SENTENCE and line[-1] in "。！？…”")
        or line.endswith("。")
    )


def shape_of(line: str) -> Shape:
    """Return what a line looks like."""
    characters = han(line)
    day = DAY.search(line)
    tests = (
        (Shape.PROSE, is_running_text(line)),
        (Shape.DAY, day is not None and len(line) <= len(day[0]) + _BESIDE_DAY),
        (Shape.NAME, is_family_name(line)),
        (Shape.BODY, len(line) <= _LONGEST_BODY and is_body(line)),
        (Shape.FOREIGN, not characters),
        (Shape.LABEL, LABEL.search(line[:_LABEL_WITHIN]) is not None),
        (Shape.DATED, day is not None),
        (Shape.SHORT, characters <= _SHORT),
        (Shape.MIDDLE, characters <= _MIDDLE),
        (Shape.LONG, characters <= _LONG),
    )
    return next((shape for shape, holds in tests if holds), Shape.LONGEST)


def words_of(line: str) -> tuple[str, ...]:
    """Return what marks and blanks part a line into, days and clocks aside."""
    return tuple(_WORD.findall(CLOCK.sub("  ", DAY.sub("  ", line))))


def outline_of(page: FrontPage) -> Outline:
    """Return the outline of a page: its head to the second line of running text, and the lines behind the last."""
    head = _head(page.head)
    rest = [*page.head[len(head) :], *(line for line in page.tail if line not in page.head)]
    lines = (*head, *_ending(rest))
    shapes = tuple(map(shape_of, lines))
    heads = len(head)
    return Outline(
        lines,
        shapes,
        tuple(map(words_of, lines)),
        heads,
        first_day=next(
            (at for at in range(heads) if shapes[at] is not Shape.PROSE and DAY.search(lines[at])), NEVER
        ),
        first_prose=next((at for at in range(heads) if shapes[at] is Shape.PROSE), NEVER),
        longest=max(range(heads), key=lambda at: shapes[at] is not Shape.PROSE and han(lines[at]), default=0),
        first_long=next((at for at in range(heads) if shapes[at] in BY_LENGTH), NEVER),
        everything=page.head,
    )


def _head(lines: tuple[str, ...]) -> tuple[str, ...]:
    sentences = Counter[bool]()
    for place, line in enumerate(lines[:_HEAD]):
        sentences[is_running_text(line)] += 1
        if sentences[True] >= _PROSE:
            return lines[: place + 1]
    return lines[:_HEAD]


def _ending(rest: list[str]) -> list[str]:
    lines: list[str] = []
    for line in reversed(rest[-_END:]):
        if is_running_text(line) and not _IN_BRACKETS.match(line):
            break
        lines.insert(0, line)
    return lines


def band(number: int, *bounds: int) -> int:
    """Return the place of the first of ``bounds`` that ``number`` is not above, their count where it is above all."""
    return next((place for place, bound in enumerate(bounds) if number <= bound), len(bounds))


def inner_pairs(word: str) -> list[str]:
    """Return every two characters that stand side by side in a word."""
    return [word[at : at + 2] for at in range(len(word) - 1)]


def has_number(word: str) -> bool:
    """Tell whether a word has a digit."""
    return re.search(r"\d", word) is not None
