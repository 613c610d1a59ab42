"""Disks: those of a network are known by what Linux says of its mounts, macOS of a place and Windows of a drive."""

from __future__ import annotations

import ctypes
import ntpath
import os
import sys
from pathlib import Path, PureWindowsPath
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.store.folder import disk
from corpus.store.folder.disk import NETWORK, file_system, on_network

MOUNTS = """\
21 1 8:1 / half
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:50 / /mnt/共享 rw - nfs4 server:/share rw,vers=4.2
41 22 0:51 / /mnt/my\\040disk rw - cifs //server/disk rw
42 22 0:52 / /home rw shared:2 master:1 - btrfs /dev/sdb rw
43 42 0:53 / /home/me/far rw - fuse.sshfs me@far: rw
44 22 0:54 / /mnt/twice rw - ext4 /dev/sdc rw
45 44 0:55 / /mnt/twice rw - 9p host rw
46 22 0:56 / /mnt/a-b rw shared:3 - nfs4 server - and more rw
47 22 0:57 / /mnt/endX/ rw - nfs4 server rw
48 22 0:58
49 22 0:59 / /mnt/half rw
50 22 0:60 / - nfs4 server rw
half a line
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/引得文库", "ext4"),
        ("/mnt/共享/引得文库/library.db", "nfs4"),
        ("/mnt/共享的/引得文库", "ext4"),
        ("/mnt/my disk/引得文库", "cifs"),
        ("/home/me/引得文库", "btrfs"),
        ("/home/me/far", "fuse.sshfs"),
        ("/mnt/twice/引得文库", "9p"),
        ("/mnt/a-b/引得文库", "nfs4"),
        ("/mnt/endX/引得文库", "nfs4"),
        ("/mnt/end/引得文库", "ext4"),
        ("/mnt/half/引得文库", "ext4"),
        ("/", "ext4"),
    ],
)
def test_that_a_path_lies_on_the_mount_closest_to_it(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


def test_that_what_other_computers_write_to_is_a_network() -> None:
    assert {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"} <= NETWORK
    assert not {"ext4", "btrfs", "xfs", "tmpfs", "fuseblk", "overlay", "fuse.gocryptfs"} & NETWORK


def test_that_linux_is_asked_of_its_mounts_and_what_it_does_not_say_is_no_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "MOUNTS", tmp_path / "mounts")
    monkeypatch.setattr(sys, "platform", "linux")
    assert not on_network(tmp_path)
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    assert on_network(Path("/mnt/共享/引得文库"))
    assert not on_network(Path("/srv/引得文库"))


@pytest.mark.parametrize("named", ["statfs", "statfs$INODE64"])
@pytest.mark.parametrize(("said", "flags", "far"), [(0, 0x1000, False), (0, 0x5, True), (-1, 0, False)])
def test_that_macos_is_asked_whether_a_place_is_of_this_computer(
    monkeypatch: pytest.MonkeyPatch, named: str, said: int, flags: int, far: bool
) -> None:
    path = Path("/Volumes/共享/引得文库")

    def statfs(place: bytes, answer: Any) -> int:
        assert place == os.fsencode(path)
        if said == 0:
            answer[64:68] = flags.to_bytes(4, sys.byteorder)
        return said

    monkeypatch.setattr(ctypes, "CDLL", lambda _name: SimpleNamespace(**{named: statfs}))
    monkeypatch.setattr(sys, "platform", "darwin")
    assert on_network(path) is far


@pytest.mark.parametrize(
    ("path", "kinds", "far"),
    [
        (r"\\server\share\引得文库", {}, True),
        (r"Z:\引得文库", {"Z:\\": 4}, True),
        (r"D:\引得文库", {"D:\\": 3, "Z:\\": 4}, False),
    ],
)
def test_that_windows_is_asked_of_the_drive(
    monkeypatch: pytest.MonkeyPatch, path: str, kinds: dict[str, int], far: bool
) -> None:
    kernel = SimpleNamespace(GetDriveTypeW=kinds.__getitem__)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(disk, "os", SimpleNamespace(path=ntpath))
    monkeypatch.setattr(sys, "platform", "win32")
    told: Any = PureWindowsPath(path)
    assert on_network(told) is far
