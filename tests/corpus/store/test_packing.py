"""Texts as the database keeps them: whole again whatever they hold, told from damaged ones, and mended from beside."""

from __future__ import annotations

import shutil
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.reading.articles import list_articles
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.rescue import rescue
from corpus.store.database.changes import Changes
from corpus.store.database.database import Database
from corpus.store.salvage.salvage import salvage
from corpus.store.schema import migration
from corpus.store.schema import tables as schema
from corpus.store.schema.fingerprints import FINGERPRINTS
from corpus.store.schema.packing import PACKING
from corpus.store.sqlite.packing import (
    pack_apart,
    pack_numbers,
    pack_steps,
    pack_text,
    readable_text,
    unpack_numbers,
    unpack_steps,
    unpack_text,
)
from corpus.text.similarity import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.library.core.library import Library

PACKED = schema.STEPS.index(PACKING) + 1
LONG = "".join(f"第 {n} 句讲的是重庆的网店，增长 {n}.5%。" for n in range(400))
TEXTS = st.text(st.characters(), max_size=60) | st.text("的是网店 a1。\n\u0000\ud800\U0010ffff", max_size=300)


@given(TEXTS)
def test_that_every_text_comes_back(text: str) -> None:
    assert unpack_text(pack_text(text)) == text == unpack_text(text)
    assert readable_text(pack_text(text)) == text.replace("\ud800", "")


@given(st.lists(st.integers(0, 2**32 - 1), max_size=130))
def test_that_every_fingerprint_comes_back(numbers: list[int]) -> None:
    assert list(unpack_numbers(pack_numbers(numbers))) == numbers


@given(st.lists(st.integers(0, 2**32 - 1), max_size=130).map(sorted))
@example([0, 0xFE_FFFF, 2**32 - 1])
def test_that_every_ascending_fingerprint_comes_back_from_its_steps(numbers: list[int]) -> None:
    assert list(unpack_steps(pack_steps(numbers))) == numbers
    for broken in (pack_steps(numbers)[:-1], pack_steps(numbers) + b"x", b"", None):
        with pytest.raises(ValueError, match=r"."):
            unpack_steps(broken)  # type: ignore[arg-type]


def test_that_a_whole_fingerprint_takes_three_bytes_a_number_and_few_more() -> None:
    numbers = fingerprint("".join(chr(0x4E00 + n * n % 9001) for n in range(900)))
    assert len(numbers) == 128
    assert len(pack_steps(numbers)) < 3.2 * len(numbers)


def test_that_chinese_takes_a_third_and_nothing_grows_by_more_than_its_mark() -> None:
    assert len(pack_text(LONG)) < len(LONG.encode()) / 3
    for text in ("", "字", "a", "乱码", "\ud800"):
        assert len(pack_text(text)) <= len(text.encode("utf-8", "surrogatepass")) + 1


