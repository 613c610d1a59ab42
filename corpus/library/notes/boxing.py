"""A box drawn on a page or a picture of a file: a note with its page, its place there and a picture of its inside."""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import uuid4

from corpus.annotation.anchor import describe
from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.core.page_images import BYTES, SIDES, DrawingProcess, DrawnFile, drawn_file
from corpus.library.core.views import AnnotationView, annotation_view
from corpus.model.annotation import Annotation, Colour, Region, Sides
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from corpus.store.sources.pictures import Picture
from corpus.text.characters import storable

_SHARP: Final = 2.5
"""Pixels a point of the picture kept."""
_LARGEST: Final = 1200
"""Its longer side has at most so many pixels."""


def annotate_box(
    library: Library,
    article_id: str,
    page: int,
    sides: Sides,
    *,
    colour: Colour = Colour.YELLOW,
    note: str = "",
    tags: tuple[str, ...] = (),
) -> AnnotationView:
    """Keep a box on a page (from 1) of an article's file; UsageError: no_sheets, bad_box.

    The note stands at the text in the box, else at the text nearest below it, so that it has a place in both views.
    """
    file = drawn_file(library, article_id)
    ready = library.texts.get(article_id)
    if file is None:
        raise UsageError("no_sheets", title=ready.article.title)
    left, top, right, bottom = sides
    if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
        raise UsageError("bad_box", box=", ".join(format(100 * one, "g") for one in sides))
    drawing = file.drawing()
    try:
        sizes = drawing.sizes()
        file = file.opened(drawing, ready.article.original)
        if not 0 < page <= len(sizes):
            raise UsageError("bad_box", box=page)
        picture = _drawn(drawing, page - 1, sides, sizes[page - 1])
        span, holds = _text_in(
            drawing, file, page - 1, ready.article.original, _points(sides, sizes[page - 1])
        )
    finally:
        drawing.close()
    time = now()
    with library.store.transaction(Changes()):
        name = library.store.pictures.keep(picture)
    made = Annotation(
        id=str(uuid4()), article=article_id, selector=describe(ready.article.original, span), span=span,
        colour=colour, note=storable(note), tags=tags, creator=library.creator, created=time, modified=time,
        region=Region(page, *sides, picture=name, holds=holds),
    )  # fmt: skip
    changes = Changes(fields=frozenset({article_id}), annotations=frozenset({made.id}))
    with library.store.transaction(changes):
        library.store.annotations.put(made)
    return annotation_view(library, made)


def draw_again(library: Library, notes: Sequence[Annotation]) -> list[Annotation]:
    """Return notes that came from elsewhere with the pictures of their boxes, drawn from the files here.

    A box whose page is not there is left out of its note, which stays where its words are.
    """
    drawn: list[Annotation] = []
    files: dict[str, DrawingProcess | None] = {}
    try:
        for note in notes:
            region = note.region
            if region is None or region.picture:
                drawn.append(note)
                continue
            if note.article not in files:
                file = drawn_file(library, note.article) if note.article else None
                files[note.article] = None if file is None else file.drawing()
            drawing = files[note.article]
            sizes = drawing.sizes() if drawing is not None else ()
            if drawing is None or region.page > len(sizes):
                drawn.append(replace(note, region=None))
                continue
            sides = (region.left, region.top, region.right, region.bottom)
            picture = _drawn(drawing, region.page - 1, sides, sizes[region.page - 1])
            name = library.store.pictures.keep(picture)
            drawn.append(replace(note, region=replace(region, picture=name)))
    finally:
        for one in files.values():
            if one is not None:
                one.close()
    return drawn


def _points(sides: Sides, size: tuple[float, float]) -> Sides:
    width, height = size
    return sides[0] * width, sides[1] * height, sides[2] * width, sides[3] * height


def _drawn(drawing: DrawingProcess, page: int, sides: Sides, size: tuple[float, float]) -> Picture:
    """Return the picture of a box."""
    left, top, right, bottom = _points(sides, size)
    scale = min(_SHARP, _LARGEST / max(right - left, bottom - top))
    width, height = max(1, round((right - left) * scale)), max(1, round((bottom - top) * scale))
    pixels = drawing.draw(page, scale, round(left * scale), round(top * scale), width, height)
    return Picture("png", width, height, png(pixels, width, height))


def png(pixels: bytes, width: int, height: int) -> bytes:
    """Return pixels of four bytes (blue, green, red, one to spare) as a PNG file."""
    rows = bytearray()
    for row in range(height):
        line = pixels[row * width * BYTES : (row + 1) * width * BYTES]
        colours = bytearray(3 * width)
        colours[0::3], colours[1::3], colours[2::3] = line[2::BYTES], line[1::BYTES], line[0::BYTES]
        rows += b"\0" + colours
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(rows), 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def _text_in(
    drawing: DrawingProcess, file: DrawnFile, page: int, original: str, box: Sides
) -> tuple[Span, bool]:
    """Return the span of the original that stands in a box, or the nearest one to it, and which of both it is."""
    page_span = file.texts.get(page, Span(0, 0))
    boxes = file.boxes(drawing, page, original)
    inside = [at for at, middle in _middles(boxes) if _holds(box, middle)]
    if inside:
        return Span(page_span.start + inside[0], page_span.start + inside[-1] + 1), True
    if file.has_pictures:
        return page_span, False
    below = [(abs(y - box[3]) + 0.1 * abs(x - box[0]), at) for at, (x, y) in _middles(boxes)]
    if below:
        at = page_span.start + min(below)[1]
        return Span(at, at + 1), False
    at = min(page_span.start, max(len(original) - 1, 0))
    return Span(at, min(at + 1, len(original))), False


def _middles(boxes: array[float]) -> list[tuple[int, tuple[float, float]]]:
    """Return the middle of every character that stands somewhere."""
    found = []
    for at in range(len(boxes) // SIDES):
        left, top, right, bottom = boxes[SIDES * at : SIDES * at + SIDES]
        if right > left:
            found.append((at, ((left + right) / 2, (top + bottom) / 2)))
    return found


def _holds(box: Sequence[float], point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]
