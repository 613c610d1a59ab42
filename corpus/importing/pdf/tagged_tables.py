"""The cells of tables as the tags of a PDF name them, which where they stand on the page can only be guessed from."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Any, Final

from corpus.importing.pdf.characters import Glyph
from corpus.importing.pdf.lines import Piece, pieces_of
from corpus.importing.pdf.paragraphs import joined

Cell = tuple[int, int, int]
"""Table, row and column, each from 0, in the order of the tags."""
_CELLS: Final = frozenset({"TD", "TH"})
_DEEPEST: Final = 24
_MOST: Final = 50_000
"""Elements of a page that are looked through."""
_WIDEST: Final = 200
"""No cell goes over more columns or rows."""
_LONGEST: Final = 200
"""A cell with more characters is a part of the page laid out as a table, not one of a table."""


def cells_of(page: Any) -> dict[int, Cell]:
    """Return the cells of a pdfium page by the ids of their marked contents; nothing where it is not tagged.

    A row of one cell is none of a table.
    """
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    found: dict[int, Cell] = {}
    try:
        for number, table in enumerate(_named(raw, tree, frozenset({"Table"}))):
            above: dict[int, int] = {}
            lines = list(_named(raw, table, frozenset({"TR"})))
            width = max(
                (sum(_spans(raw, one, b"ColSpan") for one in _cells(raw, row)) for row in lines), default=0
            )
            for line, row in enumerate(lines):
                held, cells = len(above), _placed(raw, row, above, width)
                if held + sum(1 for _, contents in cells if contents) > 1:
                    found |= {
                        content: (number, line, column) for column, contents in cells for content in contents
                    }
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def rows_apart(glyphs: Sequence[Glyph], number: int) -> tuple[list[Glyph], list[Piece]]:
    """Return the characters outside tables, and the rows of tables of the page ``number`` as pieces with cells."""
    tables: defaultdict[int, list[Glyph]] = defaultdict(list)
    for one in glyphs:
        if one.cell is not None:
            tables[one.cell[0]].append(one)
    rows: list[Piece] = []
    kept: set[int] = set()
    for table, its in tables.items():
        cells: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)
        for one in its:
            if one.cell is not None:
                cells[one.cell[1:]].append(one)
        if max(map(len, cells.values())) <= _LONGEST:
            kept.add(table)
            rows += _rows(cells, number)
    return [one for one in glyphs if one.cell is None or one.cell[0] not in kept], rows


def _rows(cells: Mapping[tuple[int, int], Sequence[Glyph]], number: int) -> Iterator[Piece]:
    width = max(column for _row, column in cells) + 1
    for row in sorted({row for row, _column in cells}):
        told = {
            column: _cell(cells[row, column], number) for column in range(width) if (row, column) in cells
        }
        parts = [one for one in told.values() if one is not None]
        if parts:
            yield _joined(parts, [told.get(column) for column in range(width)])


def _cell(glyphs: Sequence[Glyph], number: int) -> Piece | None:
    """Return a cell as one piece, its lines joined; ``None`` where it is empty."""
    lines = sorted(
        (one for one in pieces_of(glyphs, number) if one.text.strip()), key=lambda one: (one.base, one.left)
    )
    if not lines:
        return None
    whole, marks = lines[0].text, list(lines[0].marks)
    for above, below in pairwise(lines):
        level = abs(below.base - above.base) < above.size / 2
        whole, between = (whole, " ") if level else joined(whole, below.text)
        whole += between
        marks += [(start + len(whole), end + len(whole)) for start, end in below.marks]
        whole += below.text
    return _spanning(lines, whole, marks)


def _joined(parts: Sequence[Piece], cells: Sequence[Piece | None]) -> Piece:
    """Return a row as one piece, its cells parted by tabs; one that is empty leaves its place."""
    text, marks = "", list[tuple[int, int]]()
    for number, one in enumerate(cells):
        text += "\t" if number else ""
        if one is not None:
            marks += [(start + len(text), end + len(text)) for start, end in one.marks]
            text += one.text
    row = _spanning(parts, text, marks)
    return replace(row, cells=tuple(one.text if one is not None else "" for one in cells), tabled=True)


def _spanning(parts: Sequence[Piece], text: str, marks: Sequence[tuple[int, int]]) -> Piece:
    return replace(
        parts[0],
        text=text,
        left=min(one.left for one in parts),
        top=min(one.top for one in parts),
        right=max(one.right for one in parts),
        bottom=max(one.bottom for one in parts),
        base=min(one.base for one in parts),
        size=median(one.size for one in parts),
        marks=tuple(marks),
        numbered=0,
        gaps=(),
    )


def _named(raw: Any, parent: Any, names: frozenset[str], depth: int = 0) -> Iterator[Any]:
    """Yield the elements of some names below one, those within such a one left out."""
    for one in _children(raw, parent):
        if _name(raw, one) in names:
            yield one
        elif depth < _DEEPEST:
            yield from _named(raw, one, names, depth + 1)


def _cells(raw: Any, row: Any) -> Iterator[Any | None]:
    """Yield the cells of a row, ``None`` for one that has nothing on this page."""
    for number in range(raw.FPDF_StructElement_CountChildren(row)):
        child = raw.FPDF_StructElement_GetChildAtIndex(row, number)
        yield child if child and _name(raw, child) in _CELLS else None


def _placed(raw: Any, row: Any, above: dict[int, int], width: int) -> list[tuple[int, list[int]]]:
    """Return the column of every cell of a row with its contents, beside the cells that reach down into the row.

    ``above`` holds through how many further rows each column is so filled; it is brought up to the next row. A cell
    without anything in it does not say how far it reaches (0): it does where the row below lacks as many cells.
    """
    cells = [*_cells(raw, row)]
    across = [_spans(raw, one, b"ColSpan") for one in cells]
    missing = width - sum(across) - sum(1 for rows in above.values() if rows)
    for place in [place for place, rows in sorted(above.items()) if not rows]:
        if missing > 0:
            above[place], missing = 1, missing - 1
        else:
            del above[place]
    placed: list[tuple[int, list[int]]] = []
    below = {column: rows - 1 for column, rows in above.items() if rows > 1}
    column = 0
    for one, wide in zip(cells, across, strict=True):
        while column in above:
            column += 1
        down = _spans(raw, one, b"RowSpan")
        placed.append((column, list(_contents(raw, one))))
        if down > 1 or one is None:
            below |= dict.fromkeys(range(column, column + wide), down - 1)
        column += wide
    above.clear()
    above |= below
    return placed


def _spans(raw: Any, cell: Any | None, name: bytes) -> int:
    """Return over how many columns or rows a cell goes: 1 where its attributes do not say."""
    if cell is None:
        return 1
    for place in range(raw.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = raw.FPDF_StructElement_GetAttributeAtIndex(cell, place)
        value = raw.FPDF_StructElement_Attr_GetValue(attributes, name) if attributes else None
        told = ctypes.c_float()
        if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, ctypes.byref(told)):
            return max(1, min(int(told.value), _WIDEST))
    return 1


def _contents(raw: Any, element: Any | None, depth: int = 0) -> Iterator[int]:
    """Yield the ids of the marked contents of an element and of all within it."""
    if element is None or depth > _DEEPEST:
        return
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        content = int(raw.FPDF_StructElement_GetChildMarkedContentID(element, number))
        if content >= 0:
            yield content
            continue
        child = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            yield from _contents(raw, child, depth + 1)


def _children(raw: Any, parent: Any) -> Iterator[Any]:
    tree = isinstance(parent, raw.FPDF_STRUCTTREE)
    count = (
        raw.FPDF_StructTree_CountChildren(parent) if tree else raw.FPDF_StructElement_CountChildren(parent)
    )
    child_at = raw.FPDF_StructTree_GetChildAtIndex if tree else raw.FPDF_StructElement_GetChildAtIndex
    for number in range(min(count, _MOST)):
        child = child_at(parent, number)
        if child:
            yield child


def _name(raw: Any, element: Any) -> str:
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
