"""Ways through a page: from a sign in a text to its note and back, and from a list of contents to each article."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from html import escape
from itertools import count
from typing import Final

from index.lazy_pattern import LazyPattern

_SIGN: Final = LazyPattern(r'<sup class="sign">([^<]+)</sup>')
_NOTE: Final = LazyPattern(r'<p class="source">([^<]+)</p>')
_OPENING: Final = '<article class="item'
_ITEM: Final = LazyPattern(r'<article class="item([^"]*)"')
_MARK: Final = LazyPattern(r'<sup class="sign.*?</sup>|</?span[^>]*>')
_PART: Final = LazyPattern(r"<h2>(.*?)</h2>")
_FEWEST: Final = 2
"""Parts from which on a page has a list of contents."""


def with_ways(body: str) -> str:
    """Return a page in which each sign leads to its note, and the note back; signs may begin anew with each article.

    A sign is hidden with its note.
    """
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for number, found in enumerate(_SIGN.finditer(body)):
        waiting[found[1]].append(number)
    answered: dict[int, str] = {}

    def note(match: re.Match[str]) -> str:
        """Return a source below the text as what its sign in the text leads to."""
        if not waiting[match[1]]:
            return match[0]
        number = waiting[match[1]].popleft()
        item = _ITEM.match(match.string, max(0, match.string.rfind(_OPENING, 0, match.start())))
        answered[number] = item[1] if item else ""
        return f'<p class="source" id="note-{number}"><a href="#sign-{number}">{match[1]}</a></p>'

    body = _NOTE.sub(note, body)
    numbers = count()

    def sign(match: re.Match[str]) -> str:
        number = next(numbers)
        if number not in answered:
            return match[0]
        return f'<sup class="sign{answered[number]}" id="sign-{number}"><a href="#note-{number}">{match[1]}</a></sup>'

    return _SIGN.sub(sign, body)


def with_contents(body: str, name: str) -> str:
    """Return a page with a list of its parts in front, where it has several."""
    names: list[str] = []

    def part(match: re.Match[str]) -> str:
        names.append(_MARK.sub("", match[1]))
        return f'<h2 id="part-{len(names)}">{match[1]}</h2>'

    body = _PART.sub(part, body)
    if len(names) < _FEWEST:
        return body
    entries = "".join(f'<li><a href="#part-{n}">{one}</a></li>' for n, one in enumerate(names, start=1))
    return f'<div class="contents"><p>{escape(name)}</p><ol>{entries}</ol></div>\n{body}'
