"""The texts an article had before an update, each with its repairs, what was found in it and where its notes stood.

A version is the article's rows as they were, so that it comes back exactly; the sources they name stay.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import Any, Final

from corpus.store.boundary import guarded
from corpus.store.database import Database

_ARTICLE: Final = (
    "source", "position", "start", "stop", "title", "original", "characters", "structure", "metadata", "kind",
    "as_of", "duplicate_of", "similarity", "trashed", "shingles",
)  # fmt: skip
"""What of an article belongs to its text; reading, stars and tags are the person's and stay."""
_PARTS: Final = ("edits", "statistics", "mentions", "platform_facts", "trend_passages")
_ANCHORS: Final = ("id", "start", "stop", "exact", "prefix", "suffix", "status", "confidence")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """A text an article had; ``path`` is where its file stood, ``notes`` the anchors of its notes by note id."""

    number: int
    article: str
    source: str
    path: str
    rows: dict[str, list[Row]]
    notes: dict[str, Row]


@guarded
class Versions:
    """The table of versions."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def keep(self, article_id: str, batch: str, path: str) -> None:
        """Keep an article as it stands before ``batch`` changes it; an empty batch: an update taken back did."""
        columns = ", ".join(_ARTICLE)
        row = self._database.row(f"SELECT {columns} FROM articles WHERE id = ?", article_id)  # noqa: S608
        if row is None:
            return
        rows = {table: self._rows("*", table, article_id) for table in _PARTS}
        notes = self._rows(", ".join(_ANCHORS), "annotations", article_id)
        whole = {"article": [dict(row)], "notes": notes, **rows}
        payload = zlib.compress(json.dumps(whole).encode("ascii"))
        self._database.run(
            "INSERT INTO versions (article, batch, source, path, payload) VALUES (?,?,?,?,?)",
            article_id, batch, row["source"], path, payload,
        )  # fmt: skip

    def replaced_by(self, batch: str) -> tuple[Version, ...]:
        """Return the texts an update replaced, of the articles no later update replaced again."""
        rows = self._database.rows(
            """SELECT * FROM versions v WHERE batch = ? AND batch <> '' AND number =
               (SELECT max(number) FROM versions w WHERE w.article = v.article AND w.batch <> '')
               ORDER BY number""",
            batch,
        )
        found: list[Version] = []
        for row in rows:
            whole = json.loads(zlib.decompress(row["payload"]))
            notes = {note["id"]: note for note in whole.pop("notes")}
            found.append(Version(row["number"], row["article"], row["source"], row["path"], whole, notes))
        return tuple(found)

    def left(self, source_id: str) -> bool:
        """Tell whether an article that came of this source has another text by now."""
        sql = """SELECT 1 FROM versions v JOIN articles a ON a.id = v.article
                 WHERE v.source = ? AND a.source <> v.source LIMIT 1"""
        return self._database.row(sql, source_id) is not None

    def bring_back(self, version: Version, change: int) -> None:
        """Write the rows of ``version`` in place of what stands there, in the transaction at hand.

        What a person corrected of the article's metadata since then stays; the notes are left to the caller.
        """
        (article,) = version.rows["article"]
        names = [name for name in _ARTICLE if name != "metadata"]
        self._database.run(
            f"""UPDATE articles SET {", ".join(f"{name} = ?" for name in names)}, change = ?,
                metadata = json_patch(?, json_object('corrected', json_extract(metadata, '$.corrected')))
                WHERE id = ?""",  # noqa: S608 - the names above
            *(article[name] for name in names), change, article["metadata"], version.article,
        )  # fmt: skip
        for table in _PARTS:
            self._database.run(f"DELETE FROM {table} WHERE article = ?", version.article)  # noqa: S608
            for row in version.rows[table]:
                marks = ", ".join("?" for _ in row)
                sql = f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608
                self._database.run(sql, *row.values())
        self._database.run("DELETE FROM versions WHERE number = ?", version.number)

    def _rows(self, columns: str, table: str, article_id: str) -> list[Row]:
        sql = f"SELECT {columns} FROM {table} WHERE article = ? ORDER BY rowid"  # noqa: S608 - the names above
        return [dict(row) for row in self._database.rows(sql, article_id)]
