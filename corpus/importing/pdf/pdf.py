"""PDF files with a text layer: text in reading order with its pages, headings, tables and footnotes."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from typing import Any, Final

from corpus.importing.pdf.building import TextBuilder, rows_of
from corpus.importing.pdf.characters import glyphs_of
from corpus.importing.pdf.columns import in_order
from corpus.importing.pdf.drawn import holds_picture, is_blank
from corpus.importing.pdf.furniture import furniture
from corpus.importing.pdf.headings import body_size, mark_headings, outline_of
from corpus.importing.pdf.lines import Piece, pieces_of
from corpus.importing.pdf.notes import (
    begins_note,
    marks_of,
    part_footnotes,
    pointed_to,
    told_marks,
    told_note,
)
from corpus.importing.pdf.paragraphs import Column, column_of
from corpus.importing.pdf.recognition import RecognisedPage, pieces_of_page
from corpus.importing.pdf.ruled_tables import with_ruled_cells
from corpus.importing.pdf.running_numbers import running_numbers
from corpus.importing.pdf.tagged_tables import cells_of, rows_apart
from corpus.importing.record import metadata_of, stated
from corpus.model.errors import InputError
from corpus.model.source import NO_TEXT, RECOGNISED, Page, SourceDocument, Stated
from corpus.text.browser_prints import browser_print
from corpus.text.characters import count_han
from corpus.text.plausibility import plausibility
from index.lazy_pattern import LazyPattern

VERSION: Final = 11
"""The way the text is made: kept with it, for another way makes another text of the same file."""

_OUTSIDE: Final = 6.0
"""So many type sizes left of a column no line of it begins."""
_PASSWORD: Final = 4
_MOST_PAGES: Final = 20_000
_FEWEST: Final = 4
"""Characters a page must hold on the average, or the file is pictures."""
_GARBAGE: Final = 0.3
_JUDGED: Final = 300
"""From so many Han on it shows whether they are the usual ones."""
_PLAUSIBLE: Final = 0.35
"""What chance Han come to, a few rare ones among many; classical texts and lists of names stand far above."""
_ENDED: Final = LazyPattern(r"[。！？!?…；;：:.][”’」』）)\]]*\s*\Z")


def read_pdf(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the text of a PDF file; running heads, feet and page numbers stand in it as repairs that take them out.

    Where the pages are pictures, or their text layer is rubbish, there is no text but the pages, and the warning is
    no_text; blank pages lack nothing. Raises ``InputError``: damaged, encrypted (a password is needed), limit,
    no_text (all pages are blank; detail ``blank``).
    """
    document = _opened(data)
    try:
        count = len(document)
        if not count:
            raise InputError("damaged", path="")
        if count > _MOST_PAGES:
            raise InputError("limit", path="", detail=count)
        sheets = [_page(document, number) for number in range(count)]
        outline, record = outline_of(document), _record(document)
        pictures = any(holds_picture(document, number) for number in range(min(count, 3)))
        empty = [number for number, (pieces, _height) in enumerate(sheets) if not pieces]
        blank = sum(is_blank(document, number) for number in empty)
    finally:
        document.close()
    pages = [pieces for pieces, _height in sheets]
    if blank == count:
        raise InputError("no_text", path="", detail="blank")
    if _has_no_text(pages, pictures=pictures):
        return _without_text(count, record)
    heights = [height for _pieces, height in sheets]
    outside = furniture(pages, heights)
    numbers = running_numbers(pages, outside, heights)
    builder = _built(pages, heights, outline, numbers.outside)
    record += _printed_page(pages)
    return SourceDocument(
        builder.text,
        "",
        "pdf",
        headings=tuple(builder.headings),
        pages=tuple(builder.pages),
        tables=tuple(builder.tables),
        metadata=metadata_of(record),
        warnings=("pages_without_text",) if len(empty) > blank else (),
        record=record,
        repairs=tuple(builder.repairs),
        quotations=builder.quotations,
        numbering=numbers.stretches,
    )


