"""The first hundred bytes of a database, which say how all others are read: spoilt ones make every row unreadable.

What stands in them is the same in every database of one version, or can be told from the file.
Source: the file format of SQLite, "The Database Header".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.store.folder.failing import about, opened
from corpus.store.schema.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

LENGTH: Final = 100
"""Bytes at the beginning of a database that are of the file, not of its first page."""
_FRACTIONS: Final = bytes((64, 32, 32))
_WIDEST: Final = 65536


@dataclass(frozen=True, slots=True)
class FileHeader:
    """The header of a database, as bytes."""

    data: bytes

    @property
    def page_size(self) -> int:
        """Return the size of a page in bytes as stated, sensible or not."""
        size = self._number(16, 2)
        return _WIDEST if size == 1 else size

    @property
    def version(self) -> int:
        """Return the version of the schema as stated, sensible or not."""
        return self._number(60, 4)

    @property
    def whole(self) -> bool:
        """Tell whether all that never changes is as it must be."""
        return (
            self.data[:16] == b"SQLite format 3\0"
            and self.sized
            and {self.data[18], self.data[19]} <= {1, 2}
            and self.data[20] == 0
            and self.data[21:24] == _FRACTIONS
            and 1 <= self._number(44, 4) <= 4
            and self._number(56, 4) == 1
            and 0 <= self.version <= VERSION
        )

    @property
    def sized(self) -> bool:
        """Tell whether pages may be as large as is stated."""
        size = self.page_size
        return 512 <= size <= _WIDEST and size & (size - 1) == 0

    def _number(self, start: int, length: int) -> int:
        return int.from_bytes(self.data[start : start + length], "big")


def mend_header(database: Path, sound: Path, *, journal: bool) -> bool:
    """Write a header that fits into a database whose own is spoilt; tell whether that was needed.

    ``sound`` is another of our databases, of this version; ``journal`` tells whether a write-ahead log lies beside.
    OSError that names the one that failed.
    """
    with opened(sound) as other:
        model = FileHeader(other.read(LENGTH))
    with about(database), database.open("r+b") as file:
        stated = FileHeader(file.read(LENGTH))
        if len(stated.data) < LENGTH or stated.whole:
            return False
        size = stated.page_size if stated.sized else model.page_size
        version = stated.version if 0 < stated.version <= VERSION else VERSION
        pages = database.stat().st_size // size
        mended = bytearray(model.data)
        mended[16:18] = (1 if size == _WIDEST else size).to_bytes(2, "big")
        mended[18:20] = bytes((2, 2) if journal else (1, 1))
        mended[24:28] = mended[92:96] = bytes((0, 0, 0, 1))
        mended[28:32] = pages.to_bytes(4, "big")
        # Pages that were free are not looked for: nothing of them is read.
        mended[32:40] = bytes(8)
        mended[60:64] = version.to_bytes(4, "big")
        file.seek(0)
        file.write(mended)
    return True
