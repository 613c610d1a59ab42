"""Files written beside and put in place: never half, never onto what is not a plain file, never onto the library."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.model.errors import LibraryError, YindeError
from corpus.store.folder import files
from corpus.store.folder.files import put_all_in_place, replacing, sweep, write_text
from corpus.store.folder.names import BESIDE
from corpus.store.folder.own_files import is_own_file
from corpus.store.folder.steps import listen

ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="rights, pipes and links")
OWN = ("library.db", "library.db-wal", "library.lock", "Library.DB", "library.v2.bak.db", "originals/ab", "index/x/y",
       "cache/z", "backups/library-2026-01-01.db", "originals", "backups")  # fmt: skip


@pytest.fixture
def library_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "库"
    (folder / "originals").mkdir(parents=True)
    (folder / "library.db").write_bytes(b"notes")
    return folder


@pytest.mark.parametrize("name", OWN)
def test_that_nothing_is_written_onto_the_library_s_own_files(library_folder: Path, name: str) -> None:
    with pytest.raises(YindeError, match="own_file"):
        write_text(library_folder / name, "text")
    assert (library_folder / "library.db").read_bytes() == b"notes"
    assert not list(library_folder.rglob(f"{BESIDE}*"))


@posix
def test_that_a_link_onto_the_library_is_seen_through(library_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out.md").symlink_to(library_folder / "library.db")
    (tmp_path / "folder").symlink_to(library_folder / "originals")
    for path in (
        tmp_path / "out.md",
        tmp_path / "folder" / "x.md",
        library_folder / "a" / ".." / "library.db",
    ):
        with pytest.raises(YindeError, match="own_file"):
            write_text(path, "text")


@posix
def test_that_links_in_a_circle_and_names_too_long_are_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert not is_own_file(tmp_path / "a")
    for path, told in (
        (tmp_path / "a", "loop"),
        (tmp_path / "a" / "x", ""),
        (tmp_path / ("长" * 90), "long"),
    ):
        with pytest.raises(YindeError, match="not_writable") as caught:
            write_text(path, "text")
        assert told in str(caught.value.values["detail"])
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "b"]


def test_that_a_name_of_the_library_s_is_free_where_there_is_no_library(
    tmp_path: Path, library_folder: Path
) -> None:
    for path in (tmp_path / "library.md", tmp_path / "index" / "a.md", library_folder / "我的报告.md"):
        write_text(path, "text")
        assert path.read_text(encoding="utf-8") == "text"
        assert not is_own_file(path)


def test_that_a_file_that_may_not_be_written_stays_and_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.md"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_given, **_more: False)  # who may do all is never refused
    with pytest.raises(YindeError) as caught:
        write_text(path, "text")
    told = {"path": str(path), "detail": os.strerror(errno.EACCES)}
    assert (caught.value.kind, caught.value.values) == ("not_writable", told)
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["out.md"]


@posix
def test_that_pipes_folders_and_devices_stay_what_they_are(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for path in (tmp_path / "pipe", tmp_path / "folder", Path("/dev/null"), tmp_path / "circle"):
        with pytest.raises(YindeError, match="not_writable"):
            write_text(path, "text")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@posix
def test_that_rights_and_links_are_kept_and_new_files_follow_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text(tmp_path / "new", "text")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    (tmp_path / "new").chmod(0o600)
    (tmp_path / "link").symlink_to("new")
    write_text(tmp_path / "link", "again")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "new").read_text(encoding="utf-8") == "again"
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
@pytest.mark.parametrize("failing", ["fsync", "replace", "open"])
def test_that_a_fault_of_the_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, failing: str
) -> None:
    path = tmp_path / "out.md"
    path.write_text("old", encoding="utf-8")

    def fail(*_given: object, **_more: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as broken:
        broken.setattr(
            *{"fsync": (os, "fsync"), "open": (os, "open"), "replace": (Path, "replace")}[failing], fail
        )
        with pytest.raises(YindeError) as caught:
            write_text(path, "new")
    full = number in {errno.ENOSPC, errno.EDQUOT}
    assert isinstance(caught.value, LibraryError)
    assert caught.value.kind == ("disk_full" if full else "disk_failed")
    assert caught.value.values["path"] == str(path)
    assert [one.name for one in tmp_path.iterdir()] == ["out.md"]
    assert path.read_text(encoding="utf-8") == "old"


def test_that_content_is_on_the_disk_before_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    for name in ("sync_file", "sync_folder"):
        real: Callable[[Path], None] = getattr(files, name)

        def noted(path: Path, name: str = name, real: Callable[[Path], None] = real) -> None:
            order.append(name)
            real(path)

        monkeypatch.setattr(files, name, noted)
    end = listen(order.append)
    write_text(tmp_path / "out.md", "text")
    end()
    assert order == ["file:begun", "sync_file", "file:written", "file:placed", "sync_folder"]


@posix
@pytest.mark.parametrize("step", ["file:begun", "file:written", "file:placed"])
def test_that_what_a_killed_program_left_is_swept_by_the_next(tmp_path: Path, step: str) -> None:
    program = (
        "import os, signal, sys; from pathlib import Path; from corpus.store.folder import files, steps\n"
        "steps.listen(lambda step: os.kill(os.getpid(), signal.SIGKILL) if step == sys.argv[2] else None)\n"
        "files.write_text(Path(sys.argv[1]), 'new')\n"
    )
    path = tmp_path / "out.md"
    path.write_text("old", encoding="utf-8")
    ended = subprocess.run([sys.executable, "-c", program, str(path), step], cwd=ROOT, check=False)
    assert ended.returncode == -9
    assert path.read_text(encoding="utf-8") == ("new" if step == "file:placed" else "old")
    mine = tmp_path / ".yinde-notes"
    mine.touch()
    assert sweep(tmp_path) == (0 if step == "file:placed" else 1)
    assert sorted(one.name for one in tmp_path.iterdir()) == [".yinde-notes", "out.md"]


def test_that_a_file_somebody_is_writing_is_left_alone(tmp_path: Path) -> None:
    with replacing(tmp_path / "a.md") as beside:
        write_text(tmp_path / "b.md", "b")
        beside.write_text("a", encoding="utf-8")
    assert {one.name for one in tmp_path.iterdir()} == {"a.md", "b.md"}


@pytest.mark.skipif(os.name != "posix", reason="signals of one thread")
def test_that_an_interrupt_waits_for_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, held = [tmp_path / name for name in "甲乙丙"], threading.Event()
    main, begun, ended = threading.main_thread(), list[Path](), list[bool]()

    def slow(path: Path) -> None:
        begun.append(path)
        if len(begun) == len(kept) and main.ident is not None:
            signal.pthread_kill(main.ident, signal.SIGINT)
        ended.append(held.wait(5))

    monkeypatch.setattr(files, "sync_file", slow)
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # ignored where a shell started the tests
    try:
        with pytest.raises(KeyboardInterrupt):
            put_all_in_place({path: path.with_suffix(".txt") for path in kept})
    finally:
        signal.signal(signal.SIGINT, before)
    held.set()
    assert False not in ended


def test_that_one_of_many_files_that_cannot_be_kept_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = [tmp_path / f"{number}.part" for number in range(40)]

    def failing(path: Path) -> None:
        if path == parts[33]:
            raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(files, "sync_file", failing)
    with pytest.raises(OSError, match="broken"):
        put_all_in_place({path: path.with_suffix(".txt") for path in parts})
