"""Front matter that has come down to plain words: `title: 商业化篇 tags: [2024]` at the top of a text."""

from __future__ import annotations

import re
from typing import Final

from corpus.text.page_lines import FILE_NAME
from index.lazy_pattern import LazyPattern

_KEYS: Final = "title|authors?|date|tags?|categories|keywords|layout|draft|slug|permalink"
_FIRST: Final = LazyPattern(rf"(?:{_KEYS}) ?[:：]", re.IGNORECASE)
_KEY: Final = LazyPattern(rf"(?:^| )({_KEYS}) ?[:：] ?")
_FENCE: Final = frozenset(["---", "+++", "———", "—"])
_LOOKED_AT: Final = 12
_LONGEST: Final = 400


def front_lines(clean: str) -> dict[str, str]:
    """Return what the lines at the top of a text state by key; nothing where none of them names a title.

    They are the first lines, or the first below the name of a file or a rule; several keys may share a line.
    """
    found: dict[str, str] = {}
    for line in clean.split("\n", maxsplit=_LOOKED_AT)[:_LOOKED_AT]:
        bare = " ".join(line[:_LONGEST].split())
        if not _FIRST.match(bare):
            if found or (bare and bare not in _FENCE and not FILE_NAME.fullmatch(bare)):
                break
            continue
        parts = _KEY.split(bare[:1].lower() + bare[1:])
        for key, value in zip(parts[1::2], parts[2::2], strict=True):
            found.setdefault(key, value.strip(" \"'“”"))
    return found if found.get("title") else {}
