"""The printed page numbers of files: what was proposed when they were read, and what a person put instead."""

from __future__ import annotations

import json
from collections.abc import Sequence

from corpus.model.numbering import PageStretch
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import from_row, guarded


@guarded
class PageNumbers:
    """The table of page numbers, by source; one may be written anew without its numbers being lost."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def propose(self, source_id: str, stretches: Sequence[PageStretch]) -> None:
        """Write what reading the file proposes; a person's correction stays."""
        sql = """INSERT INTO page_numbers (source, proposed) VALUES (?, ?)
                 ON CONFLICT (source) DO UPDATE SET proposed = excluded.proposed"""
        self._database.run(sql, source_id, _packed(stretches))

    def correct(self, source_id: str, stretches: Sequence[PageStretch] | None) -> None:
        """Write a person's correction; ``None`` goes back to what is proposed."""
        sql = """INSERT INTO page_numbers (source, corrected) VALUES (?, ?)
                 ON CONFLICT (source) DO UPDATE SET corrected = excluded.corrected"""
        self._database.run(sql, source_id, None if stretches is None else _packed(stretches))

    def proposed(self, source_id: str) -> tuple[PageStretch, ...]:
        """Return what reading a file proposed."""
        row = self._database.row("SELECT proposed FROM page_numbers WHERE source = ?", source_id)
        return unpacked(row["proposed"]) if row else ()

    def corrected(self, source_id: str) -> tuple[PageStretch, ...] | None:
        """Return a person's correction, ``None`` where there is none."""
        row = self._database.row("SELECT corrected FROM page_numbers WHERE source = ?", source_id)
        return unpacked(row["corrected"]) if row and row["corrected"] is not None else None


def _packed(stretches: Sequence[PageStretch]) -> str:
    return json.dumps([[one.first, one.label, one.each] for one in stretches])


@from_row
def unpacked(text: str) -> tuple[PageStretch, ...]:
    """Return the stretches a JSON text holds; none of an empty one."""
    return tuple(PageStretch(*one) for one in json.loads(text or "[]"))
