"""Zipped files (DOCX, XLSX, EPUB …): opened in memory, within limits, nothing is ever unpacked to a disk."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zlib import error as zlib_error

from corpus.model.errors import InputError

_MOST_ENTRIES: Final = 20_000
_LARGEST_TEXT: Final = 64 * 1024 * 1024
"""The largest part that is read, in bytes."""
_LARGEST_WHOLE: Final = 1024 * 1024 * 1024
_SUSPICIOUS: Final = 8 * 1024 * 1024
_RATIO: Final = 120
"""Text is hardly ever packed to less than a hundredth; a bomb always is."""
_ENCRYPTED: Final = 0x1
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a zipped file by name; a name that leads outside is only a name."""

    file: zipfile.ZipFile

    def names(self) -> tuple[str, ...]:
        """Return the names of all parts, in the order of the archive."""
        return tuple(self.file.namelist())

    def has(self, name: str) -> bool:
        """Tell whether a part is there."""
        return name in self.file.NameToInfo

    def read(self, name: str) -> bytes:
        """Return one part.

        Raises ``InputError``: damaged (not there, not whole), hostile (a bomb), limit, encrypted.
        """
        try:
            info = self.file.getinfo(name)
            if info.flag_bits & _ENCRYPTED:
                raise InputError("encrypted", path="")
            _guard(info)
            with self.file.open(info) as part:
                data = part.read(_LARGEST_TEXT + 1)
        except (
            KeyError,
            EOFError,
            zlib_error,
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
        ) as error:
            raise InputError("damaged", path="", detail=str(error)) from error
        if len(data) > _LARGEST_TEXT:
            raise InputError("hostile", path="", detail=name)
        return data


def open_archive(data: bytes) -> Archive:
    """Return the parts of a zipped file.

    Raises ``InputError``: damaged (no whole archive), encrypted (an office file with a password), unsupported (an
    old binary office file under a new name), hostile (too many parts, or parts that unpack without end).
    """
    if data.startswith(_COMPOUND_FILE):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise InputError("encrypted" if locked else "unsupported", path="", detail="" if locked else ".doc")
    try:
        file = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, UnicodeDecodeError) as error:
        raise InputError("damaged", path="", detail=str(error)) from error
    parts = file.infolist()
    if len(parts) > _MOST_ENTRIES or sum(one.file_size for one in parts) > _LARGEST_WHOLE:
        raise InputError("hostile", path="", detail=str(len(parts)))
    return Archive(file)


def _guard(info: zipfile.ZipInfo) -> None:
    """Refuse a part that is far larger than what it is packed into."""
    if info.file_size > _SUSPICIOUS and info.file_size > _RATIO * max(1, info.compress_size):
        raise InputError("hostile", path="", detail=info.filename)
    if info.file_size > _LARGEST_TEXT:
        raise InputError("limit", path="", detail=info.file_size)
