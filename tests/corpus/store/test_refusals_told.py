"""Every refusal of the store says of which kind it is and names what a person knows, not a copy made on the way."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from corpus.model.errors import InputError, LibraryError, UsageError, YindeError
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.database.database import Database
from corpus.store.folder.files import replacing
from corpus.store.folder.given_files import cannot_read, read_given, size_of
from corpus.store.folder.lock import LibraryLock
from corpus.store.salvage import examination
from corpus.store.salvage.examination import (
    examine,
    is_of_ours,
    is_whole,
    known_as,
    refuse_newer,
    stated_originals,
)
from corpus.store.salvage.snapshot import change_in, copy_of, snapshot_in
from corpus.store.schema.version import VERSION
from corpus.store.sources.originals import Originals
from corpus.store.sqlite import errors
from corpus.store.sqlite.errors import refuse_where_the_disk_failed
from corpus.store.store import Store

NAMED: Final = Path("/a/backup.zip")
SHA: Final = "a" * 64


def told(kind: type[YindeError], doing: Callable[..., Any], *given: object) -> tuple[str, dict[str, object]]:
    with pytest.raises(kind) as raised:
        doing(*given)
    assert type(raised.value) is kind
    return raised.value.kind, raised.value.values


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a database of ours that nobody has open."""
    (tmp_path / "one").mkdir()
    Store(tmp_path / "one", write=True).close()
    return tmp_path / "one" / "library.db"


def run(path: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(path)) as database:
        for one in statements:
            database.execute(one)
        database.commit()
    return path


def rubbish(path: Path) -> Path:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    return path


def test_that_a_database_of_ours_passes(path: Path) -> None:
    assert examine(path, NAMED) == VERSION
    assert (is_of_ours(path), is_whole(path), change_in(path)) == (True, True, 0)
    refuse_newer(path, NAMED)


@pytest.mark.parametrize(
    ("statements", "kind", "more"),
    [
        (["CREATE TABLE of_a_stranger (a)"], "foreign_backup", {"detail": "of_a_stranger"}),
        (["CREATE TRIGGER t AFTER INSERT ON drafts BEGIN SELECT 1; END"], "foreign_backup", {"detail": "t"}),
        (["DROP TABLE searches"], "foreign_backup", {"detail": "searches"}),
        (["PRAGMA user_version = 0"], "bad_backup", {}),
        (["PRAGMA user_version = -3"], "bad_backup", {}),
    ],
    ids=str,
)
def test_that_a_database_that_is_not_quite_ours_is_told_by_what_is_strange_in_it(
    path: Path, statements: list[str], kind: str, more: dict[str, str]
) -> None:
    run(path, *statements)
    assert told(InputError, lambda: examine(path, NAMED)) == (kind, {"path": str(NAMED), **more})


def test_that_the_first_of_several_strange_things_is_named(path: Path) -> None:
    run(path, "CREATE TABLE zz (a)", "CREATE TABLE aa (a)", "CREATE TABLE mm (a)")
    assert told(InputError, lambda: examine(path, NAMED))[1]["detail"] == "aa"


def test_that_an_empty_database_and_one_of_a_stranger_are_none_of_ours(tmp_path: Path) -> None:
    empty = run(tmp_path / "empty.db", f"PRAGMA user_version = {VERSION}")
    other = run(tmp_path / "other.db", "CREATE TABLE meta (a)", "PRAGMA user_version = 1")
    assert told(InputError, lambda: examine(empty, NAMED)) == ("bad_backup", {"path": str(NAMED)})
    assert told(InputError, lambda: examine(other, NAMED))[0] == "foreign_backup"
    assert (is_of_ours(empty), is_of_ours(other)) == (False, False)


def test_that_a_newer_database_is_told_as_such_by_all_who_look(path: Path) -> None:
    run(path, f"PRAGMA user_version = {VERSION + 1}", "CREATE TABLE of_later (a)")
    newer = ("library_newer", {"path": str(NAMED)})
    assert told(LibraryError, lambda: examine(path, NAMED)) == newer
    assert told(LibraryError, lambda: refuse_newer(path, NAMED)) == newer


def test_that_what_cannot_be_read_is_a_bad_backup_by_its_own_name(tmp_path: Path, path: Path) -> None:
    bad = ("bad_backup", {"path": str(NAMED)})
    text = tmp_path / "text.db"
    text.write_text("no database", encoding="utf-8")
    spoilt = rubbish(tmp_path / "spoilt.db")
    for one in (text, spoilt):
        assert told(InputError, examine, one, NAMED) == bad
        assert told(InputError, stated_originals, one, NAMED) == bad
        assert told(InputError, copy_of, one, tmp_path / "copy.db") == (
            "bad_backup",
            {"path": str(one)},
        )
        assert (is_of_ours(one), is_whole(one), snapshot_in(one), change_in(one)) == (
            False,
            False,
            None,
            None,
        )
        refuse_newer(one, NAMED)
    data = bytearray(path.read_bytes())
    data[4096 * 40 : 4096 * 41] = bytes(4096)
    path.write_bytes(data)
    assert told(InputError, lambda: examine(path, NAMED)) == bad
    assert (is_of_ours(path), is_whole(path)) == (True, False)


