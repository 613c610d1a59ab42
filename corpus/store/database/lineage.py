"""Who a library is, which states its things had before, and what was deleted in it: what merging two goes by."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded

NOTE = "note"
DRAFT = "draft"
ARTICLE = "article"
FACT = "fact"
COLLECTION = "collection"
KEPT = "kept"
"""The kind of past states that are deletions elsewhere of what was changed here, and stayed."""
TOLD = "told"
"""The kind of past states that are differences between two libraries a person was told of."""


@dataclass(frozen=True, slots=True)
class Gone:
    """That something was deleted: when (ISO, UTC), and the ``modified`` it had then."""

    time: str
    state: str


@guarded
class Lineage:
    """The tables of past states and of what was deleted; triggers of the schema keep them."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def identity(self) -> str:
        """Return what all copies of one library have in common, and no other library has."""
        row = self._database.row("SELECT value FROM meta WHERE key = 'library'")
        return "" if row is None else str(row[0])

    def past(self, kind: str) -> dict[str, frozenset[str]]:
        """Return the states things of a kind had before, by id."""
        found: dict[str, set[str]] = {}
        for row in self._database.rows("SELECT id, state FROM past WHERE kind = ?", kind):
            found.setdefault(row["id"], set()).add(row["state"])
        return {one: frozenset(states) for one, states in found.items()}

    def add_past(self, kind: str, thing: str, state: str) -> None:
        """Note that a state of a thing is known: it was here once, or what is here answers it."""
        self._database.run("INSERT OR REPLACE INTO past VALUES (?, ?, ?)", kind, thing, state)

    def gone(self, kind: str) -> dict[str, Gone]:
        """Return what of a kind was deleted and has not come back, by id."""
        rows = self._database.rows("SELECT id, time, state FROM gone WHERE kind = ?", kind)
        return {row["id"]: Gone(row["time"], row["state"]) for row in rows}
