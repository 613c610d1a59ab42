"""Notes and marks of people."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import astuple

from corpus.model.annotation import AnchorStatus, Annotation, Colour, MarkStyle, Region, Selector
from corpus.model.collection import Scope
from corpus.model.span import Span
from corpus.store.database.database import Database
from corpus.store.notes.groups import GROUPED, NEWEST_GROUP, ORDERS
from corpus.store.notes.query import NoteGroup, NoteQuery, where_of
from corpus.store.sqlite.boundary import from_row, guarded
from corpus.text.filter_words import filter_question, filter_words

_AT_ONCE = 500
"""Ids asked for in one statement."""


def _untold(_article: str) -> None:
    """Tell nobody."""


@guarded
class Annotations:
    """The table of annotations."""

    def __init__(self, database: Database, touched: Callable[[str], None] = _untold) -> None:
        """Work on ``database``; ``touched`` is told of each article that a note stands in, comes to or leaves."""
        self._database = database
        self._touched = touched

    def put(self, note: Annotation) -> None:
        """Write an annotation, new or changed."""
        self._tell(note.id, note.article)
        span = note.span
        number = self._database.insert("INSERT INTO note_words (words) VALUES (?)", self._words(note))
        self._database.run(
            "INSERT OR REPLACE INTO annotations VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            note.id, note.article, span.start if span else None, span.end if span else None,
            note.selector.exact, note.selector.prefix, note.selector.suffix, note.colour, note.style,
            note.note, json.dumps(note.tags, ensure_ascii=False), note.creator, note.created, note.modified,
            note.status, note.confidence, int(note.private), number, note.extra,
            json.dumps(astuple(note.region)) if note.region else "",
        )  # fmt: skip

    def _words(self, note: Annotation) -> str:
        """Return what a note is filtered by: its words, the words it marks, its tags and its article's title."""
        row = self._database.row("SELECT title FROM articles WHERE id = ?", note.article)
        title = "" if row is None else str(row[0])
        return filter_words(note.note, note.selector.exact, *note.tags, title)

    def delete(self, annotation_id: str) -> None:
        """Delete an annotation."""
        self._tell(annotation_id)
        self._database.run("DELETE FROM annotations WHERE id = ?", annotation_id)

    def _tell(self, annotation_id: str, *articles: str) -> None:
        """Tell of the article a note stands in until now, and of others."""
        row = self._database.row("SELECT article FROM annotations WHERE id = ?", annotation_id)
        for article in dict.fromkeys((*articles, *(row or ()))):
            if article:
                self._touched(article)

    def set_adrift(self, article_id: str) -> None:
        """Keep the notes of an article that is deleted for good; they wait for a new place."""
        sql = "UPDATE annotations SET start = NULL, stop = NULL, status = 'orphan' WHERE article = ?"
        self._database.run(sql, article_id)

    def get(self, annotation_id: str) -> Annotation | None:
        """Return one annotation."""
        row = self._database.row("SELECT * FROM annotations WHERE id = ?", annotation_id)
        return None if row is None else _annotation(row)

    def of(self, article_id: str) -> tuple[Annotation, ...]:
        """Return an article's annotations in the order of the text."""
        sql = "SELECT * FROM annotations WHERE article = ? ORDER BY start, stop, created"
        return tuple(_annotation(row) for row in self._database.rows(sql, article_id))

    def all(self) -> tuple[Annotation, ...]:
        """Return all annotations, by article and place; those tied to no place last."""
        rows = self._database.rows(
            """SELECT n.* FROM annotations n LEFT JOIN articles a ON a.id = n.article
               ORDER BY a.id IS NULL, a.added, a.rowid, n.start, n.created"""
        )
        return tuple(_annotation(row) for row in rows)

    def latest(self, limit: int) -> tuple[Annotation, ...]:
        """Return the notes changed last, newest first, outside the trash."""
        rows = self._database.rows(
            """SELECT n.* FROM annotations n LEFT JOIN articles a ON a.id = n.article
               WHERE coalesce(a.trashed, '') = '' ORDER BY n.modified DESC LIMIT ?""",
            limit,
        )
        return tuple(_annotation(row) for row in rows)

    def groups(self, query: NoteQuery) -> tuple[NoteGroup, ...]:
        """Return what the notes asked for stand under, those without one last; one grouped statement."""
        where, values = where_of(query)
        by = GROUPED[query.grouping]
        order = NEWEST_GROUP.get(query.order, by.order) if query.grouping == "article" else by.order
        sql = f"""SELECT {by.key} AS key, {by.title} AS title, count(DISTINCT n.id) AS held
                  FROM annotations n {by.joined} WHERE {where} GROUP BY 1 ORDER BY {order}, key"""
        rows = self._database.rows(sql, *values)
        return tuple(NoteGroup(row["key"], row["title"], row["held"]) for row in rows if row["held"])

    def count(self, query: NoteQuery) -> int:
        """Return how many notes are asked for, each once."""
        where, values = where_of(query)
        row = self._database.row(f"SELECT count(*) FROM annotations n WHERE {where}", *values)
        return int(row[0]) if row else 0

    def in_group(self, query: NoteQuery, key: str, offset: int, limit: int) -> tuple[Annotation, ...]:
        """Return some of the notes asked for that stand under ``key``, in the order asked for, lost ones last."""
        where, values = where_of(query)
        within, named = GROUPED[query.grouping].within(key)
        sql = f"""SELECT n.* FROM annotations n WHERE {within} AND {where}
                  ORDER BY {ORDERS[query.order]} LIMIT ? OFFSET ?"""
        rows = self._database.rows(sql, *named, *values, limit, offset)
        return tuple(_annotation(row) for row in rows)

    def by_id(self, ids: Sequence[str]) -> tuple[Annotation, ...]:
        """Return these notes, in no order; those that are gone are left out."""
        found: list[Annotation] = []
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            rows = self._database.rows(f"SELECT * FROM annotations WHERE id IN ({marks})", *some)
            found += map(_annotation, rows)
        return tuple(found)

    def ids(self, query: NoteQuery) -> tuple[str, ...]:
        """Return the ids of all notes asked for, in their order: for what is done with all of them."""
        where, values = where_of(query)
        sql = f"SELECT n.id FROM annotations n WHERE {where} ORDER BY {ORDERS[query.order]}"
        return tuple(row[0] for row in self._database.rows(sql, *values))

    def tags(self, scope: Scope) -> tuple[tuple[str, int], ...]:
        """Return the tags of a scope's notes with how many carry each, the most used first."""
        return self.tags_beside(NoteQuery(scope))

    def tags_beside(self, query: NoteQuery) -> tuple[tuple[str, int], ...]:
        """Return the tags of the notes asked for with how many carry each, the most used first."""
        where, values = where_of(query)
        sql = f"""SELECT g.tag, count(*) FROM annotations n JOIN note_tags g ON g.note = n.id WHERE {where}
                  GROUP BY 1 ORDER BY 2 DESC, 1"""
        return tuple((row[0], int(row[1])) for row in self._database.rows(sql, *values))

    def colours(self, query: NoteQuery) -> dict[Colour, int]:
        """Return how many of the notes asked for have each colour; one grouped statement."""
        where, values = where_of(query)
        sql = f"SELECT n.colour, count(*) FROM annotations n WHERE {where} GROUP BY 1"
        return {Colour(row[0]): int(row[1]) for row in self._database.rows(sql, *values)}

    def holding(self, words: str) -> tuple[Annotation, ...]:
        """Return the notes whose text holds ``words`` literally, the latest changed first."""
        rows = self._database.rows(
            """SELECT n.* FROM note_words w JOIN annotations n ON n.words = w.rowid
               WHERE note_words MATCH ? AND instr(n.note, ?) > 0 ORDER BY n.modified DESC, n.id""",
            filter_question(words), words,
        )  # fmt: skip
        return tuple(_annotation(row) for row in rows)

    def orphans(self) -> int:
        """Return how many notes, outside the trash, lost their place or stand only about where they stood."""
        row = self._database.row(
            """SELECT count(*) FROM annotations WHERE status <> 'placed'
               AND article NOT IN (SELECT id FROM articles WHERE trashed <> '')"""
        )
        return int(row[0]) if row else 0


@from_row
def _annotation(row: sqlite3.Row) -> Annotation:
    return Annotation(
        id=row["id"], article=row["article"],
        selector=Selector(row["exact"], row["prefix"], row["suffix"]),
        span=None if row["start"] is None else Span(row["start"], row["stop"]),
        colour=Colour(row["colour"]), style=MarkStyle(row["style"]), note=row["note"],
        tags=tuple(json.loads(row["tags"])), creator=row["creator"], created=row["created"],
        modified=row["modified"], status=AnchorStatus(row["status"]), confidence=row["confidence"],
        private=bool(row["private"]), extra=row["extra"],
        region=Region(*json.loads(row["region"])) if row["region"] else None,
    )  # fmt: skip