def sourced(path: Path, sha: str, size: object = 3, pack: str = "") -> Path:
    store = Store(path.parent, write=True)
    columns = [str(row["name"]) for row in store.database.rows("PRAGMA table_info(sources)")]
    values = {"id": "s1", "sha256": sha, "size": size, "path": "/x/文件.txt", "pack": pack, "text": b"\0"}
    with store.transaction(Changes()):
        store.database.run(
            f"INSERT INTO sources VALUES ({', '.join('?' * len(columns))})",  # noqa: S608 - marks
            *(values.get(one, "") for one in columns),
        )
    store.close()
    return path


def test_that_stated_originals_are_named_by_their_hash_alone(path: Path) -> None:
    sourced(path, SHA)
    assert stated_originals(path, NAMED) == {SHA: (3, "/x/文件.txt")}
    assert known_as(path, SHA) == ("", "文件.txt")
    assert known_as(path, "b" * 64) == ("", "")
    assert (is_of_ours(path), is_whole(path), examine(path, NAMED)) == (True, True, VERSION)
    assert sorted(one.name for one in path.parent.iterdir()) == ["library.db"]  # nothing is written beside it


@pytest.mark.parametrize(("sha", "size"), [("../" + SHA, 3), (SHA + "a", 3), ("电" * 64, 3), (SHA, "much")])
def test_that_a_name_that_is_no_hash_and_a_size_that_is_none_are_refused(
    path: Path, sha: str, size: object
) -> None:
    sourced(path, sha, size)
    assert told(InputError, lambda: stated_originals(path, NAMED)) == ("bad_backup", {"path": str(NAMED)})


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR, "disk_failed"),
        (sqlite3.SQLITE_CANTOPEN, "disk_failed"),
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_CORRUPT, "disk_failed"),
    ],
)
def test_that_a_disk_that_failed_is_told_by_what_a_person_knows(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int, kind: str
) -> None:
    error = sqlite3.OperationalError("unable")
    error.sqlite_errorcode = code
    expected = (kind, {"path": str(NAMED)})
    assert told(LibraryError, lambda: refuse_where_the_disk_failed(error, path, NAMED)) == expected

    def fail(*_given: object) -> sqlite3.Connection:
        raise error

    monkeypatch.setattr(examination, "connect", fail)
    monkeypatch.setattr(errors, "was_the_disk", lambda _open: True)
    for look in (examine, stated_originals):
        assert told(LibraryError, look, path, NAMED) == expected
    assert told(LibraryError, lambda: is_whole(path)) == (kind, {"path": str(path)})


