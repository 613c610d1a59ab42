"""Texts and fingerprints as the database keeps them: packed, a third of their size, with a sum that tells damage."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from corpus.store.sqlite.boundary import from_row
from index.common_words import deflated, inflated, inflated_as_far

_LEVEL: Final = 6
_SHORT: Final = 1
"""The tag of bytes that are shorter as they are."""
_GB18030: Final = 2
"""The tag of two bytes a Han character, where UTF-8 has three; lone surrogates have no place in it."""
_WORDS: Final = 16
"""The tag of those packed beside common words."""
_APART: Final = 4
"""The tag of a file's text without that of its one article, which lies at the article."""
_JOINED: Final = 8
"""The tag of the same with the article's text behind it: where that begins, how long the other is, and both."""
_HEAD: Final = 17
_WIDE: Final = 255
"""The byte before the higher half of a step that takes two."""
_LARGEST: Final = 1_000_000_000
"""Bytes of the largest text anybody keeps; what claims to be more was made to fill the memory."""


def pack_text(text: str) -> bytes:
    """Return ``text`` as ``unpack_text`` reads it."""
    try:
        plain, tag = text.encode("gb18030"), _GB18030
        packed = deflated(plain)
    except UnicodeEncodeError:
        plain, tag = text.encode("utf-8", "surrogatepass"), 0
        packed = zlib.compress(plain, _LEVEL)
    if len(packed) >= len(plain):
        return bytes((tag | _SHORT,)) + plain
    return bytes((tag | _WORDS if tag else tag,)) + packed


@from_row
def unpack_text(data: bytes | str) -> str:
    """Return the text of a column; one never packed is returned as it is. ValueError or zlib.error where damaged."""
    if isinstance(data, str):
        return data
    if data[:1] == bytes((_JOINED,)):
        start, rest, original = _parts(data)
        return _put_together(unpack_text(rest), unpack_text(original), start)
    return _decoded(data, _inflated(data), "strict")


def pack_apart(text: str, original: str, start: int) -> bytes:
    """Return a text without that of its one article, which begins at ``start``; whole where that stands elsewhere."""
    if text[start : start + len(original)] != original:
        return pack_text(text)
    return bytes((_APART,)) + pack_text(text[:start] + text[start + len(original) :])


def is_apart(data: bytes | str | None) -> bool:
    """Tell whether a column holds a text without that of its article."""
    return isinstance(data, bytes) and data[:1] == bytes((_APART,))


@from_row
def unpack_apart(data: bytes, original: str, start: int) -> str:
    """Return a text together with that of its article. ValueError or zlib.error where damaged."""
    return _put_together(unpack_text(data[1:]), original, start)


def _parts(data: bytes) -> tuple[int, bytes, bytes]:
    """Return where the text of the article begins, what is kept of the file's, and the article's."""
    start, length = int(data[1:9], 16), int(data[9:_HEAD], 16)
    return start, data[_HEAD : _HEAD + length], data[_HEAD + length :]


def _put_together(rest: str, original: str, start: int) -> str:
    return rest[:start] + original + rest[start:]


def readable_text(data: bytes | str | None) -> str:
    """Return as much of a text as can still be read, from its beginning; empty where nothing can."""
    if not data or isinstance(data, str):
        return data or ""
    if data[0] == _JOINED:
        return _readable_together(data)
    if data[0] == _GB18030 | _WORDS:
        return _decoded(data, inflated_as_far(data[1:]), "ignore")
    plain = bytearray(data[1:] if data[0] & _SHORT else b"")
    unpacker = zlib.decompressobj()
    for at in range(1, 0 if data[0] & _SHORT else len(data)):
        try:
            plain += unpacker.decompress(data[at : at + 1])
        except zlib.error:
            break
    return _decoded(data, bytes(plain), "ignore")


def _readable_together(data: bytes) -> str:
    try:
        start, rest, original = _parts(data)
    except ValueError:
        return ""
    return _put_together(readable_text(rest), readable_text(original), start)


def _inflated(data: bytes) -> bytes:
    """Return the bytes that were packed."""
    if data[:1] == bytes((_GB18030 | _WORDS,)):
        return inflated(data[1:], _LARGEST)
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


@from_row
def unpack_numbers(data: bytes | str) -> tuple[int, ...]:
    """Return the numbers of a column; in older databases they were JSON. ValueError where damaged."""
    if isinstance(data, str):
        return tuple(json.loads(data))
    if len(data) % 4:
        raise ValueError("numbers cut off")
    return struct.unpack(f"<{len(data) // 4}I", data)


def pack_steps(numbers: Sequence[int]) -> bytes:
    """Return ascending numbers of 32 bits as ``unpack_steps`` reads them: three bytes for most of a fingerprint's.

    Of each step to the next the lower half comes first, then the higher ones, in a byte where that is enough.
    """
    steps = [after - before for before, after in pairwise((0, *numbers))]
    lower = struct.pack(f"<{len(steps)}H", *(step & 0xFFFF for step in steps))
    higher = (step >> 16 for step in steps)
    wide = (bytes((high,)) if high < _WIDE else struct.pack("<BH", _WIDE, high) for high in higher)
    return struct.pack("<H", len(steps)) + lower + b"".join(wide)


@from_row
def unpack_steps(data: bytes) -> tuple[int, ...]:
    """Return the numbers of a column. ValueError where damaged."""
    try:
        (size,) = struct.unpack_from("<H", data)
        lower = struct.unpack_from(f"<{size}H", data, 2)
        at = 2 + 2 * size
        if len(data) == at + size and data.find(_WIDE, at) < 0:
            return tuple(accumulate([high << 16 | low for low, high in zip(lower, data[at:], strict=True)]))
        steps = list[int]()
        for low in lower:
            high, at = data[at], at + 1
            if high == _WIDE:
                (high,) = struct.unpack_from("<H", data, at)
                at += 2
            steps.append(high << 16 | low)
    except (struct.error, IndexError, TypeError) as error:
        raise ValueError("numbers cut off") from error
    if at != len(data):
        raise ValueError("more than numbers")
    return tuple(accumulate(steps))
