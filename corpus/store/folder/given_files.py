"""Files a person names to be read: only what is a file, and only as much as anybody reads.

The one way in which such a file comes in: a pipe or a device could keep its reader waiting, or feed it, for ever.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError

_AT_ONCE: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_GROWN: Final = 2**20
"""Bytes at once of what a file has grown by."""


def read_given(path: Path, limit: int) -> bytes:
    """Return the bytes of a file of at most ``limit``; InputError (missing, unreadable, limit) with ``path``.

    The file may grow while it is read, be another one by then, or have its reader wait, as those of the kernel do.
    """
    size = size_of(path)
    if size > limit:
        raise InputError("limit", path=str(path), detail=size)
    try:
        with os.fdopen(os.open(path, _AT_ONCE), "rb") as file:
            _refuse_others(os.fstat(file.fileno()).st_mode, path)
            data: bytes | None = file.read(size + 1)
            while data and size < len(data) <= limit:
                size = len(data)
                data += file.read(min(limit + 1 - size, _GROWN)) or b""
    except OSError as error:
        raise cannot_read(error, path) from error
    if data is None:
        raise InputError("unreadable", path=str(path))
    if len(data) > limit:
        raise InputError("limit", path=str(path), detail=len(data))
    return data


def size_of(path: Path) -> int:
    """Return the bytes of a file; InputError (missing, unreadable) for what is none, its detail says what it is."""
    try:
        found = path.stat()
    except OSError as error:
        raise cannot_read(error, path) from error
    except ValueError as error:
        raise InputError("missing", path=str(path).replace("\0", "")) from error
    _refuse_others(found.st_mode, path)
    return found.st_size


def _refuse_others(mode: int, path: Path) -> None:
    """Raise InputError (unreadable) for what is no file."""
    if not stat.S_ISREG(mode):
        raise InputError("unreadable", path=str(path), detail=kind_of_place(mode))


def kind_of_place(mode: int) -> str:
    """Return what stands where a file was looked for, by its mode: folder, pipe, socket or device."""
    if stat.S_ISDIR(mode):
        return "folder"
    if stat.S_ISFIFO(mode):
        return "pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def cannot_read(error: OSError, path: Path) -> InputError:
    """Return what a fault of the disk at ``path`` means: missing or unreadable."""
    kind = "missing" if error.errno in {errno.ENOENT, errno.ENOTDIR} else "unreadable"
    return InputError(kind, path=str(path))
