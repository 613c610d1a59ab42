"""Whether a text names the subject of a number at all: what it says of others neither confirms nor contradicts it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from corpus.audit.names.names import EMPTY, names_in
from corpus.audit.numbers.dating import in_modern_writing
from corpus.audit.numbers.topics import words_before
from index.lazy_pattern import LazyPattern

_HALF: Final = 0.5
"""Share of the pairs of a word that must stand in a text which does not know how it begins."""


_SHORTEST: Final = 3
"""Characters of a name that may stand for a longer one that ends so: 云梯县 for 江北云梯县."""
_CHINESE: Final = LazyPattern(r"[\u4e00-\u9fff]")


def names_nobody_of(sentence: str, at: int, named: Iterable[str], text: str) -> bool:
    """Tell whether ``text`` has none of a sentence's names, or none of the words before its number at ``at``.

    ``named`` are names that are known without a word of their kind.
    """
    names = frozenset(name for name, _ in names_in(sentence)) | frozenset(named)
    return has_heard_none(names, text) or any(
        not _is_told(word, text) for word in words_before(sentence, at)[:1]
    )


def has_heard_none(names: Iterable[str], text: str) -> bool:
    """Tell whether there are names and a text has none of them."""
    heard = [_is_heard(name, text) for name in names]
    return bool(heard) and not any(heard)


def _is_heard(name: str, text: str) -> bool:
    """Tell whether a text has the beginning of a name, its short form, or the name without its first part.

    Its end alone says nothing: 东岭水泥 is not 西岭水泥.
    """
    begun = (name[:2], name[0] + name[2:3], name[0] + name[-1])
    return any(_stands(one, text) for one in begun if len(one) == len(name[:2])) or any(
        _stands_apart(name[size:], text) for size in range(1, len(name) - _SHORTEST + 1)
    )


def _stands_apart(name: str, text: str) -> bool:
    """Tell whether a name begins anywhere in a text, and does not go on one there."""
    return any(
        found.start() == 0 or not _CHINESE.match(text, found.start() - 1) or text[found.start() - 1] in EMPTY
        for found in re.finditer(re.escape(name), text)
    )


def _is_told(word: str, text: str) -> bool:
    """Tell whether a text has the beginning of a word, or half of it."""
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
