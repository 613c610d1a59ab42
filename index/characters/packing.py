"""A text kept as what tells it from its folded form, which is as long and nearly the same: a sixth of its size."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# So many code points of the folded text are what a part of the text is told from: 32 KB is all deflate looks back.
_PART: Final = 8_000
_RAW: Final = -15


def packed(text: str, folded: str) -> bytes:
    """Return ``text`` as ``unpacked`` reads it beside the same folded text."""
    parts: list[bytes] = []
    for at, known in _parts(folded):
        packer = zlib.compressobj(6, zlib.DEFLATED, _RAW, zdict=known)
        parts += (packer.compress(_bytes(text[at : at + _PART])), packer.flush())
    return b"".join(parts)


def unpacked(data: bytes, folded: str) -> str:
    """Return the text that ``packed`` made; zlib.error where it was damaged."""
    parts: list[bytes] = []
    for _, known in _parts(folded):
        unpacker = zlib.decompressobj(_RAW, zdict=known)
        parts.append(unpacker.decompress(data))
        data = unpacker.unused_data
    return b"".join(parts).decode("utf-8", "surrogatepass")


def _parts(folded: str) -> Iterator[tuple[int, bytes]]:
    """Yield the parts of a folded text with where each begins."""
    for at in range(0, len(folded), _PART):
        yield at, _bytes(folded[at : at + _PART])


def _bytes(text: str) -> bytes:
    # As bytes, because lone surrogates have none in any other form.
    return text.encode("utf-8", "surrogatepass")
