"""What a line is found by as one types: every pair of neighbouring characters, so that any part of it is found."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Return the filter words of texts, and those of their pinyin and initials, as people type them."""
    sounds = [sound for text in texts if not text.isascii() for sound in readings(text)]
    return filter_words(*texts, *sounds)


def runs_of(typed: str) -> list[str]:
    """Return the words typed as they are looked for: runs of letters and digits, folded."""
    return _RUN.findall(typed.casefold())


def filter_question(typed: str, names: Sequence[Sequence[str]] = ()) -> str:
    """Return the full-text question for lines that hold every word typed; empty where nothing is asked.

    For a word that stands first in one of ``names`` any of those names will do.
    """
    by_word = {one[0]: one for one in names}
    return " AND ".join(_any_of(by_word.get(run, (run,))) for run in runs_of(typed))


def _any_of(names: Sequence[str]) -> str:
    wholes = [" AND ".join(map(_phrase, runs_of(name))) for name in names]
    told = list(dict.fromkeys(filter(None, wholes)))
    return told[0] if len(told) == 1 else "(" + " OR ".join(f"({one})" for one in told) + ")"


def _phrase(run: str) -> str:
    if len(run) == 1:
        return f'"{run}"*'
    return '"' + " ".join(run[place : place + 2] for place in range(len(run) - 1)) + '"'
