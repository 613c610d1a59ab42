"""Articles: their originals, what is known of them, and what people did with them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Final

from corpus.model.article import Article, ArticleSummary, ReadState
from corpus.model.collection import Scope, ScopeKind
from corpus.model.source import Heading, Metadata, Page, Table
from corpus.model.span import Span
from corpus.store.boundary import guarded
from corpus.store.database import Database
from corpus.store.edits import Edits

SUMMARY: Final = """
    SELECT a.id, a.title, a.source, s.path, a.characters, a.metadata, a.kind, a.as_of, a.pack,
        a.duplicate_of, a.similarity, a.added, a.batch, a.read_state, a.progress, a.star, a.trashed,
        (SELECT json_group_array(path) FROM source_paths p WHERE p.source = a.source) AS paths,
        (SELECT json_group_array(tag) FROM article_tags t WHERE t.article = a.id) AS tags,
        (SELECT json_group_array(collection) FROM collection_articles c WHERE c.article = a.id) AS collections,
        (SELECT count(*) FROM edits e WHERE e.article = a.id AND e.state = 'applied') AS applied,
        (SELECT count(*) FROM edits e WHERE e.article = a.id AND e.state = 'offered') AS offered,
        (SELECT count(*) FROM annotations n WHERE n.article = a.id) AS notes,
        (SELECT count(*) FROM statistics f WHERE f.article = a.id)
            + (SELECT count(*) FROM own_figures o WHERE o.article = a.id) AS figures
    FROM articles a JOIN sources s ON s.id = a.source
"""

_TREE: Final = """a.id IN (SELECT article FROM collection_articles WHERE collection IN (
    WITH RECURSIVE tree(id) AS (VALUES (?) UNION SELECT c.id FROM collections c JOIN tree ON c.parent = tree.id)
    SELECT id FROM tree))"""


@guarded
class Articles:
    """The table of articles."""

    def __init__(self, database: Database, edits: Edits) -> None:
        """Work on ``database``; ``edits`` adds the repairs to whole articles."""
        self._database = database
        self._edits = edits

    def put(self, article: Article, *, position: int, shingles: Sequence[int]) -> None:
        """Write an article and its repairs, in the transaction at hand."""
        summary = article.summary
        self._database.run(
            """INSERT INTO articles (id, source, position, start, stop, title, original, characters, structure,
               metadata, kind, as_of, pack, duplicate_of, similarity, batch, added, change, shingles)
               VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
               ON CONFLICT (id) DO UPDATE SET source = excluded.source, position = excluded.position,
               start = excluded.start, stop = excluded.stop, title = excluded.title,
               original = excluded.original, characters = excluded.characters,
               structure = excluded.structure, kind = excluded.kind, metadata = json_patch(excluded.metadata,
               json_object('corrected', json_extract(articles.metadata, '$.corrected'))),
               as_of = excluded.as_of, duplicate_of = excluded.duplicate_of,
               similarity = excluded.similarity, change = excluded.change, shingles = excluded.shingles,
               trashed = ''""",
            article.id, summary.source, position, article.start, article.end, summary.title, article.original,
            summary.characters, _structure(article), json.dumps(asdict(summary.metadata)), summary.kind,
            summary.as_of, summary.pack, summary.duplicate_of, summary.similarity, summary.batch,
            summary.added, article.change, json.dumps(shingles),
        )  # fmt: skip
        self._edits.replace(article.id, article.edits)

    def summaries(self, where: str = "1", *values: object) -> tuple[ArticleSummary, ...]:
        """Return the articles that meet an SQL condition on ``a`` (articles) and ``s`` (sources)."""
        rows = self._database.rows(f"{SUMMARY} WHERE {where} ORDER BY a.added, s.path, a.position", *values)
        return tuple(_summary(row) for row in rows)

    def in_scope(self, scope: Scope, *, trashed: bool = False) -> tuple[ArticleSummary, ...]:
        """Return the articles of a scope, those in the trash or those outside it."""
        condition, values = scope_condition(scope)
        return self.summaries(f"{condition} AND (a.trashed <> '') = ?", *values, int(trashed))

    def ids_in_scope(self, scope: Scope) -> frozenset[str]:
        """Return the ids of a scope's articles outside the trash."""
        condition, values = scope_condition(scope)
        sql = f"SELECT a.id FROM articles a WHERE {condition} AND a.trashed = ''"  # noqa: S608 - a fixed table
        return frozenset(row[0] for row in self._database.rows(sql, *values))

    def get(self, article_id: str) -> Article | None:
        """Return an article whole."""
        found = self.summaries("a.id = ?", article_id)
        row = self._database.row(
            "SELECT original, structure, start, stop, change FROM articles WHERE id = ?", article_id
        )
        if not found or row is None:
            return None
        structure = json.loads(row["structure"])
        return Article(
            summary=found[0],
            original=row["original"],
            edits=self._edits.of(article_id),
            headings=tuple(Heading(*heading) for heading in structure["headings"]),
            pages=tuple(Page(*page) for page in structure["pages"]),
            tables=tuple(Table(Span(*table)) for table in structure["tables"]),
            start=row["start"],
            end=row["stop"],
            change=row["change"],
            language=found[0].metadata.language or "zh",
        )

    def changes(self) -> dict[str, int]:
        """Return the change number of each article outside the trash."""
        rows = self._database.rows("SELECT id, change FROM articles WHERE trashed = ''")
        return {row["id"]: row["change"] for row in rows}

    def change_of(self, article_id: str) -> int | None:
        """Return the change number of an article, in the trash or not; ``None`` where there is none."""
        row = self._database.row("SELECT change FROM articles WHERE id = ?", article_id)
        return None if row is None else int(row[0])

    def changed_since(self, change: int) -> tuple[str, ...]:
        """Return the ids of articles changed or deleted after a change number."""
        sql = "SELECT id FROM articles WHERE change > ? UNION SELECT article FROM tombstones WHERE change > ?"
        return tuple(row[0] for row in self._database.rows(sql, change, change))

    def touch(self, ids: Iterable[str], change: int) -> None:
        """Record that what is indexed of these articles changed."""
        self._database.run_many(
            "UPDATE articles SET change = ? WHERE id = ?", [(change, article_id) for article_id in ids]
        )

    def touch_fields(self, ids: Iterable[str], change: int) -> None:
        """Record that what stands beside the texts of these articles changed."""
        self.touch(ids, change)

    def correct_metadata(self, article_id: str, metadata: Metadata) -> None:
        """Keep a person's version of what a file states about itself; a new version of the file leaves it."""
        row = self._database.row("SELECT metadata FROM articles WHERE id = ?", article_id)
        stated = json.loads(row["metadata"]) if row else {}
        stated.pop("corrected", None)
        corrected = {key: value for key, value in asdict(metadata).items() if stated.get(key, "") != value}
        self.set_field("metadata", json.dumps({**stated, "corrected": corrected}), [article_id])

    def set_field(self, field: str, value: object, ids: Iterable[str]) -> None:
        """Set one of the plain columns for several articles."""
        if field not in {
            "title",
            "metadata",
            "read_state",
            "progress",
            "opened",
            "star",
            "trashed",
            "characters",
            "batch",
        }:
            raise ValueError(field)
        sql = f"UPDATE articles SET {field} = ? WHERE id = ?"  # noqa: S608 - one of the names above
        self._database.run_many(sql, [(value, article_id) for article_id in ids])

    def shingles(self) -> dict[str, tuple[int, ...]]:
        """Return the fingerprint of each article outside the trash, oldest first, repeats left out."""
        sql = "SELECT id, shingles FROM articles WHERE trashed = '' AND duplicate_of IS NULL ORDER BY added, rowid"
        return {row["id"]: tuple(json.loads(row["shingles"])) for row in self._database.rows(sql)}

    def delete(self, article_id: str, change: int) -> None:
        """Delete an article for good; its id is never used again for another text."""
        self._database.run("DELETE FROM articles WHERE id = ?", article_id)
        self._database.run("UPDATE articles SET duplicate_of = NULL WHERE duplicate_of = ?", article_id)
        self._database.run("INSERT OR REPLACE INTO tombstones VALUES (?, ?)", article_id, change)

    def recently_opened(self, limit: int) -> tuple[ArticleSummary, ...]:
        """Return the articles opened last, newest first."""
        sql = "SELECT id FROM articles WHERE opened <> '' AND trashed = '' ORDER BY opened DESC, rowid DESC LIMIT ?"
        order = [str(row[0]) for row in self._database.rows(sql, limit)]
        found = {one.id: one for one in self.summaries(f"a.id IN ({', '.join('?' * len(order))})", *order)}
        return tuple(found[one] for one in order)


