"""Highlights in a PDF: the words under each mark, page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

from corpus.annotation.foreign.highlight import Highlight, nearest_colour
from corpus.model.errors import InputError

_HIGHLIGHT, _UNDERLINE, _SQUIGGLY, _STRIKE = 9, 10, 11, 12
_MARKS: Final = frozenset({_HIGHLIGHT, _UNDERLINE, _SQUIGGLY, _STRIKE})
_MOST: Final = 20_000


def read_pdf_marks(data: bytes, title: str, path: str = "") -> Iterator[Highlight]:
    """Yield the highlights and underlines; InputError (damaged, encrypted) where the file cannot be read."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        kind = "encrypted" if "password" in str(error).lower() else "damaged"
        raise InputError(kind, path=path) from error
    try:
        found = 0
        for number in range(len(document)):
            page = document[number]
            words = page.get_textpage()
            for one in _on_page(page, _Signs(words), title, number + 1):
                found += 1
                if found > _MOST:
                    return
                yield one
            words.close()
            page.close()
    finally:
        document.close()


class _Signs:
    """The characters of a page with the middle of each, read once they are asked for.

    Each is as wide as its ink and as high as its line: the point in 38.1 lies on the foot of the line.
    """

    def __init__(self, words: Any) -> None:
        self._words = words

    @cached_property
    def placed(self) -> tuple[tuple[str, float, float], ...]:
        """Return each character with where it stands."""
        from pypdfium2 import raw

        box = raw.FS_RECTF()
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        found = []
        for number in range(self._words.count_chars()):
            known = raw.FPDFText_GetLooseCharBox(self._words, number, ctypes.byref(box))
            sign = chr(raw.FPDFText_GetUnicode(self._words, number))
            known = known and raw.FPDFText_GetCharBox(
                self._words, number, *map(ctypes.byref, (left, right, bottom, top))
            )
            place = ((left.value + right.value) / 2, (box.bottom + box.top) / 2) if known else (-1.0, -1.0)
            found.append((sign, *place))
        return tuple(found)

    def within(self, left: float, bottom: float, right: float, top: float) -> str:
        """Return the characters whose middle lies in a box, and the blanks between them."""
        signs = self.placed
        inside = [
            n for n, (sign, across, up) in enumerate(signs)
            if left <= across <= right and bottom <= up <= top and not sign.isspace()
        ]  # fmt: skip
        made = []
        for n, behind in zip(inside, [*inside[1:], -1][: len(inside)], strict=True):
            made.append(signs[n][0])
            between = [sign for sign, _across, _up in signs[n + 1 : behind]] if behind > n + 1 else []
            if between and all(sign.isspace() for sign in between):
                made.append("\n" if "\n" in between else " ")
        return "".join(made)


def _on_page(page: Any, words: _Signs, title: str, number: int) -> Iterator[Highlight]:
    from pypdfium2 import raw

    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        mark = raw.FPDFPage_GetAnnot(page, index)
        if not mark:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(mark)
            if kind in _MARKS:
                text = "".join(_lines(raw, mark, words))
                if text.strip():
                    yield Highlight(
                        title, text.strip(), _string(raw, mark, b"Contents"), nearest_colour(*_colour(raw, mark)),
                        kind != _HIGHLIGHT, where=f"{number}.{index}",
                    )  # fmt: skip
        finally:
            raw.FPDFPage_CloseAnnot(mark)


def _lines(raw: Any, mark: Any, words: _Signs) -> Iterator[str]:
    """Yield the words under each box of a mark, one box a line."""
    for number in range(raw.FPDFAnnot_CountAttachmentPoints(mark)):
        quad = raw.FS_QUADPOINTSF()
        if not raw.FPDFAnnot_GetAttachmentPoints(mark, number, ctypes.byref(quad)):
            continue
        across = (quad.x1, quad.x2, quad.x3, quad.x4)
        up = (quad.y1, quad.y2, quad.y3, quad.y4)
        yield words.within(min(across), min(up), max(across), max(up))


def _string(raw: Any, mark: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(mark, key, None, 0)
    if size <= 2:
        return ""
    room = (ctypes.c_ushort * (size // 2 + 1))()
    raw.FPDFAnnot_GetStringValue(mark, key, room, size)
    return bytes(room)[: size - 2].decode("utf-16-le", "replace").strip()


def _colour(raw: Any, mark: Any) -> tuple[int, int, int]:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFAnnot_GetColor(
        mark, raw.FPDFANNOT_COLORTYPE_Color, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue),
        ctypes.byref(alpha),
    )  # fmt: skip
    return (red.value, green.value, blue.value) if known else (0xFF, 0xD4, 0x00)
