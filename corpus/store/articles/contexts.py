"""The contexts of the articles: who speaks, about which place and year, of what kind.

The JSON beside the columns is what a person set; all else is derived of the text when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded


@dataclass(frozen=True, slots=True)
class StoredContext:
    """A context as it is kept: what articles are chosen by."""

    who: str = ""
    place: str = ""
    year: str = ""
    kind: str = ""
    language: str = ""


@guarded
class Contexts:
    """The table of contexts."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, article_id: str, context: StoredContext) -> None:
        """Write what an article is chosen by; what a person set of its context stays."""
        self._database.run(
            """INSERT INTO contexts (article, who, place, year, kind, language) VALUES (?,?,?,?,?,?)
               ON CONFLICT (article) DO UPDATE SET who = excluded.who, place = excluded.place,
               year = excluded.year, kind = excluded.kind, language = excluded.language""",
            article_id, context.who, context.place, context.year, context.kind, context.language,
        )  # fmt: skip

    def get(self, article_id: str) -> StoredContext | None:
        """Return what an article is chosen by."""
        row = self._database.row("SELECT * FROM contexts WHERE article = ?", article_id)
        if row is None:
            return None
        return StoredContext(row["who"], row["place"], row["year"], row["kind"], row["language"])

    def correct(self, article_id: str, stated: Mapping[str, Any]) -> None:
        """Keep what a person set of an article's context, in place of what they had set before."""
        self._database.run(
            """INSERT INTO contexts (article, context) VALUES (?, ?)
               ON CONFLICT (article) DO UPDATE SET context = excluded.context""",
            article_id, json.dumps(stated, ensure_ascii=False),
        )  # fmt: skip

    def corrected(self, article_id: str) -> dict[str, Any]:
        """Return what a person set of an article's context."""
        row = self._database.row("SELECT context FROM contexts WHERE article = ?", article_id)
        found: dict[str, Any] = {} if row is None else json.loads(row["context"])
        return found
