"""The index of characters: which documents can hold a string at all; complete by construction.

A document is stored with the set of its character pairs after every fold, and the marks the folds left out.
Whatever occurs in a text under some folds has all its pairs in that set, so looking pairs up loses nothing; what
is found is then verified against the text, which is kept here too, in the same transaction as the change number:
folded, and beside it what tells the text as it stands from that.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Self

from index.characters.connecting import connect, is_still
from index.characters.entry import Entry
from index.characters.numbers import NONE, Numbers
from index.characters.packing import restored, unpacked
from index.characters.row import as_letters, restored_spans, tokens_of
from index.characters.unreadable import CharactersUnreadableError
from index.fold import full_fold
from index.fold.classes import SURROGATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from index.characters.row import TextRow
    from index.document import DocumentFields

# Changed whenever the tables, the pairs or the folds change.
FINGERPRINT = "characters-6"
FILE = "characters.db"
MOST_PAIRS = 64
# Documents read at once: the first time, and at most.
FIRST_READ, MOST_READ = 16, 500
# Bytes read and written at once: some texts stand on one page.
PAGE = 16_384
SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, change INTEGER NOT NULL, characters INTEGER NOT NULL,
    sentence_count INTEGER NOT NULL, text BLOB NOT NULL, folded BLOB NOT NULL, sentences BLOB NOT NULL
);
CREATE TABLE fields (number INTEGER PRIMARY KEY, change INTEGER NOT NULL, fields TEXT NOT NULL);
CREATE VIRTUAL TABLE pairs USING fts5(tokens, content='', detail='none', columnsize=0, tokenize='ascii');
"""
# A document and what stands beside its text; either may have changed last.
WHOLE = """
SELECT number, id, max(d.change, f.change), text, folded, sentences, fields
FROM documents d JOIN fields f USING (number) WHERE number
"""


