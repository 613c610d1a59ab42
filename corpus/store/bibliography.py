"""The bibliographic records of the articles: what was found of each field, where, and what a person set instead."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, replace
from typing import Any

from corpus.model.record import Item, Origin, Record, RecordState, item_of, metadata_of
from corpus.model.source import Metadata
from corpus.store.boundary import guarded
from corpus.store.database import Database


@guarded
class Records:
    """The table of records; its columns hold the short form of what holds, to be listed and sorted by."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def get(self, article_id: str) -> Record | None:
        """Return an article's record."""
        row = self._database.row("SELECT * FROM records WHERE article = ?", article_id)
        return None if row is None else _record(row)

    def put(self, article_id: str, derived: Item, origins: dict[str, Origin], short: Metadata) -> None:
        """Write what was found of an article; fields a person set stay. ``short`` is what was found in short."""
        before = self.get(article_id)
        corrected = {} if before is None else before.corrected
        state = RecordState.PROPOSED if before is None else before.state
        told = replace(short, **_texts(corrected))
        self._write(article_id, derived, corrected, origins, state, told)

    def correct(self, article_id: str, short: Metadata) -> None:
        """Keep a person's version of the short form; what is as it was found counts as found."""
        row = self._database.row("SELECT * FROM records WHERE article = ?", article_id)
        if row is None:
            return
        derived = json.loads(row["derived"])
        stated, wanted = item_of(metadata_of(derived)), item_of(short)
        corrected = {name: wanted.get(name, "") for name in stated.keys() | wanted.keys()
                     if wanted.get(name) != stated.get(name)}  # fmt: skip
        origins = {name: Origin(**told) for name, told in json.loads(row["origins"]).items()}
        self._write(article_id, derived, corrected, origins, RecordState.CONFIRMED, short)

    def _write(
        self, article_id: str, derived: Item, corrected: Item, origins: dict[str, Origin], state: RecordState,
        short: Metadata,
    ) -> None:  # fmt: skip
        told = {name: asdict(one) for name, one in origins.items()}
        self._database.run(
            "INSERT OR REPLACE INTO records VALUES (?,?,?,?,?,?,?,?,?,?)",
            article_id, _json(derived), _json(corrected), _json(told), state, short.author, short.publisher,
            short.date, short.language, short.address,
        )  # fmt: skip


def _record(row: sqlite3.Row) -> Record:
    derived, corrected = json.loads(row["derived"]), json.loads(row["corrected"])
    origins = {name: Origin(**told) for name, told in json.loads(row["origins"]).items()}
    whole = {name: value for name, value in {**derived, **corrected}.items() if value}
    return Record(
        whole, corrected, origins | dict.fromkeys(corrected, Origin("person")), RecordState(row["state"])
    )


def _texts(corrected: Item) -> dict[str, str]:
    """Return the fields of the short form that a person set."""
    names = {"title": "title", "author": "author", "publisher": "publisher", "issued": "date",
             "language": "language", "URL": "address"}  # fmt: skip
    short = metadata_of({name: value or _EMPTY.get(name, "") for name, value in corrected.items()})
    return {names[name]: getattr(short, names[name]) for name in corrected if name in names}


_EMPTY: dict[str, Any] = {"author": [], "issued": {}}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
