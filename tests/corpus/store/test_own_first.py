"""Rows that come in parts, one after the other, are paged through as if they were one list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from corpus.store.database.own_first import joined

PARTS = st.lists(st.integers(0, 5), min_size=1, max_size=4)


@given(PARTS, st.integers(0, 20), st.integers(-1, 20))
def test_that_parts_are_paged_through_as_one_and_counted_only_where_a_page_begins_behind_them(
    sizes: list[int], offset: int, limit: int
) -> None:
    rows = {str(n): [(n, at) for at in range(size)] for n, size in enumerate(sizes)}
    every = [one for part in rows.values() for one in part]
    counted: list[str] = []

    def page(part: str, first: int, number: int) -> Sequence[Any]:
        return rows[part][first:] if number < 0 else rows[part][first : first + number]

    def count(part: str) -> int:
        counted.append(part)
        return len(rows[part])

    wanted = every[offset:] if limit < 0 else every[offset : offset + limit]
    assert list(joined(list(rows), page, count, offset, limit)) == wanted
    ends = dict(zip(rows, accumulate(sizes), strict=True))
    assert counted == [part for part in list(rows)[:-1] if ends[part] <= offset and limit != 0]
