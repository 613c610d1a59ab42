"""One's own things first and those of packs after them, each part along an index: no index tells them apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from corpus.store.database.database import Database
from corpus.store.database.places import Ordered, places

Row = TypeVar("Row")
PACKED: Final = "(a.pack <> '')"
"""The column by which few articles are sorted: 0 for one's own, 1 for those of packs."""
WHOLE: Final = ("1",)
PARTS: Final = ("a.pack = ''", "a.pack <> ''")
"""Conditions on ``a`` (articles) of the one part of what is not parted, and of the two in their order."""


def joined(
    parts: Sequence[str],
    page: Callable[[str, int, int], Sequence[Row]],
    count: Callable[[str], int],
    offset: int,
    limit: int,
) -> tuple[Row, ...]:
    """Return ``limit`` rows from ``offset`` on of parts that follow one another; all of them for a negative limit.

    ``page`` reads rows of a part (its condition, an offset, a limit), ``count`` tells how many it has; that is asked
    only where a page begins behind all of a part.
    """
    found: list[Row] = []
    for number, part in enumerate(parts, 1):
        found += page(part, offset, limit - len(found) if limit >= 0 else -1)
        if number == len(parts) or 0 <= limit <= len(found):
            break
        offset = 0 if found else offset - min(offset, count(part))
    return tuple(found)


def places_in_parts(
    database: Database,
    parts: Sequence[str],
    rows: Callable[[str], Ordered],
    count: Callable[[str], int],
    ids: Sequence[str],
) -> dict[str, int]:
    """Return how many rows of parts that follow one another stand before each of these; others are left out.

    ``rows`` are those of a part in its order.
    """
    found: dict[str, int] = {}
    before = 0
    for number, part in enumerate(parts, 1):
        wanted = [one for one in ids if one not in found]
        found |= {one: before + place for one, place in places(database, rows(part), wanted).items()}
        if number < len(parts) and len(found) < len(ids):
            before += count(part)
    return found
