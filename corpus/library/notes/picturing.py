"""Taking a picture into the library, for a draft."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from corpus.importing.pictures.paged import can_be_drawn
from corpus.importing.pictures.sizes import picture_kind, picture_size
from corpus.importing.pictures.stream import FilePicture
from corpus.library.core.library import Library
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError
from corpus.store.database.changes import Changes
from corpus.store.folder.given_files import read_given
from corpus.store.sources.pictures import Picture

LARGEST: Final = 16 * 2**20
"""Bytes of a picture."""


def picture_of_file(library: Library, path: Path, caption: str = "") -> DraftItem:
    """Keep a PNG or JPEG file and return it as a block.

    Raises InputError (missing, unreadable, limit, unsupported, damaged).
    """
    return keep_picture(library, read_given(path, LARGEST), caption or path.stem, told=str(path))


def keep_picture(library: Library, data: bytes, caption: str = "", *, told: str = "") -> DraftItem:
    """Keep a picture and return it as a block; InputError (unsupported, damaged) with the path ``told``."""
    kind, size = picture_kind(data), picture_size(data)
    if size is None or kind not in NAMES.values():
        raise InputError("unsupported", path=told)
    if not can_be_drawn(FilePicture(kind, *size, data)):
        raise InputError("damaged", path=told)
    with library.store.transaction(Changes()):
        name = library.store.pictures.keep(Picture(kind, *size, data))
    return DraftItem("picture", name, caption)


NAMES: Final[Mapping[str, str]] = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg"}
"""Suffixes of files that can be taken in as pictures."""
