"""The pages a database keeps its schema on: broken ones make every table unreadable, and a copy can lend them.

The daily copies are made page by page, so the schema of a copy lies on the same pages as that of the library, as long
as both are of one version.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Final

from corpus.store.folder.failing import about
from corpus.store.salvage.file_header import LENGTH, FileHeader
from corpus.store.salvage.readable_copy import copy_readable

_INNER: Final = 5
_LEAF: Final = 13


def schema_pages(data: bytes) -> tuple[int, ...]:
    """Return the numbers of the pages of the schema, from one; ValueError where they cannot be followed.

    Source: the file format of SQLite, "B-tree Pages".
    """
    size = FileHeader(data[:LENGTH]).page_size
    found: list[int] = []
    waiting = [1]
    while waiting:
        number = waiting.pop()
        page = data[(number - 1) * size : number * size]
        at = LENGTH if number == 1 else 0
        if len(page) < size or number in found or page[at] not in {_INNER, _LEAF}:
            raise ValueError(f"page {number}")
        found.append(number)
        if page[at] == _INNER:
            (count,) = struct.unpack_from(">H", page, at + 3)
            places = struct.unpack_from(f">{count}H", page, at + 12)
            waiting += [struct.unpack_from(">I", page, place)[0] for place in places]
            waiting.append(struct.unpack_from(">I", page, at + 8)[0])
    return tuple(sorted(found))


def lend_schema(damaged: Path, lender: Path, target: Path) -> bool:
    """Write ``damaged`` with the schema pages of ``lender`` to ``target``; tell whether that can be done.

    The header stays its own, spoilt or not: ``mend_header`` is for that.
    """
    try:
        sound = lender.read_bytes()
        pages, size = schema_pages(sound), FileHeader(sound[:LENGTH]).page_size
    except (OSError, ValueError, struct.error):
        return False
    copy_readable(damaged, target)
    with about(target), target.open("r+b") as file:
        stated = FileHeader(file.read(LENGTH))
        if stated.sized and stated.page_size != size:
            return False
        for number in pages:
            kept = LENGTH if number == 1 else 0
            file.seek((number - 1) * size + kept)
            file.write(sound[(number - 1) * size + kept : number * size])
    return True
