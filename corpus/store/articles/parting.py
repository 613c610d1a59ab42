"""Moving what stands in one part of an article into another article, when a person splits or joins them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from corpus.model.source import Piece
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded


@guarded
class Parting:
    """Repairs, figures with what was decided about them, and pieces; each keeps its id."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def move(self, article: str, other: str, start: int, shift: int) -> None:
        """Move what stands from ``start`` on into ``other``, ``shift`` code points further on there."""
        run = self._database.run
        run(
            "UPDATE edits SET article = ?, start = start + ?, stop = stop + ? WHERE article = ? AND start >= ?",
            other, shift, shift, article, start,
        )  # fmt: skip
        run(
            """UPDATE fact_decisions SET article = ? WHERE article = ? AND (
               id IN (SELECT id FROM figures WHERE article = ? AND start >= ?)
               OR id IN (SELECT id FROM own_facts WHERE article = ? AND start >= ?))""",
            other, article, article, start, article, start,
        )  # fmt: skip
        run(
            """UPDATE figures SET article = ?, start = start + ?, stop = stop + ?,
               evidence_start = evidence_start + ?, evidence_stop = evidence_stop + ?
               WHERE article = ? AND start >= ? AND own = 0""",
            other, shift, shift, shift, shift, article, start,
        )  # fmt: skip

    def drop_straddling(self, article: str, place: int) -> None:
        """Forget repairs that are not applied and would be cut in two at ``place``."""
        self._database.run(
            "DELETE FROM edits WHERE article = ? AND start < ? AND stop > ?", article, place, place
        )

    def set_pieces(self, source: str, pieces: Sequence[Piece]) -> None:
        """Write the pieces of a source that belong to no article."""
        told = json.dumps([[one.kind, one.span.start, one.span.end] for one in pieces])
        self._database.run("UPDATE sources SET pieces = ? WHERE id = ?", told, source)
