"""The word lists that names are found by."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files("corpus.knowledge.names") / "names.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the lists as a set."""
    return frozenset(_data()[name])


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"..(?:{any_of('legal', 'strong', 'weak').pattern})$")


def ends_as_company(words: str) -> bool:
    """Tell whether a phrase ends as names of companies do: 栗山重工."""
    return bool(_endings().search(words))


@cache
def any_of(*names: str) -> re.Pattern[str]:
    """Return one pattern for all words of some lists, the longest first."""
    words = sorted({word for name in names for word in _data()[name]}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
