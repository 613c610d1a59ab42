"""Counters a page prints beside what it is about: readers, likes, replies, a member's points and photographs."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.tables import cue
from index.lazy_pattern import LazyPattern

_TABLE: Final = "sentences/page_counters"
_ALONE: Final = LazyPattern(r"(?:^|[^一-鿿，,、]|(?:^|[^一-鿿])[有共总])[ ]?$")
_SAYS: Final = LazyPattern(r"[。；！？，]")
_FAR: Final = 10
_REACH: Final = 12


def is_page_counter(text: str, start: int, end: int) -> bool:
    """Tell whether the number from ``start`` to ``end`` is a counter of a page, and not told in a sentence."""
    before = text[max(0, start - _FAR) : start]
    if cue(_TABLE, "label").search(before if start > _FAR else f" {before}"):
        return not _SAYS.match(text, end) or len(text) - end < _REACH
    return bool(
        cue(_TABLE, "behind").match(text, end) and _ALONE.search(before if start > _FAR else f" {before}")
    )
