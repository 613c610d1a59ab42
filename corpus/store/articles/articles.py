"""Articles: their originals, what is known of them, and what people did with them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from corpus.model.article import Article, ArticleSummary
from corpus.model.collection import Scope
from corpus.model.record import Origin, Record, item_of
from corpus.store.articles.bibliography import Records
from corpus.store.articles.contexts import Contexts
from corpus.store.articles.edits import Edits
from corpus.store.articles.prints import Prints
from corpus.store.articles.query import FACETS, ArticleQuery, order_of, ordered, parts_of, where_of
from corpus.store.articles.rows import SUMMARY, summary_of
from corpus.store.articles.structure import Structure, headings_from_json, headings_to_json
from corpus.store.database.database import Database
from corpus.store.database.own_first import WHOLE, joined, places_in_parts
from corpus.store.database.scopes import scope_condition
from corpus.store.sqlite.boundary import guarded
from corpus.store.sqlite.packing import pack_text, unpack_text
from corpus.text.sounds import sort_key

_PLAIN = frozenset({"title", "read_state", "progress", "opened", "star", "trashed", "characters", "batch"})
_MANY = 500


@guarded
class Articles:
    """The table of articles."""

    def __init__(
        self,
        database: Database,
        edits: Edits,
        records: Records,
        contexts: Contexts,
        structure: Structure,
        prints: Prints,
    ) -> None:
        """Work on ``database``; the others hold the parts of whole articles."""
        self._database = database
        self._edits = edits
        self._records = records
        self._contexts = contexts
        self._structure = structure
        self._prints = prints

    def put(self, article: Article, *, position: int, shingles: Sequence[int]) -> None:
        """Write an article and its repairs, in the transaction at hand."""
        summary = article.summary
        self._database.run(
            """INSERT INTO articles (id, source, position, start, stop, title, characters, kind, as_of, pack,
               duplicate_of, similarity, batch, added, change, title_key)
               VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
               ON CONFLICT (id) DO UPDATE SET source = excluded.source, position = excluded.position,
               start = excluded.start, stop = excluded.stop, title = excluded.title,
               characters = excluded.characters, kind = excluded.kind,
               as_of = excluded.as_of, duplicate_of = excluded.duplicate_of,
               similarity = excluded.similarity, change = excluded.change, title_key = excluded.title_key,
               trashed = ''""",
            article.id, summary.source, position, article.start, article.end, summary.title, summary.characters,
            summary.kind, summary.as_of, summary.pack, summary.duplicate_of, summary.similarity, summary.batch,
            summary.added, article.change, sort_key(summary.title),
        )  # fmt: skip
        self._prints.put(article.id, shingles)
        self._database.run(
            """INSERT INTO article_texts (article, headings, original) VALUES (?,?,?)
               ON CONFLICT (article) DO UPDATE SET headings = excluded.headings, original = excluded.original""",
            article.id, headings_to_json(article.headings), pack_text(article.original),
        )  # fmt: skip
        self._structure.put(article.id, article.pages, article.tables)
        item = item_of(summary.metadata)
        record = article.record or Record(item, origins=dict.fromkeys(item, Origin("file")))
        self._records.put(article.id, record.item, record.origins)
        self._edits.replace(article.id, article.edits)

    def summaries(
        self,
        *,
        source: str | None = None,
        batch: str | None = None,
        pack: str | None = None,
        packed: bool | None = None,
        trashed: bool | None = None,
    ) -> tuple[ArticleSummary, ...]:
        """Return all articles, or those of a source, a batch, a pack, any pack or none, in the trash or not."""
        asked = {
            "a.source = ?": source, "a.batch = ?": batch, "a.pack = ?": pack, "(a.pack <> '') = ?": packed,
            "(a.trashed <> '') = ?": trashed,
        }  # fmt: skip
        told = {condition: value for condition, value in asked.items() if value is not None}
        return self._summaries(" AND ".join(told) or "1", *told.values())

    def in_scope(self, scope: Scope, *, trashed: bool = False) -> tuple[ArticleSummary, ...]:
        """Return the articles of a scope, those in the trash or those outside it."""
        condition, values = scope_condition(scope)
        return self._summaries(f"{condition} AND (a.trashed <> '') = ?", *values, trashed)

    def _summaries(self, where: str, *values: object) -> tuple[ArticleSummary, ...]:
        rows = self._database.rows(f"{SUMMARY} WHERE {where} ORDER BY a.added, s.path, a.position", *values)
        return tuple(summary_of(row) for row in rows)

    def ids_in_scope(self, scope: Scope) -> frozenset[str]:
        """Return the ids of a scope's articles outside the trash."""
        condition, values = scope_condition(scope)
        sql = f"SELECT a.id FROM articles a WHERE {condition} AND a.trashed = ''"
        return frozenset(row[0] for row in self._database.rows(sql, *values))

    def among(self, ids: Iterable[str], scope: Scope) -> frozenset[str]:
        """Return which of some articles stand in a scope, outside the trash."""
        wanted = tuple(ids)
        condition, values = scope_condition(scope)
        sql = f"""SELECT a.id FROM articles a WHERE a.id IN ({", ".join("?" * len(wanted))})
                  AND a.trashed = '' AND {condition}"""
        return frozenset(row[0] for row in self._database.rows(sql, *wanted, *values))

    def of(self, ids: Sequence[str]) -> tuple[ArticleSummary, ...]:
        """Return these articles in this order; those that are gone are left out."""
        found: dict[str, ArticleSummary] = {}
        for at in range(0, len(ids), _MANY):
            part = ids[at : at + _MANY]
            for row in self._database.rows(f"{SUMMARY} WHERE a.id IN ({', '.join('?' * len(part))})", *part):
                found[row["id"]] = summary_of(row)
        return tuple(found[one] for one in ids if one in found)

    def any_of_length(self, least: float, most: float, *, packed: bool) -> bool:
        """Tell whether any article outside the trash, itself no repeat, has so many code points; ``packed`` or not."""
        sql = """SELECT 1 FROM articles WHERE characters >= ? AND characters <= ? AND trashed = ''
                 AND duplicate_of IS NULL AND (? OR pack = '') LIMIT 1"""
        return self._database.row(sql, least, most, packed) is not None

    def page(self, query: ArticleQuery, offset: int, limit: int) -> tuple[ArticleSummary, ...]:
        """Return ``limit`` articles of what a query asks for, from ``offset`` on, in its order."""
        return self.of(self.ids(query, offset, limit))

    def ids(self, query: ArticleQuery, offset: int = 0, limit: int = -1) -> tuple[str, ...]:
        """Return ids of what a query asks for, in its order; all of them without a ``limit``."""
        where, values = where_of(query)

        def page(part: str, first: int, number: int) -> list[str]:
            order = order_of(query, part)
            sql = f"SELECT a.id FROM articles a WHERE {part} AND {where} ORDER BY {order} LIMIT ? OFFSET ?"
            return [row[0] for row in self._database.rows(sql, *values, number, first)]

        return joined(parts_of(query), page, partial(self._count, query), offset, limit)

    def count(self, query: ArticleQuery) -> int:
        """Return how many articles a query asks for."""
        return self._count(query, *WHOLE)

    def _count(self, query: ArticleQuery, part: str) -> int:
        where, values = where_of(query)
        row = self._database.row(f"SELECT count(*) FROM articles a WHERE {part} AND {where}", *values)
        return int(row[0]) if row else 0

    def values(self, query: ArticleQuery, field: str) -> tuple[tuple[str, int], ...]:
        """Return the values of a field of ``FACETS`` among the articles a query asks for, the commonest first.

        Each comes with how many articles have it; what is named of the field itself does not narrow them.
        """
        others: dict[str, Any] = {field: ()}
        where, given = where_of(replace(query, **others))
        rows = self._database.rows(
            f"""SELECT c.{FACETS[field]} AS value, count(*) AS number
                FROM articles a JOIN contexts c ON c.article = a.id WHERE {where}
                GROUP BY value ORDER BY number DESC, value""",
            *given,
        )
        return tuple((row["value"], row["number"]) for row in rows if row["value"])

    def places(self, query: ArticleQuery, ids: Sequence[str]) -> dict[str, int]:
        """Return where some articles stand in a query's order; those that are not among it are left out."""
        rows, count = partial(ordered, query), partial(self._count, query)
        return places_in_parts(self._database, parts_of(query), rows, count, ids)

    def get(self, article_id: str) -> Article | None:
        """Return an article whole."""
        found = self.of([article_id])
        row = self._database.row(
            """SELECT t.original, t.headings, a.start, a.stop, a.change FROM articles a
               JOIN article_texts t ON t.article = a.id WHERE a.id = ?""",
            article_id,
        )
        if not found or row is None:
            return None
        return Article(
            summary=found[0],
            original=unpack_text(row["original"]),
            edits=self._edits.of(article_id),
            headings=headings_from_json(row["headings"]),
            pages=self._structure.pages(article_id),
            tables=self._structure.tables(article_id),
            start=row["start"],
            end=row["stop"],
            change=row["change"],
            stated=self._contexts.corrected(article_id),
        )

    def titles(self, *, kind: str = "") -> tuple[tuple[str, str, str, str], ...]:
        """Return (id, title, stated title, kind) of the articles outside the trash, of a kind or of no pack."""
        rows = self._database.rows(
            f"""SELECT a.id, a.title, coalesce(json_extract(r.derived, '$.title'), '') AS stated, a.kind
                FROM articles a JOIN records r ON r.article = a.id
                WHERE a.trashed = '' AND {"a.kind = ?" if kind else "a.pack = ?"} ORDER BY a.added, a.rowid""",
            kind,
        )
        return tuple((row["id"], row["title"], row["stated"], row["kind"]) for row in rows)

    def position_of(self, article_id: str) -> int:
        """Return which of its source's articles an article is, counted from 0."""
        row = self._database.row("SELECT position FROM articles WHERE id = ?", article_id)
        return 0 if row is None else int(row[0])

    def fingerprint(self, article_id: str) -> tuple[int, ...]:
        """Return what an article is known again by, empty where that is not known."""
        return self._prints.whole(article_id)

    def original_of(self, article_id: str) -> str:
        """Return an article's original; empty where there is no such article."""
        row = self._database.row("SELECT original FROM article_texts WHERE article = ?", article_id)
        return "" if row is None else unpack_text(row[0])

    def set_field(self, field: str, value: object, ids: Iterable[str]) -> None:
        """Set one of the plain columns for several articles."""
        if field not in _PLAIN:
            raise KeyError(field)
        sql = f"UPDATE articles SET {field} = ? WHERE id = ?"
        self._database.run_many(sql, [(value, article_id) for article_id in ids])

    def set_repeat(self, article_id: str, repeated: str | None, similarity: float) -> None:
        """Say which article this one repeats, ``None`` for none."""
        sql = "UPDATE articles SET duplicate_of = ?, similarity = ? WHERE id = ?"
        self._database.run(sql, repeated, similarity, article_id)

    def set_part(self, article_id: str, whole: str | None) -> None:
        """Say of which article this one is an excerpt, ``None`` for none."""
        self._database.run("UPDATE articles SET part_of = ? WHERE id = ?", whole, article_id)

    def delete(self, article_id: str, change: int) -> None:
        """Delete an article for good; its id is never used again for another text."""
        self._database.run("DELETE FROM articles WHERE id = ?", article_id)
        for column in ("duplicate_of", "part_of"):
            self._database.run(f"UPDATE articles SET {column} = NULL WHERE {column} = ?", article_id)
        self._database.run("INSERT OR REPLACE INTO tombstones VALUES (?, ?)", article_id, change)

    def recently_opened(self, limit: int) -> tuple[ArticleSummary, ...]:
        """Return the articles opened last, newest first."""
        sql = "SELECT id FROM articles WHERE opened <> '' AND trashed = '' ORDER BY opened DESC, rowid DESC LIMIT ?"
        return self.of([str(row[0]) for row in self._database.rows(sql, limit)])
