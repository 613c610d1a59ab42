"""What the disk says names the one of the files at work that failed, by what a person knows of it."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest

from corpus.model.errors import LibraryError, YindeError
from corpus.store.folder.failing import (
    about,
    blocks_of,
    copy_file,
    known_place,
    opened,
    telling,
    told,
    told_of_written,
    unforeseen,
)
from corpus.store.folder.names import BEING_MADE, BESIDE, EXCHANGE
from corpus.store.folder.scratch import scratch
from corpus.store.sqlite.copying import fault_of_copy
from corpus.store.sqlite.errors import kind_of

LIBRARY = Path("/家/文库")
GIVEN = Path("/优盘/备份.zip")


def at(number: int, first: Path | None = None, second: Path | None = None) -> OSError:
    names = () if first is None else (str(first),) if second is None else (str(first), None, str(second))
    return OSError(number, os.strerror(number), *names)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (at(errno.EIO), ("disk_failed", LIBRARY)),
        (at(errno.ENOSPC), ("disk_full", LIBRARY)),
        (at(errno.EDQUOT, LIBRARY / "originals" / "a.part"), ("disk_full", LIBRARY)),
        (at(errno.EACCES, LIBRARY / "library.db"), ("library_read_only", LIBRARY)),
        (at(errno.EROFS, LIBRARY.parent), ("library_read_only", LIBRARY)),
        (at(errno.EIO, GIVEN), ("disk_failed", GIVEN)),
        (at(errno.ESTALE, GIVEN), ("disk_failed", GIVEN)),
        (at(errno.EACCES, GIVEN), ("unreadable", GIVEN)),
        (at(errno.ENOENT, GIVEN), ("missing", GIVEN)),
        (at(errno.EACCES, GIVEN / "library.db"), ("unreadable", GIVEN)),
        (at(errno.EACCES, Path("/别处/甲")), ("not_writable", Path("/别处/甲"))),
        (at(errno.ENOSPC, GIVEN, LIBRARY / "library.db"), ("disk_full", LIBRARY)),
        (at(errno.EIO, LIBRARY.with_name(f".文库{EXCHANGE}x") / "library" / "library.db"), ("disk_failed", LIBRARY)),
        (at(errno.ENOSPC, LIBRARY / f"{BEING_MADE}x" / "made" / "library.db"), ("disk_full", LIBRARY)),
    ],
    ids=str,
)  # fmt: skip
def test_that_a_fault_is_told_of_the_place_it_was_met_at(error: OSError, expected: tuple[str, Path]) -> None:
    found = told(error, LIBRARY, given=GIVEN)
    assert (found.kind, found.values["path"]) == (expected[0], str(expected[1]))


def test_that_a_name_that_is_too_long_is_told_as_that() -> None:
    assert told(at(errno.ENAMETOOLONG, LIBRARY), LIBRARY).values == {"path": str(LIBRARY), "detail": "long"}
    assert told_of_written(at(errno.ENAMETOOLONG), GIVEN).values == {"path": str(GIVEN), "detail": "long"}


def test_that_what_passes_is_told_as_its_folder() -> None:
    with scratch() as folder:
        temporary = Path(tempfile.gettempdir())
        assert known_place(folder / "other" / "library.db") == temporary
        for number, kind in ((errno.ENOSPC, "disk_full"), (errno.EIO, "disk_failed")):
            for found in (
                told(at(number, folder / "library.db"), LIBRARY),
                told_of_written(at(number, folder / "library.db"), GIVEN),
                unforeseen(at(number, folder / "x"), LIBRARY),
            ):
                assert (found.kind, found.values["path"]) == (kind, str(temporary))
    assert known_place(LIBRARY / "library.db") == LIBRARY / "library.db"


@pytest.mark.parametrize(
    ("number", "kind", "of"),
    [
        (errno.ENOSPC, "disk_full", LibraryError),
        (errno.EIO, "disk_failed", LibraryError),
        (errno.EACCES, "not_writable", YindeError),
    ],
)
def test_that_a_file_asked_for_is_told_of_and_not_the_one_beside_it(
    number: int, kind: str, of: type[YindeError]
) -> None:
    for error in (at(number), at(number, GIVEN), at(number, GIVEN.with_name(f"{BESIDE}1.zip"), GIVEN)):
        found = told_of_written(error, GIVEN)
        assert (type(found), found.kind, found.values["path"]) == (of, kind, str(GIVEN))
    assert told_of_written(at(number, LIBRARY), GIVEN).values["path"] == str(LIBRARY)


def test_that_a_fault_of_the_program_is_none_of_the_disk() -> None:
    assert unforeseen(ValueError("x"), LIBRARY).kind == "internal"
    assert unforeseen(at(errno.ENOENT, GIVEN), LIBRARY).kind == "internal"
    with pytest.raises(ValueError, match="x"), telling(LIBRARY), about(GIVEN):
        raise ValueError("x")


@pytest.mark.parametrize("size", [0, 10, 3 * 2**20 + 1])
def test_that_a_copy_is_what_was_copied(tmp_path: Path, size: int) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(os.urandom(size))
    other.write_bytes(b"what stood there")
    copy_file(one, other)
    assert other.read_bytes() == one.read_bytes() == b"".join(blocks_of(one))


@pytest.mark.skipif(sys.platform != "linux", reason="a file that cannot be read, and a disk that is full")
def test_that_of_a_copy_the_side_that_failed_is_named(tmp_path: Path) -> None:
    unreadable, full = Path("/proc/self/mem"), Path("/dev/full")
    (tmp_path / "one").write_bytes(b"x")
    for source, target, number, failed in (
        (unreadable, tmp_path / "other", errno.EIO, unreadable),
        (tmp_path / "one", full, errno.ENOSPC, full),
        (unreadable, full, errno.EIO, unreadable),
        (tmp_path / "none", tmp_path / "other", errno.ENOENT, tmp_path / "none"),
    ):
        with pytest.raises(OSError, match=str(failed)) as caught:
            copy_file(source, target)
        assert (caught.value.errno, str(caught.value.filename)) == (number, str(failed))
    for size in (-1, 10):
        with pytest.raises(OSError, match=str(unreadable)), opened(unreadable) as file:
            file.read(size)
    with pytest.raises(LibraryError) as told_of, telling(LIBRARY):
        copy_file(unreadable, tmp_path / "other")
    assert told_of.value.values["path"] == str(unreadable)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_IOERR_WRITE, "disk_failed"),
        (sqlite3.SQLITE_IOERR_FSYNC, "disk_failed"),
        (sqlite3.SQLITE_IOERR_TRUNCATE, "disk_failed"),
        (sqlite3.SQLITE_FULL, "disk_full"),
        (sqlite3.SQLITE_CANTOPEN, "disk_failed"),
        (sqlite3.SQLITE_READONLY, "disk_failed"),
        (sqlite3.SQLITE_IOERR_READ, None),
        (sqlite3.SQLITE_IOERR_CORRUPTFS, None),
        (sqlite3.SQLITE_IOERR_SHMMAP, None),
        (sqlite3.SQLITE_CORRUPT, None),
        (sqlite3.SQLITE_BUSY, None),
    ],
)
def test_that_of_a_database_and_its_copy_the_one_that_failed_is_told(code: int, kind: str | None) -> None:
    error = sqlite3.OperationalError("failed")
    error.sqlite_errorcode = code
    with scratch() as folder:
        found = fault_of_copy(error, folder / "library.db", LIBRARY)
        assert (found and found.kind) == kind
        if found is not None:
            assert found.values["path"] == tempfile.gettempdir()
    # Where there is no such folder, nothing may be written.
    inside = fault_of_copy(error, LIBRARY / "backups" / "a.part", LIBRARY)
    if inside is not None:
        assert inside.values["path"] == str(LIBRARY)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM])
def test_that_rights_and_a_disk_are_told_apart_though_sqlite_says_the_same_of_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorcode = code
    database = tmp_path / "library.db"
    assert kind_of(error, database) == "disk_failed", "everything may be written here"
    database.touch()
    assert kind_of(error, database) == "disk_failed"
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]
    for number, kind in (
        (errno.ENOSPC, "disk_full"), (errno.EIO, "disk_failed"),
        (errno.EACCES, "library_read_only"), (errno.EROFS, "library_read_only"),
    ):  # fmt: skip

        def refuse(*_: object, number: int = number, **__: object) -> None:
            raise at(number)

        with monkeypatch.context() as patched:
            patched.setattr("corpus.store.folder.access.tempfile.TemporaryFile", refuse)
            assert kind_of(error, database) == kind
    with monkeypatch.context() as patched:
        patched.setattr("corpus.store.folder.access.os.access", lambda file, _mode: file != database)
        assert kind_of(error, database) == "library_read_only"
    for beside in ("", "-wal", "-journal", "-shm"):  # a folder of such a name
        other = tmp_path / f"other{beside}"
        (tmp_path / f"{other.name}x.db{beside}").mkdir()
        assert kind_of(error, tmp_path / f"{other.name}x.db") == "library_read_only"
    assert kind_of(error, tmp_path / "nowhere" / "library.db") == "library_read_only"
