"""Originals: kept under their own hash, on the disk before they are said to be kept, and never half of one."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.model.errors import LibraryError
from corpus.store.folder import files
from corpus.store.folder.steps import listen
from corpus.store.sources.originals import Originals, digest

FEW: Sequence[bytes] = (b"one",)
MANY: Sequence[bytes] = (b"one", b"two", b"three")


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


@pytest.mark.parametrize("data", [FEW, MANY])
def test_that_every_file_is_on_the_disk_before_it_has_its_name(
    originals: Originals, monkeypatch: pytest.MonkeyPatch, data: Sequence[bytes]
) -> None:
    order: list[str] = []
    end = listen(lambda step: order.append("named") if step == "file:placed" else None)
    for name in ("sync_file", "sync_folder"):
        monkeypatch.setattr(files, name, lambda path: order.append(path.name))
    originals.keep_all(data)
    end()
    parts = {f"{digest(one)}.part" for one in data}
    assert set(order[: len(data)]) == parts
    assert order[len(data) :] == ["named"] * len(data) + ["originals"]


@pytest.mark.parametrize("data", [FEW, MANY])
@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, "disk_full"), (errno.EIO, "disk_failed"), (errno.EROFS, "library_read_only")],
)
def test_that_what_the_disk_does_not_keep_is_not_said_to_be_kept(
    originals: Originals, monkeypatch: pytest.MonkeyPatch, data: Sequence[bytes], number: int, kind: str
) -> None:
    originals.keep(b"earlier")

    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(LibraryError, match=kind):
        originals.keep_all(data)
    assert [one.name for one in originals.folder.iterdir()] == [digest(b"earlier")]


def test_that_a_file_is_kept_once_and_mended_where_it_is_no_longer_what_it_was(originals: Originals) -> None:
    name = originals.keep(b"one")
    assert (name, originals.path(name).read_bytes()) == (digest(b"one"), b"one")
    before = originals.path(name).stat().st_mtime_ns
    assert originals.keep(b"one") == name
    assert originals.path(name).stat().st_mtime_ns == before
    originals.path(name).write_bytes(b"o")
    assert originals.damaged((name, digest(b"two"))) == (name, digest(b"two"))
    originals.keep(b"one")
    assert originals.damaged((name,)) == ()


def test_that_letting_go_takes_only_what_is_named_and_minds_nothing_that_is_gone(
    originals: Originals,
) -> None:
    kept, gone = originals.keep(b"one"), originals.keep(b"two")
    originals.remove((gone, gone, "no such"))
    assert [one.name for one in originals.folder.iterdir()] == [kept]


def test_that_nothing_grows_where_a_library_stood(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="library_gone"):
        Originals(tmp_path / "gone" / "originals").keep(b"one")
    assert not (tmp_path / "gone").exists()
