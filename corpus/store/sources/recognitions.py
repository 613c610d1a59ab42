"""Text recognised of the pages of scanned files, page by page, and where it is in doubt."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from typing import Any

from corpus.model.span import Span
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import from_row, guarded


@guarded
class Recognitions:
    """The tables of recognised pages and of doubtful characters, by source."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def keep(self, source_id: str, page: int, values: Sequence[Any]) -> None:
        """Write what was recognised of a page (from 0), as JSON values."""
        data = zlib.compress(json.dumps(values).encode("ascii"))
        self._database.run("INSERT OR REPLACE INTO recognised VALUES (?, ?, ?)", source_id, page, data)

    def known(self, source_id: str) -> frozenset[int]:
        """Return the pages of a source that were recognised."""
        rows = self._database.rows("SELECT page FROM recognised WHERE source = ?", source_id)
        return frozenset(row[0] for row in rows)

    def page(self, source_id: str, page: int) -> list[Any] | None:
        """Return what was recognised of a page, ``None`` where nothing was."""
        row = self._database.row("SELECT data FROM recognised WHERE source = ? AND page = ?", source_id, page)
        return None if row is None else _page(row["data"])

    def doubt(self, source_id: str, spans: Sequence[Span]) -> None:
        """Write which spans of a source's text are in doubt."""
        told = json.dumps([[one.start, one.end] for one in spans])
        self._database.run("INSERT OR REPLACE INTO doubtful VALUES (?, ?)", source_id, told)

    def doubtful(self, source_id: str) -> tuple[Span, ...]:
        """Return the spans of a source's text that are in doubt."""
        row = self._database.row("SELECT spans FROM doubtful WHERE source = ?", source_id)
        return () if row is None else _spans(row["spans"])


@from_row
def _page(data: bytes) -> list[Any]:
    return list(json.loads(zlib.decompress(data)))


@from_row
def _spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(*one) for one in json.loads(text))
