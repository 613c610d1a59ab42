"""The originals of several articles at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from corpus.store.database.database import Database
from corpus.store.sqlite.packing import unpack_text

_AT_ONCE: Final = 500


def originals_of(database: Database, ids: Collection[str]) -> dict[str, str]:
    """Return the originals of those of some articles that are there."""
    wanted, found = sorted(ids), dict[str, str]()
    for at in range(0, len(wanted), _AT_ONCE):
        part = wanted[at : at + _AT_ONCE]
        marks = ", ".join("?" * len(part))
        sql = f"SELECT article, original FROM article_texts WHERE article IN ({marks})"
        found |= {row["article"]: unpack_text(row["original"]) for row in database.rows(sql, *part)}
    return found
