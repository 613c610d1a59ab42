"""Blocks of a document (paragraphs, headings, list items, table rows) laid out as plain text with their offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from corpus.model.source import Heading, Page, Table
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_BLANK_RUNS: Final = LazyPattern(r"[\t\n\r\f\v ]+")
_HAN_BREAK: Final = LazyPattern(r"(?<=[\u2e80-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\uffef])")
CODE_INDENT: Final = "    "
"""What stands before every line of code, so that it is not taken for prose."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block; ``level`` counts for headings, ``cells`` for table rows, ``text`` for all others.

    ``page`` is the number of the page (slide, sheet) that begins with this block, empty where none does.
    """

    kind: Literal["paragraph", "heading", "item", "row", "code"]
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    page: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Plain text, one line for each paragraph, item and row, with the headings, tables and pages in it."""

    text: str
    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    pages: tuple[Page, ...] = ()


def one_line(text: str) -> str:
    """Return ``text`` with every run of ASCII blanks and line breaks as one blank, none at the edges.

    A line break between two Han leaves no blank, for Chinese has none there.
    """
    joined = _HAN_BREAK.sub("", text) if "\n" in text else text
    return _BLANK_RUNS.sub(" ", joined).strip(" ")


def lay_out(blocks: Iterable[Block]) -> Layout:
    """Put the blocks below each other; empty ones are left out."""
    lines: list[str] = []
    headings: list[Heading] = []
    tables: list[Table] = []
    pages: list[Page] = []
    place = 0
    table_start: int | None = None
    for block in blocks:
        if block.page:
            pages.append(Page(block.page, place))
        line = _line_of(block)
        if not line.strip():
            continue
        if table_start is not None and (block.kind != "row" or block.page):
            tables.append(Table(Span(table_start, place - 1)))
            table_start = None
        if block.kind == "row" and table_start is None:
            table_start = place
        if block.kind == "heading":
            headings.append(Heading(min(6, max(1, block.level)), line, place))
        lines.append(line)
        place += len(line) + 1
    if table_start is not None:
        tables.append(Table(Span(table_start, place - 1)))
    text = "\n".join(lines)
    kept = tuple(one for one in pages if one.start < len(text))
    return Layout(text, tuple(headings), tuple(tables), kept)


def _line_of(block: Block) -> str:
    """Return the line (for code: the lines) of one block."""
    if block.kind == "row":
        return "\t".join(one_line(cell.replace("\n", " ") if "\n" in cell else cell) for cell in block.cells)
    if block.kind == "code":
        return "\n".join(CODE_INDENT + line for line in block.text.split("\n") if line.strip())
    return one_line(block.text)
