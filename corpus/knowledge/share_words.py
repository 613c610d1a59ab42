"""The words of ``shares.toml``: who deals in shares, what is done with them, and what a share is a part of."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files("corpus.knowledge") / "shares.toml").read_text(encoding="utf-8"))


@cache
def words_for(kind: str) -> tuple[str, ...]:
    """Return the words of one kind, the longest first."""
    return tuple(sorted(_data()[kind], key=len, reverse=True))


@cache
def any_word(kind: str) -> re.Pattern[str]:
    """Return what finds a word of one kind."""
    return re.compile("|".join(map(re.escape, words_for(kind))))
