"""The tables of words: a list of words under each kind, from ``NAME.toml`` of ``corpus.knowledge``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from corpus.text.toml_tables import packaged_table


def table(name: str) -> dict[str, Any]:
    """Return a table as it is written."""
    return packaged_table("corpus.knowledge", f"{name}.toml")


@cache
def words_for(name: str, kind: str) -> tuple[str, ...]:
    """Return the words of one kind, the longest first."""
    return tuple(sorted(table(name)[kind], key=len, reverse=True))


@cache
def word_set(name: str, kind: str) -> frozenset[str]:
    """Return the words of one kind as a set."""
    return frozenset(table(name)[kind])


@cache
def any_word(name: str, kind: str) -> re.Pattern[str]:
    """Return what finds a word of one kind."""
    return re.compile("|".join(map(re.escape, words_for(name, kind))))
