"""What kind of disk a folder lies on: SQLite's fast journal needs memory that only one computer's programs share."""

from __future__ import annotations

import os
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

MOUNTS: Final = Path("/proc/self/mountinfo")
NETWORK: Final = frozenset(
    [
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "virtiofs", "vboxsf", "vmhgfs",
        "ceph", "glusterfs", "lustre", "beegfs", "davfs", "fuse.sshfs", "fuse.smbnetfs", "fuse.davfs2",
        "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse", "fuse.vmhgfs-fuse", "fuse.curlftpfs",
    ]
)  # fmt: skip
"""Types of file systems that other computers (or the computer around this one) write to as well."""
_REMOTE_DRIVE: Final = 4
_LOCAL_MOUNT: Final = 0x1000
_FLAGS_OFFSET: Final = 64
"""Where ``struct statfs`` of macOS keeps ``f_flags``."""


def on_network(path: Path) -> bool:
    """Tell whether ``path`` lies on a network disk; where the system does not say, it does not."""
    try:
        if sys.platform == "win32":
            return _on_remote_drive(path)
        if sys.platform == "darwin":
            return not _mounted_locally(path)
        return file_system(path, MOUNTS.read_text(encoding="utf-8", errors="replace")) in NETWORK
    except (OSError, AttributeError, ValueError):
        return False


def file_system(path: Path, mounts: str) -> str:
    """Return the type of the file system ``path`` lies on; ``mounts`` is what Linux says of its mounts."""
    place = os.path.realpath(path)
    found, kind = "", ""
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields, types = left.split(), right.split()
        if len(fields) < 5 or not types:
            continue
        point = re.sub(r"\\([0-7]{3})", _character, fields[4])
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(found):  # the last of those mounted at one place is the one seen
            found, kind = point, types[0]
    return kind


def _character(octal: re.Match[str]) -> str:
    """Return the character that Linux writes as a number, such as a blank."""
    return chr(int(octal[1], 8))


def _on_remote_drive(path: Path) -> bool:
    drive = os.path.splitdrive(os.path.realpath(path))[0]
    if drive.startswith("\\\\"):
        return True
    kernel: Any = vars(import_module("ctypes"))["windll"].kernel32
    return int(kernel.GetDriveTypeW(f"{drive}\\")) == _REMOTE_DRIVE


def _mounted_locally(path: Path) -> bool:
    """Ask macOS, which marks what lies on this computer."""
    import ctypes  # Linux says it in a file

    system: Any = ctypes.CDLL(None)
    ask = getattr(system, "statfs$INODE64", None) or system.statfs
    answer = ctypes.create_string_buffer(4096)
    if ask(os.fsencode(path), answer) != 0:
        return True
    flags = int.from_bytes(answer.raw[_FLAGS_OFFSET : _FLAGS_OFFSET + 4], sys.byteorder)
    return bool(flags & _LOCAL_MOUNT)
