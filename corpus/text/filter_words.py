"""What a line is found by as one types: every pair of neighbouring characters, so that any part of it is found."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.text.sounds import readings
from index.lazy_pattern import LazyPattern

_RUN: Final = LazyPattern(r"\w+")
_COMPARED: Final = 50
"""So many texts the others are looked for in: of ten thousand tags each with each took seconds."""


def filter_words(*texts: str) -> str:
    """Return the pairs of characters of texts, parted by blanks; the last of a run stands alone.

    What stands within one of the longest texts is found by that one already, and left out.
    """
    kept: list[str] = []
    for text in sorted(dict.fromkeys(text.casefold() for text in texts), key=len, reverse=True):
        if not any(text in longer for longer in kept[:_COMPARED]):
            kept.append(text)
    return " ".join(filter(None, map(_pairs, kept)))


@lru_cache(maxsize=2048)
def _pairs(text: str) -> str:
    """Return the pairs of one folded text; what figures of one article are filtered by is the same again and again."""
    return " ".join(run[place : place + 2] for run in _RUN.findall(text) for place in range(len(run)))


def words_and_sounds(*texts: str) -> str:
    """Return the same of texts together with their sounds and initials, as people type them."""
    sounds = [sound for text in texts if not text.isascii() for sound in readings(text)]
    return filter_words(*texts, *sounds)


def filter_question(typed: str) -> str:
    """Return the full-text question for lines that hold every word typed; empty where nothing is asked."""
    return " AND ".join(_phrase(run) for run in _RUN.findall(typed.casefold()))


def _phrase(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return '"' + " ".join(run[place : place + 2] for place in range(len(run) - 1)) + '"'
