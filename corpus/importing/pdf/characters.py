"""The characters of a page with their boxes, upright, as pdfium tells them."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from types import MappingProxyType
from typing import Any, Final

from corpus.text.characters import is_han

_HEIGHT: Final = 0.78
"""The type size is about this share of the height of a character's box; a Han is as wide as its size."""
_QUARTER: Final = math.pi / 2
_HYPHEN: Final = 0x2
_MARKS: Final = frozenset("0123456789①②③④⑤⑥⑦⑧⑨⑩*†‡[]〔〕")
_NO_CELLS: Final[Mapping[int, tuple[int, int, int]]] = MappingProxyType({})
_FOOT: Final = 0.45
"""The ink of a raised digit hangs above its line by more than this share of its own height."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character: its box from the page's top left corner in points, the line it stands on, its type size.

    ``blank`` tells that pdfium put it in where it saw a gap, ``raised`` that it is a small digit or sign above the
    line, as marks of notes are. ``corners`` are left, bottom, right and top in the page's own coordinates; ``cell`` is
    the table, row and column the file itself says it stands in.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    blank: bool = False
    raised: bool = False
    corners: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    cell: tuple[int, int, int] | None = None


def glyphs_of(
    page: Any, height: float, width: float, cells: Mapping[int, tuple[int, int, int]] = _NO_CELLS
) -> list[Glyph]:
    """Return the characters of a pdfium page in the order of the file, turned so that most of them stand upright.

    ``cells`` are those of its tables, by the ids of their marked contents.
    """
    from pypdfium2 import raw

    text = page.get_textpage()
    try:
        count = raw.FPDFText_CountChars(text.raw)
        handle = text.raw
        turn = _turn(raw, handle, count)
        box = raw.FS_RECTF()
        pointer = ctypes.byref(box)
        across, up = ctypes.c_double(), ctypes.c_double()
        origin = (ctypes.byref(across), ctypes.byref(up))
        found: list[Glyph] = []
        pending = 0
        for place in range(count):
            code = int(raw.FPDFText_GetUnicode(handle, place))
            if 0xD800 <= code <= 0xDBFF:
                pending = code
                continue
            if 0xDC00 <= code <= 0xDFFF:
                code = 0x10000 + ((pending - 0xD800) << 10) + code - 0xDC00 if pending else 0xFFFD
            pending = 0
            if code in {0, 0x0D, 0x0A, 0xFFFE, 0xFFFF}:
                continue
            raw.FPDFText_GetLooseCharBox(handle, place, pointer)
            raw.FPDFText_GetCharOrigin(handle, place, *origin)
            character = "-" if code == _HYPHEN else chr(code)
            left, top, right, bottom = _turned(
                turn, (box.left, box.top, box.right, box.bottom), (width, height)
            )
            base = _turned(turn, (across.value, up.value, across.value, up.value), (width, height))[1]
            wide = right - left if is_han(character) else (bottom - top) * _HEIGHT
            blank = character == " " and bool(raw.FPDFText_IsGenerated(handle, place) == 1)
            raised = character in _MARKS and _is_raised(raw, handle, place, turn, across.value, up.value)
            corners = (box.left, box.bottom, box.right, box.top)
            size = max(0.5, wide)
            cell = cells.get(_content(raw, handle, place)) if cells else None
            found.append(Glyph(character, left, top, right, bottom, base, size, blank, raised, corners, cell))
    finally:
        text.close()
    return _ligatures_parted(found)


def _ligatures_parted(glyphs: list[Glyph]) -> list[Glyph]:
    """Return the characters with a box for each letter of a ligature (ff, ffi), all of which have that of the whole."""
    parted: list[Glyph] = []
    for _, together in groupby(glyphs, lambda one: (one.corners, one.base)):
        letters = list(together)
        if len(letters) > 1 and all(one.text.isalpha() and one.text.isascii() for one in letters):
            left, wide = letters[0].left, (letters[0].right - letters[0].left) / len(letters)
            letters = [
                replace(one, left=left + place * wide, right=left + (place + 1) * wide)
                for place, one in enumerate(letters)
            ]
        parted += letters
    return parted


def _content(raw: Any, handle: Any, place: int) -> int:
    """Return the id of the marked content a character stands in, below nought where there is none."""
    drawn = raw.FPDFText_GetTextObject(handle, place)
    return int(raw.FPDFPageObj_GetMarkedContentID(drawn)) if drawn else -1


def _is_raised(raw: Any, handle: Any, place: int, turn: int, across: float, up: float) -> bool:
    """Tell whether the ink of a character hangs above the line it stands on."""
    sides = [ctypes.c_double() for _ in range(4)]
    if not raw.FPDFText_GetCharBox(handle, place, *(ctypes.byref(one) for one in sides)):
        return False
    left, right, bottom, top = (one.value for one in sides)
    foot, height = {
        0: (bottom - up, top - bottom), 1: (across - right, right - left), 2: (up - top, top - bottom),
        3: (left - across, right - left),
    }[turn]  # fmt: skip
    return height > 0 and foot > _FOOT * height


def _turn(raw: Any, handle: Any, count: int) -> int:
    """Return by how many quarters most of the text is turned."""
    step = max(1, count // 200)
    turns = Counter(
        round(float(raw.FPDFText_GetCharAngle(handle, place)) / _QUARTER) % 4
        for place in range(0, count, step)
    )
    return turns.most_common(1)[0][0] if turns else 0


def _turned(
    turn: int, box: tuple[float, float, float, float], size: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Return a box (left, top, right, bottom from below, as the page has it) from the upper left, of the turned page.

    ``size`` is the width and height of the page.
    """
    (left, top, right, bottom), (width, height) = box, size
    low, high = min(bottom, top), max(bottom, top)
    first, last = min(left, right), max(left, right)
    if turn == 1:
        return low, first, high, last
    if turn == 2:
        return width - last, low, width - first, high
    if turn == 3:
        return height - high, width - last, height - low, width - first
    return first, height - high, last, height - low
