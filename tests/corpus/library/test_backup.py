"""Backups: what stood there is kept, what is half written or too new is not taken for one."""

from __future__ import annotations

import errno
import re
import sqlite3
from functools import partial
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.library.core import remains
from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, list_annotations
from corpus.library.upkeep import backup as backups
from corpus.library.upkeep.backup import backup, copy_is_due, keep_copy_before, rotate
from corpus.library.upkeep.copies import find_copy, list_copies
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.errors import LibraryError
from corpus.store.database.changes import Changes
from corpus.store.schema import tables
from corpus.store.schema import version as schema


def test_that_every_library_a_restore_takes_the_place_of_is_kept(library: Library, tmp_path: Path) -> None:
    saved = tmp_path / "备份.zip"
    backup(library, saved)
    note = add_note(library, "备份以后写的").annotation
    library.close()
    restore_backup(saved, library.root)
    restore_backup(saved, library.root)
    kept = [one for one in tmp_path.iterdir() if one.name.startswith(f"{library.root.name}.")]
    assert len(kept) == 2
    assert all(re.fullmatch(r"20\d{6}T\d{9}(-\d)?", one.name.partition(".")[2]) for one in kept)  # says when
    notes = []
    for folder in kept:
        opened = open_library(folder, write=False)
        notes += [one.annotation for one in list_annotations(opened)]
        opened.close()
    assert notes == [note]


def test_that_a_backup_from_a_newer_version_is_told_as_such(library: Library, tmp_path: Path) -> None:
    saved = tmp_path / "备份.zip"
    connection = sqlite3.connect(library.root / "library.db")
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    backup(library, saved)
    with pytest.raises(LibraryError) as caught:
        restore_backup(saved, tmp_path / "别处")
    assert (caught.value.kind, caught.value.values["path"]) == ("library_newer", str(saved))
    assert not (tmp_path / "别处").exists()


def test_that_a_half_written_copy_is_not_taken_for_the_copy_of_the_day(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> None:
        path.write_bytes(b"half")
        raise LibraryError("disk_full", path=str(path))

    with monkeypatch.context() as broken:
        broken.setattr(library.store.database, "copy_to", fail)
        with pytest.raises(LibraryError):
            rotate(library)
    assert copy_is_due(library)
    made = rotate(library)
    assert made is not None
    assert sqlite3.connect(made).execute("SELECT count(*) FROM articles").fetchone()[0] > 0
    assert rotate(library) is None
    assert not copy_is_due(library)
    assert list((library.root / "backups").glob("*.part")) == []


def test_that_a_backup_from_an_older_version_is_restored_and_brought_up(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "备份.zip"
    note = add_note(library, "早就写的").annotation
    backup(library, saved)
    monkeypatch.setattr(tables, "STEPS", (*tables.STEPS, "CREATE TABLE later (x TEXT)"))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    restore_backup(saved, tmp_path / "别处")
    opened = open_library(tmp_path / "别处", write=False)
    assert [one.annotation for one in list_annotations(opened)] == [note]
    assert opened.store.database.rows("SELECT * FROM later") == []
    opened.close()


def test_that_a_full_disk_keeps_the_library_that_is_there(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "备份.zip"
    backup(library, saved)
    note = add_note(library, "备份以后写的").annotation
    library.close()
    really = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path.name == "library":
            raise OSError(errno.ENOSPC, "full")
        return really(path, target)

    def full_at_once(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    for place, name, failing in ((Path, "rename", full), (ZipFile, "open", full_at_once)):
        with monkeypatch.context() as broken:
            broken.setattr(place, name, failing)
            with pytest.raises(LibraryError, match="disk_full") as caught:
                restore_backup(saved, library.root)
            assert caught.value.values == {"path": str(library.root)}
    opened = open_library(library.root, write=False)
    assert [one.annotation for one in list_annotations(opened)] == [note]
    opened.close()


def test_that_a_clock_set_back_costs_no_copy_and_no_library(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "now", lambda: "2020-01-02T03:04:05.678+00:00")
    folder = library.root / "backups"
    folder.mkdir(exist_ok=True)
    for day in range(10, 16):
        (folder / f"library-2031-01-{day}.db").write_bytes(b"")
    made = rotate(library)
    assert made is not None
    assert made.exists()
    assert len(list(folder.iterdir())) == backups.KEPT
    saved = tmp_path / "备份.zip"
    backup(library, saved)
    library.close()
    restore_backup(saved, library.root)
    restore_backup(saved, library.root)
    assert len([one for one in tmp_path.iterdir() if one.name.startswith(f"{library.root.name}.")]) == 2


def test_that_a_fault_of_the_disk_among_the_copies_names_their_folder(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backups, "_let_old_copies_go", fail)
    for keep in (rotate, partial(keep_copy_before, work="work")):
        with pytest.raises(LibraryError, match="disk_full") as caught:
            keep(library)
        assert caught.value.values == {"path": str(library.root / "backups")}


@pytest.fixture
def always_the_same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock begin on the same day whenever the machine is switched on."""
    for place in (backups, remains):
        monkeypatch.setattr(place, "now", lambda: "2020-01-01T00:05:00.000+00:00")


def worked(library: Library, changes: int) -> None:
    for _ in range(changes):
        with library.store.transaction(Changes()):
            pass


@pytest.mark.usefixtures("always_the_same_day")
def test_that_a_clock_that_never_goes_on_keeps_no_library_from_being_copied(library: Library) -> None:
    made = []
    for number in range(backups.KEPT + 2):
        add_note(library, f"第{number}天")
        worked(library, backups.MUCH)
        made.append(rotate(library, begun=True))
        assert [rotate(library), rotate(library, begun=True)] == [None, None]
        worked(library, backups.MUCH)
        assert [copy_is_due(library), copy_is_due(library, begun=True)] == [False, True]
    assert set(made) == {library.root / "backups" / "library-2020-01-01.db"}
    copies = list_copies(library.root, library)
    assert [one.notes for one in copies] == [7, 6, 5, 4, 3]
    assert find_copy(library.root, "newest") == find_copy(library.root, "2020-01-01") == copies[0].path


@pytest.mark.usefixtures("always_the_same_day")
def test_that_a_copy_of_today_is_made_anew_where_much_was_changed_or_it_cannot_be_read(
    library: Library,
) -> None:
    copy = rotate(library, begun=True)
    assert copy is not None
    worked(library, backups.MUCH - 1)
    assert rotate(library, begun=True) is None
    copy.write_bytes(b"nothing of ours")
    assert rotate(library, begun=True) == copy
    assert [one.readable for one in list_copies(library.root)] == [True, False]


@pytest.mark.usefixtures("always_the_same_day")
def test_that_no_day_is_given_up_for_an_earlier_hour_of_another(library: Library) -> None:
    folder = library.root / "backups"
    folder.mkdir(exist_ok=True)
    days = [f"library-2019-12-{day}.db" for day in (28, 29, 30, 31)]
    for name in days:
        (folder / name).write_bytes(b"")
    for _ in range(3):
        worked(library, backups.MUCH)
        rotate(library, begun=True)
    assert sorted(one.name for one in folder.iterdir()) == [*days, "library-2020-01-01.db"]
