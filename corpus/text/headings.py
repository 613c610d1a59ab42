"""Headings of plain text: short lines with a section number."""

from __future__ import annotations

from typing import Final

from corpus.model.source import Heading
from corpus.text.characters import BLANKS
from index.lazy_pattern import LazyPattern

_LONGEST: Final = 40
_NUMBER: Final = "[一二三四五六七八九十百零〇]{1,4}"
_LONG_NUMBER: Final = "[一二两三四五六七八九十百千零〇壹贰叁肆伍陆柒捌玖拾佰仟]{1,8}"
"""Chapters of novels run into the hundreds, and old books count in capitals."""
_MARKERS: Final = (
    (
        1,
        LazyPattern(
            rf"第[{BLANKS}]*(?:{_LONG_NUMBER}|\d{{1,4}})[{BLANKS}]*[编部篇章回卷](?:分)?(?=[{BLANKS}：:]|\S)"
        ),
    ),
    (2, LazyPattern(rf"第[{BLANKS}]*(?:{_LONG_NUMBER}|\d{{1,3}})[{BLANKS}]*节(?=[{BLANKS}：:]|\S)")),
    (2, LazyPattern(rf"{_NUMBER}[、．.](?=[{BLANKS}]*\S)")),
    (3, LazyPattern(rf"[（(]{_NUMBER}[）)](?=[{BLANKS}]*\S)")),
    (4, LazyPattern(rf"\d{{1,2}}[.．]\d{{1,2}}[.．]\d{{1,2}}[{BLANKS}、]*(?=[^\d.%％{BLANKS}])")),
    (3, LazyPattern(rf"\d{{1,2}}[.．]\d{{1,2}}[{BLANKS}、]+(?=[^\d.%％{BLANKS}])")),
    (4, LazyPattern(rf"\d{{1,2}}[.．、][{BLANKS}]*(?=[^\d.%％{BLANKS}])")),
)
_SENTENCE: Final = LazyPattern(r"[。；;，,：:、…]\s*\Z|[。；]")
_PAIRS: Final = ("“”", "《》", "（）", "「」", "『』", "【】")


def find_headings(text: str) -> tuple[Heading, ...]:
    """Return the numbered headings of plain ``text`` (第一章, 一、, （一）, 1. …) with levels 1 to 4.

    A heading is a line of its own of at most 40 characters that is no sentence and closes every mark it opens;
    numbered lines that follow each other without text between them are a list and not headings. ``start`` is where
    the heading's line begins.
    """
    found: list[tuple[int, Heading]] = []
    start = 0
    number = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            number += 1
            level = _level(stripped)
            if level:
                lead = len(line) - len(line.lstrip())
                found.append((number, Heading(level, stripped, start + lead)))
        start += len(line) + 1
    return tuple(
        heading
        for place, (line_number, heading) in enumerate(found)
        if not _in_list(found, place, line_number)
    )


def _level(line: str) -> int:
    """Return the level of the heading on ``line``, 0 if it is none."""
    if len(line) > _LONGEST or _SENTENCE.search(line) or _torn(line):
        return 0
    return next((level for level, marker in _MARKERS if marker.match(line)), 0)


def _torn(line: str) -> bool:
    """Tell whether a mark is opened and never closed: the line was broken in the middle of a sentence."""
    return any(line.count(pair[0]) > line.count(pair[1]) for pair in _PAIRS)


def _in_list(found: list[tuple[int, Heading]], place: int, line_number: int) -> bool:
    """Tell whether the line before or after is an item of the same level: then both belong to a list."""
    level = found[place][1].level
    return any(
        0 <= other < len(found) and found[other][1].level == level and abs(found[other][0] - line_number) == 1
        for other in (place - 1, place + 1)
    )
