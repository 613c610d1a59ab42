"""Texts and fingerprints as the database keeps them: packed, a third of their size, with a sum that tells damage."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from typing import Final

_LEVEL: Final = 6
_SHORT: Final = 1
"""The tag of bytes that are shorter as they are."""
_GB18030: Final = 2
"""The tag of two bytes a Han character, where UTF-8 has three; lone surrogates have no place in it."""
_LARGEST: Final = 1_000_000_000
"""Bytes of the largest text anybody keeps; what claims to be more was made to fill the memory."""


def pack_text(text: str) -> bytes:
    """Return ``text`` as ``unpack_text`` reads it."""
    try:
        plain, tag = text.encode("gb18030"), _GB18030
    except UnicodeEncodeError:
        plain, tag = text.encode("utf-8", "surrogatepass"), 0
    packed = zlib.compress(plain, _LEVEL)
    if len(packed) >= len(plain):
        packed, tag = plain, tag | _SHORT
    return bytes((tag,)) + packed


def unpack_text(data: bytes | str) -> str:
    """Return the text of a column; one never packed is returned as it is. ValueError or zlib.error where damaged."""
    return data if isinstance(data, str) else _decoded(data, _inflated(data), "strict")


def readable_text(data: bytes | str | None) -> str:
    """Return as much of a text as can still be read, from its beginning; empty where nothing can."""
    if not data or isinstance(data, str):
        return data or ""
    plain = bytearray(data[1:] if data[0] & _SHORT else b"")
    unpacker = zlib.decompressobj()
    for at in range(1, 0 if data[0] & _SHORT else len(data)):
        try:
            plain += unpacker.decompress(data[at : at + 1])
        except zlib.error:
            break
    return _decoded(data, bytes(plain), "ignore")


def _inflated(data: bytes) -> bytes:
    """Return the bytes that were packed."""
    if not data or data[0] > _SHORT | _GB18030:
        raise ValueError("no packed text")
    if data[0] & _SHORT:
        return data[1:]
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(data[1:], _LARGEST)
    if not unpacker.eof:
        raise ValueError("a packed text without its end")
    return plain


def _decoded(data: bytes, plain: bytes, errors: str) -> str:
    if data[0] & _GB18030:
        return plain.decode("gb18030", errors)
    return plain.decode("utf-8", "surrogatepass" if errors == "strict" else errors)


def pack_numbers(numbers: Sequence[int]) -> bytes:
    """Return numbers of 32 bits, four bytes each, the lowest first."""
    return struct.pack(f"<{len(numbers)}I", *numbers)


def unpack_numbers(data: bytes | str) -> tuple[int, ...]:
    """Return the numbers of a column; in older databases they were JSON. ValueError where damaged."""
    if isinstance(data, str):
        return tuple(json.loads(data))
    if len(data) % 4:
        raise ValueError("numbers cut off")
    return struct.unpack(f"<{len(data) // 4}I", data)
