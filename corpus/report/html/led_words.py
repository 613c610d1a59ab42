"""Words that lead to where they were taken from, in a document their maker keeps: like any others to look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from corpus.report.html.styles import Dialect, led_look
from corpus.report.in_text import link_of_group, places_of_citations
from corpus.report.model import Group
from index.lazy_pattern import LazyPattern

_TAG: Final = LazyPattern(r"<(/?)([a-z][a-z0-9]*)[^>]*>", re.IGNORECASE)
_WITHIN: Final = frozenset(["b", "code", "del", "em", "i", "s", "span", "strong", "sub", "sup", "u"])
"""Tags that may stand within words that lead somewhere."""
_STOP: Final = LazyPattern(r"[。！？；\n]|[.!?](?=\s)")
_JOINTS: Final = "，、：,: \n"
_STOPS: Final = "。！？；.!? \n"


def led(words: str, link: str, dialect: Dialect) -> str:
    """Return words (HTML without links) that lead to an address."""
    return f'<a href="{escape(link)}" class="place">{led_look(words, dialect)}</a>' if link else words


def with_led_words(text: str, cited: Sequence[Group], dialect: Dialect) -> str:
    """Return HTML in which the words before the place of each citation lead to where they were taken from.

    They are the sentence, or what of it stands behind another citation or link.
    """
    parts: list[str] = []
    at = 0
    for number, place in places_of_citations(text):
        link = link_of_group(cited[number]) if number < len(cited) else ""
        if not link:
            continue
        words = _cited_words(text[at:place])
        if words:
            parts += [text[at : place - len(words)], led(words, link, dialect)]
            at = place
    return "".join(parts) + text[at:]


def _cited_words(before: str) -> str:
    """Return the end of ``before`` that a citation behind it speaks of; its tags are closed within it."""
    inner = before[max((found.end() for found in _TAG.finditer(before) if _parts(found)), default=0) :]
    sentence = inner[max((found.end() for found in _STOP.finditer(inner.rstrip(_STOPS))), default=0) :]
    last = inner[max((found.end() for found in _TAG.finditer(inner)), default=0) :]
    words = next((one for one in (sentence, inner, last) if _is_whole(one)), "")
    words = words.lstrip(_JOINTS)
    return words if _TAG.sub("", words).strip() else ""


def _parts(tag: re.Match[str]) -> bool:
    return tag[2].lower() not in _WITHIN


def _is_whole(words: str) -> bool:
    """Tell whether every tag of the words is opened and closed in them."""
    open_tags: list[str] = []
    for found in _TAG.finditer(words):
        if not found[1]:
            open_tags.append(found[2])
        elif not open_tags or open_tags.pop() != found[2]:
            return False
    return not open_tags
