"""The bibliographic records of the articles: what was found of each field, where, and what a person set instead."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, Final

from corpus.model.record import CorrectedFields, Item, Origin, Record, metadata_of, record_of
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import from_row, guarded

_MANY: Final = 500
_COLUMNS: Final = (
    "article, derived, corrected, given, origins, state, author, publisher, issued, language, address"
)


@guarded
class Records:
    """The table of records; its columns hold the short form of what holds, to be listed and sorted by."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def get(self, article_id: str) -> Record | None:
        """Return an article's record."""
        return self.of([article_id]).get(article_id)

    def of(self, ids: Iterable[str]) -> dict[str, Record]:
        """Return the records of these articles, by article."""
        wanted = tuple(ids)
        found: dict[str, Record] = {}
        for at in range(0, len(wanted), _MANY):
            part = wanted[at : at + _MANY]
            marks = ",".join("?" * len(part))
            sql = f"SELECT * FROM records WHERE article IN ({marks})"
            found |= {row["article"]: _record(row) for row in self._database.rows(sql, *part)}
        return found

    def derived(self, article_id: str) -> tuple[Item, Mapping[str, Origin]]:
        """Return what was found of an article, and where, without what a person set."""
        row = self._database.row("SELECT derived, origins FROM records WHERE article = ?", article_id)
        return ({}, {}) if row is None else _derived(row)

    def correction(self, article_id: str) -> CorrectedFields:
        """Return what a person set of an article's record."""
        row = self._database.row("SELECT corrected, given FROM records WHERE article = ?", article_id)
        return CorrectedFields() if row is None else _correction(row)

    def put(self, article_id: str, derived: Item, origins: Mapping[str, Origin]) -> None:
        """Write what was found of an article; fields a person set stay."""
        self._write(article_id, derived, origins, self.correction(article_id))

    def correct(self, article_id: str, correction: CorrectedFields) -> None:
        """Keep what a person set of an article's record, in place of what they had set before."""
        derived, origins = self.derived(article_id)
        self._write(article_id, derived, origins, correction)

    def _write(
        self, article_id: str, derived: Item, origins: Mapping[str, Origin], correction: CorrectedFields
    ) -> None:
        whole = record_of(derived, origins, correction)
        short = metadata_of(whole.item)
        told = {name: asdict(one) for name, one in origins.items()}
        self._database.run(
            f"INSERT OR REPLACE INTO records ({_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            article_id, _json(derived), _json(correction.fields), _json(correction.wheres), _json(told), whole.state,
            short.author, short.publisher, short.date, short.language, short.address,
        )  # fmt: skip

    def ids_titled(self, title: str) -> tuple[str, ...]:
        """Return the ids of the articles of exactly this title, outside the trash."""
        rows = self._database.rows("SELECT id FROM articles WHERE title = ? AND trashed = ''", title)
        return tuple(str(row[0]) for row in rows)


@from_row
def _derived(row: sqlite3.Row) -> tuple[Item, Mapping[str, Origin]]:
    return json.loads(row["derived"]), _origins(row["origins"])


@from_row
def _record(row: sqlite3.Row) -> Record:
    return record_of(json.loads(row["derived"]), _origins(row["origins"]), _correction(row))


@from_row
def _correction(row: sqlite3.Row) -> CorrectedFields:
    return CorrectedFields(json.loads(row["corrected"]), json.loads(row["given"]))


def _origins(text: str) -> dict[str, Origin]:
    return {name: Origin(**told) for name, told in json.loads(text).items()}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
