"""Collections and tags of articles."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.model.collection import Collection
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded


@guarded
class Collections:
    """The tables of collections and tags."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def all(self) -> tuple[Collection, ...]:
        """Return every collection with the number of articles outside the trash in it and in those below it."""
        sql = """WITH RECURSIVE inside(whole, part) AS (SELECT id, id FROM collections UNION
                 SELECT i.whole, c.id FROM collections c JOIN inside i ON c.parent = i.part)
                 SELECT c.id, c.name, c.parent, (SELECT count(DISTINCT m.article) FROM inside i
                 CROSS JOIN collection_articles m ON m.collection = i.part CROSS JOIN articles a ON a.id = m.article
                 WHERE i.whole = c.id AND a.trashed = '') AS count FROM collections c ORDER BY c.name"""
        return tuple(
            Collection(r["id"], r["name"], r["parent"], r["count"]) for r in self._database.rows(sql)
        )

    def put(self, collection: Collection) -> None:
        """Write a collection, new or renamed."""
        sql = """INSERT INTO collections VALUES (?, ?, ?)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent = excluded.parent"""
        self._database.run(sql, collection.id, collection.name, collection.parent)

    def delete(self, collection_id: str) -> None:
        """Delete a collection; the ones below it move up, articles stay in the library."""
        sql = "UPDATE collections SET parent = (SELECT parent FROM collections WHERE id = ?) WHERE parent = ?"
        self._database.run(sql, collection_id, collection_id)
        self._database.run("DELETE FROM collections WHERE id = ?", collection_id)

    def add(self, collection_id: str, articles: Iterable[str]) -> None:
        """Put articles into a collection."""
        sql = "INSERT OR IGNORE INTO collection_articles VALUES (?, ?)"
        self._database.run_many(sql, [(collection_id, article) for article in articles])

    def articles(self, collection_id: str) -> frozenset[str]:
        """Return the ids of a collection's own articles."""
        sql = "SELECT article FROM collection_articles WHERE collection = ?"
        return frozenset(row[0] for row in self._database.rows(sql, collection_id))

    def remove(self, collection_id: str, articles: Iterable[str]) -> None:
        """Take articles out of a collection."""
        sql = "DELETE FROM collection_articles WHERE collection = ? AND article = ?"
        self._database.run_many(sql, [(collection_id, article) for article in articles])

    def set_tags(self, article_id: str, tags: Iterable[str]) -> None:
        """Give an article exactly these tags."""
        self._database.run("DELETE FROM article_tags WHERE article = ?", article_id)
        sql = "INSERT OR IGNORE INTO article_tags VALUES (?, ?)"
        self._database.run_many(sql, [(article_id, tag) for tag in tags])

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Return the tags of articles outside the trash with how many carry each, commonest first."""
        sql = """SELECT tag, count(*) AS n FROM article_tags t JOIN articles a ON a.id = t.article
                 WHERE a.trashed = '' GROUP BY tag ORDER BY n DESC, tag"""
        return tuple((row["tag"], row["n"]) for row in self._database.rows(sql))
