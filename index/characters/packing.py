"""How the index of characters keeps what it holds: packed, a text only as what tells it from its folded form."""

from __future__ import annotations

import sys
import zlib
from array import array
from itertools import accumulate, compress, count, pairwise
from operator import ne
from typing import TYPE_CHECKING, Final

from index.common_words import deflated, inflated
from index.fold.classes import SURROGATES

if TYPE_CHECKING:
    from collections.abc import Sequence

_FORMS: Final = (("gb18030", "strict"), ("utf-8", "surrogatepass"))
"""The first takes two bytes a Han character; halves of letters have no place in it."""
_AS_IT_IS: Final = 2
"""The sign of bytes that are no shorter packed."""
_WIDTHS: Final = (("B", 1 << 8), ("H", 1 << 16), ("I", 1 << 32))


def stored(text: str) -> bytes:
    """Return a text as ``restored`` reads it."""
    plain, form = text.encode("utf-8", "surrogatepass"), 1
    if not text.isascii() and not SURROGATES.search(text):
        plain, form = min((text.encode("gb18030"), 0), (plain, form), key=lambda one: len(one[0]))
    short = zlib.compress(plain) if form else deflated(plain)
    return bytes((form,)) + short if len(short) < len(plain) else bytes((form | _AS_IT_IS,)) + plain


def restored(data: bytes) -> str:
    """Return the text that was stored. ValueError or zlib.error where it was damaged."""
    if not data or data[0] > 1 | _AS_IT_IS:
        raise ValueError("no stored text")
    form = _FORMS[data[0] & 1]
    if data[0] & _AS_IT_IS:
        return data[1:].decode(*form)
    plain = zlib.decompress(data[1:]) if data[0] else inflated(data[1:])
    return plain.decode(*form)


def packed(text: str, folded: str) -> bytes:
    """Return ``text`` as ``unpacked`` reads it beside its folded form, which is as long."""
    places = list(compress(count(), map(ne, text, folded)))
    if not places:
        return b""
    signs = "".join(map(text.__getitem__, places)).encode("utf-8", "surrogatepass")
    gaps = _narrow([after - before for before, after in pairwise((0, *places))])
    return zlib.compress(len(places).to_bytes(4, "little") + gaps + signs)


def unpacked(data: bytes, folded: str) -> str:
    """Return the text that ``packed`` made. ValueError or zlib.error where it was damaged."""
    if not data:
        return folded
    plain = zlib.decompress(data)
    places, end = _wide(plain, 4, int.from_bytes(plain[:4], "little"))
    signs = plain[end:].decode("utf-8", "surrogatepass")
    letters = list(folded)
    try:
        for place, sign in zip(accumulate(places), signs, strict=True):
            letters[place] = sign
    except IndexError as error:
        raise ValueError("a sign beyond the end of its text") from error
    return "".join(letters)


def packed_numbers(numbers: Sequence[int]) -> bytes:
    """Return numbers of 32 bits as ``unpacked_numbers`` reads them, the shorter the smaller they are."""
    return zlib.compress(_narrow(numbers))


def unpacked_numbers(data: bytes) -> array[int]:
    """Return the numbers that were packed. ValueError or zlib.error where they were damaged."""
    plain = zlib.decompress(data)
    width = array(_code(plain, 0)).itemsize
    return _wide(plain, 0, (len(plain) - 1) // width)[0]


def _narrow(numbers: Sequence[int]) -> bytes:
    """Return numbers in as many bytes each as the largest takes, the lowest first, behind a sign for how many."""
    largest = max(numbers, default=0)
    kind = next(n for n, (_, end) in enumerate(_WIDTHS) if largest < end)
    told = array(_WIDTHS[kind][0], numbers)
    if sys.byteorder == "big":
        told.byteswap()
    return bytes((kind,)) + told.tobytes()


def _wide(data: bytes, at: int, size: int) -> tuple[array[int], int]:
    """Return so many numbers that stand from ``at`` on, and where they end."""
    numbers = array(_code(data, at))
    end = at + 1 + size * numbers.itemsize
    if end > len(data):
        raise ValueError("numbers cut off")
    numbers.frombytes(data[at + 1 : end])
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers, end


def _code(data: bytes, at: int) -> str:
    if len(data) <= at or data[at] >= len(_WIDTHS):
        raise ValueError("no numbers")
    return _WIDTHS[data[at]][0]
