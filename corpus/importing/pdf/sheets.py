"""The pages of a PDF as they look: drawn into memory piece by piece, and where each character of a text stands."""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Sequence
from typing import Any, Final

from corpus.importing.pdf.characters import Glyph, glyphs_of
from corpus.importing.pdf.lines import runs_of
from corpus.importing.pdf.placing import placed

BYTES: Final = 4
"""A pixel: blue, green, red, and one to spare."""
SIDES: Final = 4
"""A box: left, top, right, bottom, in points from the upper left of the page as it is shown."""
_FINE: Final = 64
"""A page is measured on a grid of so many steps a point."""


class Sheets:
    """An open PDF; ``close`` it. A page that is damaged is white and has no characters."""

    def __init__(self, source: str | bytes) -> None:
        """Open a file, or one that is in memory; pdfium's error where it is none."""
        import pypdfium2

        self._document = pypdfium2.PdfDocument(source)

    def __len__(self) -> int:
        """Return how many pages there are."""
        return len(self._document)

    def close(self) -> None:
        """Close the file."""
        self._document.close()

    def size(self, number: int) -> tuple[float, float]:
        """Return the width and height of a page (from 0) in points, turned as it is shown."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def draw(self, number: int, scale: float, left: int, top: int, size: tuple[int, int], into: Any) -> None:
        """Draw a part of a page at ``scale`` pixels a point into a writable buffer of width × height × 4 bytes.

        ``left`` and ``top`` are pixels of the whole page at that scale.
        """
        from pypdfium2 import raw

        width, height = size
        memory = (ctypes.c_ubyte * (width * height * BYTES)).from_buffer(into)
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_BGRx, memory, width * BYTES)
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        page = self._page(number)
        if page is not None:
            across, down = self.size(number)
            whole = max(1, round(across * scale)), max(1, round(down * scale))
            flags = raw.FPDF_ANNOT | raw.FPDF_LCD_TEXT
            raw.FPDF_RenderPageBitmap(bitmap, page.raw, -left, -top, *whole, 0, flags)
            page.close()
        raw.FPDFBitmap_Destroy(bitmap)
        del memory

    def boxes(self, number: int, text: str) -> array[float]:
        """Return the boxes of a text's characters as they stand on a page, four numbers each; zeros where unknown.

        ``text`` is what was read of the page: its lines may stand in another order than in the file.
        """
        found = array("f", bytes(4 * SIDES * len(text)))
        page = self._page(number)
        if page is None or not text:
            return found
        width, height = page.get_size()
        if page.get_rotation() in {90, 270}:
            width, height = height, width
        runs = runs_of(glyphs_of(page, height, width))
        for offset, glyph in placed(runs, text):
            found[SIDES * offset : SIDES * (offset + 1)] = array("f", _Box(page, self.size(number)).of(glyph))
        page.close()
        return found

    def _page(self, number: int) -> Any:
        import pypdfium2

        try:
            return self._document[number]
        except (pypdfium2.PdfiumError, IndexError):
            return None


class _Box:
    """Where the characters of one page stand as it is shown."""

    def __init__(self, page: Any, size: tuple[float, float]) -> None:
        self._page = page
        self._whole = [max(1, round(one * _FINE)) for one in size]

    def of(self, glyph: Glyph) -> Sequence[float]:
        """Return left, top, right and bottom of a character, in points."""
        from pypdfium2 import raw

        left, bottom, right, top = glyph.corners
        ends = []
        for across, up in ((left, bottom), (right, top)):
            x, y = ctypes.c_int(), ctypes.c_int()
            raw.FPDF_PageToDevice(
                self._page.raw, 0, 0, *self._whole, 0, across, up, ctypes.byref(x), ctypes.byref(y)
            )
            ends.append((x.value / _FINE, y.value / _FINE))
        (one_x, one_y), (other_x, other_y) = ends
        return min(one_x, other_x), min(one_y, other_y), max(one_x, other_x), max(one_y, other_y)
