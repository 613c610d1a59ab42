"""Whether a text has ever heard of whom a number is told: what it says of somebody else confirms nothing of him."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from corpus.audit.dating import in_modern_writing
from corpus.audit.names import names_in
from corpus.audit.topics import words_before

_HALF: Final = 0.5
"""Share of the pairs of a word that must stand in a text which does not know how it begins."""


def names_nobody_of(sentence: str, at: int, named: Iterable[str], text: str) -> bool:
    """Tell whether ``text`` knows no name of a sentence, or nothing of what leads to its number at ``at``.

    ``named`` are names that are known without a word of their kind.
    """
    names = frozenset(name for name, _ in names_in(sentence)) | frozenset(named)
    if names and not any(_is_heard(name, text) for name in names):
        return True
    return any(not _is_told(word, text) for word in words_before(sentence, at)[:1])


def _is_heard(name: str, text: str) -> bool:
    """Tell whether any part of a name stands in a text."""
    return any(_stands(name[place : place + 2], text) for place in range(max(1, len(name) - 1)))


def _is_told(word: str, text: str) -> bool:
    """Tell whether a text knows the beginning of a word, or half of it."""
    pairs = [word[place : place + 2] for place in range(len(word) - 1)]
    return (
        len(pairs) < 2
        or _stands(pairs[0], text)
        or sum(_stands(pair, text) for pair in pairs) >= _HALF * len(pairs)
    )


def _stands(words: str, text: str) -> bool:
    return words in text or words in _modern(text)


@lru_cache(maxsize=8)
def _modern(text: str) -> str:
    return in_modern_writing(text)
