"""Where a row stands in an order: how many stand before it, counted along the indexes of the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.store.database.database import Database

MOST: Final = 8
"""For more rows than these all are numbered at once."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """Rows that meet a condition, in the order of some columns; ``key`` is the column of their ids."""

    key: str
    tables: str
    where: str
    values: tuple[object, ...]
    columns: tuple[str, ...]
    descending: bool


def places(database: Database, rows: Ordered, ids: Sequence[str]) -> dict[str, int]:
    """Return how many rows stand before each of these; those not among them are left out."""
    if len(ids) > MOST:
        return _numbered(database, rows, ids)
    found = ((one, _place(database, rows, one)) for one in ids)
    return {one: place for one, place in found if place is not None}


def _place(database: Database, rows: Ordered, row_id: str) -> int | None:
    sql = f"SELECT {', '.join(rows.columns)} FROM {rows.tables} WHERE {rows.where} AND {rows.key} = ?"
    here = database.row(sql, *rows.values, row_id)
    if here is None:
        return None
    place = 0
    for condition, values in _before(rows.columns, tuple(here), descending=rows.descending):
        sql = f"SELECT count(*) FROM {rows.tables} WHERE {condition} AND {rows.where}"
        counted = database.row(sql, *values, *rows.values)
        place += int(counted[0]) if counted else 0
    return place


def _before(
    columns: Sequence[str], here: Sequence[object], *, descending: bool
) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield conditions, no two of which hold for one row, that together hold for what stands before ``here``.

    Empty values stand first, as SQLite sorts them.
    """
    same, values = "1", tuple[object, ...]()
    for column, value in zip(columns, here, strict=True):
        if descending and value is None:
            yield f"{same} AND {column} IS NOT NULL", values
        elif value is not None:
            yield f"{same} AND {column} {'>' if descending else '<'} ?", (*values, value)
            if not descending:
                yield f"{same} AND {column} IS NULL", values
        same, values = f"{same} AND {column} IS ?", (*values, value)


def _numbered(database: Database, rows: Ordered, ids: Sequence[str]) -> dict[str, int]:
    turn = " DESC" if rows.descending else ""
    order = ", ".join(f"{one}{turn}" for one in rows.columns)
    sql = f"""SELECT id, place FROM (SELECT {rows.key}, row_number() OVER (ORDER BY {order}) - 1 AS place
              FROM {rows.tables} WHERE {rows.where}) WHERE id IN ({", ".join("?" * len(ids))})"""
    return {row[0]: int(row[1]) for row in database.rows(sql, *rows.values, *ids)}
