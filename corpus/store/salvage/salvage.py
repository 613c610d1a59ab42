"""Reading what can still be read of a damaged database, row by row, into a sound one.

Pages that are broken are stepped over; letters that are none are kept as the sign for that; a note whose article or
tags are lost is kept without them. Only what cannot be read at all is lost, and it is counted.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from corpus.model.annotation import AnchorStatus, Colour, MarkStyle
from corpus.model.errors import LibraryError
from corpus.store.database.database import Database
from corpus.store.folder.failing import blocks_of, known_place
from corpus.store.salvage.examination import mend_schema, refuse_newer
from corpus.store.salvage.file_header import mend_header
from corpus.store.salvage.readable_copy import copy_readable
from corpus.store.salvage.readable_rows import ReadableRows
from corpus.store.schema.columns import WORDS
from corpus.store.schema.migration import derive_again, give_functions
from corpus.store.schema.short_figures import FROM_BEFORE
from corpus.store.sqlite.errors import kind_of
from corpus.store.sqlite.packing import is_apart, pack_text, readable_text, unpack_steps, unpack_text
from corpus.store.sqlite.reading import LEFT_BEHIND, connect

_CHILDREN: Final = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)
_DERIVED: Final = (*WORDS, "totals", "figure_counts", "stale_grounds", "note_tags", "figure_names")
"""What is made anew of the other tables."""
_OF_THE_DISK: Final = frozenset({"disk_full", "disk_failed"})
_TRIES: Final = 4
"""How often rows are read before those that come to light by chance are laid at the door of the disk."""


@dataclass(slots=True)
class Salvage:
    """How many rows of each table stand in the new database, and how many were there and could not be saved.

    ``cut`` are articles of whose text only the beginning is sure.
    """

    saved: dict[str, int] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    cut: list[str] = field(default_factory=list)


def salvage(source: Path, target: Path, scratch: Path) -> Salvage:
    """Bring all that can be read of the database ``source`` into a new one at ``target``; ``source`` stays as it is.

    ``scratch`` is a folder for a copy to work on. OSError or LibraryError where the new one cannot be written or the
    copy not be read, and LibraryError (library_newer) where what only a newer version can read would be left behind
    and said to be saved.
    """
    copy = _copied(source, scratch)
    refuse_newer(copy, source.parent)
    Database(target, write=True).close()
    mend_header(copy, target, journal=Path(f"{copy}-wal").exists())
    mend_schema(copy)
    try:  # an older one is brought up where it still can be
        Database(copy, write=True).close()
    except LibraryError as error:
        if error.kind in _OF_THE_DISK:
            raise
    return _agreed(copy, target)


def _agreed(copy: Path, target: Path) -> Salvage:
    """Bring all over that can be read; what is lost has to be lost again: a page not given out once is not damaged.

    To SQLite it is, wherever the disk of passing files failed.
    """
    before: dict[str, int] | None = None
    for _ in range(_TRIES):
        try:
            with closing(connect(target, "rw")) as new, closing(_opened(copy)) as old:
                done = _brought(old, new)
                agreed = not done.lost or done.lost == before
                new.execute("COMMIT" if agreed else "ROLLBACK")
        except (
            sqlite3.DatabaseError
        ) as error:  # of the new one: what cannot be read of the old one is counted
            kind = kind_of(error, target)
            kind = "disk_failed" if kind == "library_damaged" else kind
            raise LibraryError(kind, path=str(known_place(target))) from error
        if agreed:
            return done
        before = done.lost
        for _block in blocks_of(copy):
            pass  # OSError where it cannot be read
    raise LibraryError("disk_failed", path=str(known_place(copy)))


def _brought(old: sqlite3.Connection, new: sqlite3.Connection) -> Salvage:
    """Bring all that can be read from one database into another, made whole there, in a transaction left open."""
    done = Salvage()
    new.execute("PRAGMA synchronous = FULL")
    give_functions(new)
    new.execute("BEGIN IMMEDIATE")
    tables = [str(row[0]) for row in new.execute(_CHILDREN).fetchall()]
    brought = [one for one in tables if not one.startswith(_DERIVED)]
    for table in brought:
        _bring(old, new, table, done)
    _mend_counter(new)
    _mend_fingerprints(old, new)
    _mend_texts(new, done)
    _mend_notes(new)
    _mend_drafts(new)
    _let_go_of_orphans(new, done)
    for table in brought:
        done.saved[table] = int(new.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    derive_again(new)
    return done


def _copied(source: Path, scratch: Path) -> Path:
    """Copy a database with what a writer left beside it, as far as the disk gives it out."""
    copy = scratch / "damaged.db"
    for tail in ("", *LEFT_BEHIND):
        beside = Path(f"{source}{tail}")
        if beside.exists():
            copy_readable(beside, Path(f"{copy}{tail}"))
    return copy


def _opened(copy: Path) -> sqlite3.Connection:
    connection = connect(copy, "rw")
    connection.execute("PRAGMA writable_schema = ON")  # or a table that is spoilt keeps the others shut
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    return connection


def _columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    try:
        return tuple(str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})").fetchall())
    except sqlite3.DatabaseError:
        return ()


def _bring(old: sqlite3.Connection, new: sqlite3.Connection, table: str, done: Salvage) -> None:
    """Bring the rows of a table over, as many as can be read."""
    known = _columns(old, table)
    before = FROM_BEFORE if table == "figures" and {"status", "year"} <= set(known) else {}
    told = {name: f'"{name}"' if name in known else before.get(name, "") for name in _columns(new, table)}
    columns = [name for name in told if told[name]]
    if not columns:
        done.lost[table] = 0
        return
    names, marks = ", ".join(f'"{one}"' for one in columns), ", ".join("?" for _ in columns)
    sql = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"
    readable = ReadableRows(old, table, ", ".join(told[one] for one in columns))
    for row in readable.rows():
        with suppress(sqlite3.IntegrityError, sqlite3.InterfaceError):
            new.execute(sql, row)
    if readable.lost:
        done.lost[table] = readable.lost


def _mend_counter(new: sqlite3.Connection) -> None:
    """Have the number of the last change be one, and no smaller than any that is in use."""
    counts = (
        "SELECT max(CAST(value AS INTEGER)) FROM meta WHERE key = 'change'",
        "SELECT max(CAST(change AS INTEGER)) FROM articles",
    )
    number = max(int(new.execute(one).fetchone()[0] or 0) for one in counts)
    new.execute("INSERT OR REPLACE INTO meta VALUES ('change', ?)", (str(number),))


def _mend_texts(new: sqlite3.Connection, done: Salvage) -> None:
    """Have every text be one: from the other place it stands at, else as far as it can be read.

    An article's original stands once more in the text of its file, where that has several.
    """
    broken: list[tuple[str, str]] = []
    # Of a database that could not be brought up to date they come as they were.
    new.execute(
        "UPDATE article_texts SET original = packed_text(CAST(original AS BLOB)) WHERE typeof(original) = 'text'"
    )
    new.execute("UPDATE sources SET text = packed_text(CAST(text AS BLOB)) WHERE typeof(text) = 'text'")
    for article, text in new.execute("SELECT article, original FROM article_texts"):
        if not _is_sound(text):
            broken.append((article, readable_text(text)))
    for article, readable in broken:
        row = new.execute(
            "SELECT s.text, a.start, a.stop, s.id FROM articles a JOIN sources s ON s.id = a.source WHERE a.id = ?",
            (article,),
        ).fetchone()
        alone = row is not None and is_apart(row[0])
        again = "" if row is None or alone else readable_text(row[0])[row[1] : row[2]]
        whole = row is not None and len(again) == row[2] - row[1]
        if not whole:
            done.lost["article_texts"] = done.lost.get("article_texts", 0) + 1
            done.cut.append(article)
        new.execute(
            "UPDATE article_texts SET original = ? WHERE article = ?",
            (pack_text(again if whole or len(again) > len(readable) else readable), article),
        )
        new.execute("DELETE FROM fingerprints WHERE article = ?", (article,))
        if alone:
            # The trigger put the spoilt text there.
            new.execute("UPDATE sources SET text = ? WHERE id = ?", (row[0], row[3]))
    for source, text in new.execute("SELECT id, text FROM sources").fetchall():
        kept = text[1:] if is_apart(text) else text
        if not _is_sound(kept):
            mended = pack_text(readable_text(kept))
            new.execute(
                "UPDATE sources SET text = ? WHERE id = ?",
                (text[:1] + mended if is_apart(text) else mended, source),
            )


def _mend_fingerprints(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """Have every fingerprint be one, of a database that could not be brought up to date from beside its text."""
    if "shingles" in _columns(old, "article_texts"):
        with suppress(sqlite3.DatabaseError):
            new.executemany(
                """INSERT OR IGNORE INTO fingerprints VALUES (?, packed_steps(CASE typeof(?2)
                   WHEN 'text' THEN packed_numbers(CAST(?2 AS BLOB)) ELSE ?2 END))""",
                old.execute("SELECT article, shingles FROM article_texts WHERE length(shingles) > 0"),
            )
    for article, numbers in new.execute("SELECT article, numbers FROM fingerprints").fetchall():
        try:
            unpack_steps(numbers)
        except ValueError:
            new.execute("DELETE FROM fingerprints WHERE article = ?", (article,))


def _is_sound(text: object) -> bool:
    if not isinstance(text, bytes):
        return False
    try:
        unpack_text(text)
    except (ValueError, zlib.error):
        return False
    return True


def _mend_notes(new: sqlite3.Connection) -> None:
    """Give every note a form that can be read; its words are never touched."""
    rows = new.execute("SELECT id, tags, colour, style, status, start, stop FROM annotations").fetchall()
    for key, tags, colour, style, status, start, stop in rows:
        placed = isinstance(start, int) and isinstance(stop, int) and 0 <= start <= stop
        new.execute(
            "UPDATE annotations SET tags = ?, colour = ?, style = ?, status = ?, start = ?, stop = ? WHERE id = ?",
            (
                tags if _is_list(tags) else "[]", _one_of(Colour, colour, Colour.YELLOW),
                _one_of(MarkStyle, style, MarkStyle.HIGHLIGHT),
                _one_of(AnchorStatus, status, AnchorStatus.ORPHAN) if placed or start is None else AnchorStatus.ORPHAN,
                start if placed else None, stop if placed else None, key,
            ),
        )  # fmt: skip


def _mend_drafts(new: sqlite3.Connection) -> None:
    """Keep the letters of a draft whose form is broken as one text."""
    for key, items in new.execute("SELECT id, items FROM drafts").fetchall():
        if not _is_list(items):
            new.execute(
                "UPDATE drafts SET items = ? WHERE id = ?", (json.dumps([["text", "", str(items)]]), key)
            )


def _let_go_of_orphans(new: sqlite3.Connection, done: Salvage) -> None:
    """Drop what belongs to an article that is lost; notes stay and wait for a place."""
    textless = new.execute(
        "DELETE FROM articles WHERE id NOT IN (SELECT article FROM article_texts)"
    ).rowcount
    if textless:
        done.lost["articles"] = done.lost.get("articles", 0) + textless
    # The file of an article that is lost with its text is one to be taken in anew.
    new.execute(
        """DELETE FROM sources WHERE substr(text, 1, 1) = x'04' AND id NOT IN (SELECT source FROM articles)
           AND id NOT IN (SELECT source FROM versions)"""
    )
    new.execute(
        """UPDATE sources SET text = substr(text, 2) WHERE substr(text, 1, 1) = x'04'
           AND id NOT IN (SELECT source FROM articles)"""
    )
    new.execute("INSERT OR IGNORE INTO records (article, derived) SELECT id, '{}' FROM articles")
    for _ in range(4):  # what belongs to what belongs to what is lost
        broken = new.execute("PRAGMA foreign_key_check").fetchall()
        if not broken:
            break
        for table, number, *_rest in broken:
            if number is not None:
                new.execute(f"DELETE FROM {table} WHERE rowid = ?", (number,))
            else:
                _drop_without_number(new, str(table))
    new.execute(
        """UPDATE annotations SET start = NULL, stop = NULL, status = 'orphan'
           WHERE article <> '' AND article NOT IN (SELECT id FROM articles)"""
    )


def _drop_without_number(new: sqlite3.Connection, table: str) -> None:
    """Drop the rows of a table without row numbers that name an article that is lost."""
    if "article" in _columns(new, table):
        new.execute(f"DELETE FROM {table} WHERE article NOT IN (SELECT id FROM articles)")
    if "collection" in _columns(new, table):
        new.execute(f"DELETE FROM {table} WHERE collection NOT IN (SELECT id FROM collections)")


def _is_list(text: object) -> bool:
    try:
        return isinstance(json.loads(str(text)), list)
    except ValueError:
        return False


def _one_of(kind: type[Colour | MarkStyle | AnchorStatus], value: object, otherwise: str) -> str:
    return str(value) if value in {one.value for one in kind} else str(otherwise)
