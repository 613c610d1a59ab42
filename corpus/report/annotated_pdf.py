"""Marks of a reader as annotations in a copy of a PDF: found by their words, whatever signs and blanks part them."""

from __future__ import annotations

import ctypes
import io
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from corpus.model.errors import YindeError
from corpus.report.defused_pdf import defused
from corpus.report.palette import mark_colour

_SHEER: Final = 115
"""How strong a highlight is, of 255: words stay dark on it, printed in grey too."""
_SIGNS: Final = "。，；：！？、”’）》」』.,;:!?)"


@dataclass(frozen=True, slots=True)
class PdfMark:
    """A mark: its words, its colour, and what was written on it.

    ``page`` (from 1; 0: not known) and the words around it tell which of several equal places is meant.
    """

    words: str
    colour: str
    underline: bool = False
    note: str = ""
    page: int = 0
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedPdf:
    """The copy, how many marks found their place in it, and those whose words stand on no page of it."""

    data: bytes
    placed: int
    lost: tuple[PdfMark, ...]


def annotated(data: bytes, marks: Sequence[PdfMark]) -> AnnotatedPdf:
    """Return a copy of a PDF with the marks as annotations, that runs nothing where it is opened.

    Raises YindeError ``export_failed`` for a broken file.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise YindeError("export_failed", path="", detail="pdf", told=str(error)) from error
    try:
        pages = [_Page(document[number]) for number in range(len(document))]
        lost = tuple(mark for mark in marks if not _placed(pages, mark))
        made = io.BytesIO()
        document.save(made)
    except pypdfium2.PdfiumError as error:
        raise YindeError("export_failed", path="", detail="pdf", told=str(error)) from error
    finally:
        document.close()
    return AnnotatedPdf(defused(made.getvalue()), len(marks) - len(lost), lost)


class _Page:
    """A page with its letters and figures alone, and where each of them stands among all there is on it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.text = page.get_textpage()
        self.whole = self.text.get_text_range()
        kept = [(place, letter) for place, letter in enumerate(self.whole) if letter.isalnum()]
        self.bare = _bare("".join(letter for _place, letter in kept))
        self.places = [place for place, _letter in kept]


def _bare(words: str) -> str:
    """Return the letters and figures of words, each as one sign: a repair of marks and widths moves none."""
    folded = ((unicodedata.normalize("NFKC", one), one) for one in words if one.isalnum())
    return "".join(plain if len(plain) == 1 else one for plain, one in folded)


def _placed(pages: Sequence[_Page], mark: PdfMark) -> bool:
    """Mark the words where they stand, over the end of a page too; tell whether they stand anywhere."""
    words = _bare(mark.words)
    if not words:
        return False
    places = [(number, at) for number, page in enumerate(pages) for at in _all(page.bare, words)]
    if places:
        number, at = max(places, key=lambda place: _meant(pages[place[0]], place, len(words), mark))
        _annotate(pages[number], at, len(words), mark)
        return True
    for page, following in pairwise(pages):
        if cut := _cut(page.bare, following.bare, words):
            _annotate(page, len(page.bare) - cut, cut, mark)
            _annotate(following, 0, len(words) - cut, mark)
            return True
    return False


def _all(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _meant(page: _Page, place: tuple[int, int], length: int, mark: PdfMark) -> tuple[bool, int]:
    """Return how surely a place is the one meant: on its page, then by how much of what stands around is the same."""
    number, at = place
    before, after = _bare(mark.before), _bare(mark.after)
    same = _alike(page.bare[:at][::-1], before[::-1]) + _alike(page.bare[at + length :], after)
    return number + 1 == mark.page, same


def _alike(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _cut(before: str, after: str, words: str) -> int:
    """Return how many of the words end one page where the rest begins the next one, 0 where they do not."""
    return next(
        (
            n
            for n in range(len(words) - 1, 0, -1)
            if before.endswith(words[:n]) and after.startswith(words[n:])
        ),
        0,
    )


def _last(page: _Page, place: int, mark: PdfMark) -> int:
    """Return where a mark ends that takes the signs behind its last letter with it."""
    words = mark.words.rstrip()
    signs = words[len(words.rstrip(_SIGNS)) :]
    while signs and page.whole[place + 1 : place + 2] == signs[:1]:
        place, signs = place + 1, signs[1:]
    return place


def _annotate(page: _Page, at: int, length: int, mark: PdfMark) -> None:
    """Put an annotation over letters of a page."""
    from pypdfium2 import raw

    first, last = page.places[at], _last(page, page.places[at + length - 1], mark)
    kind = raw.FPDF_ANNOT_UNDERLINE if mark.underline else raw.FPDF_ANNOT_HIGHLIGHT
    made = raw.FPDFPage_CreateAnnot(page.page.raw, kind)
    value = mark_colour(mark.colour).lstrip("#")
    red, green, blue = (int(value[n : n + 2], 16) for n in (0, 2, 4))
    raw.FPDFAnnot_SetColor(
        made, raw.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255 if mark.underline else _SHEER
    )
    boxes = _boxes(page, first, last - first + 1)
    for left, bottom, right, top in boxes:
        quad = raw.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
        raw.FPDFAnnot_AppendAttachmentPoints(made, quad)
    if boxes:
        whole = raw.FS_RECTF(
            min(box[0] for box in boxes), max(box[3] for box in boxes),
            max(box[2] for box in boxes), min(box[1] for box in boxes),
        )  # fmt: skip
        raw.FPDFAnnot_SetRect(made, whole)
    if mark.note:
        words = (mark.note + "\0").encode("utf-16-le")
        told = ctypes.cast(ctypes.create_string_buffer(words, len(words)), ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFAnnot_SetStringValue(made, b"Contents", told)
    raw.FPDFPage_CloseAnnot(made)


def _boxes(page: _Page, first: int, count: int) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of each line of letters."""
    found = page.text.count_rects(first, count)
    return [page.text.get_rect(number) for number in range(found)]
