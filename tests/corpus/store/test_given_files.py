"""Only files are read, and only as much of them as anybody reads; what is none is named for what it is."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.importing.table import load
from corpus.language.sentences import sentence_of
from corpus.library.core.library import Library
from corpus.library.intake.packs.pack_files import read_pack_file
from corpus.library.intake.referencing import take_references
from corpus.library.notes.exchanging import load_notes
from corpus.library.notes.picturing import picture_of_file
from corpus.library.reports.citing import items_of_file
from corpus.library.upkeep.merging.other import opened
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.errors import InputError, YindeError
from corpus.model.progress import unobserved
from corpus.references.files import items_in
from corpus.report.writers.own_reference import own_reference
from corpus.store.folder import given_files
from corpus.store.folder.files import write_text
from corpus.store.folder.given_files import read_given

posix = pytest.mark.skipif(sys.platform == "win32", reason="no pipes or devices as files")


def merged(path: Path) -> None:
    with opened(path, path.parent, unobserved):
        pass


READERS: dict[str, Callable[[Path], object]] = {
    "import": load,
    "cite": items_of_file,
    "references": items_in,
    "notes": load_notes,
    "pack": read_pack_file,
    "reference document": own_reference,
    "merge": merged,
}


@posix
@pytest.mark.parametrize("name", READERS)
def test_that_nothing_reads_a_device(name: str) -> None:
    with pytest.raises(InputError) as error:
        READERS[name](Path("/dev/null"))
    assert (error.value.kind, error.value.values["detail"]) == ("unreadable", "device")
    assert "是设备" in sentence_of(error.value)


@posix
def test_that_the_library_takes_nothing_from_a_device(library: Library, tmp_path: Path) -> None:
    for read in (picture_of_file, take_references):
        with pytest.raises(InputError, match="device"):
            read(library, Path("/dev/null"))
    with pytest.raises(InputError, match="device"):
        restore_backup(Path("/dev/null"), tmp_path / "restored")


@posix
def test_that_what_is_no_file_is_told_for_what_it_is(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管")
    (tmp_path / "夹").mkdir()
    with socket.socket(socket.AF_UNIX) as heard:
        here = Path.cwd()
        os.chdir(tmp_path)  # the address of a socket is short
        try:
            heard.bind("口")
        finally:
            os.chdir(here)
        for name, word in {"管": "管道", "夹": "文件夹", "口": "套接字"}.items():
            path = tmp_path / name
            with pytest.raises(InputError, match="unreadable") as read:
                read_given(path, 10)
            with pytest.raises(YindeError, match="not_writable") as written:
                write_text(path, "text")
            for error in (read.value, written.value):
                assert f"“{path}”是{word}" in sentence_of(error)
                assert "权限" not in sentence_of(error)


def test_that_a_file_is_read_up_to_the_limit_and_not_beyond(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_given(path, 5) == b"12345"
    with pytest.raises(InputError, match="limit") as refused:
        read_given(path, 4)
    assert refused.value.values["detail"] == 5


@pytest.mark.parametrize("said", [0, 3, 5])
def test_that_a_file_that_grows_while_it_is_read_is_bounded_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: int
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    monkeypatch.setattr(given_files, "size_of", lambda _path: said)
    monkeypatch.setattr(given_files, "_GROWN", 1)
    assert read_given(path, 5) == b"12345"
    with pytest.raises(InputError, match="limit"):
        read_given(path, 4)


@posix
def test_that_a_pipe_put_in_a_files_place_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "管")
    monkeypatch.setattr(given_files, "size_of", lambda _path: 9)
    with pytest.raises(InputError, match="pipe"):
        read_given(tmp_path / "管", 10)


@pytest.mark.parametrize("name", ["none", "a/none", "none\0"])
def test_that_what_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(InputError, match="missing"):
        read_given(tmp_path / name, 5)
