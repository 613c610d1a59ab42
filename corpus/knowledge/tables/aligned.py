"""Tables whose cells blanks alone part, as accounts are set in plain text: 收入      8,642.3   7,915.6   9.2%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_GAP: Final = LazyPattern(r"(?<=\S)(?:[ 　]{3,}|　{2,})(?=\S)")
_NUMBER: Final = LazyPattern(
    r"[（(]?[-+－]?[\d,，.]+[ ]?(?:[%％]|个?百分点|倍|[百千万亿]*元|[pP][cC][tT])?[）)]?|[-—–－/]+|不适用|N/?A"
)
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 3
_HEADS: Final = 2
"""No more lines are the head of such a table."""

Row = tuple[Span, ...]
"""The cells of a line."""


def aligned_tables(text: str) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of the tables of a text that blanks alone part, its head among them; takes linear time.

    Every row but the head has a name and as many numbers as the others; a head without a first cell gets an empty one.
    """
    if not _GAP.search(text):
        return
    rows: list[Row] = []
    start = 0
    for line in (*text.split("\n"), ""):
        cells = _cells(line, start)
        if len(cells) >= _FEWEST_COLUMNS - 1:
            rows.append(cells)
        else:
            if table := _table(rows, text):
                yield table
            rows = []
        start += len(line) + 1


def _cells(line: str, start: int) -> Row:
    """Return the cells of a line that wide gaps part; none where nothing does."""
    gaps = list(_GAP.finditer(line)) if "\t" not in line and "|" not in line else []
    if not gaps:
        return ()
    first = len(line) - len(line.lstrip())
    starts = [first, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(line.rstrip())]
    return tuple(Span(start + begin, start + end) for begin, end in zip(starts, ends, strict=True))


def _table(rows: Sequence[Row], text: str) -> tuple[Row, ...]:
    """Return a run of rows as a table with its head, nothing where they are none."""
    bodies = [_is_body(row, text) for row in rows]
    first = bodies.index(True) if any(bodies) else len(rows)
    width = len(rows[first]) if first < len(rows) else 0
    body = [row for row, told in zip(rows, bodies, strict=True) if told and len(row) == width]
    head = [row for row in rows[max(0, first - _HEADS) : first] if width - 1 <= len(row) <= width]
    if len(body) < _FEWEST_ROWS or len(body) < len(rows) - first or not head:
        return ()
    return (*(_padded(row, width) for row in head), *body)


def _padded(row: Row, width: int) -> Row:
    """Return a head as wide as its table: what stands over the names of the rows is left out."""
    return row if len(row) == width else (Span(row[0].start, row[0].start), *row)


def _is_body(row: Row, text: str) -> bool:
    """Tell whether a row is a name with numbers behind it."""
    named = _NUMBER.fullmatch(row[0].of(text)) is None
    return named and len(row) >= _FEWEST_COLUMNS and all(_NUMBER.fullmatch(one.of(text)) for one in row[1:])
