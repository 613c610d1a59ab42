"""Tables in TOML that strangers wrote: read as they are, unless one of their keys has more parts than any key has."""

from __future__ import annotations

import tomllib
from typing import Any, Final

from index.lazy_pattern import LazyPattern

_PART: Final = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_DEEP_KEY: Final = LazyPattern(rf"(?<![A-Za-z0-9_\\-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{64}}")
"""What reading a key takes grows with the square of its parts: 60,000 of them, 120 KB, take gigabytes."""


def table_of(text: str) -> dict[str, Any]:
    """Return what a document in TOML states; ValueError where it is none, or goes deeper than any should."""
    deep = _DEEP_KEY.search(text)
    if deep is not None:
        raise ValueError(deep[0][:40])
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError(text[:40]) from error
