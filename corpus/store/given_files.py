"""Files a person names to be read: only what is a file, and only as much as anybody reads.

The one way in which such a file comes in: a pipe or a device could keep its reader waiting, or feed it, for ever.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from corpus.model.errors import InputError


def read_given(path: Path, limit: int) -> bytes:
    """Return the bytes of a file of at most ``limit``; InputError (missing, unreadable, limit) with ``path``."""
    size = size_of(path)
    if size > limit:
        raise InputError("limit", path=str(path), detail=size)
    try:
        return path.read_bytes()
    except OSError as error:
        raise cannot_read(error, path) from error


def size_of(path: Path) -> int:
    """Return the bytes of a file; InputError (missing, unreadable) for what is none, its detail says what it is."""
    try:
        found = path.stat()
    except OSError as error:
        raise cannot_read(error, path) from error
    except ValueError as error:
        raise InputError("missing", path=str(path).replace("\0", "")) from error
    if not stat.S_ISREG(found.st_mode):
        raise InputError("unreadable", path=str(path), detail=kind_of_place(found.st_mode))
    return found.st_size


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
