"""Sentences of Chinese and mixed text, as spans that leave out the blanks between them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.model.span import Span
from corpus.text.characters import BLANKS, CLOSERS, HAN
from index.lazy_pattern import LazyPattern

_CLOSERS: Final = re.escape(CLOSERS)
_BREAK: Final = LazyPattern(
    rf"(?P<hard>[\n\t\r\v\f\u0085\u2028\u2029]+)|(?P<mark>[。！？!?…｡]+|\.{{3,}}|\.(?!\.))(?P<closers>[{_CLOSERS}]*)",
)
_NUMBER_ONLY: Final = LazyPattern(
    rf"[{BLANKS}]*[（(]?(?:\d{{1,3}}|[一二三四五六七八九十百]{{1,4}}|[IVXivx]{{1,5}}|[A-Za-z])[）)]?[{BLANKS}]*\Z",
)
_ABBREVIATION: Final = LazyPattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|No|Nos|vs|etc|eg|ie|cf|al|Inc|Ltd|Co|Corp|Fig|Vol|pp|ed|eds|approx|Jan"
    r"|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Za-z]|\b(?:[A-Za-z]\.)+[A-Za-z])\Z",
)
_WORD_AFTER: Final = LazyPattern(rf"[{BLANKS}]*(?:[A-Z“\"‘(（{HAN}]|\Z|[\n\t])")
_CONTINUES: Final = LazyPattern(rf"[{BLANKS}]*[，、；：,;）的]")
_LONGEST_NUMBER: Final = 12


@lru_cache(maxsize=1)
def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text`` in order.

    A sentence ends at 。！？…, at ``!``, ``?`` and ``.`` where they are used as such (not in 3.5, URLs, ``e.g.``),
    together with the closing quotes and brackets after the mark, and always at a line break or tab (table cells).
    ；ends nothing. A list number followed by a stop ("1 。") begins the next sentence instead of being one.
    Takes linear time; those of the text asked about last are kept, for one that is not repaired is asked about twice.
    """
    found: list[Span] = []
    begin = 0
    for match in _BREAK.finditer(text):
        if match.group("hard") is None and not _ends(text, begin, match):
            continue
        _add(found, text, begin, match.start() if match.group("hard") else match.end())
        begin = match.end()
    _add(found, text, begin, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Append the span without the blanks at its edges, unless nothing is left of it."""
    part = text[start:end]
    body = part.strip()
    if body:
        lead = len(part) - len(part.lstrip())
        found.append(Span(start + lead, start + lead + len(body)))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Tell whether the marks of ``match`` end the sentence that began at ``begin``."""
    mark, place, after = match.group("mark"), match.start(), match.end()
    if place - begin <= _LONGEST_NUMBER and _NUMBER_ONLY.match(text, begin, place) and mark in "。.．":
        return False
    if mark == ".":
        return _dot_ends(text, place, after)
    if mark[0] in "!?" and mark.isascii():
        nearby = text[place - 1 : place]
        if nearby.isascii() and text[after : after + 1].isalnum() and text[after : after + 1].isascii():
            return False
    if match.group("closers") or mark[0] in "….":
        return not _CONTINUES.match(text, after)
    return True


def _dot_ends(text: str, place: int, after: int) -> bool:
    """Tell whether the full stop at ``place`` ends a sentence rather than a number, a name or an abbreviation."""
    before, behind = text[place - 1 : place], text[after : after + 1]
    if not before or before.isspace():
        return False
    if before.isdigit():
        return behind in {"", "\n", "\t"} or (
            behind in {" ", "\u00a0"} and bool(_WORD_AFTER.match(text, after))
        )
    if before.isascii():
        if behind and not behind.isspace() and after == place + 1:
            return False
        if _ABBREVIATION.search(text, max(0, place - 12), place):
            return not behind or behind == "\n"
        return bool(_WORD_AFTER.match(text, after))
    return bool(_WORD_AFTER.match(text, after))
