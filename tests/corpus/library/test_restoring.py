"""Restoring: killed at any step it leaves one library, a hostile or altered backup none, a daily copy all there was."""

from __future__ import annotations

import errno
import os
import random
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.library.core.exchange import recover
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, list_annotations
from corpus.library.upkeep import restoring, unpacking
from corpus.library.upkeep.backup import backup, rotate
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.errors import InputError, LibraryError, YindeError
from corpus.store.folder.failing import copy_file
from corpus.store.folder.lock import LibraryLock
from tests.corpus.killing import killed_at

posix = pytest.mark.skipif(os.name != "posix", reason="processes are forked")
Member = tuple[str, bytes]
NAMED = "题目 (甲.txt)"
STEPS = (
    "exchange:begun", "restore:database-unpacked", "restore:original-unpacked", "restore:ready", "file:begun",
    "file:written", "file:placed", "exchange:told", "exchange:old-aside", "exchange:new-in-place", "exchange:done",
)  # fmt: skip


@pytest.fixture
def saved(library: Library, tmp_path: Path) -> Path:
    """Return a backup with one note and one original; the library has one note more and is closed."""
    page = tmp_path / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    import_paths(library, [page])
    add_note(library, "先写的")
    path = backup(library, tmp_path / "备份.zip").path
    rotate(library)
    add_note(library, "后写的")
    library.close()
    return path


def notes_of(root: Path, *, write: bool = False) -> tuple[set[str], list[str]]:
    """Return the notes of a library, and what a person was told on opening it."""
    opened = open_library(root, write=write)
    told = [one.kind for one in opened.take_cautions()]
    notes = {one.annotation.note for one in list_annotations(opened)}
    assert check(opened).findings == ()
    opened.close()
    return notes, told


def beside(root: Path) -> list[str]:
    """Return what lies hidden beside a library."""
    return [one.name for one in root.parent.iterdir() if one.name.startswith(".")]


@posix
@pytest.mark.parametrize("step", STEPS)
def test_that_a_restore_killed_at_any_step_leaves_one_library_and_nothing_else(
    library: Library, saved: Path, step: str
) -> None:
    root = library.root
    assert killed_at(step, lambda: restore_backup(saved, root))
    notes, told = notes_of(root)
    old, new = {"先写的", "后写的"}, {"先写的"}
    expected = {
        "exchange:told": (old, ["restore_undone"]),
        "exchange:old-aside": (new, ["restore_finished"]),
        "exchange:new-in-place": (new, ["restore_finished"]),
        "exchange:done": (new, []),
    }
    assert (notes, told) == expected.get(step, (old, []))
    restore_backup(saved, root)
    assert notes_of(root) == (new, [])
    assert beside(root) == []


@posix
def test_that_a_restore_into_an_empty_place_is_finished_after_a_kill(saved: Path, tmp_path: Path) -> None:
    root = tmp_path / "新处" / "库"
    assert killed_at("exchange:told", lambda: restore_backup(saved, root))
    assert notes_of(root) == ({"先写的"}, ["restore_finished"])
    assert beside(root) == []


@posix
def test_that_recovering_may_be_killed_too(library: Library, saved: Path) -> None:
    root = library.root
    assert killed_at("exchange:old-aside", lambda: restore_backup(saved, root))
    assert killed_at("exchange:settled", lambda: recover(root))
    assert notes_of(root) == ({"先写的"}, ["restore_finished"])
    assert recover(root) is None
    open_library(root, write=True).close()
    assert [one for one in beside(root) if one.endswith(".exchange")] == []


def members(path: Path) -> list[Member]:
    with zipfile.ZipFile(path) as archive:
        return [(one.filename, archive.read(one)) for one in archive.infolist()]


