"""The text of a PDF built line by line: paragraphs joined, pages and headings known, furniture set apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.importing.blocks.blocks import without_mere_looks
from corpus.importing.pdf.lines import Piece
from corpus.importing.pdf.paragraphs import Column, goes_on, joined
from corpus.importing.pdf.set_apart import Paragraph, set_apart
from corpus.model.source import Heading, Page, ReaderRepair, Table
from corpus.model.span import Span
from corpus.text.decode import tidy
from index.lazy_pattern import LazyPattern

_BLANKS: Final = LazyPattern(r"[ \u00a0]+")
_FURNITURE: Final = "page_furniture"


class TextBuilder:
    """Takes lines in reading order; ``text`` and all spans are whole once ``finish`` was called."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._length = 0
        self._above: Piece | None = None
        self._before = Column(0.0, 0.0, 0.0)
        self._waiting: list[tuple[str, int]] = []
        self._table: int | None = None
        self._new_pages: list[int] = []
        self.headings: list[Heading] = []
        self.pages: list[Page] = []
        self.tables: list[Table] = []
        self.repairs: list[ReaderRepair] = []
        self._paragraphs: list[Paragraph] = []

    @property
    def quotations(self) -> tuple[Span, ...]:
        """Return the paragraphs the pages set apart."""
        return without_mere_looks(set_apart(self._paragraphs), self.text)

    @property
    def text(self) -> str:
        """Return what was built."""
        return "".join(self._parts)

    def page(self, number: int) -> None:
        """Begin a page, counted from 1: it begins where the next character will stand."""
        self._new_pages.append(number)

    def furniture(self, line: Piece) -> None:
        """Take a line that belongs to the page: it stands in the text, and a repair takes it out."""
        text = tidy(_BLANKS.sub(" ", line.text.replace("\t", " "))).strip()
        if text:
            self._waiting.append((text, line.page))

    def line(self, line: Piece, column: Column, *, row: bool) -> None:
        """Take a line of the text; ``row`` where it is one of a table."""
        text = tidy(_BLANKS.sub(" ", line.text if row else line.text.replace("\t", " "))).strip(" ")
        if not text:
            return
        above = self._above
        same_place = (
            above is not None and above.page == line.page and not self._waiting and line.base > above.base
        )
        joins = (
            above is not None
            and not row
            and goes_on(above, line, self._before, column, same_place=same_place)
        )
        if above is not None and above.level and above.level == line.level and same_place and not row:
            joins = line.base - above.base < 2 * line.size
        self._put(text, line, joins=joins, row=row)
        if not joins:
            self._paragraphs.append(Paragraph(self._length - len(text), self._length))
        if self._paragraphs:
            self._paragraphs[-1].end = self._length
            self._paragraphs[-1].lines.append((line, column))
        self._above, self._before = line, column

    def apart(self) -> None:
        """End the paragraph at hand."""
        self._above = None

    def _put(self, text: str, line: Piece, *, joins: bool, row: bool) -> None:
        between = ""
        if joins:
            last, between = joined(self._parts[-1], text)
            self._length += len(last) - len(self._parts[-1])
            self._parts[-1] = last
        if self._table is not None and not row:
            self.tables.append(Table(Span(self._table, self._length)))
            self._table = None
        self._break(between, joins=joins)
        if row and self._table is None:
            self._table = self._length
        self._begin_pages()
        if line.level:
            self._head(text, line, joins=joins, between=between)
        self._write(text)

    def _break(self, between: str, *, joins: bool) -> None:
        """Write what stands between two lines: furniture that waits, and a line end unless they are joined."""
        if not self._waiting:
            if joins or self._length:
                self._write(between if joins else "\n")
            return
        start = self._length
        if self._length:
            self._write("\n")
            start += not joins
        for text, page in self._waiting:
            while self._new_pages and self._new_pages[0] <= page + 1:
                self.pages.append(Page(str(self._new_pages.pop(0)), self._length))
            self._write(text + "\n")
        self._waiting.clear()
        self.repairs.append(ReaderRepair(_FURNITURE, start, self._length, between if joins else ""))

    def _begin_pages(self) -> None:
        while self._new_pages:
            self.pages.append(Page(str(self._new_pages.pop(0)), self._length))

    def _head(self, text: str, line: Piece, *, joins: bool, between: str) -> None:
        """Note a heading; one of several lines is one heading."""
        if joins and self.headings:
            last = self.headings[-1]
            self.headings[-1] = Heading(last.level, last.text + between + text, last.start)
        else:
            self.headings.append(Heading(line.level, text, self._length))

    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def finish(self) -> None:
        """Write what still waits at the end of the last page."""
        if self._table is not None:
            self.tables.append(Table(Span(self._table, self._length)))
            self._table = None
        if self._waiting:
            start = self._length
            for text, page in self._waiting:
                self._write("\n" if self._length else "")
                while self._new_pages and self._new_pages[0] <= page + 1:
                    self.pages.append(Page(str(self._new_pages.pop(0)), self._length))
                self._write(text)
            self._waiting.clear()
            self.repairs.append(ReaderRepair(_FURNITURE, start, self._length))


def rows_of(lines: Sequence[Piece]) -> frozenset[int]:
    """Return the ids of the lines that are rows of a table: at least two below each other with several cells.

    What the file itself calls a row is one.
    """
    found = {id(one) for one in lines if one.tabled}
    for above, below in pairwise(lines):
        if len(above.cells) > 1 and len(below.cells) > 1 and above.page == below.page:
            found |= {id(above), id(below)}
    return frozenset(found)
