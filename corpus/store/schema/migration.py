"""Bringing a database to the newest version, with the functions its steps ask for beside SQL."""

from __future__ import annotations

import json
import sqlite3
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields
from typing import Any, Final

from corpus.model.article import origin_of
from corpus.model.record import item_of
from corpus.model.source import Metadata
from corpus.store.schema import tables
from corpus.store.schema import version as schema
from corpus.store.schema.columns import DERIVED, WORDS
from corpus.store.schema.figure_names import RENUMBER
from corpus.store.schema.record_counts import fields_missing, fields_proposed
from corpus.store.schema.short_figures import RECOUNT
from corpus.store.sqlite.functions import give_text_functions
from corpus.store.sqlite.packing import (
    pack_apart,
    pack_numbers,
    pack_steps,
    pack_text,
    unpack_numbers,
    unpack_text,
)
from corpus.store.sqlite.payload import beside_columns
from corpus.text.filter_words import filter_words, words_and_sounds
from corpus.text.sounds import sort_key

_MUCH_FREE: Final = 10
"""One page in so many free is much."""


def migrate(connection: sqlite3.Connection, to: int | None = None) -> None:
    """Bring the database to a version, else the newest, each step in a transaction with its record."""
    give_functions(connection)
    before = schema.version_of(connection)
    # Tables are made anew under their old names: what refers to them must not be deleted with the old ones.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number in range(schema.version_of(connection), schema.VERSION if to is None else to):
            connection.executescript(
                f"BEGIN IMMEDIATE;{tables.STEPS[number]};PRAGMA user_version = {number + 1};COMMIT;"
            )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    if before:
        _give_back(connection)


def _give_back(connection: sqlite3.Connection) -> None:
    """Give the room that steps left free back to the disk; where there is none to do it in, the file stays large."""
    pages, free = (
        int(connection.execute(f"PRAGMA {one}").fetchone()[0]) for one in ("page_count", "freelist_count")
    )
    if free * _MUCH_FREE > pages:
        with suppress(sqlite3.OperationalError):
            connection.execute("VACUUM")


def derive_again(connection: sqlite3.Connection) -> None:
    """Write what is derived of other tables anew, in the transaction at hand: of rows that came one by one."""
    give_functions(connection)
    for table in WORDS:
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for statement in (*RENUMBER.split(";"), *DERIVED.split(";"), *RECOUNT.split(";")):
        connection.execute(statement)


def give_functions(connection: sqlite3.Connection) -> None:
    """Let the connection use the functions the steps ask for."""
    give_text_functions(connection)
    for name, arguments, function in _FUNCTIONS:
        connection.create_function(name, arguments, function, deterministic=True)


def _told(text: bytes) -> str:
    """Return a text as its bytes tell it; letters that are none are kept as the sign for that."""
    return text.decode("utf-8", "replace")


def _packed_text(text: bytes) -> bytes:
    return pack_text(_told(text))


def _text_apart(text: bytes, original: bytes, start: int) -> bytes:
    """Return the text of a file without its article's; one that is damaged stays for who mends it."""
    try:
        return pack_apart(unpack_text(text), unpack_text(original), start)
    except (ValueError, zlib.error):
        return text


def _packed_numbers(text: bytes) -> bytes:
    """Return a fingerprint packed; one that cannot be read is one of nothing, as of a text without letters."""
    try:
        return pack_numbers(json.loads(_told(text)))
    except (ValueError, TypeError, struct.error):
        return b""


def _packed_steps(numbers: bytes) -> bytes:
    """Return a fingerprint told by steps; one that was damaged is one of nothing."""
    try:
        return pack_steps(unpack_numbers(numbers))
    except (ValueError, TypeError, struct.error):
        return pack_steps(())


def _csl(stated: str) -> str:
    """Return what a file was said to state about itself as CSL-JSON."""
    known = {one.name for one in fields(Metadata)}
    found = {name: str(value) for name, value in json.loads(stated).items() if name in known}
    return json.dumps(item_of(Metadata(**found)), ensure_ascii=False)


def _file_origins(item: str) -> str:
    return json.dumps({name: {"where": "file", "certainty": 1.0} for name in json.loads(item)})


_FUNCTIONS: Final[tuple[tuple[str, int, Callable[..., Any]], ...]] = (
    ("sound_key", 1, sort_key),
    ("filter_words", -1, filter_words),
    ("filter_words_and_sounds", -1, words_and_sounds),
    ("csl_record", 1, _csl),
    ("file_origins", 1, _file_origins),
    ("origin_of", 3, origin_of),
    ("packed_text", 1, _packed_text),
    ("packed_numbers", 1, _packed_numbers),
    ("packed_steps", 1, _packed_steps),
    ("text_apart", 3, _text_apart),
    ("beside_columns", 8, beside_columns),
    ("fields_missing", 3, fields_missing),
    ("fields_proposed", 2, fields_proposed),
)
