"""A folder where a library stood is never filled with a new one; one where nothing stands gets one."""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake import opening
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, list_annotations
from corpus.library.upkeep.backup import rotate
from corpus.model.errors import LibraryError
from tests.corpus.killing import killed_at
from tests.processes.standing import StandingProgram

ROOT = Path(__file__).resolve().parents[3]
TRACES = ("originals/" + "a" * 64, "backups/library-2026-01-01.db", "library.db-wal", "library.db-journal",
          "library.lock", "library.v2.bak.db", "index/words.current", "index/characters.current")  # fmt: skip


def state(root: Path) -> dict[str, bytes]:
    return {str(one.relative_to(root)): one.read_bytes() for one in sorted(root.rglob("*")) if one.is_file()}


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("emptied", [False, True])
@pytest.mark.parametrize("trace", TRACES)
def test_that_no_library_is_made_where_one_stood(
    tmp_path: Path, trace: str, *, emptied: bool, write: bool
) -> None:
    root = tmp_path / "库"
    (root / trace).parent.mkdir(parents=True)
    (root / trace).write_bytes(b"x")
    if emptied:
        (root / "library.db").touch()
    before = state(root)
    with pytest.raises(LibraryError, match="library_missing_whole"):
        open_library(root, write=write)
    assert state(root) == before


@pytest.mark.skipif(os.name != "posix", reason="links")
@pytest.mark.parametrize("inside", ["", "资料/文库"])
def test_that_a_link_that_leads_nowhere_is_named_with_where_it_leads(tmp_path: Path, inside: str) -> None:
    link = tmp_path / "链接"
    link.symlink_to(tmp_path / "没有接上的盘")
    with pytest.raises(LibraryError, match="library_link_broken") as caught:
        open_library(link / inside, write=True)
    assert caught.value.values == {"path": str(link), "target": str(tmp_path / "没有接上的盘")}
    assert [one.name for one in tmp_path.iterdir()] == ["链接"]


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("target", ["/no/such/disk/library.db", "library.db", ""])
def test_that_no_library_is_made_in_place_of_what_cannot_be_reached(
    tmp_path: Path, target: str, *, write: bool
) -> None:
    database = tmp_path / "library.db"
    if target:
        database.symlink_to(target)
    else:
        os.mkfifo(database)
    with pytest.raises(LibraryError):
        open_library(tmp_path, write=write)
    assert [one.name for one in tmp_path.iterdir()] == ["library.db"]
    assert not database.is_file()


@pytest.mark.skipif(os.name != "posix", reason="links, and SQLite's own limit of a path")
def test_that_no_library_is_made_at_links_in_a_circle_or_too_long_a_path(tmp_path: Path) -> None:
    circle, deep = tmp_path / "环", tmp_path.joinpath(*["长" * 80] * 2)
    circle.symlink_to(circle)
    for root, kind, detail in (
        (circle, "library_link_broken", None),
        (circle / "库", "library_link_broken", None),
        (deep, "library_read_only", "long"),
        (tmp_path / ("长" * 90), "library_read_only", "long"),
    ):
        with pytest.raises(LibraryError, match=kind) as caught:
            open_library(root, write=True)
        assert caught.value.values.get("detail") == detail
    assert [one.name for one in tmp_path.iterdir()] == ["环"]


def test_that_what_is_left_is_told_with_the_newest_sound_copy(library: Library) -> None:
    add_note(library, "写过的")
    import_text(library, "甲", "乙丙丁。")
    sound = rotate(library)
    library.close()
    assert sound is not None
    (library.root / "backups" / "library-2999-01-01.db").write_bytes(b"SQLite format 3\x00 and no more")
    (library.root / "library.db").unlink()
    with pytest.raises(LibraryError) as caught:
        open_library(library.root, write=False)
    assert (caught.value.kind, caught.value.exit_code) == ("library_missing", 3)
    assert (caught.value.values["originals"], caught.value.values["copies"]) == (1, 2)
    assert caught.value.values["newest"] == sound.name


@pytest.mark.parametrize("command", [["annotations"], ["check"], ["articles"], ["backup", "b.zip"]])
def test_that_no_command_fills_it(
    library_template: Path, tmp_path: Path, program: StandingProgram, command: list[str]
) -> None:
    root = Path(shutil.copytree(library_template, tmp_path / "库"))
    (root / "library.db").unlink()
    before = state(root)
    told = program.run("--library", str(root), "--json", *command)
    assert (told.code, json.loads(told.out)["error"]["kind"]) == (3, "library_missing_whole")
    assert state(root) == before


