"""Tables within the cells of an RTF file, written as lines of their cells: pandoc keeps none but their last row."""

from __future__ import annotations

from typing import Final

from corpus.importing.office.rtf_groups import group_end
from index.lazy_pattern import LazyPattern

_MARK: Final = b"\\nestcell"
_PART: Final = LazyPattern(
    rb"(?P<row>\{\s{0,9}\\\*\s{0,9}\\nesttableprops(?![a-z]))|(?P<plain>\{\s{0,9}\\nonesttables(?![a-z]))"
    rb"|\\nestcell(?![a-z])[ ]?|(?P<depth>\\itap[2-9][ ]?)"
)


def with_inner_rows_as_lines(data: bytes) -> bytes:
    """Return RTF whose inner tables are lines of their cells, each row a line, parted by blanks."""
    if _MARK not in data:
        return data
    out: list[bytes] = []
    place = 0
    for part in _PART.finditer(data):
        if part.start() < place:
            continue
        out.append(data[place : part.start()])
        if part["row"] or part["plain"]:
            out.append(b"\\par " if part["row"] else b"{}")
            place = group_end(data, part.start())
        else:
            out.append(b"{}" if part["depth"] else b"{ }")
            place = part.end()
    return b"".join([*out, data[place:]])
