"""Which tables stand on one page: those with few rows and few words; a longer one would leave the page before bare."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_ROWS: Final = 12
_CHARACTERS: Final = 800
_TAG: Final = LazyPattern(r"<[^>]*>")


def stands_together(table: str, rows: int) -> bool:
    """Tell whether a table, given as XML with so many rows, is small enough to be kept on one page."""
    return rows <= _ROWS and len("".join(_TAG.sub("", table).split())) <= _CHARACTERS