def test_that_damage_is_no_fault_of_the_disk(path: Path) -> None:
    error = sqlite3.DatabaseError("malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    refuse_where_the_disk_failed(error, rubbish(path), NAMED)  # raises where it was the disk
    assert errors.kind_of(error, path) == "library_damaged"


def test_that_a_database_names_its_folder_in_each_refusal(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = {"path": str(path.parent)}
    reading = Store(path.parent, write=False)
    with pytest.raises(LibraryError) as raised, reading.transaction(Changes()):
        raise AssertionError
    assert (raised.value.kind, raised.value.values) == ("library_read_only", at)
    reading.close()
    run(path, "UPDATE meta SET value = 'x' WHERE key = 'change'")
    store = Store(path.parent, write=True)
    assert told(LibraryError, store.database.last_change) == ("library_damaged", at)
    assert told(UsageError, lambda: store.database.run_many("INSERT INTO drafts (id) VALUES (?)", [("\ud800",)])) == (
        "bad_usage", {"detail": "halves"},
    )  # fmt: skip
    path.rename(path.with_name("away.db"))
    assert told(LibraryError, store.database.see_to_others) == ("library_gone", at)
    path.with_name("away.db").rename(path)
    store.close()
    run(path, f"PRAGMA user_version = {VERSION - 1}")
    assert told(LibraryError, lambda: Database(path, write=False)) == ("library_older", at)
    run(path, f"PRAGMA user_version = {VERSION + 1}")
    assert told(LibraryError, lambda: Database(path, write=True)) == ("library_newer", at)
    run(path, "PRAGMA user_version = 0")
    for write in (False, True):
        assert told(LibraryError, partial(Database, path, write=write)) == ("library_damaged", at)
    monkeypatch.setattr("corpus.store.database.database.log_fits", lambda _path: False)
    assert told(LibraryError, lambda: Database(path, write=True)) == ("library_overwritten", at)


def test_that_a_broken_row_names_its_table(path: Path) -> None:
    run(
        path,
        "INSERT INTO drafts (id, title, template, items, created, modified) VALUES ('d', '', '', '{', '', '')",
    )
    store = Store(path.parent, write=False)
    kind, values = told(LibraryError, store.drafts.all)
    assert (kind, values["path"]) == ("library_damaged", str(path.parent))
    assert str(values["detail"]).startswith("Drafts: Expecting property name")
    assert store.articles.ids(ArticleQuery()) == ()
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices")
def test_that_what_is_no_file_is_named_for_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place, detail in ((tmp_path, "folder"), (tmp_path / "pipe", "pipe"), (Path("/dev/null"), "device")):
        expected = ("unreadable", {"path": str(place), "detail": detail})
        assert told(InputError, size_of, place) == expected
        assert told(InputError, read_given, place, 10) == expected
    given = tmp_path / "given"
    given.write_bytes(b"0123456789")
    assert read_given(given, 10) == b"0123456789"
    assert told(InputError, lambda: read_given(given, 9)) == ("limit", {"path": str(given), "detail": 10})
    for gone in (tmp_path / "gone", given / "inside"):
        assert told(InputError, read_given, gone, 9) == ("missing", {"path": str(gone)})
    assert told(InputError, lambda: size_of(tmp_path / "a\0b")) == ("missing", {"path": str(tmp_path / "ab")})
    failed = cannot_read(OSError(errno.EIO, ""), given)
    assert (failed.kind, failed.values) == ("unreadable", {"path": str(given)})


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, "library_read_only"),
        (errno.ENOSPC, "disk_full"),
        (errno.EIO, "disk_failed"),
        (errno.ENOENT, "library_gone"),
    ],
)
def test_that_an_original_that_cannot_be_kept_names_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: str
) -> None:
    originals = Originals(tmp_path / "originals")

    def fail(_path: Path, _data: bytes) -> int:
        raise OSError(number, "")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", fail)
        assert told(LibraryError, lambda: originals.keep(b"x")) == (kind, {"path": str(tmp_path)})
    assert originals.path(originals.keep(b"x")).read_bytes() == b"x"
    assert originals.damaged((originals.keep(b"x"), SHA)) == (SHA,)


def test_that_a_lock_names_who_has_it(tmp_path: Path) -> None:
    first, second = LibraryLock(tmp_path, "甲"), LibraryLock(tmp_path, "乙")
    first.acquire()
    kind, values = told(LibraryError, second.acquire)
    assert (kind, values["path"]) == ("library_locked", str(tmp_path))
    assert str(values["holder"]).startswith(f"甲 (PID {os.getpid()}, ")
    for text in ("{}", "no json", "[]"):
        (tmp_path / "library.holder").write_text(text, encoding="utf-8")
        assert told(LibraryError, second.acquire)[1]["holder"] == "?"
    first.release()
    second.acquire()
    assert not first._lock.is_locked
    second.release()
    assert not (tmp_path / "library.holder").exists()
    gone = LibraryLock(tmp_path / "file" / "x", "甲")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert told(LibraryError, gone.acquire) == ("library_read_only", {"path": str(tmp_path / "file" / "x")})


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices")
def test_that_a_file_that_cannot_be_replaced_says_why(tmp_path: Path) -> None:
    def put(path: Path, number: int = 0) -> None:
        with replacing(path) as beside:
            beside.write_text("neu", encoding="utf-8")
            if number:
                raise OSError(number, os.strerror(number))

    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    for name, detail in (("pipe", "pipe"), ("folder", "folder")):
        at = tmp_path / name
        assert told(YindeError, put, at) == (
            "not_writable",
            {"path": str(at), "detail": detail},
        )
    out = tmp_path / "out"
    assert told(LibraryError, lambda: put(out, errno.ENOSPC)) == ("disk_full", {"path": str(out)})
    assert told(LibraryError, lambda: put(out, errno.EIO)) == ("disk_failed", {"path": str(out)})
    assert told(YindeError, lambda: put(out, errno.EACCES)) == (
        "not_writable", {"path": str(out), "detail": os.strerror(errno.EACCES)},
    )  # fmt: skip
    long = tmp_path / ("x" * 300)
    assert told(YindeError, lambda: put(long)) == ("not_writable", {"path": str(long), "detail": "long"})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder", "pipe"]
