"""A synchronising folder writes another computer's database over the open one, in place: nothing of either is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.core.twins import twins_of
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note
from corpus.library.upkeep.backup import keep_copy_before
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.merging.merge import merge
from corpus.model.errors import LibraryError
from corpus.store.database import database, overwriting
from corpus.store.database.damage import is_marked
from tests.corpus.library.merging.pairs import WORDS, opened, texts


def _write_over(root: Path, other: Path) -> None:
    """Put the content of another database into the file of one, which stays the same file."""
    with (root / "library.db").open("r+b") as file:
        file.truncate(0)
        file.write((other / "library.db").read_bytes())


def _written_there(there: Path, notes: int = 1) -> None:
    with opened(there) as library:
        for number in range(notes):
            add_note(library, f"那边写的{number}")


def _left_by_a_kill(root: Path, place: Path) -> Path:
    """Return what a kill at this moment leaves of an open library."""
    return Path(shutil.copytree(root, place / "断电"))


def _refuses(library: Library) -> None:
    with pytest.raises(LibraryError) as raised:
        add_note(library, "盖过之后写的")
    assert raised.value.kind == "library_overwritten"


def _joins_in_vain(root: Path, there: Path) -> None:
    """See a program that joins refused, and what was written over the library at ``root`` left as it is."""
    for _ in range(2):
        with pytest.raises(LibraryError) as raised:
            open_library(root, write=True, joined=True)
        assert raised.value.kind == "library_overwritten"
    assert (root / "library.db").read_bytes() == (there / "library.db").read_bytes()


@pytest.mark.parametrize("notes", [1, 60])
@pytest.mark.parametrize("ended", ["closed", "killed before", "killed after"])
def test_that_notes_of_both_are_kept(pair: tuple[Path, Path], tmp_path: Path, ended: str, notes: int) -> None:
    here, there = pair
    _written_there(there, notes)
    with opened(here) as library:
        add_note(library, "这里写的")
        if ended == "killed before":
            here = _left_by_a_kill(here, tmp_path)
        _write_over(here, there)
        if ended != "killed before":
            _refuses(library)
        if ended == "killed after":
            here = _left_by_a_kill(here, tmp_path)
    with opened(here) as library:
        assert "那边写的0" in texts(library)
        assert "这里写的" not in texts(library)
        (twin,) = twins_of(here)
        assert [one.kind for one in library.take_cautions()] == ["twins"]
        merge(library, twin, WORDS)
        assert {"这里写的", *(f"那边写的{number}" for number in range(notes))} <= set(texts(library))
        assert check(library).findings == ()


def test_that_what_was_not_written_over_is_written_on(pair: tuple[Path, Path]) -> None:
    here, _ = pair
    file = here / "library.db"
    with opened(here) as library:
        os.utime(file, ns=(1, 1))
        add_note(library, "摸过之后写的")
        library.store.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
        add_note(library, "写进文件之后写的")
        content = file.read_bytes()
        os.utime(file, ns=(2, 2))
        file.write_bytes(content)
        add_note(library, "原样写回之后写的")
    assert not (here / "library.db-wal").exists()
    with opened(here) as library:
        assert {"摸过之后写的", "写进文件之后写的", "原样写回之后写的"} <= set(texts(library))
        assert twins_of(here) == ()


def test_that_an_earlier_copy_is_noticed_and_nothing_unwritten_makes_a_twin(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    here, _ = pair
    shutil.copytree(here, tmp_path / "昨天")
    with opened(here) as library:
        add_note(library, "今天写的")
    with opened(here) as library:
        _write_over(here, tmp_path / "昨天")
        _refuses(library)
    with opened(here) as library:
        assert "今天写的" not in texts(library)
        assert twins_of(here) == ()
        add_note(library, "重新打开后写的")


def test_that_two_programs_of_one_computer_do_not_take_each_other_for_strangers(
    pair: tuple[Path, Path],
) -> None:
    here, _ = pair
    with opened(here) as library, closing(open_library(here, write=True, joined=True)) as worker:
        for number in range(3):
            add_note(library, f"窗口写的{number}")
            worker.store.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
            add_note(worker, f"后台写的{number}")
            library.store.database.run("PRAGMA wal_checkpoint(TRUNCATE)")
    with opened(here) as library:
        assert {"窗口写的2", "后台写的2"} <= set(texts(library))


def test_that_a_program_that_joins_after_it_brings_no_log_over_it(pair: tuple[Path, Path]) -> None:
    here, there = pair
    _written_there(there)
    with opened(here) as library:
        add_note(library, "这里写的")
        _write_over(here, there)
        _joins_in_vain(here, there)
    with opened(here) as library:
        assert "那边写的0" in texts(library)
        assert len(twins_of(here)) == 1


def test_that_one_that_joins_when_nobody_holds_it_brings_no_log_over_it(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    here, there = pair
    _written_there(there)
    with opened(here) as library:
        add_note(library, "这里写的")
        _write_over(here, there)
        left = _left_by_a_kill(here, tmp_path)
    _joins_in_vain(left, there)
    with opened(left) as library:
        assert "那边写的0" in texts(library)
        assert len(twins_of(left)) == 1


def _written_over_while_it_joins(here: Path, there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """See a second program meet, as it opens the library, a file that is being written over."""

    def met(_path: Path) -> None:
        _write_over(here, there)
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(database, "OverwritingWatch", met)
    with pytest.raises(LibraryError) as raised:
        open_library(here, write=True, joined=True)
    monkeypatch.undo()
    assert raised.value.kind == "library_damaged"


def test_that_one_it_is_written_over_under_as_it_joins_leaves_it_as_it_is(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    _written_there(there)
    with opened(here) as library:
        add_note(library, "这里写的")
        _written_over_while_it_joins(here, there, monkeypatch)
        assert (here / "library.db").read_bytes() == (there / "library.db").read_bytes()
        _refuses(library)
    with opened(here) as library:
        assert "那边写的0" in texts(library)
        assert len(twins_of(here)) == 1


def test_that_neither_a_copy_nor_a_check_takes_what_was_written_over_for_damaged(
    pair: tuple[Path, Path],
) -> None:
    here, there = pair
    _written_there(there, 60)
    with opened(here) as library:
        add_note(library, "这里写的")
        _write_over(here, there)
        for look in (check, lambda one: keep_copy_before(one, "trial")):
            with pytest.raises(LibraryError) as raised:
                look(library)
            assert raised.value.kind == "library_overwritten"
        assert not is_marked(here)


def test_that_who_joins_while_it_is_being_written_over_refuses_to_write(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    _written_there(there)
    with opened(here) as library:
        add_note(library, "这里写的")
        with monkeypatch.context() as torn:
            torn.setattr(overwriting, "_state_in", lambda _path: None)
            joined = open_library(here, write=True, joined=True)
        _write_over(here, there)
        with closing(joined):
            _refuses(joined)
