"""RTF without what its author deleted while changes were tracked, which other programs show struck or not at all."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_DELETED: Final = b"\\deleted"
_TOKEN: Final = LazyPattern(rb"\\(?P<word>[a-z]{1,32})(?P<number>-?\d{1,9})?[ ]?|\\.|[{}]", re.DOTALL)


def without_deleted(data: bytes) -> bytes:
    """Return RTF without its deleted stretches; a stretch ends with its group, or where it is told to end."""
    if _DELETED not in data:
        return data
    kept: list[bytes] = []
    depth, deleted_at, place = 0, -1, 0
    for token in _TOKEN.finditer(data):
        if token[0] == b"{":
            depth += 1
        elif token[0] == b"}":
            if depth == deleted_at:
                deleted_at, place = -1, token.start()
            depth -= 1
        elif token["word"] == b"deleted" and token["number"] != b"0" and deleted_at < 0:
            kept.append(data[place : token.start()])
            deleted_at = depth
        elif (
            token["word"] in (b"deleted", b"plain")
            and deleted_at == depth
            and token["number"] in (b"0", None)
        ):
            deleted_at, place = -1, token.end()
    return b"".join([*kept, data[place:]]) if deleted_at < 0 else data