def scope_condition(scope: Scope) -> tuple[str, tuple[object, ...]]:
    """Return the SQL condition on ``a`` (articles) for a scope, and its values."""
    if scope.kind is ScopeKind.MINE:
        return "a.pack = ''", ()
    if scope.kind is ScopeKind.PACK:
        return "a.pack <> ''", ()
    if scope.kind is ScopeKind.COLLECTION:
        return _TREE, (scope.collection,)
    return "1", ()


def _structure(article: Article) -> str:
    return json.dumps(
        {
            "headings": [[h.level, h.text, h.start] for h in article.headings],
            "pages": [[p.number, p.start] for p in article.pages],
            "tables": [[t.span.start, t.span.end] for t in article.tables],
        },
        ensure_ascii=False,
    )


def _metadata(text: str) -> Metadata:
    """Return what a file states about itself, as a person corrected it."""
    stated = json.loads(text)
    corrected = stated.pop("corrected", {})
    return Metadata(**{**stated, **corrected})


def _summary(row: sqlite3.Row) -> ArticleSummary:
    return ArticleSummary(
        id=row["id"], title=row["title"], source=row["source"], path=row["path"],
        paths=tuple(json.loads(row["paths"])), characters=row["characters"],
        metadata=_metadata(row["metadata"]), kind=row["kind"], as_of=row["as_of"],
        pack=row["pack"], duplicate_of=row["duplicate_of"], similarity=row["similarity"],
        added=row["added"], batch=row["batch"], read_state=ReadState(row["read_state"]),
        progress=row["progress"], star=bool(row["star"]), trashed=row["trashed"],
        tags=tuple(json.loads(row["tags"])), collections=tuple(json.loads(row["collections"])),
        repairs_applied=row["applied"], repairs_offered=row["offered"], annotations=row["notes"],
        figures=row["figures"],
    )  # fmt: skip
