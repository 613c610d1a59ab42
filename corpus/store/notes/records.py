"""Small records people leave: settings of the library, drafts, searches, words of their own."""

from __future__ import annotations

import sqlite3

from corpus.model.draft import Draft
from corpus.model.platform import Correction, LexiconEntry
from corpus.store.database.database import Database
from corpus.store.notes.draft_json import items_from_json, items_to_json, settings_from_json, settings_to_json
from corpus.store.sqlite.boundary import guarded


@guarded
class Settings:
    """Settings that travel with the library."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def get(self, key: str, default: str = "") -> str:
        """Return a setting."""
        row = self._database.row("SELECT value FROM meta WHERE key = ?", f"setting:{key}")
        return default if row is None else str(row[0])

    def put(self, key: str, value: str) -> None:
        """Keep a setting."""
        self._database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", f"setting:{key}", value)


@guarded
class Drafts:
    """The table of drafts (文稿)."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, draft: Draft) -> None:
        """Write a draft, new or changed."""
        self._database.run(
            "INSERT OR REPLACE INTO drafts VALUES (?,?,?,?,?,?,?)", draft.id, draft.title, draft.template,
            items_to_json(draft.items), draft.created, draft.modified, settings_to_json(draft.settings),
        )  # fmt: skip

    def delete(self, draft_id: str) -> None:
        """Delete a draft."""
        self._database.run("DELETE FROM drafts WHERE id = ?", draft_id)

    def get(self, draft_id: str) -> Draft | None:
        """Return one draft."""
        row = self._database.row("SELECT * FROM drafts WHERE id = ?", draft_id)
        return None if row is None else _draft(row)

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, the one worked on last first."""
        rows = self._database.rows("SELECT * FROM drafts ORDER BY modified DESC, rowid DESC")
        return tuple(_draft(row) for row in rows)


def _draft(row: sqlite3.Row) -> Draft:
    return Draft(
        id=row["id"],
        title=row["title"],
        template=row["template"],
        items=items_from_json(row["items"]),
        created=row["created"],
        modified=row["modified"],
        settings=settings_from_json(row["settings"]),
    )


@guarded
class Searches:
    """Searches that were run (no name) and those kept under a name; requests are JSON texts."""

    KEPT = 200

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def remember(self, request: str, ran: str) -> None:
        """Put a search at the head of the history."""
        self._database.run("DELETE FROM searches WHERE name = '' AND request = ?", request)
        self._database.run("INSERT INTO searches (request, ran) VALUES (?, ?)", request, ran)
        sql = """DELETE FROM searches WHERE name = '' AND id NOT IN
                 (SELECT id FROM searches WHERE name = '' ORDER BY id DESC LIMIT ?)"""
        self._database.run(sql, self.KEPT)

    def save(self, name: str, request: str, ran: str) -> None:
        """Keep a search under a name, in place of an earlier one of that name."""
        self.delete(name)
        self._database.run("INSERT INTO searches (name, request, ran) VALUES (?, ?, ?)", name, request, ran)

    def delete(self, name: str) -> None:
        """Forget the search of that name."""
        self._database.run("DELETE FROM searches WHERE name = ?", name)

    def recent(self, limit: int) -> tuple[str, ...]:
        """Return the searches run last, newest first."""
        sql = "SELECT request FROM searches WHERE name = '' ORDER BY id DESC LIMIT ?"
        return tuple(row[0] for row in self._database.rows(sql, limit))

    def saved(self) -> tuple[tuple[str, str], ...]:
        """Return (name, request) of the searches kept."""
        sql = "SELECT name, request FROM searches WHERE name <> '' ORDER BY name"
        return tuple((row["name"], row["request"]) for row in self._database.rows(sql))


@guarded
class Words:
    """Words and corrections a person added to the lexicon."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def all(self) -> tuple[LexiconEntry, ...]:
        """Return the person's words."""
        rows = self._database.rows("SELECT * FROM user_words ORDER BY word")
        return tuple(LexiconEntry(row["word"], row["tag"], row["frequency"]) for row in rows)

    def put(self, entry: LexiconEntry) -> None:
        """Keep a word."""
        sql = "INSERT OR REPLACE INTO user_words VALUES (?,?,?)"
        self._database.run(sql, entry.word, entry.tag, entry.frequency)

    def delete(self, word: str) -> None:
        """Forget a word."""
        self._database.run("DELETE FROM user_words WHERE word = ?", word)

    def corrections(self) -> tuple[Correction, ...]:
        """Return the person's corrections."""
        rows = self._database.rows("SELECT * FROM user_corrections ORDER BY wrong")
        return tuple(Correction(row["wrong"], row["right"]) for row in rows)

    def put_correction(self, correction: Correction) -> None:
        """Keep a correction."""
        sql = "INSERT OR REPLACE INTO user_corrections VALUES (?,?)"
        self._database.run(sql, correction.wrong, correction.right)
