"""A file on a disk with bad places is copied with all that can be read of it, each byte in its place."""

from __future__ import annotations

import errno
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.store.salvage import readable_copy
from corpus.store.salvage.readable_copy import copy_readable
from tests.faults.bad_pages import PAGE, bad_pages


def copied(folder: Path, data: bytes, holes: frozenset[int]) -> bytes:
    source, target = folder / "one", folder / "other"
    source.write_bytes(data)
    with bad_pages(source, holes):
        copy_readable(source, target)
    return target.read_bytes()


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 3 * 2**20), st.frozensets(st.integers(0, 767), max_size=9))
def test_that_what_can_be_read_stands_where_it_stood(
    tmp_path_factory: pytest.TempPathFactory, size: int, holes: frozenset[int]
) -> None:
    pages = (size + PAGE - 1) // PAGE
    data = b"".join((number % 250 + 1).to_bytes() * PAGE for number in range(pages))[:size]
    if size and holes >= set(range(pages)):
        return
    found = copied(tmp_path_factory.mktemp("copy"), data, holes)
    assert len(found) == size
    for number in range(pages):
        there, here = (one[number * PAGE : (number + 1) * PAGE] for one in (data, found))
        assert here == (bytes(len(there)) if number in holes else there)


def test_that_what_a_disk_gives_out_of_a_page_stands_at_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytes(range(1, 251)) * 100
    end = 2 * PAGE + 300

    class Cut(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            at = self.tell()
            given = super().read(size) or b""
            return given if at >= end else given[: end - at]

    monkeypatch.setattr(readable_copy, "_unbuffered", Cut)
    (tmp_path / "one").write_bytes(data)
    copy_readable(tmp_path / "one", tmp_path / "other")
    found = (tmp_path / "other").read_bytes()
    assert found == data[:end] + bytes(3 * PAGE - end) + data[3 * PAGE :]


def test_that_a_sound_file_is_read_in_large_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[int] = []

    class Counted(io.FileIO):
        def read(self, size: int | None = -1) -> bytes:
            reads.append(size or 0)
            return super().read(size) or b""

    monkeypatch.setattr(readable_copy, "_unbuffered", Counted)
    data = bytes(range(250)) * 10_000
    (tmp_path / "one").write_bytes(data)
    copy_readable(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "other").read_bytes() == data
    assert len(reads) <= 3


def test_that_a_file_of_which_nothing_can_be_read_is_told_as_the_disk_s(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="one") as caught:
        copied(tmp_path, bytes(3 * PAGE), frozenset(range(3)))
    assert (caught.value.errno, caught.value.filename) == (errno.EIO, str(tmp_path / "one"))