def _question(text: str) -> str | None:
    """Return the full-text question for a string, ``None`` where any document may hold it (an empty string)."""
    plain, marks = full_fold(text)
    letters = as_letters(plain)
    if len(letters) > 1:
        pairs = sorted({letters[i : i + 2] for i in range(len(letters) - 1)})
        # Of a very long string some pairs are enough; the text is looked at in any case.
        return " AND ".join(f'"{p}"' for p in pairs[:: 1 + len(pairs) // MOST_PAIRS])
    if letters:
        return f'"{letters}"*'
    return " AND ".join(f'"{as_letters(m)}"' for m in sorted(marks)) or None


def question_of(strings: Sequence[str]) -> str | None:
    """Return the full-text question for any of some strings, ``None`` where any document may hold one."""
    questions = [_question(s) for s in dict.fromkeys(strings)]
    known = [q for q in questions if q is not None]
    return " OR ".join(f"({q})" for q in known) if known and len(known) == len(questions) else None


def _written(fields: Mapping[str, str]) -> str:
    """Return fields as JSON, letters as they are but where one is half a letter, which SQLite does not take.

    Empty ones are left out.
    """
    told = {name: value for name, value in fields.items() if value}
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return plain if plain.isascii() or SURROGATES.search(plain) is None else json.dumps(told)


class CharacterReader:
    """One state of the index, the same until it is let go whatever a writer does meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / FILE
        if not path.is_file():
            raise CharactersUnreadableError("missing")
        self._still = is_still(path)
        try:
            self._connection = connect(path, write=False)
        except sqlite3.Error as error:
            raise CharactersUnreadableError("damaged") from error
        try:
            self._connection.execute("PRAGMA query_only = 1")
        except sqlite3.Error as error:
            self._connection.close()
            raise CharactersUnreadableError("damaged") from error
        self.begin()

    def begin(self) -> None:
        """Read the newest state from now on; closed, and CharactersUnreadableError, where it cannot be read."""
        try:
            self._connection.execute("BEGIN")
            meta = dict(self._connection.execute("SELECT key, value FROM meta"))
            self.change = int(meta["change"])
            self.version = meta["version"]
            self.generation = meta["generation"]
            self.fingerprint = meta["fingerprint"]
        except (sqlite3.Error, KeyError, ValueError) as error:
            self._connection.close()
            raise CharactersUnreadableError("damaged") from error
        if self.fingerprint != FINGERPRINT:
            self._connection.close()
            raise CharactersUnreadableError("fingerprint")

    def rest(self) -> bool:
        """Let the state go and stay open for ``begin``; tell whether that can be.

        What is read as if nobody wrote it must not stay open: it would not see that somebody did.
        """
        if self._still:
            return False
        try:
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            return False
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the state go."""
        self._connection.close()

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeError, ValueError, zlib.error) as error:
            raise CharactersUnreadableError("damaged") from error

    def holding(self, words: Sequence[str]) -> set[str]:
        """Return the ids of the documents in whose text or fields one of some words can stand."""
        found: set[str] = set()
        for at in range(0, len(words), MOST_PAIRS):
            question = question_of(words[at : at + MOST_PAIRS])
            with self._reading():
                rows = self._connection.execute(
                    "SELECT id FROM documents WHERE number IN (SELECT rowid FROM pairs WHERE pairs MATCH ?)",
                    (question,),
                )
                found.update(name for (name,) in rows)
        with self._reading():
            beside = self._connection.execute("SELECT id, fields FROM documents JOIN fields USING (number)")
            folded = [full_fold(word)[0] for word in words]
            for name, packed in beside:
                fields = full_fold(" ".join(json.loads(packed).values()))[0]
                if any(word in fields for word in folded):
                    found.add(name)
        return found

    def numbers(self) -> dict[int, tuple[str, int]]:
        """Return row number → (id, number of the last change of its text or its fields) of every document."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT d.number, d.id, max(d.change, f.change) FROM documents d JOIN fields f USING (number)"
            )
            return {number: (name, change) for number, name, change in rows}

    def totals(self) -> tuple[int, int, int]:
        """Return how many documents, characters and sentences there are."""
        with self._reading():
            row = self._connection.execute(
                "SELECT count(*), coalesce(sum(characters), 0), coalesce(sum(sentence_count), 0) FROM documents"
            ).fetchone()
            return int(row[0]), int(row[1]), int(row[2])

    def some(self, string: str, most: int) -> set[int] | None:
        """Return the row numbers of ``most`` documents that can hold a string, ``None`` for all of them."""
        question = question_of((string,))
        if question is None:
            return None
        with self._reading():
            rows = self._connection.execute(
                "SELECT rowid FROM pairs WHERE pairs MATCH ? LIMIT ?", (question, most)
            )
            return {number for (number,) in rows}

    def postings(self, question: str) -> Numbers:
        """Return the row numbers of the documents that answer a full-text question (``question_of``)."""
        with self._reading():
            # As one text: thousands of rows cost more by themselves than what is in them; read at once.
            row = self._connection.execute(
                "SELECT group_concat(rowid) FROM pairs WHERE pairs MATCH ?", (question,)
            ).fetchone()
            return Numbers.of(json.loads(f"[{row[0]}]")) if row[0] else NONE

    def entries(self, numbers: Sequence[int]) -> Iterator[tuple[int, Entry]]:
        """Yield documents by their row numbers; few are read at first, for whom the first is enough."""
        at, size = 0, FIRST_READ
        while at < len(numbers):
            with self._reading():
                rows = self._rows(WHOLE, numbers[at : at + size])
                made = [(row[0], _entry(row[1:])) for row in rows]
            yield from made
            at, size = at + size, min(2 * size, MOST_READ)

    def texts(self, numbers: Sequence[int], *, folded: bool) -> Iterator[tuple[int, str]]:
        """Yield texts by their row numbers, for counting in them."""
        question = "SELECT number, folded, text FROM documents WHERE number"
        if folded:
            question = "SELECT number, folded FROM documents WHERE number"
        for at in range(0, len(numbers), MOST_READ):
            with self._reading():
                rows = self._rows(question, numbers[at : at + MOST_READ])
                told = [(number, restored(plain), *beside) for number, plain, *beside in rows]
                if not folded:
                    told = [(number, unpacked(text, plain)) for number, plain, text in told]
            yield from told

    def _rows(self, question: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
        marks = ",".join("?" * len(numbers))
        return self._connection.execute(f"{question} IN ({marks})", numbers).fetchall()

    def check(self) -> bool:
        """Tell whether the file as a whole is sound (reads all of it)."""
        with self._reading():
            return bool(self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _entry(row: tuple[str, int, bytes, bytes, bytes, str]) -> Entry:
    name, change, text, folded, spans, fields = row
    starts, ends = restored_spans(spans)
    return Entry(name, change, restored(folded), starts, ends, json.loads(fields), text)


class CharacterWriter:
    """Changes the index in one transaction; leaving the block without an error commits it."""

    def __init__(self, folder: Path) -> None:
        self._connection = connect(folder / FILE, write=True)
        self._new = False

    @classmethod
    def create(cls, folder: Path) -> CharacterWriter:
        """Make an empty index in a new folder."""
        writer = cls(folder)
        writer._new = True
        with writer._closed_where_it_fails():
            # A text of two pages of the usual size takes up three; it can only be said before anything is written.
            writer._connection.execute(f"PRAGMA page_size = {PAGE}")
            # Readers and the writer do not wait for each other; where that cannot be had, they take turns.
            writer._connection.execute("PRAGMA journal_mode = WAL").fetchone()
            writer._connection.executescript(SCHEMA)
            writer._connection.execute(
                "INSERT INTO meta (key, value) VALUES ('generation', ?)", (secrets.token_hex(8),)
            )
        return writer

    def __enter__(self) -> Self:
        with self._closed_where_it_fails():
            self._connection.execute("PRAGMA synchronous = NORMAL")
            self._connection.execute("PRAGMA temp_store = MEMORY")
            self._connection.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                self._connection.execute("COMMIT")
                if self._new:
                    self._close_up()
            elif self._connection.in_transaction:  # a full disk may have ended it already
                self._connection.execute("ROLLBACK")
        finally:
            self._connection.close()

    def _close_up(self) -> None:
        """Let pairs that were written in many pieces stand in one, and nothing between; without room they stay."""
        with suppress(sqlite3.OperationalError):
            self._connection.execute("INSERT INTO pairs (pairs) VALUES ('optimize')")
            self._connection.execute("PRAGMA temp_store = DEFAULT")
            self._connection.execute("VACUUM")

    @contextmanager
    def _closed_where_it_fails(self) -> Iterator[None]:
        """Hold no file open that nobody is given: it could not be deleted on every system."""
        try:
            yield
        except BaseException:
            self._connection.close()
            raise

    def put(self, document: DocumentFields, row: TextRow) -> None:
        """Add a document, its text as ``row``, or replace the one with its id."""
        self.delete(document.id)
        cursor = self._connection.execute(
            "INSERT INTO documents (id, change, text, folded, sentences, characters, sentence_count)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                document.id,
                document.change,
                row.text,
                row.folded,
                row.sentences,
                row.characters,
                row.sentence_count,
            ),
        )
        number = cursor.lastrowid
        self._connection.execute("INSERT INTO pairs (rowid, tokens) VALUES (?, ?)", (number, row.pairs))
        self._connection.execute(
            "INSERT INTO fields VALUES (?, ?, ?)",
            (number, document.change, _written(document.fields)),
        )

    def put_fields(self, document: DocumentFields) -> bool:
        """Replace what stands beside the text of a document; tell whether there is one."""
        done = self._connection.execute(
            "UPDATE fields SET change = ?, fields = ? WHERE number = (SELECT number FROM documents WHERE id = ?)",
            (document.change, _written(document.fields), document.id),
        )
        return done.rowcount > 0

    def delete(self, document_id: str) -> bool:
        """Remove a document; tell whether there was one."""
        row = self._connection.execute(
            "SELECT number, text, folded FROM documents WHERE id = ?", (document_id,)
        ).fetchone()
        if row is None:
            return False
        tokens = tokens_of(unpacked(row[1], restored(row[2])))
        self._connection.execute(
            "INSERT INTO pairs (pairs, rowid, tokens) VALUES ('delete', ?, ?)", (row[0], tokens)
        )
        self._connection.execute("DELETE FROM documents WHERE number = ?", (row[0],))
        self._connection.execute("DELETE FROM fields WHERE number = ?", (row[0],))
        return True

    def finish(self, change: int, version: str) -> None:
        """Store the change the index now holds; ``version`` names this state, no other has the same."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)",
            (("change", str(change)), ("version", version), ("fingerprint", FINGERPRINT)),
        )
