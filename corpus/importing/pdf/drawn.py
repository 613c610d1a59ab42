"""What is drawn on a page of a PDF beside its characters: pictures, lines, or nothing at all."""

from __future__ import annotations

from typing import Any, Final

_THIN: Final = 3.0
"""Points: what is no thicker is the rule below a head or above the notes."""
_WHOLE: Final = 0.95
"""What covers this share of a page is its ground."""
_DEPTH: Final = 3
_LOOKED_AT: Final = 200
"""Things on a page of which each would have to be a rule or its ground."""


def holds_picture(document: Any, number: int) -> bool:
    """Tell whether a picture stands on a page (from 0)."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        page = document[number]
        try:
            found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
            return any(True for _ in found)
        finally:
            page.close()
    except (pypdfium2.PdfiumError, IndexError):
        return False


def is_blank(document: Any, number: int) -> bool:
    """Tell whether nobody would see anything on a page (from 0) that holds no text; not of one that cannot be read."""
    import pypdfium2

    try:
        page = document[number]
        try:
            width, height = page.get_size()
            for place, one in enumerate(page.get_objects(max_depth=_DEPTH)):
                if place >= _LOOKED_AT or not _says_nothing(one, width, height):
                    return False
            return True
        finally:
            page.close()
    except (pypdfium2.PdfiumError, IndexError):
        return False


def _says_nothing(thing: Any, width: float, height: float) -> bool:
    """Tell whether a thing is text of blanks, a form that holds the rest, a rule or the ground of the page."""
    from pypdfium2 import raw

    if thing.type in {raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_FORM}:
        return True
    if thing.type != raw.FPDF_PAGEOBJ_PATH:
        return False
    left, bottom, right, top = thing.get_bounds()
    wide, high = right - left, top - bottom
    return bool(min(wide, high) <= _THIN or (wide >= _WHOLE * width and high >= _WHOLE * height))
