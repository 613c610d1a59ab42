"""Where a range of a document stands on the page, line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextLayout, QTextLine

_GAP_STEP: Final = 6
_WIDEST_GAP: Final = 96
"""How far below a place between two paragraphs the next line is looked for, in pixels."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of one line in document coordinates: its box of glyph height, and where its letters stand."""

    box: QRectF
    baseline: float


def stretches(document: QTextDocument, start: int, end: int) -> Iterator[Stretch]:
    """Yield the parts of lines between two UTF-16 positions, top to bottom; they are laid out if need be."""
    for line in _lines(document, start, end):
        if line.end > start and line.start < end:
            yield line.part(start, end)


class Lines:
    """The lines of a document between two heights, asked of Qt once for all marks that stand in them."""

    def __init__(self, document: QTextDocument, top: float, bottom: float) -> None:
        """Go through the lines; what is not laid out yet is."""
        first = position_at(document, 0, top)
        seen = _lines(document, first, document.characterCount(), bottom)
        self._lines = sorted(seen, key=lambda line: line.start)
        self._starts = [line.start for line in self._lines]

    @property
    def start(self) -> int:
        """Return the UTF-16 position at which the first line begins."""
        return self._starts[0] if self._lines else 0

    @property
    def end(self) -> int:
        """Return the UTF-16 position at which the last line ends."""
        return self._lines[-1].end if self._lines else 0

    def stretches(self, start: int, end: int) -> Iterator[Stretch]:
        """Yield the parts of these lines between two UTF-16 positions, top to bottom."""
        for number in range(max(bisect_right(self._starts, start) - 1, 0), len(self._lines)):
            line = self._lines[number]
            if line.start >= end:
                return
            if line.end > start:
                yield line.part(start, end)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line between two UTF-16 positions of its document; ``at`` is where its paragraph begins."""

    start: int
    end: int
    at: int
    left: float
    baseline: float
    line: QTextLine

    def part(self, start: int, end: int) -> Stretch:
        """Return what stands between two positions that meet the line."""
        # PySide gives (x, position): the position comes back changed when it lies within a cluster.
        one = _x(self.line.cursorToX(max(start, self.start) - self.at))
        other = _x(self.line.cursorToX(min(end, self.end) - self.at))
        return Stretch(QRectF(self.left + min(one, other), self.baseline, abs(other - one), 0), self.baseline)


def _lines(document: QTextDocument, start: int, end: int, bottom: float = inf) -> Iterator[_Line]:
    """Yield the lines between two UTF-16 positions that begin above a height."""
    whole, block = document.documentLayout(), document.findBlock(start)
    while block.isValid() and (at := block.position()) < end:
        origin, layout = whole.blockBoundingRect(block).topLeft(), block.layout()
        left, top, length = origin.x(), origin.y(), block.length() - 1
        if top > bottom:
            return
        # A paragraph may have thousands of lines, and each as many marks: only those of the range are gone through.
        first = layout.lineForTextPosition(max(start - at, 0))
        for number in range(first.lineNumber() if first.isValid() else 0, layout.lineCount()):
            line = layout.lineAt(number)
            begin, high = line.textStart(), top + line.y()
            if at + begin >= end or high > bottom:
                break
            stop = min(begin + line.textLength(), length)
            if stop > begin:
                yield _Line(at + begin, at + stop, at, left, high + line.ascent(), line)
        block = block.next()


def position_at(document: QTextDocument, x: float, y: float) -> int:
    """Return the UTF-16 position at a place of a document, between two paragraphs that of the line below.

    Only what stands above the place is laid out. Asked for a place between paragraphs, Qt answers with the end of
    what is not laid out yet, and a cursor put there has the whole document laid out; and it goes through all
    paragraphs above. So the paragraph is looked for by halves, where it stands in no table.
    """
    found = _position_in_paragraph(document, x, y)
    if found is not None:
        return found
    layout = document.documentLayout()
    for below in range(0, _WIDEST_GAP, _GAP_STEP):
        position = layout.hitTest(QPointF(x, y + below), Qt.HitTestAccuracy.FuzzyHit)
        if document.findBlock(position).layout().lineCount():
            return position
    return document.characterCount() - 1


def _position_in_paragraph(document: QTextDocument, x: float, y: float) -> int | None:
    """Return the position at a place in or just above a paragraph; ``None`` in a table, or below what is laid out."""
    layout = document.documentLayout()
    numbers = range(document.blockCount())
    block = document.findBlockByNumber(
        max(0, bisect_left(numbers, True, key=lambda n: _begins_below(document, n, y)) - 1)
    )
    if not _in_table(block) and layout.blockBoundingRect(block).bottom() <= y and block.next().isValid():
        block = block.next()
    lines = block.layout()
    if _in_table(block) or not lines.lineCount():
        return None
    at = QPointF(x, y) - layout.blockBoundingRect(block).topLeft()
    number = bisect_left(range(lines.lineCount() - 1), True, key=lambda n: _bottom(lines, n) > at.y())
    line = lines.lineAt(number)
    return block.position() + (line.textStart() if at.y() < line.y() else int(_x(line.xToCursor(at.x()))))


def _begins_below(document: QTextDocument, number: int, y: float) -> bool:
    """Tell whether a paragraph begins below a height, or is not laid out yet."""
    block = document.findBlockByNumber(number)
    return not block.layout().lineCount() or document.documentLayout().blockBoundingRect(block).top() > y


def _bottom(lines: QTextLayout, number: int) -> float:
    line = lines.lineAt(number)
    return line.y() + line.height()


def _in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def known_size(document: QTextDocument, height: float) -> QSizeF:
    """Return the size of a document, of one that is not laid out yet the size down to a height."""
    position_at(document, 0, height)
    if document.lastBlock().layout().lineCount():
        return document.size()
    return QSizeF(document.textWidth(), height)


def _x(value: object) -> float:
    return float(value[0]) if isinstance(value, tuple) else float(value)  # type: ignore[arg-type]  # Qt gives either


def top_of(document: QTextDocument, position: int) -> float:
    """Return the height at which the line of a UTF-16 position begins."""
    block = document.findBlock(position)
    if not block.isValid():
        return 0.0
    origin = document.documentLayout().blockBoundingRect(block).top()
    line = block.layout().lineForTextPosition(position - block.position())
    return float(origin + line.y()) if line.isValid() else float(origin)
