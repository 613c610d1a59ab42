"""Notes and marks of people."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import astuple

from corpus.model.annotation import AnchorStatus, Annotation, Colour, MarkStyle, Region, Selector
from corpus.model.collection import Scope
from corpus.model.span import Span
from corpus.store.boundary import guarded
from corpus.store.database import Database
from corpus.store.note_query import NoteGroup, NoteQuery, where_of
from corpus.text.filter_words import filter_words


@guarded
class Annotations:
    """The table of annotations."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, note: Annotation) -> None:
        """Write an annotation, new or changed."""
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
        self._database.run("DELETE FROM annotations WHERE id = ?", annotation_id)

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
        """Return the articles in which notes asked for stand, by title, loose notes last; one grouped statement."""
        where, values = where_of(query)
        sql = f"""SELECT n.article, coalesce(a.title, '') AS title, count(*) AS held FROM annotations n
                  LEFT JOIN articles a ON a.id = n.article WHERE {where} GROUP BY n.article
                  ORDER BY n.article = '', a.title, n.article"""  # noqa: S608 - names of columns
        rows = self._database.rows(sql, *values)
        return tuple(NoteGroup(row["article"], row["title"], row["held"]) for row in rows)

    def in_group(self, query: NoteQuery, article: str, offset: int, limit: int) -> tuple[Annotation, ...]:
        """Return some of the notes asked for that stand in an article, by place, lost ones last."""
        where, values = where_of(query)
        sql = f"""SELECT n.* FROM annotations n WHERE n.article = ? AND {where}
                  ORDER BY n.start IS NULL, n.start, n.created LIMIT ? OFFSET ?"""  # noqa: S608 - names of columns
        rows = self._database.rows(sql, article, *values, limit, offset)
        return tuple(_annotation(row) for row in rows)

    def by_id(self, ids: Sequence[str]) -> tuple[Annotation, ...]:
        """Return these notes, in no order; those that are gone are left out."""
        if not ids:
            return ()
        rows = self._database.rows(
            f"SELECT * FROM annotations WHERE id IN ({', '.join('?' * len(ids))})",  # noqa: S608 - question marks
            *ids,
        )
        return tuple(_annotation(row) for row in rows)

    def ids(self, query: NoteQuery) -> tuple[str, ...]:
        """Return the ids of all notes asked for: for what is handed on whole."""
        where, values = where_of(query)
        sql = f"SELECT n.id FROM annotations n WHERE {where}"  # noqa: S608 - names of columns
        return tuple(row[0] for row in self._database.rows(sql, *values))

    def tags(self, scope: Scope) -> tuple[tuple[str, int], ...]:
        """Return the tags of a scope's notes with how many carry each, the most used first."""
        where, values = where_of(NoteQuery(scope))
        sql = f"""SELECT t.value, count(*) FROM annotations n, json_each(n.tags) t WHERE {where}
                  GROUP BY 1 ORDER BY 2 DESC, 1"""  # noqa: S608 - names of columns
        return tuple((row[0], int(row[1])) for row in self._database.rows(sql, *values))

    def orphans(self) -> int:
        """Return how many notes, outside the trash, lost their place or stand only about where they stood."""
        row = self._database.row(
            """SELECT count(*) FROM annotations WHERE status <> 'placed'
               AND article NOT IN (SELECT id FROM articles WHERE trashed <> '')"""
        )
        return int(row[0]) if row else 0


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
