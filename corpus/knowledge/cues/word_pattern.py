"""One pattern for many words, written as a trie, so that most places are ruled out by their first character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from string import ascii_letters
from typing import Final, TypeAlias

_Branches: TypeAlias = "dict[str, _Branches]"
_END = ""
_ALIKE: Final = {"i": "İı", "k": "K", "s": "ſ"}
"""What a Latin letter is the same as beside its own capital, where case does not count."""


def expression_of(words: Iterable[str]) -> str:
    """Return the expression of ``words``, the longest first where one begins another; empty where there are none."""
    return _written(_tree_of(words))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each of ``words`` in capitals or not, the longest where several begin alike."""
    return _any_of(frozenset(words))


@lru_cache(maxsize=64)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of some words, kept: compiling thousands of them takes as long as reading ten articles."""
    tree = _tree_of(words)
    if not tree or any(_is_cased(character) and character not in ascii_letters for character in tree):
        return re.compile(_written(tree) if tree else r"(?!)", re.IGNORECASE)
    # Only first characters that stand for themselves are all looked for at once.
    ways = [
        f"{re.escape(first)}(?i:{_written(rest)})"
        for character, rest in tree.items()
        for first in _same(character)
    ]
    return re.compile("|".join(ways))


def _tree_of(words: Iterable[str]) -> _Branches:
    tree: _Branches = {}
    for word in sorted(filter(None, words)):
        branch = tree
        for character in word:
            branch = branch.setdefault(character, {})
        branch[_END] = {}
    return tree


def _is_cased(character: str) -> bool:
    return character.lower() != character.upper()


def _same(character: str) -> str:
    """Return the characters that are the same as one where case does not count."""
    if character not in ascii_letters:
        return character
    return character.lower() + character.upper() + _ALIKE.get(character.lower(), "")


def _written(tree: _Branches) -> str:
    """Return the expression of what may follow; an end is taken only where nothing longer is found."""
    ways = [re.escape(character) + _written(rest) for character, rest in tree.items() if character != _END]
    if not ways:
        return ""
    longer = ways[0] if len(ways) == 1 and _END not in tree else f"(?:{'|'.join(ways)})"
    return f"{longer}?" if _END in tree else longer
