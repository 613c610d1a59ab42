"""Disks: those of a network are known by what Linux says of its mounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.store.folder.disk import NETWORK, file_system

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
        ("/", "ext4"),
    ],
)
def test_that_a_path_lies_on_the_mount_closest_to_it(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


def test_that_what_other_computers_write_to_is_a_network() -> None:
    assert {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"} <= NETWORK
    assert not {"ext4", "btrfs", "xfs", "tmpfs", "fuseblk", "overlay", "fuse.gocryptfs"} & NETWORK
