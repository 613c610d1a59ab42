"""An article as a Qt document whose positions are the UTF-16 positions of its text, tables included."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from corpus.model.source import Heading, Page, Table
from corpus.model.span import Span
from desktop.reader.text.parting import partings
from desktop.reader.text.typography import ReadingStyle
from desktop.wording.line_ends import joined, joints, solid
from index.lazy_pattern import LazyPattern

_ITEM: Final = LazyPattern(
    r"(?:[•·●○▪◦–—\-*]|\d{1,3}[.、)）]|[（(]?[一二三四五六七八九十]{1,3}[、)）]|[①-⑳])\s?\S"
)
_BULLET: Final = LazyPattern(r"[ \t]*([-*]) +(?![-*]|[\d.,%％万亿 ]+$)\S(?!.*[-*]\s*$)")
"""A hyphen or star that begins an item of a list: no rule of them, no minus, no number of a page between two."""
_SIGNS: Final = ("-", "*")
_LONGEST_ITEM: Final = 120
_LONGEST_TITLE: Final = 200
"""A first line longer than this is a paragraph, not a title."""
MANY_LINES: Final = 2000
"""From so many on the document is made beside the window: some 20 ms."""
_NUMBER: Final = LazyPattern(r"[约超近逾+\-−]?\s*[\d.,，]+\s*(?:%|％|[万亿千百]*[元件户家人个倍年月]?)\s*$")


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text as the reader shows it: headings, tables and pages are code points of ``text``."""

    text: str
    headings: Sequence[Heading] = ()
    tables: Sequence[Table] = ()
    pages: Sequence[Page] = ()
    bullets: bool = False
    """Whether the hyphen or star before an item is shown as the bullet it stands for."""

    def parted(self) -> tuple[int, ...]:
        """Return the offsets before which its document has one character more than the text has, ascending.

        That is a paragraph mark (``pieces``), or a joiner that keeps a line from ending there (``joints``); above a
        table that the text begins with stands an empty paragraph.
        """
        first = (0,) if any(span.start == 0 for span in self.even_tables()) else ()
        return (*first, *sorted((*self.pieces(), *self.joints())))

    def pieces(self) -> tuple[int, ...]:
        """Return the offsets before which a paragraph is parted, ascending."""
        return partings(self.text, self.even_tables())

    def joints(self) -> tuple[int, ...]:
        """Return the offsets before which no line begins, ascending; in tables, which are set by cells, none."""
        return _outside(joints(self.text), self.pieces(), self.even_tables())

    def even_tables(self) -> tuple[Span, ...]:
        """Return where the tables stand that are set as such: as many cells in each row."""
        return tuple(table.span for table in self.tables if _is_even(self.text, table.span))


@lru_cache(maxsize=8)
def _outside(found: tuple[int, ...], pieces: tuple[int, ...], tables: tuple[Span, ...]) -> tuple[int, ...]:
    """Return the offsets that begin no piece and stand in no table; kept for the text that is shown."""
    begun, spans = set(pieces), sorted(tables, key=lambda one: one.start)
    starts = [one.start for one in spans]
    return tuple(
        at
        for at in found
        if at not in begun and not ((n := bisect_right(starts, at)) and at < spans[n - 1].end)
    )


@dataclass(frozen=True, slots=True)
class _Form:
    """How a line is set: its kind, the number of its table, whether its paragraph goes on above or below it."""

    kind: str
    table: int = -1
    above: bool = False
    below: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines set alike, joined; a table's ``lines`` are its rows."""

    form: _Form
    lines: tuple[str, ...]


