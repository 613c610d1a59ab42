"""An article as a Qt document whose positions are the UTF-16 positions of its text, tables included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
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
from desktop.reader.typography import ReadingStyle

_ITEM: Final = re.compile(
    r"(?:[•·●○▪◦–—\-*]|\d{1,3}[.、)）]|[（(]?[一二三四五六七八九十]{1,3}[、)）]|[①-⑳])\s?\S"
)
_LONGEST_ITEM: Final = 120
_NUMBER: Final = re.compile(r"[约超近逾+\-−]?\s*[\d.,，]+\s*(?:%|％|[万亿千百]*[元件户家人个倍年月]?)\s*$")


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text as the reader shows it: headings, tables and pages are code points of ``text``."""

    text: str
    headings: Sequence[Heading] = ()
    tables: Sequence[Table] = ()
    pages: Sequence[Page] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one kind, joined; a table's ``lines`` are its rows."""

    kind: str
    lines: tuple[str, ...]


def build_document(shown: ShownText, style: ReadingStyle) -> QTextDocument:
    """Return ``shown`` set in ``style``.

    Line ends become paragraph marks, a table's line ends and tabs become cell borders, so that every
    position is the UTF-16 position of the text. A table whose rows differ in length stays lines with tabs.
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
    for part in _parts(shown):
        if part.kind == "table":
            _insert_table(cursor, part.lines, style)
            after_table = True
            continue
        shape, characters = style.block(part.kind), style.characters(part.kind)
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


def line_kind(shown: ShownText, offset: int) -> str:
    """Return how the line of a code point is set: title, heading, item, body or blank. Tables are not looked at."""
    start = shown.text.rfind("\n", 0, offset) + 1
    if start == 0:
        return "title"
    end = shown.text.find("\n", start)
    line = shown.text[start:] if end < 0 else shown.text[start:end]
    level = next((one.level for one in shown.headings if one.start == start), None)
    return _kind_of(line, level)


def _parts(shown: ShownText) -> Iterator[_Part]:
    """Yield the text in runs of lines of one kind, in order and without a gap."""
    for kind, group in groupby(_kinds(shown), key=lambda one: one[0]):
        yield _Part(kind.partition("@")[0], tuple(line for _kind, line in group))


def _kinds(shown: ShownText) -> Iterator[tuple[str, str]]:
    """Yield each line with its kind; a table's kind carries its number so that neighbours stay apart."""
    levels = {heading.start: heading.level for heading in shown.headings}
    spans = [table.span for table in shown.tables if _is_even(shown.text, table.span)]
    at = 0
    for number, line in enumerate(shown.text.split("\n")):
        table = next((n for n, span in enumerate(spans) if span.start <= at < span.end), None)
        if number == 0:
            yield "title", line
        elif table is not None:
            yield f"table@{table}", line
        else:
            yield _kind_of(line, levels.get(at)), line
        at += len(line) + 1


def _kind_of(line: str, level: int | None) -> str:
    if level is not None and line.strip():
        return f"heading{min(max(level, 1), 6)}"
    if not line.strip():
        return "blank"
    # A long paragraph that begins with a number is a paragraph all the same.
    return "item" if len(line) <= _LONGEST_ITEM and _ITEM.match(line) else "body"


def _is_even(text: str, span: Span) -> bool:
    """Tell whether a span is whole lines that make a table: two or more rows of the same number of cells."""
    if span.start == 0 or text[span.start - 1] != "\n":
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
