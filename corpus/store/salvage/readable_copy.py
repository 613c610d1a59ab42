"""A copy of as much of a file as its disk still gives out: what cannot be read is empty there, the rest in place."""

from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from corpus.store.folder.failing import about

_BLOCK: Final = 1 << 20
_PAGE: Final = 4096
"""The bytes a disk gives out or does not; the pages of our databases are as long."""


def copy_readable(source: Path, target: Path) -> None:
    """Copy a file, page by page where it cannot be read at once; OSError where nothing of it can be read.

    OSError too where ``target`` cannot be written; it names the one that failed.
    """
    with about(target), target.open("wb") as copy:
        for block in _blocks(source):
            copy.write(block)


def _blocks(source: Path) -> Iterator[bytes]:
    failed: OSError | None = None
    read = 0
    with about(source), _unbuffered(source) as file:
        size = file.seek(0, os.SEEK_END)
        left = deque((start, min(_BLOCK, size - start)) for start in range(0, size, _BLOCK))
        while left:
            start, length = left.popleft()
            try:
                file.seek(start)
                data = file.read(length) or b""
            except OSError as error:
                failed, data = error, b""
            if len(data) < length and length > _PAGE:  # also where a read ends before what cannot be read
                end = start + length
                left.extendleft((at, min(_PAGE, end - at)) for at in reversed(range(start, end, _PAGE)))
                continue
            read += len(data)
            yield data.ljust(length, b"\0")
        if failed is not None and not read:
            raise failed


def _unbuffered(path: Path) -> io.FileIO:
    return io.FileIO(path)