def damaged(data: bytes) -> list[bytes]:
    """The same with a byte turned, cut off, or of no form at all."""
    turned = (data[:at] + bytes((data[at] ^ 255,)) + data[at + 1 :] for at in range(0, len(data), 97))
    return [*turned, data[:-1], data[: len(data) // 2], data[:1], b"", b"\x09" + data[1:]]


def test_that_no_damaged_text_is_taken_for_one() -> None:
    for data in damaged(pack_text(LONG)):
        with pytest.raises((ValueError, zlib.error)):
            unpack_text(data)


def test_that_a_text_cut_off_is_read_as_far_as_it_goes() -> None:
    packed = pack_text(LONG)
    half = readable_text(packed[: len(packed) // 2])
    assert len(LONG) // 4 < len(half) < len(LONG)
    assert LONG.startswith(half)


def spoil(database: Path, sql: str) -> None:
    """Turn a byte in the middle of what ``sql`` names (table, column)."""
    table, column = sql.split(".")
    with closing(sqlite3.connect(database)) as connection, connection:
        rows = connection.execute(f"SELECT rowid, {column} FROM {table}").fetchall()  # noqa: S608
        # A disk that turns bytes sets no trigger off.
        (kept,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'texts_differ'").fetchone()
        connection.execute("DROP TRIGGER texts_differ")
        for number, data in rows:
            if not data:
                continue
            at = len(data) // 2
            turned = data[:at] + bytes((data[at] ^ 255,)) + data[at + 1 :]
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (turned, number))  # noqa: S608
        connection.execute(kept)


@pytest.mark.parametrize("spoilt", ["article_texts.original", "sources.text"])
def test_that_a_text_spoilt_in_one_place_is_found_and_saved_from_the_other(
    library: Library, noisy_page: Path, tmp_path: Path, spoilt: str
) -> None:
    import_paths(library, [noisy_page])
    before = {one.id: library.store.articles.original_of(one.id) for one in list_articles(library)}
    copy = tmp_path / "spoilt"
    library.close()
    shutil.copytree(library.root, copy)
    spoil(copy / "library.db", spoilt)
    hurt = open_library(copy, write=True)
    assert spoilt == "sources.text" or any(one.kind == "row" for one in check(hurt).findings)
    hurt.close()
    rescue(copy, tmp_path / "saved")
    saved = open_library(tmp_path / "saved", write=True)
    assert {one.id: saved.store.articles.original_of(one.id) for one in list_articles(saved)} == before
    saved.close()


def test_that_a_library_of_the_version_before_is_packed_and_smaller(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        migration.migrate(old, PACKED - 1)
        for n in range(40):
            source = ("path", "txt", "utf-8", 1, "2020", LONG, "[]", "[]")
            old.execute(
                "INSERT INTO sources (id, sha256, path, format, encoding, size, imported, text, pieces, warnings)"
                " VALUES (?,?,?,?,?,?,?,?,?,?)", (f"s{n}", f"{n}", *source),
            )  # fmt: skip
            old.execute(
                "INSERT INTO articles (id, source, position, start, stop, title, characters, added, change)"
                " VALUES (?,?,0,0,?,'题',?,'2020',1)", (f"a{n}", f"s{n}", len(LONG), len(LONG)),
            )  # fmt: skip
            # One whose letters are spoilt is kept, with the sign for what is none.
            text = LONG if n else b"\xe7\xbd\x91\xff\xe5\xba\x97"
            old.execute(
                "INSERT INTO article_texts VALUES (?, ?, '[]', CAST(? AS TEXT))",
                (f"a{n}", "[1, 4294967295]", text),
            )
    size = path.stat().st_size
    with closing(sqlite3.connect(path, isolation_level=None)) as now:
        migration.migrate(now, PACKED)
        rows = now.execute("SELECT original, shingles FROM article_texts ORDER BY rowid").fetchall()
        texts = [unpack_text(row[0]) for row in now.execute("SELECT text FROM sources")]
    assert [unpack_text(row[0]) for row in rows] == ["网\ufffd店", *[LONG] * 39]
    assert {unpack_numbers(row[1]) for row in rows} == {(1, 4294967295)}
    assert texts == [LONG] * 40
    assert path.stat().st_size < size / 2
    Database(path, write=True).close()
    with closing(sqlite3.connect(path)) as now:
        # The text of a file whose article has another is kept, all others stand once.
        told = [row[0] for row in now.execute("SELECT text FROM sources ORDER BY rowid")]
    assert (unpack_text(told[0]), set(told[1:])) == (LONG, {pack_apart(LONG, LONG, 0)})


def test_that_the_text_of_a_file_is_whole_whatever_becomes_of_its_article(
    library: Library, tmp_path: Path
) -> None:
    text = f"\n\n题目在此\n{LONG}"
    path = tmp_path / "one.txt"
    for change in ("none", "split", "other", "gone"):
        path.write_text(f"{text}{change}\n\n", encoding="utf-8")
        report = import_paths(library, [path])
        source, article = report.sources[0].id, report.sources[0].articles[0].id
        database = library.store.database
        thin = "SELECT length(text) < 99 FROM sources WHERE id = ?"
        assert [row[0] for row in database.rows(thin, source)] == [1], change
        with library.store.transaction(Changes(everything=True)):
            if change == "split":
                shorter = pack_text(text[:40])
                database.run("UPDATE article_texts SET original = ? WHERE article = ?", shorter, article)
            elif change == "other":
                database.run(
                    "UPDATE articles SET source = (SELECT id FROM sources WHERE pack <> '' LIMIT 1) WHERE id = ?",
                    article,
                )
            elif change == "gone":
                database.run("DELETE FROM articles WHERE id = ?", article)
            told = library.store.sources.by_id(source)
        assert told is not None
        assert told.text == f"{text}{change}\n\n", change
        assert [row[0] for row in database.rows(thin, source)] == [change == "none"]


def test_that_fingerprints_of_the_version_before_are_kept_in_a_table_of_their_own(tmp_path: Path) -> None:
    before = schema.STEPS.index(FINGERPRINTS)
    kept = {"a1": (1, 70_000, 2**32 - 1), "a2": (), "a3": (5, 9)}

    def made(path: Path) -> sqlite3.Connection:
        connection = sqlite3.connect(path, isolation_level=None)
        migration.migrate(connection, before)
        connection.execute(
            "INSERT INTO sources VALUES ('s', 'x', '', 'txt', '', 1, '', x'0361', '[]', '[]', '', '')"
        )
        for key, numbers in kept.items():
            connection.execute(
                "INSERT INTO articles (id, source, position, start, stop, title, characters, added, change)"
                " VALUES (?, 's', 0, 0, 1, '集市', 1, '', 1)", (key,),
            )  # fmt: skip
            connection.execute(
                "INSERT INTO article_texts VALUES (?, ?, '[]', x'0361')", (key, pack_numbers(numbers))
            )
            connection.execute("INSERT INTO contexts (article) VALUES (?)", (key,))
        connection.execute("UPDATE article_texts SET shingles = x'01' WHERE article = 'a3'")
        return connection

    def told(connection: sqlite3.Connection) -> dict[str, tuple[int, ...]]:
        return {key: unpack_steps(data) for key, data in connection.execute("SELECT * FROM fingerprints")}

    with closing(made(tmp_path / "old.db")) as old:
        migration.migrate(old, before + 1)
        assert told(old) == {"a1": kept["a1"], "a3": ()}
        old.execute("PRAGMA foreign_keys = ON")
        old.execute("DELETE FROM articles WHERE id = 'a1'")
        assert told(old) == {"a3": ()}
    made(tmp_path / "hurt.db").close()
    with pytest.MonkeyPatch.context() as patched:
        migrate, times = migration.migrate, list[int]()

        def once(connection: sqlite3.Connection) -> None:
            times.append(1)
            if len(times) > 1:
                raise sqlite3.DatabaseError("malformed")
            migrate(connection)

        patched.setattr(migration, "migrate", once)
        (tmp_path / "scratch").mkdir()
        salvage(tmp_path / "hurt.db", tmp_path / "new.db", tmp_path / "scratch")
    with closing(sqlite3.connect(tmp_path / "new.db")) as new:
        assert told(new) == {"a1": kept["a1"], "a3": ()}
