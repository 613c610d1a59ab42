"""Files written beside and put in place: a reader finds the old one or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from corpus.model.errors import LibraryError, YindeError


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path in the same folder to write to; it takes the place of ``path`` when the block ends well.

    Raises YindeError ``not_writable`` or LibraryError ``disk_full`` with ``path``; leaves nothing behind.
    """
    beside: Path | None = None
    try:
        _spare_special(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".yinde-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        with beside.open("rb") as written:
            os.fsync(written.fileno())
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _spare_special(path: Path) -> None:
    """Refuse a folder, a pipe or a device: a file must not take its place."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def _told(error: OSError, path: Path) -> YindeError:
    """Return what a person can do something about."""
    if error.errno in {28, 122}:
        return LibraryError("disk_full", path=str(path))
    return YindeError("not_writable", path=str(path), detail=error.strerror or str(error))


def write_text(path: Path, text: str, *, encoding: str = "utf-8", newline: str = "\n") -> None:
    """Write a text file whole."""
    with replacing(path) as beside, beside.open("w", encoding=encoding, newline=newline) as file:
        file.write(text)
