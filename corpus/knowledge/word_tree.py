"""Many names as one pattern that reads each character once: names with the same beginning share it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable


def tree(words: Iterable[str]) -> str:
    """Return the pattern of some words, the longest first where one begins another."""
    branches: defaultdict[str, set[str]] = defaultdict(set)
    ends = False
    for word in words:
        if word:
            branches[word[0]].add(word[1:])
        else:
            ends = True
    if not branches:
        return ""
    if not ends and len(branches) == 1:
        ((first, rest),) = branches.items()
        return re.escape(first) + tree(rest)
    parts = [re.escape(first) + tree(rest) for first, rest in sorted(branches.items())]
    return f"(?:{'|'.join(parts)}){'?' if ends else ''}"
