"""Taking out of a PDF about to be handed on what would run or send something where it is opened."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_WORDS: Final = rb"\((?:[^()\\]|\\.)*+\)"
_STREAM: Final = rb"(?<=>>)stream\r?\n.*?endstream"
_DEED: Final = rb"/(?:JavaScript|Launch|SubmitForm|ImportData|Rendition|XFA)(?=[\s/<>\[\]()%])"
_PARTS: Final = LazyPattern(b"|".join((_WORDS, _STREAM, _DEED)), re.DOTALL)
"""Words and what a page holds are passed over."""


def defused(data: bytes) -> bytes:
    """Return a PDF as PDFium writes it, every object by itself and every name in plain letters, that runs nothing.

    The kinds of what it would do get names no reader knows; nothing moves, so that every object is still found.
    """
    return _PARTS.sub(lambda part: part[0].lower() if part[0].startswith(b"/") else part[0], data)
