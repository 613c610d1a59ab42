"""A text without what copying and typesetting change: blanks, width, case, punctuation; with a way back."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import Final

from corpus.model.span import Span

_IN_NUMBERS: Final = frozenset(".,:/-")
"""Punctuation that carries meaning between digits; % and ‰ always do."""
_LONGEST_KEPT: Final = 500_000


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` folded; ``origins[i]`` is the offset in the original of the character ``text[i]`` came from."""

    text: str
    origins: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original that ``text[start:end]`` (not empty) came from."""
        return Span(self.origins[start], self.origins[end - 1] + 1)


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    """Return what stays of one character: half-width, lower case; nothing of blanks and control characters."""
    kept = unicodedata.normalize("NFKC", character).casefold()
    return "".join(part for part in kept if unicodedata.category(part)[0] not in "ZC")


def fold(text: str) -> Folded:
    """Return ``text`` folded: punctuation stays only inside numbers (3.14 is not 314)."""
    folded = {character: _fold_character(character) for character in set(text)}
    parts = list(map(folded.__getitem__, text))
    characters = "".join(parts)
    origins = [offset for offset, part in enumerate(parts) for _ in part]
    dropped = {one for one in set(characters) if unicodedata.category(one)[0] == "P" and one not in "%‰"}
    if not dropped:
        return Folded(characters, array("I", origins))
    kept = [one not in dropped for one in characters]
    for one in _IN_NUMBERS & dropped:
        at = characters.find(one, 1)
        while at > 0:
            kept[at] = characters[at - 1].isdigit() and characters[at + 1 : at + 2].isdigit()
            at = characters.find(one, at + 1)
    return Folded("".join(compress(characters, kept)), array("I", compress(origins, kept)))


def fold_article(text: str) -> Folded:
    """Return the text of an article folded; notes in a row look for their places in the same few."""
    return _fold_kept(text) if len(text) <= _LONGEST_KEPT else fold(text)


@lru_cache(maxsize=8)
def _fold_kept(text: str) -> Folded:
    return fold(text)
