"""Phrases with gaps as packs write them: 起初…后来, (交给|改由)…(系统|程序)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern

LONGEST_GAP: Final = 12
"""So many signs of the same sentence stand at most where a phrase has …."""
_BETWEEN: Final = f"[^。！？!?\\n]{{0,{LONGEST_GAP}}}?"
_PIECE: Final = LazyPattern(r"\((?P<ways>[^()]+)\)|(?P<gap>…+)|(?P<plain>[^()…]+)")


@cache
def phrase(written: str) -> Guarded:
    """Return what finds a phrase: … stands for a gap, a pair of brackets for one of several; the rest is as written."""
    # Compiled at once: it may be a person's, whose words are kept nowhere but in libraries.
    return guarded(re.compile("".join(_piece(one) for one in _PIECE.finditer(written))))


def told_by(match: re.Match[str]) -> str:
    """Return the words a phrase was found by, with … for what stands between them."""
    told, end = "", match.start()
    for number in range(1, (match.re.groups or 0) + 1):
        told += "…" if match.start(number) > end else ""
        told += match[number]
        end = match.end(number)
    return told


def _piece(one: re.Match[str]) -> str:
    if one["gap"]:
        return _BETWEEN
    ways = one["ways"].split("|") if one["ways"] else [one["plain"]]
    return f"({'|'.join(map(re.escape, ways))})"
