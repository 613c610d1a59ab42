"""Unfinished files and temporary folders of killed programs: found wherever they lie, and nothing else is touched."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from corpus.library.intake.opening import open_library
from corpus.store.folder import makers, parts
from corpus.store.folder.files import replacing, sweep, sweep_unfinished, write_text
from corpus.store.folder.makers import left_by_the_dead, name_of_mine
from corpus.store.folder.names import BESIDE
from corpus.store.folder.parts import note_in, sweep_noted
from corpus.store.folder.scratch import scratch, sweep_scratch

ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="elsewhere what is left waits for a day")
KILLED = """
import os, signal, sys
from pathlib import Path
from corpus.store.folder import files
from corpus.store.folder import parts
from corpus.store.folder import scratch
from corpus.store.folder import steps
steps.listen(lambda step: os.kill(os.getpid(), signal.SIGKILL) if step == sys.argv[3] else None)
parts.note_in(Path(sys.argv[1]))
with scratch.scratch() as folder:
    (folder / "copy").write_text("much")
    files.write_text(Path(sys.argv[2]), "new")
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place for temporary files that only this test has."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def killed(journal: Path, target: Path, step: str, temporary: Path) -> None:
    """Kill a program at a step of writing ``target``."""
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(journal), str(target), step],
        cwd=ROOT, env={**os.environ, "TMPDIR": str(temporary)}, check=False,
    )  # fmt: skip
    assert ended.returncode == -9


def dead_name(folder: Path, prefix: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name a process gave that is no more: one of ours that we have forgotten."""
    name = name_of_mine(prefix)
    monkeypatch.setattr(makers, "_made", makers._made - {name})
    assert not list(left_by_the_dead(folder, prefix))
    return name


@posix
@pytest.mark.parametrize("step", ["file:begun", "file:written", "file:placed"])
def test_that_what_a_killed_program_left_elsewhere_is_found_by_its_library(
    tmp_path: Path, temporary: Path, step: str
) -> None:
    root, far = tmp_path / "库", tmp_path / "别处"
    root.mkdir()
    far.mkdir()
    journal = root / "cache" / parts.FOLDER
    killed(journal, far / "报告.md", step, temporary)
    assert len(list(journal.iterdir())) == 1
    assert len(list(temporary.iterdir())) == 1
    there = step != "file:placed"
    assert len(list(far.glob(f"{BESIDE}*"))) == there
    sweep_unfinished(root, journal)
    assert [one.name for one in far.iterdir()] == ([] if there else ["报告.md"])
    assert not list(journal.iterdir())
    assert not list(temporary.iterdir())


def test_that_notes_last_as_long_as_the_file_is_written(tmp_path: Path) -> None:
    root = tmp_path / "库"
    root.mkdir()
    journal = root / "cache" / parts.FOLDER
    end = note_in(journal)
    with replacing(tmp_path / "a.md") as beside:
        (note,) = journal.iterdir()
        assert Path(note.read_text(encoding="utf-8")) == beside
        assert sweep_noted(journal, BESIDE) == 0
        assert beside.exists()
    assert not list(journal.iterdir())
    end()
    with replacing(tmp_path / "b.md"):
        assert not list(journal.iterdir())


def test_that_a_library_that_is_gone_is_not_made_again_by_a_note(tmp_path: Path) -> None:
    end = note_in(tmp_path / "gone" / "cache" / parts.FOLDER)
    write_text(tmp_path / "a.md", "a")
    end()
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


def test_that_a_note_names_nothing_but_an_unfinished_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "cache"
    journal.mkdir()
    mine = tmp_path / "论文.docx"
    mine.write_text("年", encoding="utf-8")
    for said in (str(mine), "../论文.docx", "", "\0", str(tmp_path)):
        (journal / dead_name(journal, BESIDE, monkeypatch)).write_text(said, encoding="utf-8")
        sweep_noted(journal, BESIDE)
    assert mine.exists()
    assert not list(journal.iterdir())


def test_that_a_note_waits_for_the_disk_its_file_lies_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, disk = tmp_path / "cache", tmp_path / "disk"
    journal.mkdir()
    name = dead_name(journal, BESIDE, monkeypatch)
    (journal / name).write_text(str(disk / name), encoding="utf-8")
    assert sweep_noted(journal, BESIDE) == 0
    assert (journal / name).exists()
    disk.mkdir()
    (disk / name).touch()
    assert sweep_noted(journal, BESIDE) == 1
    assert not list(journal.iterdir())
    assert not list(disk.iterdir())


def test_that_the_number_of_a_process_may_be_given_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / f"{dead_name(tmp_path, BESIDE, monkeypatch)}.zip").touch()
    alive = tmp_path / f"{name_of_mine(BESIDE)}.zip"
    alive.touch()
    assert sweep(tmp_path) == 1
    assert list(tmp_path.iterdir()) == [alive]


def test_that_only_temporary_folders_of_the_dead_are_swept(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (temporary / dead_name(temporary, "yinde-", monkeypatch)).mkdir()
    (temporary / "yinde-notes").mkdir()
    with scratch() as mine:
        assert sweep_scratch() == 1
        assert sorted(temporary.iterdir()) == sorted([mine, temporary / "yinde-notes"])
    assert not mine.exists()


def test_that_opening_a_library_to_write_sweeps(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "文库"
    library = open_library(root, write=True)
    journal = library.parts_folder
    library.close()
    journal.mkdir(parents=True)
    name = dead_name(journal, BESIDE, monkeypatch)
    far = tmp_path / "别处"
    far.mkdir()
    (far / name).touch()
    (journal / name).write_text(str(far / name), encoding="utf-8")
    (tmp_path / name).touch()  # of the journal of an exchange
    (temporary / dead_name(temporary, "yinde-", monkeypatch)).mkdir()
    open_library(root, write=True).close()
    left = [one for folder in (far, journal, temporary) for one in folder.iterdir()]
    assert not left
    assert not (tmp_path / name).exists()
