"""Where what the disk says becomes an error of ours that names the place it speaks of: the one whose disk failed.

Of two files at work – one is read, the other written – a person has to know which; and of what was made on the way
nobody knows the name: a library made ready beside its place is told as that library, what passes as its folder.
"""

from __future__ import annotations

import errno
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import FULL, InputError, LibraryError, YindeError, disk_fault
from corpus.store.folder.names import BEING_MADE, BESIDE, EXCHANGE
from corpus.store.folder.scratch import PREFIX as PASSING

_BLOCK: Final = 1 << 20
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_OF_THE_DISK: Final = frozenset({"disk_full", "disk_failed"})


@contextmanager
def telling(
    place: Path, otherwise: str = "library_read_only", *, given: Path | None = None
) -> Iterator[None]:
    """Raise what the disk says in the block as ``told`` does."""
    try:
        yield
    except OSError as error:
        raise told(error, place, otherwise, given=given) from error


def told(
    error: OSError, place: Path, otherwise: str = "library_read_only", *, given: Path | None = None
) -> YindeError:
    """Return what the disk says as LibraryError: disk_full or disk_failed of the file it names, or ``otherwise``.

    ``place`` is the library at work, of which everything is said that is said of no file or of one in it. ``given``
    is a file somebody named to be read: InputError (missing, unreadable) where it may not be. What else may not be
    written is YindeError (not_writable).
    """
    named = _file_of(error) or place
    kind = disk_fault(error, "")
    if not kind and given is not None and given in {named, *named.parents}:
        return InputError("missing" if error.errno in _GONE else "unreadable", path=str(given))
    detail = "long" if error.errno == errno.ENAMETOOLONG else ""
    return error_at(named, place, kind or otherwise, detail)


def error_at(path: Path, place: Path, kind: str, detail: str = "") -> YindeError:
    """Return an error of a kind, met at ``path`` by the library at ``place``, of the one a person is to be told of."""
    at = known_place(path)
    at = place if place in at.parents or at in place.parents else at
    more = {"detail": detail} if detail else {}
    if at == place or kind in _OF_THE_DISK:
        return LibraryError(kind, path=str(at), **more)
    return YindeError("not_writable", path=str(at), **more)


def told_of_written(error: OSError, path: Path) -> YindeError:
    """Return what the disk says while a file is written that a person asked for at ``path``.

    LibraryError (disk_full, disk_failed) or YindeError (not_writable), of ``path`` or of another file at work.
    """
    named = _file_of(error)
    at = path if named is None or named.name.startswith(BESIDE) else known_place(named)
    kind = disk_fault(error, "")
    if kind:
        return LibraryError(kind, path=str(at))
    detail = "long" if error.errno == errno.ENAMETOOLONG else error.strerror or str(error)
    return YindeError("not_writable", path=str(at), detail=detail)


def unforeseen(error: Exception, place: Path) -> YindeError:
    """Return an error nobody foresaw as one that people can be told: internal, but for faults of the disk."""
    if isinstance(error, OSError) and disk_fault(error, ""):
        return told(error, place)
    return YindeError("internal", detail=f"{type(error).__name__}: {error}")


def known_place(path: Path) -> Path:
    """Return the place of a file as a person knows it: not what was made on the way, but where or for what it was."""
    for one in (path, *path.parents):
        if one.name.startswith(BEING_MADE):
            return one.parent
        if one.name.startswith(".") and EXCHANGE in one.name:
            return one.with_name(one.name[1:].rpartition(EXCHANGE)[0])
        if one.name.startswith(PASSING) and one.parent == Path(tempfile.gettempdir()):
            return one.parent
    return path


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Have what the disk says in the block be said of ``path`` where it names no file: reading and writing do not."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


class _Told(io.FileIO):
    """A file that is read, whose errors name it whoever reads it."""

    def readinto(self, buffer: Any) -> int | None:
        with about(Path(os.fsdecode(self.name))):
            return super().readinto(buffer)

    def readall(self) -> bytes:
        with about(Path(os.fsdecode(self.name))):
            return super().readall()


def opened(path: Path) -> io.BufferedReader:
    """Open a file to be read by whoever: OSError that names it, also where it fails later."""
    return io.BufferedReader(_Told(path), _BLOCK)


def blocks_of(path: Path) -> Iterator[bytes]:
    """Yield the content of a file, a megabyte at a time; OSError that names it."""
    with opened(path) as file:
        while block := file.read(_BLOCK):
            yield block


def copy_file(source: Path, target: Path) -> None:
    """Copy the content of a file to one that is made or written over; OSError that names the one that failed."""
    blocks = blocks_of(source)
    first = next(blocks, b"")
    with about(target), target.open("wb") as file:
        file.write(first)
        for block in blocks:
            file.write(block)


def _file_of(error: OSError) -> Path | None:
    """Return the file an error speaks of: of two, where there is no room, the one that was to come into being."""
    second = error.filename2 if error.errno in FULL else None
    named = second or error.filename
    if isinstance(named, int) or not named:
        return None
    return Path(os.fsdecode(named)).absolute()
