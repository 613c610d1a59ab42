"""Whether a phrase is a name of somebody's or something's own."""

from __future__ import annotations

from typing import Final

from index.segment.quick import is_word, plain_words, word_class

_SHORTEST: Final = 2
_DOING: Final = frozenset({"v", "p"})


def is_name(words: str) -> bool:
    """Tell whether a phrase is a name: it is no word, and not made of words alone."""
    if is_word(words):
        return False
    parts = plain_words(words)
    if len(parts) == 1:
        return True
    loose = sum(len(part) == 1 or not is_word(part) for part in parts)
    return loose >= _SHORTEST or (loose == 1 and len(words) > _SHORTEST)


def tells_of_doing(words: str) -> bool:
    """Tell whether something is done within a phrase, so that it names nobody: 每周探望父母, 医院接受手术.

    What a phrase ends in may be a deed by the dictionary and a noun in a name: 市场监管.
    """
    parts = plain_words(words)
    return any(len(part) > 1 and word_class(part) in _DOING for part in parts[1:-1])
