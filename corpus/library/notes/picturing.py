"""Taking a picture into the library, for a draft."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from corpus.library.core.library import Library
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError
from corpus.store.changes import Changes
from corpus.store.pictures import Picture

LARGEST: Final = 16 * 2**20
"""Bytes of a picture."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE: Final = frozenset(range(0xD0, 0xD9)) | {0x01, 0xFF}


def picture_of_file(library: Library, path: Path, caption: str = "") -> DraftItem:
    """Keep a PNG or JPEG file and return it as a block; InputError (missing, unreadable, limit, unsupported)."""
    try:
        if path.stat().st_size > LARGEST:
            raise InputError("limit", path=str(path))
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("missing", path=str(path)) from error
    except OSError as error:
        raise InputError("unreadable", path=str(path)) from error
    return keep_picture(library, data, caption or path.stem, told=str(path))


def keep_picture(library: Library, data: bytes, caption: str = "", *, told: str = "") -> DraftItem:
    """Keep a picture and return it as a block; InputError (unsupported) with the path ``told``."""
    size = _size_of(data)
    if size is None:
        raise InputError("unsupported", path=told)
    kind = "png" if data.startswith(_PNG) else "jpeg"
    with library.store.transaction(Changes()):
        name = library.store.pictures.keep(Picture(kind, *size, data))
    return DraftItem("picture", name, caption)


def _size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture as its head states them, ``None`` for what is neither PNG nor JPEG."""
    if data.startswith(_PNG) and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return (width, height) if width and height else None
    return _jpeg_size(data) if data.startswith(_JPEG) else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk the segments of a JPEG to its first frame."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return (width, height) if width and height else None
        at += 2 if marker in _BARE else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None


NAMES: Final[Mapping[str, str]] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}
"""Suffixes of files that can be taken in as pictures."""
