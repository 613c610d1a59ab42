"""Repairs of articles, and what people decided about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from corpus.model.edit import Certainty, Edit, RepairClass, RepairState
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded

_class_of, _certainty_of, _state_of = cache(RepairClass), cache(Certainty), cache(RepairState)


@guarded
class Edits:
    """The ledger of repairs."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def of(self, article_id: str) -> tuple[Edit, ...]:
        """Return an article's repairs in the order of the text."""
        rows = self._database.rows("SELECT * FROM edits WHERE article = ? ORDER BY start, stop", article_id)
        return tuple(
            Edit(
                id=row["id"],
                kind=row["kind"],
                repair_class=_class_of(row["class"]),
                start=row["start"],
                end=row["stop"],
                before=row["before"],
                after=row["after"],
                certainty=_certainty_of(row["certainty"]),
                state=_state_of(row["state"]),
            )
            for row in rows
        )

    def decisions(self, article_id: str) -> dict[str, RepairState]:
        """Return what a person decided about an article's repairs, by id."""
        sql = "SELECT id, state FROM edits WHERE article = ? AND decided = 1"
        return {row["id"]: RepairState(row["state"]) for row in self._database.rows(sql, article_id)}

    def replace(self, article_id: str, edits: Iterable[Edit]) -> None:
        """Write an article's repairs anew; one that is still as a person decided it counts as decided."""
        decisions = self.decisions(article_id)
        self._database.run("DELETE FROM edits WHERE article = ?", article_id)
        self._database.run_many(
            "INSERT INTO edits VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            [
                (
                    *(e.id, article_id, e.kind, e.repair_class, e.start, e.end, e.before, e.after),
                    *(e.certainty, e.state, int(decisions.get(e.id) is e.state)),
                )
                for e in edits
            ],
        )

    def decide(self, edit_id: str, state: RepairState) -> None:
        """Record a person's decision."""
        self._database.run("UPDATE edits SET state = ?, decided = 1 WHERE id = ?", state, edit_id)

    def set_decided(self, article_id: str, decided: Mapping[str, RepairState]) -> None:
        """Record which of an article's repairs stand as a person decided, and that the others do not."""
        self._database.run("UPDATE edits SET decided = 0 WHERE article = ?", article_id)
        for edit_id, state in decided.items():
            self.decide(edit_id, state)
