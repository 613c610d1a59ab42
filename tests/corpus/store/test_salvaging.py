"""What is spoilt is made good from what stands elsewhere, and of what cannot be as much is kept as can be read."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.model.annotation import Annotation, Selector
from corpus.model.errors import InputError, LibraryError
from corpus.store.articles.prints import LOOKED_UP
from corpus.store.database.changes import Changes
from corpus.store.database.damage import (
    MARK,
    MET,
    is_marked,
    mark_damaged,
    mark_sound,
    refuse_to_write,
    trust_anew,
)
from corpus.store.database.database import Database
from corpus.store.salvage import readable_rows
from corpus.store.salvage import salvage as salvaging
from corpus.store.salvage.cut_texts import complete, cut_texts
from corpus.store.salvage.examination import examine
from corpus.store.salvage.file_header import mend_header
from corpus.store.salvage.salvage import Salvage, salvage
from corpus.store.schema.version import VERSION
from corpus.store.sqlite.packing import is_apart, pack_text, unpack_text
from corpus.store.store import Store
from tests.corpus.store.test_tables import BARE, WHOLE

TEXT = "县城的网店\n\n" + "".join(f"第{n}家开在第{n * 7}条街上。" for n in range(300))


@pytest.fixture
def imported(library: Library, tmp_path: Path) -> Library:
    page = tmp_path / "甲.txt"
    page.write_text(TEXT, encoding="utf-8")
    import_paths(library, [page])
    return library


def the_file(store: Store) -> sqlite3.Row:
    sql = """SELECT a.id, s.id AS source, s.sha256, s.path, a.start, a.stop, s.text, t.original FROM articles a
             JOIN sources s ON s.id = a.source JOIN article_texts t ON t.article = a.id WHERE a.pack = ''"""
    found = store.database.row(sql)
    assert found is not None
    return found


def spoil(store: Store, original: bytes) -> sqlite3.Row:
    """Have only ``original`` left of the text of the file; return the row as it was."""
    was = the_file(store)
    with store.database.transaction():
        store.database.run("UPDATE article_texts SET original = ? WHERE article = ?", original, was["id"])
        store.database.run("UPDATE sources SET text = ? WHERE id = ?", was["text"], was["source"])
    return was


def test_that_a_text_cut_off_is_found_and_made_whole_from_its_file(imported: Library) -> None:
    store = imported.store
    whole = unpack_text(the_file(store)["original"])
    was = spoil(store, pack_text(whole[:7]))
    assert cut_texts(store.database, ()) == ()
    [cut] = cut_texts(store.database, [was["id"]])
    assert (cut.article, cut.source, cut.sha256, cut.path) == (
        was["id"],
        was["source"],
        was["sha256"],
        was["path"],
    )
    assert (cut.start, cut.stop, cut.kept, cut.saved) == (was["start"], was["stop"], was["text"], whole[:7])
    read = "x" * cut.start + whole
    assert cut.whole_in(read + "又有") == cut.whole_in(read) == whole
    assert cut.whole_in(read[:-1]) == cut.whole_in("别" * len(read)) == cut.whole_in("") == ""
    with store.database.transaction():
        complete(store.database, cut, whole)
    assert tuple(the_file(store)) == tuple(was)


def test_that_behind_a_spoilt_place_a_text_need_not_be_what_was_unpacked(imported: Library) -> None:
    whole = unpack_text(the_file(imported.store)["original"])
    was = spoil(imported.store, pack_text(whole[:7]))
    [cut] = cut_texts(imported.store.database, [was["id"]])
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    cut = replace(cut, start=3, stop=3 + len(text))
    for saved, sure in (
        (text[:200] + "别的" * 150, True),
        (text[:199] + "别的", False),
        (text[:9] + "别", False),
    ):
        assert replace(cut, saved=saved).whole_in("xyz" + text) == (text if sure else "")


def saved_of(library: Library, tmp_path: Path) -> tuple[Salvage, Store]:
    library.close()
    (tmp_path / "scratch").mkdir()
    (tmp_path / "new").mkdir()
    done = salvage(library.root / "library.db", tmp_path / "new" / "library.db", tmp_path / "scratch")
    return done, Store(tmp_path / "new", write=False)


def test_that_of_a_text_that_stands_nowhere_else_as_much_is_saved_as_can_be_read(
    imported: Library, tmp_path: Path
) -> None:
    packed = the_file(imported.store)["original"]
    was = spoil(imported.store, packed[: len(packed) // 2])
    done, saved = saved_of(imported, tmp_path)
    now = the_file(saved)
    read = unpack_text(now["original"])
    assert done.lost == {"article_texts": 1}
    assert is_apart(now["text"])
    assert now["text"] == was["text"]
    assert len(read) > 20
    assert unpack_text(packed).startswith(read)
    assert done.cut == [now["id"]]
    assert [one.saved for one in cut_texts(saved.database, done.cut)] == [read]
    saved.close()


def test_that_a_text_that_stands_in_its_file_too_is_saved_whole(imported: Library, tmp_path: Path) -> None:
    was = the_file(imported.store)
    whole = unpack_text(was["original"])
    with imported.store.database.transaction():
        run = imported.store.database.run
        run("UPDATE article_texts SET original = ? WHERE article = ?", was["original"][:40], was["id"])
        run(
            "UPDATE sources SET text = ? WHERE id = ?",
            pack_text("头" * was["start"] + whole + "尾"),
            was["source"],
        )
    done, saved = saved_of(imported, tmp_path)
    assert done.lost == {}
    assert unpack_text(the_file(saved)["original"]) == whole
    assert unpack_text(the_file(saved)["text"]) == "头" * was["start"] + whole + "尾"
    saved.close()


def test_that_what_stands_between_two_broken_rows_and_behind_them_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readable_rows, "_WIDEST_GAP", 9)
    (tmp_path / "old").mkdir()
    store = Store(tmp_path / "old", write=True)
    with store.transaction(Changes()):
        for n in range(12):
            store.annotations.put(Annotation(f"n{n}", "", Selector(""), None, extra=f"<{n:02}>" * 9000))
    store.close()
    file = tmp_path / "old" / "library.db"
    data = bytearray(file.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    for n in (3, 8):  # a page in the middle of it names one that is not there as the next
        full = [
            at for at in range(0, len(data), size) if data[at : at + size].count(f"<{n:02}>".encode()) > 500
        ]
        at = full[len(full) // 2]
        data[at : at + 4] = b"\x7f\xff\xff\xff"
    file.write_bytes(data)
    (tmp_path / "scratch").mkdir()
    (tmp_path / "new").mkdir()
    done = salvage(file, tmp_path / "new" / "library.db", tmp_path / "scratch")
    saved = Store(tmp_path / "new", write=False)
    assert {one.id for one in saved.annotations.all()} == {f"n{n}" for n in range(12)} - {"n3", "n8"}
    assert (done.lost["annotations"], done.saved["annotations"]) == (2, 10)
    saved.close()


def test_that_notes_and_drafts_of_no_form_get_one(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    store = Store(tmp_path / "old", write=True)
    with store.transaction(Changes()):
        for n in range(3):
            store.annotations.put(Annotation(f"n{n}", "", Selector("引"), None, note=f"记{n}", tags=("签",)))
    run = store.database.run
    with store.database.transaction():
        run("UPDATE annotations SET colour = 'x', style = 'x', status = 'x', tags = '{' WHERE id = 'n0'")
        run("UPDATE annotations SET start = 5, stop = 3, colour = 'red' WHERE id = 'n1'")
        run("UPDATE annotations SET start = 3, stop = 'x', tags = '3' WHERE id = 'n2'")
        run(
            "INSERT INTO drafts (id, title, template, items, created, modified) VALUES ('d', '稿', '', '字[', '', '')"
        )
    store.close()
    (tmp_path / "scratch").mkdir()
    (tmp_path / "new").mkdir()
    salvage(tmp_path / "old" / "library.db", tmp_path / "new" / "library.db", tmp_path / "scratch")
    saved = Store(tmp_path / "new", write=False)
    told = {
        one.id: (one.colour, one.style, one.status, one.span, one.tags, one.note)
        for one in saved.annotations.all()
    }
    assert told == {
        "n0": ("yellow", "highlight", "orphan", None, (), "记0"),
        "n1": ("red", "highlight", "orphan", None, ("签",), "记1"),
        "n2": ("yellow", "highlight", "orphan", None, (), "记2"),
    }
    assert [one.text for one in saved.drafts.all()[0].items] == ["字["]
    saved.close()


@pytest.mark.parametrize("size", [512, 4096, 65536])
@pytest.mark.parametrize("journal", [False, True])
def test_that_a_head_made_anew_fits_the_pages_and_the_journal(
    tmp_path: Path, size: int, *, journal: bool
) -> None:
    old, sound = tmp_path / "old.db", tmp_path / "sound.db"
    for path, pages in ((old, size), (sound, 4096)):
        with closing(sqlite3.connect(path)) as made:
            made.execute(f"PRAGMA page_size = {pages}")
            made.execute(f"PRAGMA user_version = {VERSION}")
            made.execute("CREATE TABLE words (word)")
            made.executemany("INSERT INTO words VALUES (?)", [("字" * 50,)] * 400)
            made.commit()
    data = bytearray(old.read_bytes())
    assert not mend_header(old, sound, journal=journal)
    data[18:100] = b"\xee" * 82
    old.write_bytes(data)
    assert mend_header(old, sound, journal=journal)
    mended = old.read_bytes()
    assert (mended[16:18], mended[18:20]) == (bytes(data[16:18]), b"\2\2" if journal else b"\1\1")
    assert mended[100:] == data[100:]
    with closing(sqlite3.connect(old)) as opened:
        assert opened.execute("PRAGMA page_size").fetchone() == (size,)
        assert opened.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert opened.execute("PRAGMA page_count").fetchone() == (len(data) // size,)
        assert opened.execute("SELECT count(*) FROM words").fetchone() == (400,)


def test_that_a_mark_that_cannot_be_read_blames_the_disk(tmp_path: Path) -> None:
    (tmp_path / MET).mkdir()
    with pytest.raises(LibraryError, match="disk_failed"):
        refuse_to_write(tmp_path)


@pytest.mark.parametrize("mark", [MARK, MET])
def test_that_nothing_is_written_where_a_mark_says_damage(tmp_path: Path, mark: str) -> None:
    refuse_to_write(tmp_path)
    (tmp_path / mark).touch()
    with pytest.raises(LibraryError) as refused:
        refuse_to_write(tmp_path)
    assert (refused.value.kind, refused.value.values) == ("library_damaged", {"path": str(tmp_path)})
    assert is_marked(tmp_path) == (mark == MARK)
    trust_anew(tmp_path)  # what was met while it was open, not what was found
    assert (tmp_path / mark).exists() == (mark == MARK)
    mark_damaged(tmp_path)
    mark_sound(tmp_path)
    refuse_to_write(tmp_path)
    assert not is_marked(tmp_path)


def test_that_an_article_is_found_by_the_numbers_it_has_now(imported: Library) -> None:
    prints = imported.store.prints
    article = the_file(imported.store)["id"]
    whole = prints.whole(article)
    assert prints.closest(whole, 0.9) == (article, 1.0)
    assert prints.closest(whole, 0.9, apart_from=[article]) == (None, 0.0)
    assert prints.closest((), 0.1) == (None, 0.0)

    def held() -> set[int]:
        rows = imported.store.database.rows("SELECT number FROM prints WHERE article = ?", article)
        return {row[0] for row in rows}

    assert held() == set(whole[:LOOKED_UP])
    with imported.store.database.transaction():
        prints.put(article, [5, 7, 9])
    assert held() == {5, 7, 9}


def test_that_a_figure_in_its_table_has_every_field(imported: Library) -> None:
    article = the_file(imported.store)["id"]
    for one in (WHOLE, BARE):
        with imported.store.database.transaction():
            imported.store.figures.put(article, [one], own=one.own)
        assert imported.store.figures.get(one.id) == (article, one)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (sqlite3.OperationalError("disk I/O error"), sqlite3.SQLITE_IOERR_WRITE),
        (sqlite3.DatabaseError("database disk image is malformed"), sqlite3.SQLITE_CORRUPT),
    ],
    ids=str,
)
def test_that_a_disk_that_fails_while_rows_are_saved_is_told(
    imported: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: sqlite3.Error, code: int
) -> None:
    def fail(_connection: sqlite3.Connection) -> None:
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(salvaging, "derive_again", fail)
    with pytest.raises(LibraryError, match="disk_failed"):
        saved_of(imported, tmp_path)


def test_that_what_is_no_library_is_told_by_the_name_a_person_knows(tmp_path: Path) -> None:
    empty, named = tmp_path / "x.db", Path("/文/备份.zip")
    with closing(sqlite3.connect(empty)) as connection:
        connection.execute("CREATE TABLE t (x)")
    (tmp_path / "y.db").write_bytes(b"no database")
    for one in (empty, tmp_path / "y.db"):
        with pytest.raises(InputError) as caught:
            examine(one, named)
        assert (caught.value.kind, caught.value.values["path"]) == ("bad_backup", str(named))


class Losing(readable_rows.ReadableRows):
    """Loses a row of the notes, as where the disk does not give a page out, each time ``times`` tells it to."""

    times: ClassVar[list[int]] = []

    def rows(self) -> Iterator[readable_rows.Row]:
        number = self.times.pop(0) if self.table == "annotations" and self.times else 0
        for at, row in enumerate(super().rows()):
            if at >= number:
                yield row
        self.lost += number


@pytest.fixture
def three_notes(tmp_path: Path) -> Path:
    for name in ("old", "scratch", "new"):
        (tmp_path / name).mkdir()
    store = Store(tmp_path / "old", write=True)
    with store.transaction(Changes()):
        for n in range(3):
            store.annotations.put(Annotation(f"n{n}", "", Selector("引"), None))
    store.close()
    return tmp_path


@pytest.mark.parametrize(
    ("times", "lost"), [([1], 0), ([1, 2], 0), ([2, 2], 2), ([0], 0), ([1, 2, 1, 2, 1, 2], None)]
)
def test_that_what_is_lost_once_is_read_again_and_by_chance_is_the_disk(
    three_notes: Path, monkeypatch: pytest.MonkeyPatch, times: list[int], lost: int | None
) -> None:
    monkeypatch.setattr(salvaging, "ReadableRows", Losing)
    monkeypatch.setattr(Losing, "times", times)
    old, new = three_notes / "old" / "library.db", three_notes / "new" / "library.db"
    if lost is None:
        with pytest.raises(LibraryError, match="disk_failed") as caught:
            salvage(old, new, three_notes / "scratch")
        assert caught.value.values["path"] == str(three_notes / "scratch" / "damaged.db")
        return
    done = salvage(old, new, three_notes / "scratch")
    assert (done.lost.get("annotations", 0), done.saved["annotations"]) == (lost, 3 - lost)
    saved = Store(three_notes / "new", write=False)
    assert len(saved.annotations.all()) == 3 - lost
    saved.close()


def test_that_a_disk_of_passing_files_that_does_not_give_them_out_loses_no_row(
    three_notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unread(path: Path) -> Iterator[bytes]:
        raise OSError(errno.EIO, "bad sector", str(path))

    monkeypatch.setattr(salvaging, "ReadableRows", Losing)
    monkeypatch.setattr(Losing, "times", [1])
    monkeypatch.setattr(salvaging, "blocks_of", unread)
    new = three_notes / "new" / "library.db"
    with pytest.raises(OSError, match=r"damaged\.db"):
        salvage(three_notes / "old" / "library.db", new, three_notes / "scratch")


@pytest.mark.parametrize("kind", ["disk_full", "disk_failed"])
def test_that_a_disk_that_fails_while_the_copy_is_brought_up_is_told(
    three_notes: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def failing(path: Path, *, write: bool) -> Database:
        if path.name == "damaged.db":
            raise LibraryError(kind, path=str(path))
        return Database(path, write=write)

    monkeypatch.setattr(salvaging, "Database", failing)
    with pytest.raises(LibraryError, match=kind):
        salvage(
            three_notes / "old" / "library.db", three_notes / "new" / "library.db", three_notes / "scratch"
        )
