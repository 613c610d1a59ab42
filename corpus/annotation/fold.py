"""A text without what copying and typesetting change: blanks, width, case, punctuation; with a way back."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.model.span import Span

_IN_NUMBERS: Final = frozenset(".,:/-%‰")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` folded; ``origins[i]`` is the offset in the original of the character ``text[i]`` came from."""

    text: str
    origins: tuple[int, ...]

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
    characters: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        for part in _fold_character(character):
            characters.append(part)
            origins.append(offset)
    kept = [n for n, part in enumerate(characters) if _stays(characters, n, part)]
    return Folded("".join(characters[n] for n in kept), tuple(origins[n] for n in kept))


def _stays(characters: list[str], n: int, part: str) -> bool:
    """Tell whether a folded character carries meaning: it is no punctuation, or stands within a number."""
    if unicodedata.category(part)[0] != "P":
        return True
    if part in "%‰":
        return True
    before = characters[n - 1] if n else ""
    after = characters[n + 1] if n + 1 < len(characters) else ""
    return part in _IN_NUMBERS and before.isdigit() and after.isdigit()