def recognised_document(pages: Sequence[RecognisedPage]) -> SourceDocument:
    """Return the text of pages that were recognised from their pictures, put together like that of printed ones."""
    sheets = [in_order(pieces_of_page(page, number)) for number, page in enumerate(pages)]
    heights = [page.height for page in pages]
    outside = furniture(sheets, heights)
    numbers = running_numbers(sheets, outside, heights)
    builder = _built(sheets, heights, (), numbers.outside)
    return SourceDocument(
        builder.text,
        "",
        "pdf",
        headings=tuple(builder.headings),
        pages=tuple(builder.pages),
        tables=tuple(builder.tables),
        warnings=(RECOGNISED,),
        repairs=tuple(builder.repairs),
        quotations=builder.quotations,
        numbering=numbers.stretches,
    )


def _opened(data: bytes) -> Any:
    import pypdfium2

    logging.getLogger("pypdfium2").setLevel(logging.CRITICAL)
    if b"%PDF-" not in data[:1024]:
        raise InputError("damaged", path="")
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == _PASSWORD or "assword" in str(error)
        raise InputError("encrypted" if locked else "damaged", path="", detail=str(error)) from error


def _page(document: Any, number: int) -> tuple[list[Piece], float]:
    """Return the pieces of a page in reading order and its height; a damaged page has none."""
    import pypdfium2

    try:
        page = document[number]
    except (pypdfium2.PdfiumError, IndexError):
        return [], 1.0
    try:
        width, height = page.get_size()
        if page.get_rotation() in {90, 270}:
            width, height = height, width
        told = glyphs_of(page, height, width, cells_of(page))
        glyphs, rows = rows_apart(with_ruled_cells(page, told), number)
    except pypdfium2.PdfiumError:
        return [], 1.0
    finally:
        page.close()
    pieces = [*pieces_of(glyphs, number), *rows]
    return in_order(pieces), max([height, *(one.bottom for one in glyphs), *(one.bottom for one in rows)])


