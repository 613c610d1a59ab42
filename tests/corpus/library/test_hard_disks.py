"""What a disk gives back is looked at before anything is trusted, and what it takes no more is told."""

from __future__ import annotations

import errno
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, list_annotations
from corpus.library.upkeep import backup as backups
from corpus.library.upkeep import restoring, unpacking
from corpus.library.upkeep.backup import KEPT, backup, keep_copy_before, rotate
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.errors import InputError, LibraryError, YindeError
from corpus.store.database.damage import is_marked
from corpus.store.schema import tables
from corpus.store.schema import version as schema
from corpus.store.store import Store

TEXT = "题目\n\n一二三四五六七。"


@pytest.fixture
def filled(library: Library, tmp_path: Path) -> Library:
    page = tmp_path / "甲.txt"
    page.write_text(TEXT, encoding="utf-8")
    import_paths(library, [page])
    add_note(library, "一条")
    return library


@contextmanager
def refused(kind: str, path: Path) -> Iterator[None]:
    """Expect an error of this kind about this place."""
    with pytest.raises(YindeError) as caught:
        yield
    assert (caught.value.kind, caught.value.values["path"]) == (kind, str(path))


def test_that_what_is_not_whole_takes_the_place_of_nothing(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, copies = tmp_path / "备份.zip", filled.root / "backups"
    shutil.rmtree(copies, ignore_errors=True)
    backup(filled, saved)
    before = saved.read_bytes()
    stated = filled.store.settings.get("last_backup")
    for name, broken in (("testzip", lambda _: "library.db"), ("namelist", lambda _: ["library.db"])):
        with monkeypatch.context() as patched:
            patched.setattr(zipfile.ZipFile, name, broken)
            with pytest.raises(YindeError):
                backup(filled, saved)
        assert saved.read_bytes() == before
    with monkeypatch.context() as patched:
        patched.setattr(backups, "is_whole", lambda _path: False)
        with refused("library_damaged", filled.root):
            backup(filled, saved)
        assert not is_marked(filled.root)
        with refused("library_damaged", filled.root):
            rotate(filled)
        assert is_marked(filled.root)
        with refused("library_damaged", filled.root):
            keep_copy_before(filled, "work")
    assert saved.read_bytes() == before
    assert list(copies.iterdir()) == []
    assert filled.store.settings.get("last_backup") == stated != ""


@pytest.mark.parametrize(
    ("error", "kind"),
    [(errno.ENOSPC, "disk_full"), (errno.EIO, "disk_failed"), (errno.EACCES, "library_read_only")],
)
def test_that_a_copy_that_finds_no_place_says_why(
    library: Library, monkeypatch: pytest.MonkeyPatch, error: int, kind: str
) -> None:
    def failing(*_: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(backups, "put_in_place", failing)
    shutil.rmtree(library.root / "backups", ignore_errors=True)
    with refused(kind, library.root / "backups"):
        rotate(library)
    with refused(kind, library.root / "backups"):
        keep_copy_before(library, "work")
    assert list((library.root / "backups").iterdir()) == []


def test_that_the_newest_copies_before_a_work_are_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(
        (*(f"2026-01-0{n}T00:00:00.000+00:00" for n in range(1, 8)), "1970-01-01T00:00:00.000+00:00")
    )
    monkeypatch.setattr(backups, "now", lambda: next(times))
    other = library.root / "backups" / "before-other-1.db"
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(b"x")
    made = [keep_copy_before(library, "work") for _ in range(KEPT + 2)]
    assert sorted((library.root / "backups").glob("before-*.db")) == sorted([other, *made[2:]])
    assert made[0].name == "before-work-2026-01-01T000000000.db"
    assert keep_copy_before(library, "work").is_file()  # also by a clock that was set back
    assert len(list((library.root / "backups").glob("before-work-*.db"))) == KEPT


def test_that_an_original_that_is_gone_or_changed_is_counted_and_told(
    filled: Library, tmp_path: Path
) -> None:
    (name,) = filled.store.sources.hashes()
    original = filled.store.originals.path(name)
    whole = backup(filled, tmp_path / "一.zip")
    assert (whole.originals, whole.missing, filled.take_cautions()) == (1, 0, ())
    original.chmod(0o600)
    original.write_text("别的")
    changed = backup(filled, tmp_path / "二.zip")
    original.unlink()
    gone = backup(filled, tmp_path / "三.zip")
    original.mkdir()  # there, and cannot be read
    unreadable = backup(filled, tmp_path / "四.zip")
    original.rmdir()
    assert {(one.originals, one.missing) for one in (changed, gone, unreadable)} == {(0, 1)}
    assert [(one.kind, one.values) for one in filled.take_cautions()] == [("originals_missing", {"n": 1})] * 3
    report = restore_backup(tmp_path / "三.zip", tmp_path / "别处")
    assert (report.originals, report.missing, report.missing_paths) == (0, 1, (str(tmp_path / "甲.txt"),))


def test_that_a_backup_the_disk_cannot_read_is_not_told_as_a_bad_one(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, root = tmp_path / "备份.zip", tmp_path / "别处"
    backup(filled, saved)

    def failing(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patched:
        patched.setattr("corpus.library.upkeep.restoring.is_archive", lambda _path: True)
        patched.setattr(zipfile, "_EndRecData", failing)
        with refused("disk_failed", root):
            restore_backup(saved, root)
    with monkeypatch.context() as patched:
        patched.setattr("corpus.library.upkeep.unpacking.io.BytesIO", failing)
        with refused("disk_failed", root):
            restore_backup(saved, root)
    assert restore_backup(saved, root).originals == 1


def test_that_a_disk_without_second_names_or_room_is_met(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, copy = tmp_path / "备份.zip", rotate(filled) or filled.root / "backups"
    backup(filled, saved)
    root = filled.root
    filled.close()

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "no links")

    with monkeypatch.context() as patched:
        patched.setattr("corpus.library.upkeep.restoring.os.link", no_links)
        report = restore_backup(copy, root)
    assert (report.originals, report.missing) == (1, 0)
    opened = open_library(root, write=False)
    assert [one.annotation.note for one in list_annotations(opened)] == ["一条"]
    assert opened.store.originals.path(opened.store.sources.hashes()[0]).read_text(encoding="utf-8") == TEXT
    assert (root / "backups" / copy.name).read_bytes() == copy.read_bytes()
    opened.close()
    room = unpacking._ROOM_LEFT
    size = max(one.file_size for one in zipfile.ZipFile(saved).infolist())
    for free, kind in ((size + room - 1, "disk_full"), (size + room, "")):
        told = SimpleNamespace(free=free)
        monkeypatch.setattr("corpus.library.upkeep.unpacking.shutil.disk_usage", lambda _, told=told: told)
        if kind:
            with pytest.raises(LibraryError, match=kind):
                restore_backup(saved, tmp_path / "别处")
        else:
            restore_backup(saved, tmp_path / "别处")


def test_that_an_altered_original_is_named_as_a_person_knows_it(filled: Library, tmp_path: Path) -> None:
    saved, bad = tmp_path / "备份.zip", tmp_path / "坏.zip"
    backup(filled, saved)
    title = next(one.title for one in filled.store.articles.summaries(packed=False))
    (name,) = filled.store.sources.hashes()
    with zipfile.ZipFile(saved) as good:
        members = {one: good.read(one) for one in good.namelist()}
    unknown = "c" * 64
    for content, detail in (
        (members | {f"originals/{name}": bytes(len(members[f"originals/{name}"]))}, f"{title} (甲.txt)"),
        (members | {f"originals/{unknown}": b"x"}, unknown),
    ):
        with zipfile.ZipFile(bad, "w") as archive:
            for member, data in content.items():
                archive.writestr(member, data)
        with pytest.raises(InputError) as caught:
            restore_backup(bad, tmp_path / "别处")
        assert (caught.value.kind, caught.value.values["path"]) == ("altered_backup", str(bad))
        assert detail in str(caught.value.values["detail"])
        assert not (tmp_path / "别处").exists()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("disk_full", "disk_full"), ("disk_failed", "disk_failed"), ("library_newer", "library_newer"),
        ("library_read_only", "disk_failed"), ("library_damaged", "bad_backup"), ("library_gone", "bad_backup"),
    ],
)  # fmt: skip
def test_that_what_keeps_a_backup_from_being_opened_is_told_for_what_it_is(
    filled: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, kind: str
) -> None:
    saved = backup(filled, tmp_path / "备份.zip").path
    filled.close()
    before = sorted(filled.root.iterdir())

    def broken(path: Path, *, write: bool) -> None:
        raise LibraryError(fault, path=f"{path}{write}")

    with monkeypatch.context() as patched:
        patched.setattr(restoring, "Database", broken)
        # The disk is that of the library which is made ready.
        with refused(kind, filled.root if kind.startswith("disk") else saved):
            restore_backup(saved, filled.root)
    assert sorted(filled.root.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="the size of a file is limited otherwise")
def test_that_half_a_copy_does_not_keep_a_full_disk_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    Store(tmp_path, write=True).close()
    monkeypatch.setattr(tables, "STEPS", (*tables.STEPS, "CREATE TABLE later (x TEXT)"))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, ((tmp_path / "library.db").stat().st_size // 2, hard))
    try:
        with pytest.raises(LibraryError):
            Store(tmp_path, write=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert not list(tmp_path.glob("library.v*"))
