"""Files written beside and put in place: a reader finds the old one or the new one, never half of one.

The one way in which a file that a person asked for comes into being. What a killed program left half written is
swept by the next one that writes into the same folder or opens the library it was written for.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final

from corpus.model.errors import YindeError
from corpus.store.folder.failing import about, told_of_written
from corpus.store.folder.given_files import kind_of_place
from corpus.store.folder.makers import left_by_the_dead, name_of_mine
from corpus.store.folder.names import BESIDE
from corpus.store.folder.own_files import is_own_file
from corpus.store.folder.parts import noted, sweep_noted
from corpus.store.folder.scratch import sweep_scratch
from corpus.store.folder.steps import reached

_AT_ONCE: Final = 16


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path in the same folder to write to; it takes the place of ``path`` when the block ends well.

    A file that stood there hands its rights on, a link stays one. Raises YindeError (not_writable, own_file) or
    LibraryError (disk_full, disk_failed) with the path of what failed; leaves nothing behind.
    """
    try:
        target = _target(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        sweep(target.parent)
        with _beside(target) as beside:
            yield beside
            _put(beside, target)
    except OSError as error:
        raise told_of_written(error, path) from error


def write_text(path: Path, text: str, *, encoding: str = "utf-8", newline: str = "\n") -> None:
    """Write a text file whole."""
    with replacing(path) as beside, beside.open("w", encoding=encoding, newline=newline) as file:
        file.write(text)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, so that it lasts: its content first, then its name; OSError."""
    sync_file(part)
    reached("file:written")
    part.replace(target)
    reached("file:placed")
    sync_folder(target.parent)


def put_all_in_place(parts: Mapping[Path, Path]) -> None:
    """Give finished files of one folder their names (part → target) as ``put_in_place`` does; OSError.

    The disk is asked for all of them at once, which it does in little more time than for one.
    """
    if not parts:
        return
    if len(parts) == 1:
        sync_file(*parts)
    else:
        _sync_all(tuple(parts))
    reached("file:written")
    for part, target in parts.items():
        part.replace(target)
        reached("file:placed")
    sync_folder(target.parent)


def _sync_all(parts: Sequence[Path]) -> None:
    """Have the disk keep what is in several files, many at once; OSError.

    An interrupt ends the waiting at any moment. An executor's locks are taken in the thread that is interrupted,
    and one left locked would hold it, and the program, for ever.
    """
    ended: SimpleQueue[OSError | None] = SimpleQueue()
    for first in range(min(_AT_ONCE, len(parts))):
        Thread(target=_sync_each, args=(parts[first::_AT_ONCE], ended), daemon=True).start()
    for _ in parts:
        failed = ended.get()
        if failed:
            raise failed
        reached("file:synced")


def _sync_each(parts: Sequence[Path], ended: SimpleQueue[OSError | None]) -> None:
    for part in parts:
        try:
            sync_file(part)
        except OSError as error:
            ended.put(error)
        else:
            ended.put(None)


def sync_file(path: Path) -> None:
    """Have the disk keep what is in a file; OSError."""
    with about(path), path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk remember the names in ``folder``, where the system can be asked to."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        with about(folder):
            os.fsync(number)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:  # some network disks keep names their own way
            raise
    finally:
        os.close(number)


def sweep(folder: Path) -> int:
    """Remove what programs that ended too early left half written in ``folder``; return how many files."""
    swept = 0
    with suppress(OSError):
        for left in left_by_the_dead(folder, BESIDE):
            if left.is_file():
                with suppress(OSError):
                    left.unlink()
                    swept += 1
    return swept


def sweep_unfinished(root: Path, journal: Path) -> int:
    """Remove whatever killed programs left of the library at ``root``: in it, beside it, as noted, temporary.

    Returns how many files and folders that were. What lives is left alone, also where it is another program's.
    """
    return sweep(root) + sweep(root.parent) + sweep_noted(journal, BESIDE) + sweep_scratch()


def _target(path: Path) -> Path:
    """Return the file to be replaced, links followed; refuse the library's own, folders, pipes and devices."""
    if is_own_file(path):
        raise YindeError("own_file", path=str(path))
    target = _behind_links(path)
    if target.exists():
        if not target.is_file():
            raise YindeError("not_writable", path=str(path), detail=kind_of_place(target.stat().st_mode))
        if not os.access(target, os.W_OK):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    return target


def _behind_links(path: Path) -> Path:
    try:
        return path.resolve() if path.is_symlink() else path
    except RuntimeError as error:  # links that lead to each other
        raise OSError(errno.ELOOP, str(error), str(path)) from error


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Make an empty file that nobody else has, noted while it is there; the person's mask says who may read it."""
    beside = target.with_name(name_of_mine(BESIDE) + target.suffix)
    with noted(beside):
        try:
            os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
            reached("file:begun")
            yield beside
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _put(beside: Path, target: Path) -> None:
    if target.exists():
        with suppress(OSError):  # some disks know no rights
            beside.chmod(target.stat().st_mode & 0o7777)
    put_in_place(beside, target)
