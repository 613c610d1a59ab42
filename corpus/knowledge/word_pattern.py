"""One pattern for many words, which shares their beginnings: of most places it tells at the first character."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Branches: TypeAlias = "dict[str, _Branches]"
_END = ""


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each of ``words``, the longest where several begin alike; nothing where there are none."""
    tree: _Branches = {}
    for word in filter(None, words):
        branch = tree
        for character in word:
            branch = branch.setdefault(character, {})
        branch[_END] = {}
    return re.compile(_written(tree) if tree else r"(?!)", re.IGNORECASE)


def _written(tree: _Branches) -> str:
    """Return the expression of what may follow; an end is taken only where nothing longer is found."""
    ways = [re.escape(character) + _written(rest) for character, rest in tree.items() if character != _END]
    if not ways:
        return ""
    longer = ways[0] if len(ways) == 1 and _END not in tree else f"(?:{'|'.join(ways)})"
    return f"{longer}?" if _END in tree else longer
