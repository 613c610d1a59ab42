"""Backups: what stood there is kept, what is half written or too new is not taken for one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpus.library.annotating import add_note, list_annotations
from corpus.library.backup import backup, restore_backup, rotate
from corpus.library.library import Library
from corpus.library.opening import open_library
from corpus.model.errors import LibraryError
from corpus.store import schema


def test_that_every_library_a_restore_takes_the_place_of_is_kept(library: Library, tmp_path: Path) -> None:
    saved = tmp_path / "备份.zip"
    backup(library, saved)
    note = add_note(library, "备份以后写的").annotation
    library.close()
    restore_backup(saved, library.root)
    restore_backup(saved, library.root)
    kept = [one for one in tmp_path.iterdir() if one.name.startswith(f"{library.root.name}.")]
    assert len(kept) == 2
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
    assert caught.value.kind == "library_newer"
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
    made = rotate(library)
    assert made is not None
    assert sqlite3.connect(made).execute("SELECT count(*) FROM articles").fetchone()[0] > 0
    assert rotate(library) is None
