"""Groups of an RTF file: where one that opens with a brace ends, and how a brace stands in a text as itself."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_BRACE: Final = LazyPattern(rb"\\.|[{}]", re.DOTALL)
AS_THEMSELVES: Final = str.maketrans({"\\": "\\\\", "{": "\\{", "}": "\\}"})
"""How the signs of RTF itself are written where they are letters of the text."""


def group_end(data: bytes, start: int, longest: int = 0) -> int:
    """Return the place behind the group that opens at ``start``.

    A group that does not end does with the file; with ``longest`` (bytes), one longer than that ends where it starts.
    """
    depth = 0
    for brace in _BRACE.finditer(data, start, min(len(data), start + longest) if longest else len(data)):
        depth += (brace[0] == b"{") - (brace[0] == b"}")
        if not depth:
            return brace.end()
    return start if longest else len(data)