def pack(path: Path, content: list[Member]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content:
            archive.writestr(name, data)
    return path


def with_sql(content: list[Member], folder: Path, *statements: str) -> list[Member]:
    """Return a backup's content after statements were run on its database."""
    database = folder / "changed.db"
    database.write_bytes(dict(content)["library.db"])
    with closing(sqlite3.connect(database)) as connection:
        for one in statements:
            connection.execute(one)
        connection.commit()
    return [("library.db", database.read_bytes()), *(one for one in content if one[0] != "library.db")]


def stranger(folder: Path) -> bytes:
    with closing(sqlite3.connect(folder / "stranger.db")) as connection:
        connection.execute("CREATE TABLE meta (key, value)")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    return (folder / "stranger.db").read_bytes()


Bad = Callable[[list[Member], Path], list[Member]]
BAD: dict[str, Bad] = {
    "original is not its hash": lambda good, _: [(n, d + b"." if n.startswith("o") else d) for n, d in good],
    "original of the same size is not its hash": lambda good, _: [
        (n, bytes(len(d)) if n.startswith("o") else d) for n, d in good
    ],
    "original whose bytes rotted in the archive": lambda good, _: good,
    "original nobody states": lambda good, _: [*good, ("originals/" + "a" * 64, b"not its hash")],
    "name of Chinese characters": lambda good, _: [*good, ("originals/" + "文" * 64, b"x")],
    "name that leads out": lambda good, _: [*good, ("originals/../../../out", b"x")],
    "bomb among the originals": lambda good, _: [*good, ("originals/" + "b" * 64, bytes(64 << 20))],
    "bomb in place of the database": lambda good, _: [("library.db", bytes(64 << 20)), *good[1:]],
    "database that states less than it is": lambda good, _: [("library.db", good[0][1] + bytes(9999)), *good[1:]],
    "half a database": lambda good, _: [("library.db", good[0][1][: len(good[0][1]) // 2]), *good[1:]],
    "no database": lambda good, _: good[1:],
    "stranger": lambda good, folder: [("library.db", stranger(folder)), *good[1:]],
    "trigger": lambda good, folder: with_sql(
        good, folder, "CREATE TRIGGER t AFTER INSERT ON annotations BEGIN DELETE FROM annotations; END"
    ),
    "view": lambda good, folder: with_sql(good, folder, "CREATE VIEW v AS SELECT * FROM annotations"),
    "table": lambda good, folder: with_sql(good, folder, "CREATE TABLE more (x)"),
    "index": lambda good, folder: with_sql(good, folder, "CREATE UNIQUE INDEX i ON annotations(note)"),
    "table gone": lambda good, folder: with_sql(good, folder, "DROP TABLE verdicts"),
    "column more": lambda good, folder: with_sql(good, folder, "ALTER TABLE verdicts ADD COLUMN x"),
    "hash that leads out": lambda good, folder: [
        *with_sql(good, folder, "UPDATE sources SET sha256 = '../../out', size = 1 WHERE pack = ''"),
        ("originals/../../out", b"x"),
    ],
}  # fmt: skip


@pytest.fixture
def standing(library: Library, saved: Path) -> Iterator[Path]:
    """Return a library that must stand as it did after the test, with nothing beside it."""
    root = library.root
    before = {one.name for one in root.parent.iterdir()}
    yield root
    assert notes_of(root) == ({"先写的", "后写的"}, [])
    after = {one.name for one in root.parent.iterdir()}
    assert {one for one in after - before if not one.endswith((".zip", ".db", ".bin"))} == set()
    assert saved.exists()


@pytest.mark.parametrize("kind", BAD)
def test_that_a_backup_that_is_not_what_it_says_is_refused(
    standing: Path, saved: Path, tmp_path: Path, kind: str
) -> None:
    bad = pack(tmp_path / "坏.zip", BAD[kind](members(saved), tmp_path))
    if "rotted" in kind:
        data = bytearray(bad.read_bytes())
        place = data.index(b"originals/") + len("originals/") + 64
        data[place + 9 : place + 13] = b"\xff\xff\xff\xff"
        bad.write_bytes(data)
    with pytest.raises(InputError, match=r"(bad|foreign|altered)_backup") as refused:
        restore_backup(bad, standing)
    assert refused.value.values["path"] == str(bad)
    if "is not its hash" in kind or "rotted" in kind:
        assert (refused.value.kind, refused.value.values["detail"]) == ("altered_backup", NAMED)
    elif kind == "original nobody states":
        assert refused.value.values["detail"] == "a" * 64


def test_that_a_backup_cut_or_changed_anywhere_never_takes_the_place_of_a_library(
    standing: Path, saved: Path, tmp_path: Path
) -> None:
    chance = random.Random(3)  # noqa: S311 - places, no secrets
    whole = saved.read_bytes()
    for number in range(40):
        data = bytearray(whole)
        place = chance.randrange(len(data))
        if number % 2:
            del data[place:]
        else:
            data[place : place + 40] = chance.randbytes(40)
        bad = tmp_path / "坏.bin"
        bad.write_bytes(data)
        with pytest.raises(YindeError):
            restore_backup(bad, standing)


def test_that_a_backup_larger_than_the_disk_is_not_begun(
    standing: Path, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as small:
        small.setattr(unpacking.shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(1, 1, 1 << 20))  # type: ignore[attr-defined]
        with pytest.raises(LibraryError, match="disk_full"):
            restore_backup(saved, standing)


def test_that_a_library_in_use_is_not_exchanged(standing: Path, saved: Path) -> None:
    lock = LibraryLock(standing, "somebody")
    lock.acquire()
    with pytest.raises(LibraryError, match="library_locked"):
        restore_backup(saved, standing)
    lock.release()


def test_that_missing_originals_are_named_and_names_of_others_ignored(saved: Path, tmp_path: Path) -> None:
    content = [one for one in members(saved) if one[0] == "library.db"]
    odd = [("../out", b"x"), ("/out", b"x"), ("__MACOSX/._library.db", b"x"), ("originals/", b"")]
    report = restore_backup(pack(tmp_path / "无原件.zip", [*content, *odd]), tmp_path / "别处")
    assert (report.originals, report.missing) == (0, 1)
    assert [Path(one).name for one in report.missing_paths] == ["甲.txt"]
    assert not (tmp_path / "out").exists()
    assert sorted(one.name for one in (tmp_path / "别处").iterdir()) == ["library.db"]


def test_that_a_backup_packed_anew_on_windows_loses_no_original(saved: Path, tmp_path: Path) -> None:
    stroke = [(name.replace("/", "\\"), data) for name, data in members(saved)]
    report = restore_backup(pack(tmp_path / "窗.zip", [*stroke, ("..\\out", b"x")]), tmp_path / "别处")
    assert (report.originals, report.missing) == (1, 0)
    assert not (tmp_path / "out").exists()
    twice = pack(tmp_path / "两次.zip", [*members(saved), *(one for one in stroke if "\\" in one[0])])
    with pytest.raises(InputError, match="bad_backup"):
        restore_backup(twice, tmp_path / "又一处")


def test_that_a_daily_copy_comes_back_with_its_originals_and_the_other_copies(
    library: Library, saved: Path
) -> None:
    assert saved.exists()
    (copy,) = (library.root / "backups").iterdir()
    (original,) = (library.root / "originals").iterdir()
    original.rename(library.root / "elsewhere")
    original.symlink_to("../elsewhere")  # which leads nowhere from where a library is made ready
    report = restore_backup(copy, library.root)
    assert (report.originals, report.missing) == (1, 0)
    assert not original.is_symlink()
    assert notes_of(library.root) == ({"先写的"}, [])
    assert [one.name for one in (library.root / "backups").iterdir()] == [copy.name]
    assert notes_of(Path(report.kept))[0] == {"先写的", "后写的"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_that_originals_a_disk_does_not_take_are_not_told_as_missing(
    library: Library, saved: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    del saved
    newest = max((library.root / "backups").iterdir())
    real = copy_file

    def fail(source: Path, target: Path) -> None:
        if len(target.name) == len("a" * 64):
            target.write_bytes(b"half")
            raise OSError(number, os.strerror(number), str(target))
        real(source, target)

    def link(_source: Path, target: Path) -> None:
        raise OSError(errno.EPERM, "a disk without second names", str(target))

    monkeypatch.setattr(restoring, "copy_file", fail)
    monkeypatch.setattr(os, "link", link)
    with pytest.raises(LibraryError) as failed:
        restore_backup(newest, library.root)
    kind = "disk_full" if number == errno.ENOSPC else "disk_failed"
    assert (failed.value.kind, failed.value.values["path"]) == (kind, str(library.root))
    monkeypatch.undo()
    assert notes_of(library.root) == ({"先写的", "后写的"}, [])
    assert beside(library.root) == []


def test_that_a_damaged_original_is_not_backed_up_as_if_it_were_whole(
    library: Library, saved: Path, tmp_path: Path
) -> None:
    assert saved.exists()
    (original,) = (library.root / "originals").iterdir()
    original.write_bytes(b"something else")
    opened = open_library(library.root, write=True)
    report = backup(opened, tmp_path / "又.zip")
    opened.close()
    assert (report.originals, report.missing) == (0, 1)
    assert restore_backup(tmp_path / "又.zip", tmp_path / "别处").missing == 1
