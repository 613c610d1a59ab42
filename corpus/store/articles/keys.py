"""What articles are sorted, filtered and counted by, derived from their records, notes, repairs and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from corpus.model.article import origin_of
from corpus.model.record import Record
from corpus.store.articles.bibliography import Records
from corpus.store.articles.contexts import Contexts, StoredContext
from corpus.store.database.database import Database
from corpus.store.schema.record_counts import count_missing
from corpus.store.sqlite.boundary import guarded
from corpus.text.filter_words import words_and_sounds
from corpus.text.sounds import sort_key


@guarded
class ArticleKeys:
    """The derived columns of the articles, their words for filters, and their contexts."""

    def __init__(self, database: Database, records: Records, contexts: Contexts) -> None:
        """Work on ``database``, from what the others hold."""
        self._database = database
        self._records = records
        self._contexts = contexts

    def bring_up_to_date(self, ids: Iterable[str]) -> None:
        """Count what stands in articles anew, and write what they are sorted and filtered by."""
        for article_id in ids:
            row = self._database.row(
                """SELECT a.title, a.as_of, a.kind, a.pack, s.path, r.author, r.publisher, r.issued, r.language,
                   coalesce((SELECT group_concat(tag, '、') FROM article_tags t WHERE t.article = a.id), '') AS tags
                   FROM articles a JOIN records r ON r.article = a.id JOIN sources s ON s.id = a.source
                   WHERE a.id = ?""",
                article_id,
            )
            if row is None:
                continue
            dated = row["as_of"] or row["issued"]
            record = self._records.get(article_id) or Record({})
            named = [row[name] for name in ("title", "author", "publisher", "issued", "path", "tags")]
            number = self._database.insert(
                "INSERT INTO article_words (words) VALUES (?)",
                words_and_sounds(*named, str(record.item.get("title") or "")),
            )
            self._database.run(
                """UPDATE articles SET title_key = ?, origin_key = ?, dated = ?, tags_key = ?, words = ?,
                   missing = ?, proposed = ?,
                   applied = (SELECT count(*) FROM edits e WHERE e.article = articles.id AND e.state = 'applied'),
                   offered = (SELECT count(*) FROM edits e WHERE e.article = articles.id AND e.state = 'offered'),
                   notes = (SELECT count(*) FROM annotations n WHERE n.article = articles.id),
                   figures = (SELECT count(*) FROM figures f WHERE f.article = articles.id),
                   waiting = (SELECT count(*) FROM figures f WHERE f.article = articles.id AND +f.status = 'extracted')
                   WHERE id = ?""",
                sort_key(row["title"]), sort_key(origin_of(row["publisher"], row["author"], row["path"])),
                dated, sort_key(row["tags"]), number, count_missing(record.item, row["title"]),
                0 if row["pack"] else len(record.proposals), article_id,
            )  # fmt: skip
            stated = self._contexts.corrected(article_id)
            kind = row["kind"] or str(record.item.get("type") or "")
            told = StoredContext(row["publisher"], "", dated[:4], kind, row["language"])
            self._contexts.put(article_id, replace(told, **_columns(stated)))


def _columns(stated: Mapping[str, object]) -> dict[str, str]:
    """Return what a person set of a context by the columns it is kept in."""
    names = {"publisher": "who", "place": "place", "year": "year", "language": "language"}
    return {column: str(stated[name]) for name, column in names.items() if stated.get(name)}
