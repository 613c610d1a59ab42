"""What a long table shows: an order kept by the library, of which only the rows drawn are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

Row = TypeVar("Row")
PAGE: Final = 100
"""Rows read at a time."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """Rows in an order the library keeps; every function reads it, and is called beside the window only.

    ``page`` returns up to so many rows from an offset on, ``count`` how many there are, ``places`` where the rows
    with some ids stand (those that are not listed are left out), ``rows`` some rows by their ids.
    """

    page: Callable[[int, int], Sequence[Row]]
    count: Callable[[], int]
    places: Callable[[Sequence[str]], Mapping[str, int]]
    rows: Callable[[Sequence[str]], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class RowStretch(Generic[Row]):
    """Neighbouring rows of a listing from ``start`` on, the last of them where ``ended``.

    ``places`` says where the rows stand that were asked for by id.
    """

    start: int
    rows: tuple[Row, ...]
    ended: bool
    places: Mapping[str, int] = field(default_factory=dict)


def read_stretch(
    listing: Listing[Row],
    first: int,
    last: int,
    key: Callable[[Row], str],
    kept: Sequence[str] = (),
    wanted: str = "",
) -> RowStretch[Row]:
    """Read the pages that hold the rows ``first`` to ``last``, or those around the row ``wanted`` (an id) instead.

    Where the listing has become shorter than that, its last page is read. ``kept`` are ids to be found again.
    """
    asked = tuple(dict.fromkeys((wanted, *kept) if wanted else kept))
    found = dict(listing.places([wanted])) if wanted else {}
    if wanted in found:
        first = last = found[wanted]
    start, limit = _pages(first, last)
    rows = tuple(listing.page(start, limit))
    if not rows and start:
        last = max(listing.count() - 1, 0)
        start, limit = _pages(last, last)
        rows = tuple(listing.page(start, limit))
    found |= {key(row): start + n for n, row in enumerate(rows)}
    missing = [one for one in asked if one not in found]
    if missing and (start or len(rows) == limit):
        found |= listing.places(missing)
    return RowStretch(start, rows, len(rows) < limit, {one: found[one] for one in asked if one in found})


def _pages(first: int, last: int) -> tuple[int, int]:
    """Return where the page of ``first`` begins, and how many rows the pages up to that of ``last`` hold."""
    start = first // PAGE * PAGE
    return start, (last // PAGE + 1) * PAGE - start
