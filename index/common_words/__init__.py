"""Words most texts hold: a short text is packed beside them in a tenth less than alone.

What is packed with them can only be read with the very same list, so it is never changed: another would need a mark
of its own wherever texts are kept. `python requirements/common_words.py` made it.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from functools import cache
from importlib.resources import files
from typing import Final

KEPT: Final = "common_words.txt"
_LEVEL: Final = 6


@cache
def _words() -> bytes:
    return (files("index.common_words") / KEPT).read_text(encoding="utf-8").strip().encode("gb18030")


def deflated(plain: bytes) -> bytes:
    """Return bytes of a text in GB18030 packed beside the common words, with a sum that tells damage."""
    packer = zlib.compressobj(_LEVEL, zdict=_words())
    return packer.compress(plain) + packer.flush()


def inflated(packed: bytes, most: int = 0) -> bytes:
    """Return the bytes that were ``deflated``, at most so many where there is a limit. zlib.error where damaged."""
    unpacker = zlib.decompressobj(zdict=_words())
    plain = unpacker.decompress(packed, most)
    if not unpacker.eof:
        raise zlib.error("a packed text without its end")
    return plain


def inflated_as_far(packed: bytes) -> bytes:
    """Return as much of the bytes that were ``deflated`` as can still be read, from the beginning."""
    unpacker, plain = zlib.decompressobj(zdict=_words()), bytearray()
    with suppress(zlib.error):
        for at in range(len(packed)):
            plain += unpacker.decompress(packed[at : at + 1])
    return bytes(plain)
