"""A disk with bad places, for those who copy what of a file can be read."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.store.salvage import readable_copy

PAGE = 4096


class _Holed(io.FileIO):
    """A file of which some pages cannot be read; what stands before one is given out first, as systems do."""

    holes: frozenset[int] = frozenset()

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        start = self.tell()
        wanted = range(start // PAGE, (start + size + PAGE - 1) // PAGE)
        bad = min((one for one in wanted if one in self.holes), default=None)
        if bad is not None and bad * PAGE <= start:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().read(size if bad is None else bad * PAGE - start)


@contextmanager
def bad_pages(path: Path, holes: frozenset[int]) -> Iterator[None]:
    """Have pages of the file at ``path`` be such that the disk does not give them out."""

    def opened(one: Path) -> io.FileIO:
        file = _Holed(one)
        file.holes = holes if one == path else frozenset()
        return file

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(readable_copy, "_unbuffered", opened)
        yield
