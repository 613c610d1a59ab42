"""A table too wide for a page as several, one below the other: each begins with the columns that name its rows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from corpus.report.column_widths import least_widths, line_places
from corpus.report.model import TableItem

_FEWEST: Final = 2
"""Columns of numbers that a part has room for beside the names; with less the table is left whole."""


def parts_of_table(table: TableItem, *, across: bool = False) -> tuple[TableItem, ...]:
    """Return a table as it is, or by columns in parts of about equally many, where a page cannot hold them all.

    What names the rows are the columns before the first of numbers.
    """
    least, line = least_widths(table), line_places(across=across)
    names = next((n for n in range(len(least)) if n in table.right), 0)
    room = line - sum(least[:names])
    widest = max(least[names:], default=0.0)
    if not names or sum(least) <= line or room < _FEWEST * widest:
        return (table,)
    told = len(least) - names
    parts = math.ceil(told / int(room // widest))
    size = math.ceil(told / parts)
    return tuple(
        _part(table, names, first, min(first + size, len(least))) for first in range(names, len(least), size)
    )


def _part(table: TableItem, names: int, first: int, end: int) -> TableItem:
    """Return the names of a table and its columns from ``first`` up to ``end``."""
    chosen = (*range(names), *range(first, end))
    return replace(
        table,
        columns=tuple(table.columns[n] for n in chosen),
        rows=tuple(tuple(row[n] for n in chosen) for row in table.rows),
        right=frozenset(place for place, n in enumerate(chosen) if n in table.right),
        years=frozenset(place for place, n in enumerate(chosen) if n in table.years),
    )
