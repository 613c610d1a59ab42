"""The rows of a table of a damaged database that can be read, and how many there were beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

Row = tuple[Any, ...]
_WIDEST_GAP: Final = 200_000
"""Between the last row read from the front and the last from the back, at most so many are tried one by one."""


@dataclass(slots=True)
class ReadableRows:
    """Reads ``names`` of a table from the front, then from the back, then what lies between row by row.

    ``lost`` is known once ``rows`` ended: how many rows could not be read, as an index tells it. Where none does, each
    number that cannot be read before one that can counts, and what may lie behind the last of all as one.
    """

    connection: sqlite3.Connection
    table: str
    names: str
    lost: int = 0

    def rows(self) -> Iterator[Row]:
        """Yield the rows that can be read."""
        read = 0
        for row in self._without_numbers() if self._is_without_numbers() else self._numbered():
            read += 1
            yield row
        there = self._told_by_an_index() if self.lost else 0
        if there:
            self.lost = max(1, there - read)

    def _is_without_numbers(self) -> bool:
        try:
            self.connection.execute(f"SELECT rowid FROM {self.table} LIMIT 0")
        except sqlite3.DatabaseError:
            return True
        return False

    def _told_by_an_index(self) -> int:
        """Return how many rows there are, which SQLite counts in the smallest index; 0 where that cannot be read."""
        with suppress(sqlite3.DatabaseError):
            return int(self.connection.execute(f"SELECT count(*) FROM {self.table}").fetchone()[0])
        return 0

    def _numbered(self) -> Iterator[Row]:
        first = yield from self._run("ASC", None)
        if first is None:
            return
        last = yield from self._run("DESC", first)
        if last is not None:
            yield from self._one_by_one(first, last)

    def _run(self, order: str, end: int | None) -> Generator[Row, None, int | None]:
        """Yield rows in an order, back to ``end``; return the number of the last before one that cannot be read."""
        number = 0 if end is None else end + _WIDEST_GAP
        try:
            sql = f"SELECT rowid, {self.names} FROM {self.table} ORDER BY rowid {order}"
            for row in self.connection.execute(sql):
                if end is not None and row[0] <= end:
                    return None
                number = row[0]
                yield row[1:]
        except sqlite3.DatabaseError:
            return number
        return None

    def _one_by_one(self, first: int, last: int) -> Iterator[Row]:
        """Yield what lies between; a number that cannot be read stands for a row where one behind it was read."""
        sql = f"SELECT {self.names} FROM {self.table} WHERE rowid = ?"
        unread = 0
        for number in range(first + 1, min(last, first + _WIDEST_GAP)):
            try:
                row = self.connection.execute(sql, (number,)).fetchone()
            except sqlite3.DatabaseError:
                unread += 1
                continue
            if row is not None:
                self.lost, unread = self.lost + unread, 0
                yield row
        self.lost += min(unread, 1) if last - first == _WIDEST_GAP else unread

    def _without_numbers(self) -> Iterator[Row]:
        """Yield the rows of a table in which they stand by their key: from the front, then from the back."""
        keys = self._keys()
        read: set[Row] = set()
        for order in ("", " DESC"):
            sql = f"SELECT {self.names} FROM {self.table}"
            sql += " ORDER BY " + ", ".join(f'"{key}"{order}' for key in keys) if keys else ""
            try:
                for row in self.connection.execute(sql):
                    if row in read:
                        break
                    read.add(row)
                    yield row
            except sqlite3.DatabaseError:
                self.lost = 1
            else:
                self.lost = 0
                return

    def _keys(self) -> list[str]:
        with suppress(sqlite3.DatabaseError):
            told = self.connection.execute(f"PRAGMA table_info({self.table})").fetchall()
            return [str(row[1]) for row in sorted(told, key=lambda row: int(row[5])) if row[5]]
        return []
