"""Blocks of a document (paragraphs, headings, list items, table rows) laid out as plain text with their offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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

    ``page`` is the number of the page (slide, sheet) that begins with this block, empty where none does; ``quoted``
    tells that the file sets it apart as a quotation.
    """

    kind: Literal["paragraph", "heading", "item", "row", "code"]
    text: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    page: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Plain text, one line for each paragraph, item and row, with the headings, tables, pages and quotations in it."""

    text: str
    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    pages: tuple[Page, ...] = ()
    quotations: tuple[Span, ...] = ()


def as_quotations(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks as what a quotation set apart consists of; headings and tables stay what they are."""
    for one in blocks:
        yield replace(one, quoted=True) if one.kind in {"paragraph", "item"} else one


def nested(block: Block) -> Block:
    """Return an entry of a list one level further in, as a wide blank before its mark shows it."""
    return replace(block, text=f"\u3000{block.text}") if block.kind == "item" else block


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
    quotations: list[Span] = []
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
        if block.quoted:
            quotations.append(Span(place, place + len(line)))
        lines.append(line)
        place += len(line) + 1
    if table_start is not None:
        tables.append(Table(Span(table_start, place - 1)))
    text = "\n".join(lines)
    kept = tuple(one for one in pages if one.start < len(text))
    return Layout(text, tuple(headings), tuple(tables), kept, without_mere_looks(quotations, text))


def without_mere_looks(quotations: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the quotations; none where most of the text would be one: then that is merely how it looks."""
    return tuple(quotations) if 2 * sum(len(one) for one in quotations) < len(text) else ()


def _line_of(block: Block) -> str:
    """Return the line (for code: the lines) of one block."""
    if block.kind == "row":
        return "\t".join(one_line(cell.replace("\n", " ") if "\n" in cell else cell) for cell in block.cells)
    if block.kind == "code":
        return "\n".join(CODE_INDENT + line for line in block.text.split("\n") if line.strip())
    return one_line(block.text)