def build_document(shown: ShownText, style: ReadingStyle) -> QTextDocument:
    """Return ``shown`` set in ``style``.

    Line ends become paragraph marks, a table's line ends and tabs become cell borders, so that every
    position is the UTF-16 position of the text, but for what stands before ``shown.parted()``. A table whose
    rows differ in length stays lines with tabs; above one the text begins with Qt puts an empty paragraph, of which
    nothing is seen.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.font())
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    # Words of other scripts stay whole, Chinese breaks anywhere its punctuation allows.
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(style.pixels * 5)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    after_table = True
    forms: dict[_Form, tuple[QTextBlockFormat, QTextCharFormat]] = {}
    for part in _parts(shown):
        if part.form.kind == "table":
            _insert_table(cursor, part.lines, style)
            after_table = True
            continue
        if part.form not in forms:
            forms[part.form] = _shape_of(part.form, style), style.characters(part.form.kind)
        shape, characters = forms[part.form]
        if after_table:
            cursor.setBlockFormat(shape)
            cursor.setBlockCharFormat(characters)
        else:
            cursor.insertBlock(shape, characters)
        cursor.insertText("\n".join(part.lines), characters)
        after_table = False
    cursor.endEditBlock()
    frame = document.rootFrame().frameFormat()
    frame.setTopMargin(style.pixels * 2)
    frame.setBottomMargin(style.pixels * 6)
    document.rootFrame().setFrameFormat(frame)
    return document


def built_beside(shown: ShownText, style: ReadingStyle) -> QTextDocument | None:
    """Return the document of a text of many lines, given over to the window's thread; ``None`` of one of few.

    Called in another thread: the window would stand still meanwhile.
    """
    application = QCoreApplication.instance()
    if application is None or shown.text.count("\n") < MANY_LINES:
        return None
    document = build_document(shown, style)
    document.moveToThread(application.thread())
    return document


def line_kind(shown: ShownText, offset: int) -> str:
    """Return how the line of a code point is set: title, heading, bullet, item, body or blank; of none a table."""
    start = shown.text.rfind("\n", 0, offset) + 1
    end = shown.text.find("\n", start)
    line = shown.text[start:] if end < 0 else shown.text[start:end]
    level = next((one.level for one in shown.headings if one.start == start), None)
    return _kind_of(line, level, first=start == 0)


def _parts(shown: ShownText) -> Iterator[_Part]:
    """Yield the text in runs of lines set alike, in order and without a gap."""
    for form, group in groupby(_forms(shown), key=lambda one: one[0]):
        yield _Part(form, tuple(line for _form, line in group))


def _forms(shown: ShownText) -> Iterator[tuple[_Form, str]]:
    """Yield each line with how it is set, an overlong one piece by piece."""
    levels = {heading.start: heading.level for heading in shown.headings}
    parted, kept, text = shown.pieces(), shown.joints(), solid(shown.text)

    def held(start: int, end: int) -> str:
        within = kept[bisect_right(kept, start) : bisect_right(kept, end)]
        return joined(text[start:end], [at - start for at in within])

    if shown.bullets:
        text = _with_bullets(text)

    tables = sorted(shown.even_tables(), key=lambda span: span.start)
    starts = [span.start for span in tables]
    plain: dict[str, _Form] = {}
    start = 0
    for line in shown.text.split("\n"):
        end = start + len(line)
        table = bisect_right(starts, start) - 1
        if table >= 0 and start < tables[table].end:
            yield _Form("table", table), line
        else:
            kind = _kind_of(line, levels.get(start), first=start == 0)
            cuts = parted[bisect_right(parted, start) : bisect_right(parted, end)]
            if cuts:
                yield from _pieces(kind, held, (start, *cuts, end))
            else:
                yield plain.setdefault(kind, _Form(kind)), held(start, end)
        start = end + 1


def _with_bullets(text: str) -> str:
    """Return a text with bullets in the places of the signs they are typed as; as long as before."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        found = _BULLET.match(line) if number and line.lstrip(" \t")[:1] in _SIGNS else None
        if found is not None:
            lines[number] = f"{line[: found.start(1)]}•{line[found.end(1) :]}"
    return "\n".join(lines)


def _pieces(kind: str, held: Callable[[int, int], str], cuts: Sequence[int]) -> Iterator[tuple[_Form, str]]:
    for number, (start, end) in enumerate(pairwise(cuts)):
        yield _Form(kind, above=number > 0, below=number < len(cuts) - 2), held(start, end)


def _shape_of(form: _Form, style: ReadingStyle) -> QTextBlockFormat:
    """Return how a line is set; where its paragraph goes on, nothing parts it from the next line."""
    shape = style.block(form.kind)
    if form.above:
        shape.setTextIndent(0)
        shape.setTopMargin(0)
    if form.below:
        shape.setBottomMargin(0)
    return shape


def _kind_of(line: str, level: int | None, *, first: bool) -> str:
    if first and len(line) <= _LONGEST_TITLE and "\t" not in line:
        return "title"
    if level is not None and line.strip():
        return f"heading{min(max(level, 1), 6)}"
    if not line.strip():
        return "blank"
    if line.lstrip(" \t")[:1] in _SIGNS and _BULLET.match(line):
        return "bullet"
    # A long paragraph that begins with a number is a paragraph all the same.
    return "item" if len(line) <= _LONGEST_ITEM and _ITEM.match(line) else "body"


def _is_even(text: str, span: Span) -> bool:
    """Tell whether a span is whole lines that make a table: two or more rows of the same number of cells."""
    if span.start > 0 and text[span.start - 1] != "\n":
        return False
    rows = span.of(text).removesuffix("\n").split("\n")
    widths = {row.count("\t") for row in rows}
    return len(rows) > 1 and len(widths) == 1 and widths != {0}


def _insert_table(cursor: QTextCursor, rows: Sequence[str], style: ReadingStyle) -> None:
    cells = [row.split("\t") for row in rows]
    table = cursor.insertTable(len(cells), len(cells[0]), _table_form(cells, style))
    shape, plain = style.block("cell"), style.characters("cell")
    numeric = {
        column for column, texts in enumerate(zip(*cells[1:], strict=True)) if any(map(_NUMBER.match, texts))
    }
    head = style.characters("cell")
    head.setFontWeight(600)
    for row, texts in enumerate(cells):
        for column, text in enumerate(texts):
            cell = table.cellAt(row, column).firstCursorPosition()
            is_number = column in numeric and (row == 0 or _NUMBER.match(text) is not None)
            shape.setAlignment(Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft)
            cell.setBlockFormat(shape)
            cell.insertText(text, head if row == 0 else plain)
    _leave(cursor, table)


def _table_form(cells: Sequence[Sequence[str]], style: ReadingStyle) -> QTextTableFormat:
    form = QTextTableFormat()
    form.setCellPadding(style.pixels * 0.3)
    form.setCellSpacing(0)
    form.setBorder(0)
    form.setTopMargin(style.pixels * 0.6)
    form.setBottomMargin(style.pixels)
    form.setHeaderRowCount(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    widest = [min(max(len(text) for text in column), 24) + 2 for column in zip(*cells, strict=True)]
    share = 100 / sum(widest)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, width * share) for width in widest]
    )
    return form


def _leave(cursor: QTextCursor, table: QTextTable) -> None:
    cursor.setPosition(table.lastPosition() + 1)
