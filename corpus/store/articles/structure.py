"""The structure of an article's original: headings, pages and tables as spans of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from corpus.model.source import Heading, Page, Table
from corpus.model.span import Span
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import from_row, guarded


@guarded
class Structure:
    """The tables of pages and tables; headings lie beside the text they are read with."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, article_id: str, pages: Sequence[Page], tables: Sequence[Table]) -> None:
        """Write an article's pages and tables in place of those before."""
        run, many = self._database.run, self._database.run_many
        run("DELETE FROM pages WHERE article = ?", article_id)
        run("DELETE FROM tables WHERE article = ?", article_id)
        many(
            "INSERT INTO pages VALUES (?, ?, ?, ?)",
            [(article_id, number, one.start, one.number) for number, one in enumerate(pages)],
        )
        many(
            "INSERT INTO tables (article, number, start, stop) VALUES (?, ?, ?, ?)",
            [(article_id, number, one.span.start, one.span.end) for number, one in enumerate(tables)],
        )

    def pages(self, article_id: str) -> tuple[Page, ...]:
        """Return an article's pages in order."""
        rows = self._database.rows(
            "SELECT label, start FROM pages WHERE article = ? ORDER BY number", article_id
        )
        return tuple(Page(row["label"], row["start"]) for row in rows)

    def has_pages(self, article_id: str) -> bool:
        """Tell whether an article stands on pages."""
        return self._database.row("SELECT 1 FROM pages WHERE article = ? LIMIT 1", article_id) is not None

    def tables(self, article_id: str) -> tuple[Table, ...]:
        """Return an article's tables in order."""
        rows = self._database.rows(
            "SELECT start, stop FROM tables WHERE article = ? ORDER BY number", article_id
        )
        return tuple(map(_table, rows))


@from_row
def _table(row: sqlite3.Row) -> Table:
    return Table(Span(row["start"], row["stop"]))


def headings_to_json(headings: Sequence[Heading]) -> str:
    """Return headings as JSON."""
    return json.dumps([[one.level, one.text, one.start] for one in headings], ensure_ascii=False)


@from_row
def headings_from_json(text: str) -> tuple[Heading, ...]:
    """Return the headings a JSON text holds."""
    return tuple(Heading(*one) for one in json.loads(text))
