"""Tables in TOML: those that come with the program, and those of strangers, which are read within limits."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from index.lazy_pattern import LazyPattern

_PART: Final = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_DEEP_KEY: Final = LazyPattern(rf"(?<![A-Za-z0-9_\\-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{64}}")
"""What reading a key takes grows with the square of its parts: 60,000 of them, 120 KB, take gigabytes."""


@cache
def packaged_table(package: str, file: str) -> dict[str, Any]:
    """Return a table that lies beside the modules of a package, read once; nobody may change it."""
    return tomllib.loads((files(package) / file).read_text(encoding="utf-8"))


def table_of(text: str) -> dict[str, Any]:
    """Return what a stranger's document in TOML states; ValueError where it is none, or goes deeper than any should."""
    deep = _DEEP_KEY.search(text)
    if deep is not None:
        raise ValueError(deep[0][:40])
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError(text[:40]) from error
