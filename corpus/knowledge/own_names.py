"""Whether a phrase is a name of somebody's or something's own."""

from __future__ import annotations

from typing import Final

from index.segment.quick import is_word, plain_words

_SHORTEST: Final = 2


def is_name(words: str) -> bool:
    """Tell whether a phrase is a name: it is no word, and not made of words alone."""
    if is_word(words):
        return False
    parts = plain_words(words)
    if len(parts) == 1:
        return True
    loose = sum(len(part) == 1 or not is_word(part) for part in parts)
    return loose >= _SHORTEST or (loose == 1 and len(words) > _SHORTEST)
