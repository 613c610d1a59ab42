"""Highlights in a PDF: the words under each mark, page by page."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final

from corpus.annotation.foreign.highlight import Highlight, nearest_colour
from corpus.model.errors import InputError

_HIGHLIGHT, _UNDERLINE, _SQUIGGLY, _STRIKE = 9, 10, 11, 12
_MARKS: Final = frozenset({_HIGHLIGHT, _UNDERLINE, _SQUIGGLY, _STRIKE})
_MOST: Final = 20_000
_INSIDE: Final = 0.25
"""Part of a line's height by which its box is drawn in, so that lines above and below are not caught."""


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
            for one in _on_page(page, words, title, number + 1):
                found += 1
                if found > _MOST:
                    return
                yield one
            words.close()
            page.close()
    finally:
        document.close()


def _on_page(page: Any, words: Any, title: str, number: int) -> Iterator[Highlight]:
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


def _lines(raw: Any, mark: Any, words: Any) -> Iterator[str]:
    """Yield the words under each box of a mark, one box a line."""
    for number in range(raw.FPDFAnnot_CountAttachmentPoints(mark)):
        quad = raw.FS_QUADPOINTSF()
        if not raw.FPDFAnnot_GetAttachmentPoints(mark, number, ctypes.byref(quad)):
            continue
        across = (quad.x1, quad.x2, quad.x3, quad.x4)
        up = (quad.y1, quad.y2, quad.y3, quad.y4)
        drawn_in = (max(up) - min(up)) * _INSIDE
        yield words.get_text_bounded(
            min(across), min(up) + drawn_in, max(across), max(up) - drawn_in
        ).replace("\r\n", "\n")


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
