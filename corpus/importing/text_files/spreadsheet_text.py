"""Tables written as text (CSV, TSV): each record a row, its cells parted by tabs."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from corpus.importing.blocks.assemble import assemble
from corpus.importing.blocks.blocks import Block
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument
from corpus.text.decode import decode
from index.lazy_pattern import LazyPattern

_TOLD: Final = LazyPattern(r"\ufeff?sep=([,;\t|])\n")
"""The first line by which a spreadsheet is told what parts the cells."""
_KEPT_AS_TEXT: Final = LazyPattern(r'=?"([^"=]{1,80})"\t?')
_SAMPLE: Final = 40_000
_LARGEST_CELL: Final = 1_000_000


def read_csv(data: bytes, encoding: str = "") -> SourceDocument:
    """Return a CSV file as one table; the delimiter is the one that parts its lines most evenly.

    Raises ``InputError`` as the plain text reader does, and damaged where quotes never end.
    """
    decoded = decode(data, encoding)
    told = _TOLD.match(decoded.text)
    text, mark = (decoded.text[told.end() :], told[1]) if told else (decoded.text, _delimiter(decoded.text))
    csv.field_size_limit(_LARGEST_CELL)
    try:
        rows = list(csv.reader(StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise InputError("damaged", path="", detail=str(error)) from error
    blocks = [
        Block("row", cells=tuple(map(_shown, row))) for row in rows if any(cell.strip() for cell in row)
    ]
    return assemble(blocks, "csv", encoding=decoded.encoding, warnings=decoded.warnings)


def _shown(cell: str) -> str:
    """Return a cell as a spreadsheet shows it: ="00123" keeps a number from losing its noughts, and shows 00123."""
    told = _KEPT_AS_TEXT.fullmatch(cell)
    return told[1] if told else cell.rstrip("\t")


def _delimiter(text: str) -> str:
    """Return the mark that stands equally often in most lines, the comma where none does."""
    lines = [line for line in text[:_SAMPLE].split("\n") if line.strip()][:50]
    best, score = ",", 0.0
    for mark in (",", "\t", ";", "|", "，"):
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        alike = counts.count(usual) / max(1, len(counts)) if usual else 0.0
        if alike > score:
            best, score = mark, alike
    return best
