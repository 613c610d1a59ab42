"""When articles changed: the number of the last change of each text, and of what stands beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.store.articles.rows import FILE_BESIDE
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded


@dataclass(frozen=True, slots=True)
class ArticleState:
    """Of what state an article is: the change numbers of its text and of what stands beside it, its pages, its file.

    ``numbering`` are its page numbers as JSON, empty where it has none; ``file`` is what tells it apart from others of
    its title.
    """

    change: int
    beside: int
    numbering: str
    file: str


@guarded
class ArticleChanges:
    """The change numbers of the articles; both grow with every transaction that touches one."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def changes(self) -> dict[str, int]:
        """Return the change number of each article outside the trash."""
        rows = self._database.rows("SELECT id, change FROM articles WHERE trashed = ''")
        return {row["id"]: row["change"] for row in rows}

    def changes_of(self, ids: Sequence[str]) -> dict[str, int]:
        """Return the change number of each of some articles (up to 500) that are there, in their order."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.rows(f"SELECT id, change FROM articles WHERE id IN ({marks})", *ids)
        found = {row["id"]: int(row["change"]) for row in rows}
        return {one: found[one] for one in ids if one in found}

    def fields_changes_of(self, ids: Sequence[str]) -> dict[str, int]:
        """Return for each of some articles (up to 500) the number of the last change of what stands beside its text."""
        marks = ", ".join("?" * len(ids))
        rows = self._database.rows(f"SELECT id, fields_change FROM articles WHERE id IN ({marks})", *ids)
        return {row["id"]: int(row["fields_change"]) for row in rows}

    def change_of(self, article_id: str) -> int | None:
        """Return the number of the last change of an article's text; ``None`` where there is no such article."""
        row = self._database.row("SELECT change FROM articles WHERE id = ?", article_id)
        return None if row is None else int(row[0])

    def state_of(self, article_id: str) -> ArticleState | None:
        """Return of what state an article is; ``None`` where there is no such article."""
        row = self._database.row(
            f"""SELECT a.change, a.fields_change, coalesce(p.corrected, p.proposed, '') AS numbers,
                   {FILE_BESIDE} AS file
               FROM articles a LEFT JOIN page_numbers p ON p.source = a.source WHERE a.id = ?""",
            article_id,
        )
        if row is None:
            return None
        return ArticleState(
            int(row["change"]), int(row["fields_change"]), str(row["numbers"]), str(row["file"])
        )

    def changed_since(self, change: int) -> tuple[str, ...]:
        """Return the ids of articles whose text changed, or that were deleted, after a change number."""
        sql = "SELECT id FROM articles WHERE change > ? UNION SELECT article FROM tombstones WHERE change > ?"
        return tuple(row[0] for row in self._database.rows(sql, change, change))

    def fields_changed_since(self, change: int) -> tuple[str, ...]:
        """Return the ids of articles of which only what stands beside the text changed after a change number."""
        sql = "SELECT id FROM articles WHERE fields_change > ? AND change <= ?"
        return tuple(row[0] for row in self._database.rows(sql, change, change))

    def touch(self, ids: Iterable[str], change: int) -> None:
        """Record that the texts of these articles changed."""
        self._database.run_many(
            "UPDATE articles SET change = ? WHERE id = ?", [(change, article_id) for article_id in ids]
        )

    def touch_fields(self, ids: Iterable[str], change: int) -> None:
        """Record that what stands beside the texts of these articles changed."""
        sql = "UPDATE articles SET fields_change = ? WHERE id = ?"
        self._database.run_many(sql, [(change, article_id) for article_id in ids])
