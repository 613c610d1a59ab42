"""A Word document of a person's own whose styles, head and foot an export takes over."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

from corpus.model.errors import InputError
from corpus.store.folder.given_files import read_given

LARGEST: Final = 32 * 2**20
"""Bytes of the file, and eight times that unpacked."""
_NEEDED: Final = frozenset(["[Content_Types].xml", "word/document.xml", "word/styles.xml"])


def own_reference(path: Path) -> bytes:
    """Return the document; InputError (missing, unreadable, limit, damaged) for what is none."""
    data = read_given(path, LARGEST)
    try:
        with zipfile.ZipFile(path) as package:
            sizes = {one.filename: one.file_size for one in package.infolist()}
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError("damaged", path=str(path)) from error
    if not sizes.keys() >= _NEEDED:
        raise InputError("damaged", path=str(path))
    if sum(sizes.values()) > 8 * LARGEST:
        raise InputError("limit", path=str(path))
    return data
