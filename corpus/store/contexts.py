"""The contexts of the articles: who speaks, about which place and year, of what kind; JSON beside its columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.store.boundary import guarded
from corpus.store.database import Database


@dataclass(frozen=True, slots=True)
class StoredContext:
    """A context as it is kept: ``whole`` is the derived value as JSON, the rest is what articles are chosen by."""

    who: str = ""
    place: str = ""
    year: str = ""
    kind: str = ""
    language: str = ""
    whole: Mapping[str, Any] = field(default_factory=dict)


@guarded
class Contexts:
    """The table of contexts."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, article_id: str, context: StoredContext) -> None:
        """Write an article's context."""
        self._database.run(
            "INSERT OR REPLACE INTO contexts VALUES (?,?,?,?,?,?,?)",
            article_id, json.dumps(context.whole, ensure_ascii=False), context.who, context.place, context.year,
            context.kind, context.language,
        )  # fmt: skip

    def get(self, article_id: str) -> StoredContext | None:
        """Return an article's context."""
        row = self._database.row("SELECT * FROM contexts WHERE article = ?", article_id)
        if row is None:
            return None
        whole = json.loads(row["context"])
        return StoredContext(row["who"], row["place"], row["year"], row["kind"], row["language"], whole)
