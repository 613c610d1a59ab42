"""What a search asks of the library beside the index: labels of the articles hit, and the notes that hold its words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.collection import Scope
from corpus.store.articles.rows import FILE_BESIDE, KIND, YEAR
from corpus.store.database.database import Database
from corpus.store.database.scopes import scope_condition
from corpus.store.sqlite.boundary import from_row, guarded
from corpus.text.filter_words import filter_question

_AT_ONCE: Final = 500
_NO_TAGS: Final = "[]"
_NOTE: Final = "instr(lower(n.note || char(10) || n.exact || char(10) || n.tags), ?) > 0"


@dataclass(frozen=True, slots=True)
class ArticleLabel:
    """What an article is counted under; ``file`` tells it apart where another has its title, else it is empty.

    ``kind`` is the kind a pack gives it, or else the type of CSL in its record.
    """

    title: str
    file: str
    year: str
    kind: str
    tags: tuple[str, ...]


@guarded
class FoundThings:
    """Questions of searches; none of them reads more than it names."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def labels(self, ids: Collection[str]) -> dict[str, ArticleLabel]:
        """Return the labels of some articles outside the trash."""
        found: dict[str, ArticleLabel] = {}
        wanted = tuple(ids)
        for at in range(0, len(wanted), _AT_ONCE):
            part = wanted[at : at + _AT_ONCE]
            marks = ",".join("?" * len(part))
            rows = self._database.rows(
                f"""SELECT a.id, a.title, {FILE_BESIDE} AS file, {YEAR} AS year, {KIND} AS kind,
                    (SELECT json_group_array(tag) FROM article_tags t WHERE t.article = a.id) AS tags
                    FROM articles a WHERE a.id IN ({marks}) AND a.trashed = ''""",
                *part,
            )
            found |= _labels(rows)
        return found

    def narrowed(
        self,
        scope: Scope,
        *,
        articles: Sequence[str] = (),
        years: Sequence[str] = (),
        tags: Sequence[str] = (),
        kinds: Sequence[str] = (),
    ) -> frozenset[str]:
        """Return the ids of a scope's articles that have one of each kind of value that is named."""
        condition, values = scope_condition(scope)
        conditions, every = [condition, "a.trashed = ''"], list(values)
        for column, wanted in (("a.id", articles), (YEAR, years), (KIND, kinds)):
            if wanted:
                conditions.append(f"{column} IN ({','.join('?' * len(wanted))})")
                every += wanted
        if tags:
            marks = ",".join("?" * len(tags))
            conditions.append(f"a.id IN (SELECT article FROM article_tags WHERE tag IN ({marks}))")
            every += tags
        rows = self._database.rows(f"SELECT a.id FROM articles a WHERE {' AND '.join(conditions)}", *every)
        return frozenset(row[0] for row in rows)

    def articles_named(self, text: str, most: int) -> tuple[str, ...]:
        """Return articles that hold every word of ``text`` in title, names, path or tags, the newest first."""
        return self._holding(
            """SELECT a.id FROM article_words w CROSS JOIN articles a ON a.words = w.rowid
               WHERE article_words MATCH ? AND a.trashed = '' ORDER BY w.rowid DESC LIMIT ?""",
            text, most,
        )  # fmt: skip

    def notes_holding(self, text: str, most: int) -> tuple[str, ...]:
        """Return notes that hold every word of ``text``, the newest first."""
        return self._holding(
            """SELECT n.id FROM note_words w CROSS JOIN annotations n ON n.words = w.rowid
               LEFT JOIN articles a ON a.id = n.article
               WHERE note_words MATCH ? AND coalesce(a.trashed, '') = '' ORDER BY w.rowid DESC LIMIT ?""",
            text, most,
        )  # fmt: skip

    def _holding(self, sql: str, text: str, most: int) -> tuple[str, ...]:
        question = filter_question(text)
        return tuple(row[0] for row in self._database.rows(sql, question, most)) if question else ()

    def notes(self, scope: Scope, terms: Sequence[str], most: int) -> tuple[int, tuple[str, ...]]:
        """Return how many notes hold all of some small-letter terms, and the ids of the first of them."""
        condition, values = scope_condition(scope)
        where = " AND ".join([_NOTE] * len(terms))
        question = filter_question(" ".join(terms))
        if question:
            # The full-text table names the few notes that can hold them: not every note is looked at.
            where = f"n.words IN (SELECT rowid FROM note_words WHERE note_words MATCH ?) AND {where}"
        asked = (question, *terms) if question else tuple(terms)
        found = f"""FROM annotations n LEFT JOIN articles a ON a.id = n.article
            WHERE {where} AND (n.article = '' OR ({condition} AND a.trashed = ''))"""
        total = self._database.row(f"SELECT count(*) {found}", *asked, *values)
        rows = self._database.rows(
            f"SELECT n.id {found} ORDER BY a.id IS NULL, a.added, a.rowid, n.start, n.created LIMIT ?",
            *asked, *values, most,
        )  # fmt: skip
        return (int(total[0]) if total else 0), tuple(row[0] for row in rows)


@from_row
def _labels(rows: Sequence[sqlite3.Row]) -> dict[str, ArticleLabel]:
    return {
        article: ArticleLabel(title, file, year, kind, () if tags == _NO_TAGS else tuple(json.loads(tags)))
        for article, title, file, year, kind, tags in rows
    }
