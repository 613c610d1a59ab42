"""Whether what a transaction tells of its changes covers what it changed, row by row: else a page shows what was."""

from __future__ import annotations

import functools
import sqlite3
from typing import TYPE_CHECKING, Final

from corpus.store.database.changes import Changes
from corpus.store.database.database import Database
from corpus.store.store import Store

if TYPE_CHECKING:
    import pytest

_LOG: Final = "changed_rows"
_WATCHED: Final = {
    "annotations": "id", "drafts": "id", "collections": "id", "collection_articles": "article",
    "article_tags": "article", "edits": "article", "records": "article", "contexts": "article", "articles": "id",
    "article_texts": "article", "figures": "article", "platform_facts": "article", "trend_passages": "article",
    "mentions": "article", "own_facts": "article", "meta": "key",
}  # fmt: skip
_OF: Final = {
    "articles": "source, title, characters, as_of, read_state, star, trashed, pack, part_of, duplicate_of",
    "article_texts": "original", "edits": "state, before, after", "figures": "value, status, metric, unit, article",
    "annotations": "article, start, stop, exact, colour, style, note, tags, status, private",
}  # fmt: skip
"""The columns people see."""

_ARTICLE: Final = "article"
_OF_NOTES: Final = "articles_of_notes"
_FACTS: Final = ("figures", "platform_facts", "trend_passages", "mentions", "own_facts")


def watch(patched: pytest.MonkeyPatch) -> list[str]:
    """Look at every transaction from here on; return the list that gets what was changed and not told."""
    missing: list[str] = []
    connected, settled = Database._new_connection, Store._settle

    @functools.wraps(connected)
    def connect(self: Database) -> sqlite3.Connection:
        connection = connected(self)
        if self._write:
            _log_rows(connection)
        return connection

    @functools.wraps(settled)
    def settle(self: Store, changes: Changes, number: int) -> None:
        watched = self.database.row("SELECT 1 FROM temp.sqlite_master WHERE name = ?", _LOG) is not None
        if watched:
            rows = self.database.rows(f"SELECT DISTINCT name, one FROM {_LOG}")  # noqa: S608 - a name of ours
            missing.extend(
                f"{name} {one}" for name, one in map(tuple, rows) if not _told(changes, name, str(one))
            )
        settled(self, changes, number)
        if watched:  # what is derived then is the store's own business
            self.database.run(f"DELETE FROM {_LOG}")  # noqa: S608 - a name of ours

    patched.setattr(Database, "_new_connection", connect)
    patched.setattr(Store, "_settle", settle)
    return missing


def _log_rows(connection: sqlite3.Connection) -> None:
    connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {_LOG} (name, one)")
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, key in (*_WATCHED.items(), ("annotations", _ARTICLE)):
        if table not in there:
            continue
        name = _OF_NOTES if key == _ARTICLE and table == "annotations" else table
        for event, side in (("INSERT", "new"), ("DELETE", "old"), ("UPDATE", "new")):
            of = f" OF {_OF[table]}" if event == "UPDATE" and table in _OF else ""
            connection.execute(
                f"""CREATE TEMP TRIGGER IF NOT EXISTS told_{name}_{event} AFTER {event}{of} ON main.{table}
                    BEGIN INSERT INTO {_LOG} VALUES ('{name}', {side}.{key}); END"""  # noqa: S608 - names above
            )


def _told(changes: Changes, table: str, one: str) -> bool:
    if changes.everything:
        return True
    covered = {
        "annotations": one in changes.annotations,
        _OF_NOTES: not one or one in changes.beside,  # beside whose text its words are looked for
        "drafts": one in changes.drafts,
        "collections": changes.collections,
        "collection_articles": one in changes.beside,
        "meta": changes.settings or not one.startswith("setting:"),
        "articles": changes.collections
        or one in changes.beside,  # stars and what was read count as shelves do
        "article_texts": one in changes.articles,
        **dict.fromkeys(_FACTS, one in changes.facts | changes.articles),
    }
    return covered.get(table, one in changes.beside)
