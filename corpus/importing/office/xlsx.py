"""XLSX files: each sheet its name as a heading and a table of what its cells show; formulas are never computed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from corpus.importing.archive import Archive
from corpus.importing.blocks.assemble import assemble
from corpus.importing.blocks.blocks import Block
from corpus.importing.blocks.raised import raised
from corpus.importing.blocks.struck import kept_apart, struck
from corpus.importing.office.cell_values import shown
from corpus.importing.office.ooxml import open_office, properties
from corpus.importing.office.sheet_notes import beside_cells
from corpus.importing.office.workbook import open_workbook, value_and_form
from corpus.importing.xml_tree import parse_xml
from corpus.model.errors import InputError
from corpus.model.source import HIDDEN_PARTS, WITHOUT_VALUES, SourceDocument
from corpus.text.workbook_names import UNNAMED_SHEET
from index.lazy_pattern import LazyPattern

_MOST_CELLS: Final = 2_000_000
_HIDDEN: Final = LazyPattern(
    rb"<(?:\w+:)?(?:row|col)\b[^<>]{0,200}\bhidden=[\"'](?:1|true)|<(?:\w+:)?sheet\b[^<>]{0,200}\bstate=[\"'](?:hidden|veryHidden)"
)
_WITHOUT_VALUE: Final = LazyPattern(
    rb"<(?:\w+:)?c\b(?![^<>]{0,80}\bt=[\"']str)[^<>]{0,80}>\s{0,9}<(?:\w+:)?f\b[^<>]{0,200}(?:/>|>[^<]{0,9000}</(?:\w+:)?f>)"
    rb"\s{0,9}(?:<(?:\w+:)?v\s?/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s{0,9}</(?:\w+:)?c>"
)
"""A cell whose formula was stored without what it comes to; one that comes to no words says so by its type."""
_SMALL: Final = 1_000_000
"""Parts up to this size, in bytes, are looked through as a whole before a foreign library sees them."""


def read_xlsx(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the sheets of a workbook, empty rows and columns at the edges left out.

    Raises ``InputError``: damaged, encrypted, hostile, limit, unsupported, no_text.
    """
    archive, _main = open_office(data)
    warnings = tuple(dict.fromkeys(_look_through(archive)))
    blocks = [*_sheets(data), *beside_cells(archive)]
    return assemble(blocks, "xlsx", record=properties(archive), warnings=warnings)


def _look_through(archive: Archive) -> Iterator[str]:
    """Refuse parts that are hostile XML; yield what a person should know of the rest."""
    for name in archive.names():
        if not name.endswith((".xml", ".rels")):
            continue
        part = archive.read(name)
        head = part[:4096].replace(b"\0", b"")
        if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
            raise InputError("hostile", path="", detail=name)
        if len(part) <= _SMALL:
            parse_xml(part)
        if _HIDDEN.search(part) and name.startswith("xl/"):
            yield HIDDEN_PARTS
        if "worksheets/" in name and _WITHOUT_VALUE.search(part):
            yield WITHOUT_VALUES


def _sheets(data: bytes) -> Iterator[Block]:
    import warnings

    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = open_workbook(data)
            # A hidden sheet gives no title: what people see of the workbook stands above it.
            ordered = sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible")
            filled = [(sheet.title, rows) for sheet in ordered if (rows := _rows_of(sheet))]
            for name, rows in filled:
                # Of a lone sheet that nobody has named, the name says nothing that the file's does not.
                head = (
                    [] if len(filled) == 1 and UNNAMED_SHEET.fullmatch(name) else [Block("heading", name, 1)]
                )
                blocks = [*head, *(Block("row", cells=row) for row in rows)]
                yield replace(blocks[0], page=_place_called(name))
                yield from blocks[1:]
    except (
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        zipfile.BadZipFile,
    ) as error:
        raise InputError("damaged", path="", detail=f"{type(error).__name__}: {error}") from error


def _place_called(name: str) -> str:
    """Return what people call a sheet: its name, told apart from the number of a page where it is a number."""
    return f"表 {name}" if name.strip().isdecimal() else name


def _rows_of(sheet: Any) -> list[tuple[str, ...]]:
    """Return the rows of a sheet that hold something, as they show."""
    rows = [
        tuple(_seen(cell) if cell.value is not None else "" for cell in row)
        for row in _within(sheet.iter_rows())
    ]
    return _trimmed(rows)


def _seen(cell: Any) -> str:
    """Return what a cell shows; what is raised or struck in its words runs into no figure beside it."""
    if not isinstance(cell.value, list):
        return shown(*value_and_form(cell))
    parts = []
    for one in cell.value:
        font, text = getattr(one, "font", None), str(getattr(one, "text", one) or "")
        text = raised(text) if font is not None and font.vertAlign == "superscript" else text
        parts.append(struck(text) if font is not None and font.strike else text)
    return kept_apart("".join(parts))


def _within(rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield rows up to the most cells that are taken in."""
    count = 0
    for row in rows:
        count += len(row)
        if count > _MOST_CELLS:
            raise InputError("limit", path="", detail=count)
        yield row


def _trimmed(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return the rows that hold something, without the columns that hold nothing at either side."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    used = [place for row in filled for place, cell in enumerate(row) if cell.strip()]
    if not used:
        return []
    return [row[min(used) : max(used) + 1] for row in filled]