@pytest.mark.parametrize("content", [[], ["notes.txt"], ["library.db"], ["index/my.txt", "photos/a.jpg"]])
def test_that_a_folder_without_a_library_gets_one(tmp_path: Path, content: list[str]) -> None:
    for name in content:
        (tmp_path / "夹" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "夹" / name).touch()
    before = state(tmp_path)
    shown = open_library(tmp_path / "夹", write=False)
    assert [one.kind for one in shown.take_cautions()] == ["no_library_yet"]
    assert len(shown.store.article_changes.changes()) == 13
    shown.close()
    assert not shown.root.exists()
    assert state(tmp_path) == before
    library = open_library(tmp_path / "夹", write=True)
    assert len(library.store.article_changes.changes()) == 13
    library.close()
    assert (tmp_path / "夹" / "library.db").stat().st_size > 0


@pytest.mark.parametrize(
    "command",
    [
        ["articles"], ["search", "直播"], ["statistics"], ["platforms"], ["trends"], ["annotations"], ["check"],
        ["copies"], ["trash"], ["concordance", "直播"], ["pack", "list"],
    ],
)  # fmt: skip
@pytest.mark.parametrize("there", [False, True])
def test_that_no_reading_command_makes_one(
    tmp_path: Path, program: StandingProgram, command: list[str], *, there: bool
) -> None:
    root = tmp_path / "夹"
    if there:
        root.mkdir()
    told = program.run("--library", str(root), *command)
    assert told.code == 0, told.err
    assert root.exists() == there
    assert not there or not list(root.iterdir())


@pytest.mark.skipif(os.name != "posix", reason="processes are forked")
@pytest.mark.parametrize("step", ["create:begun", "create:made", "file:written", "file:placed"])
def test_that_making_a_library_may_be_killed_at_any_step(tmp_path: Path, step: str) -> None:
    root = tmp_path / "库"
    assert killed_at(step, lambda: open_library(root, write=True))
    library = open_library(root, write=True)
    assert list_annotations(library) == ()
    assert len(library.store.article_changes.changes()) == 13
    library.close()
    assert not list(root.glob(".new-*")) or step == "file:placed"


def test_that_a_disk_that_fills_while_a_library_is_made_is_told_as_that_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody knows the folder it is made in."""

    def fail(made: Path, _root: Path) -> None:
        raise OSError(errno.ENOSPC, "full", str(made / "library.db"))

    monkeypatch.setattr(opening, "_put_in_place", fail)
    with pytest.raises(LibraryError) as caught:
        open_library(tmp_path / "库", write=True)
    assert (caught.value.kind, caught.value.values["path"]) == ("disk_full", str(tmp_path / "库"))


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.EROFS, "read-only"), "library_read_only"),
        (OSError(errno.ENOSPC, "full"), "disk_full"),
    ],
)
def test_that_a_library_that_cannot_be_made_leaves_nothing_that_fills_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str
) -> None:
    def fail(*_: object) -> None:
        raise error

    root = tmp_path / "库"
    with monkeypatch.context() as patched:
        patched.setattr(opening, "_put_in_place", fail)
        with pytest.raises(LibraryError) as caught:
            open_library(root, write=True)
    assert (caught.value.kind, caught.value.values["path"]) == (kind, str(root))
    assert not root.exists(), "what stood there stands there: nothing"
    open_library(root, write=True).close()
    assert not list(root.glob(".new-*"))


@pytest.mark.parametrize("step", ["store", "install", "place"])
def test_that_a_folder_in_which_no_library_could_be_made_is_as_it_was_and_may_be_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    root = tmp_path / "夹"
    root.mkdir()
    (root / "我的.txt").write_text("我的", encoding="utf-8")
    before = state(root)
    for _ in range(2):  # nor does it grow
        with monkeypatch.context() as patched:
            patched.setattr(
                opening, {"store": "Store", "install": "_install", "place": "_put_in_place"}[step], fail
            )
            with pytest.raises(LibraryError, match="disk_full"):
                open_library(root, write=True)
        assert state(root) == before
        assert [one.name for one in root.iterdir()] == ["我的.txt"]
    open_library(root, write=True).close()


@pytest.mark.skipif(os.name != "posix", reason="processes are forked")
def test_that_who_waits_for_one_that_could_not_make_a_library_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "库"
    root.mkdir()
    waiting: list[int] = []

    def fail(*_: object) -> None:
        child = os.fork()
        if child == 0:
            monkeypatch.undo()
            code = 1
            try:
                opening._create(root, "waits")
                code = 0
            finally:
                os._exit(code)
        waiting.append(child)
        time.sleep(0.5)  # it has opened the lock and waits
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(opening, "_put_in_place", fail)
    with pytest.raises(LibraryError, match="disk_full"):
        opening._create(root, "fails")
    assert os.waitstatus_to_exitcode(os.waitpid(waiting[0], 0)[1]) == 0
    monkeypatch.undo()
    library = open_library(root, write=True)
    with pytest.raises(LibraryError, match="library_locked"):
        open_library(root, write=True)
    library.close()
    assert sorted(one.name for one in root.iterdir() if one.name.startswith(".")) == []