def _has_no_text(pages: Sequence[Sequence[Piece]], *, pictures: bool) -> bool:
    """Tell whether the pages of a file are pictures, or its text layer is rubbish."""
    text = "".join(one.text for pieces in pages for one in pieces)
    solid = [one for one in text if not one.isspace()]
    if not solid or (pictures and len(solid) < _FEWEST * len(pages)):
        return True
    rubbish = sum(
        1 for one in solid if unicodedata.category(one) in {"Co", "Cn", "Cc", "Cs"} or one == "\ufffd"
    )
    if rubbish > _GARBAGE * len(solid):
        return True
    return count_han(text) > max(_JUDGED, len(solid) // 2) and plausibility(text) < _PLAUSIBLE


def _without_text(count: int, record: tuple[Stated, ...]) -> SourceDocument:
    """Return a file of which only the pages can be read."""
    return SourceDocument(
        "",
        "",
        "pdf",
        pages=tuple(Page(str(number), 0) for number in range(1, count + 1)),
        metadata=metadata_of(record),
        warnings=(NO_TEXT,),
        record=record,
    )


_TYPESET: Final = LazyPattern(
    r"InDesign|QuarkXPress|FrameMaker|LaTeX|TeX\b|pdfTeX|XeTeX|LuaTeX|Arbortext|3B2|方正|Founder|飞翔|FIT",
    re.IGNORECASE,
)
"""Programs that set what is printed: their file is made when the thing is; of a converted one that says nothing."""


def _record(document: Any) -> tuple[Stated, ...]:
    """Return what the properties of the file state."""
    try:
        found = document.get_metadata_dict(skip_empty=True)
    except (RuntimeError, ValueError, UnicodeError):
        return ()
    maker = f"{found.get('Creator', '')} {found.get('Producer', '')}"
    return stated(
        "properties",
        title=str(found.get("Title", "")),
        author=str(found.get("Author", "")),
        issued=str(found.get("CreationDate", "")) if _TYPESET.search(maker) else "",
        keyword=str(found.get("Keywords", "")),
    )


def _printed_page(pages: Sequence[Sequence[Piece]]) -> tuple[Stated, ...]:
    """Return the address of a web page that a browser printed, and the day it did."""
    outer = [piece.text for pieces in pages[:2] for piece in (*pieces[:3], *pieces[-3:])]
    told = browser_print(outer)
    if told is None:
        return ()
    return stated("saver", URL=told.address, accessed=told.day, type="webpage")


def _built(
    pages: Sequence[Sequence[Piece]],
    heights: Sequence[float],
    outline: Sequence[tuple[int, int, str]],
    outside: Container[int],
) -> TextBuilder:
    """Return the text of all pages; ``outside`` are the ids of the pieces that belong to the page."""
    kept = [[one for one in pieces if id(one) not in outside] for pieces in pages]
    body = body_size(kept)
    mark_headings(kept, outline)
    usual = _widest(kept)
    builder = TextBuilder()
    for number, pieces in enumerate(pages):
        builder.page(number + 1)
        edges = [one for one in pieces if id(one) in outside]
        middle = heights[number] / 2
        for one in edges:
            if one.base < middle:
                builder.furniture(one)
        _put_page(builder, kept[number], body, usual)
        for one in edges:
            if one.base >= middle:
                builder.furniture(one)
    builder.finish()
    return builder


def _put_page(builder: TextBuilder, lines: Sequence[Piece], body: float, usual: Sequence[Column]) -> None:
    """Put one page: its text, its notes before a paragraph that goes on over the page's end."""
    text, notes = part_footnotes(lines, body)
    told = pointed_to(text)
    known = marks_of(notes, told)
    for one in text:
        if one.marks:
            one.text = told_marks(one, known)
    columns = list(_columns(text, usual))
    last = _open_paragraph(text, columns) if notes else len(text)
    rows = rows_of(text)
    for place, one in enumerate(text):
        if place == last and notes:
            _put_notes(builder, notes, told)
        builder.line(one, columns[place], row=id(one) in rows)
    if last >= len(text) and notes:
        _put_notes(builder, notes, told)


def _put_notes(builder: TextBuilder, notes: Sequence[Piece], told: frozenset[str]) -> None:
    column = column_of(notes)
    builder.apart()
    for one in notes:
        begins = begins_note(one, told)
        if begins:
            builder.apart()
        builder.line(told_note(one) if begins else one, column, row=False)
    builder.apart()


def _columns(lines: Sequence[Piece], usual: Sequence[Column]) -> Iterator[Column]:
    """Yield for every line the column it stands in; it ends where the next line stands higher or far to the left."""
    group: list[Piece] = []
    for one in lines:
        if group and (one.base < group[-1].base - 0.5 * one.size or _far_left(one, group)):
            yield from [_completed(column_of(group), len(group), usual)] * len(group)
            group = []
        group.append(one)
    yield from [_completed(column_of(group), len(group), usual)] * len(group)


def _far_left(line: Piece, group: Sequence[Piece]) -> bool:
    """Tell whether a line begins left of all lines above it, as no line of their column does."""
    return line.left < min(one.left for one in group) - _OUTSIDE * line.size


def _completed(column: Column, lines: int, usual: Sequence[Column]) -> Column:
    """Return a column of few lines with the edges of the usual column that stands at its place."""
    near = [one for one in usual if abs(one.left - column.left) < 40 and one.right > column.right - 2]
    if lines >= 6 or not near:
        return column
    best = min(near, key=lambda one: abs(one.left - column.left))
    return Column(
        min(column.left, best.left),
        best.right,
        column.pitch if lines > 3 else best.pitch,
        indented=best.indented,
    )


def _widest(pages: Sequence[Sequence[Piece]]) -> list[Column]:
    """Return the columns of those pages that are full."""
    found: list[Column] = []
    for lines in pages:
        group: list[Piece] = []
        for one in [*lines, None]:
            if one is None or (group and one.base < group[-1].base - 0.5 * one.size):
                if len(group) >= 8:
                    found.append(column_of(group))
                group = []
            if one is not None:
                group.append(one)
    found.sort(key=lambda one: one.right - one.left)
    return found[len(found) // 4 :][:200]


def _open_paragraph(lines: Sequence[Piece], columns: Sequence[Column]) -> int:
    """Return where the last paragraph of a page begins if it goes on over the page's end, else the page's end."""
    if not lines or _ENDED.search(lines[-1].text):
        return len(lines)
    place = len(lines) - 1
    while place and not _begins(lines[place], columns[place], lines[place - 1]):
        place -= 1
    return place or len(lines)


def _begins(line: Piece, column: Column, above: Piece) -> bool:
    return line.left - column.left > line.size or bool(above.level) or bool(_ENDED.search(above.text) and (
        above.right < column.right - 3 * above.size))  # fmt: skip
