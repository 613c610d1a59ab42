"""Tables of a report's page as Qt can show them: columns as wide as those of a document, numbers at the right."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from html import unescape
from typing import Final

from corpus.report.column_widths import column_shares, least_widths
from corpus.report.model import TableItem
from index.lazy_pattern import LazyPattern

_TABLE: Final = LazyPattern(r"<table>\s*<thead>(.*?)</thead>(.*?)</table>", re.DOTALL)
_FORM: Final = 'width="100%" cellpadding="5" cellspacing="0" style="margin-bottom: 10px"'
_SIZE, _SMALLEST = 13, 8.5
"""The size of words in a table, and the smallest there is, where a text's is 15."""
_WIDE: Final = 9
"""So many columns stand closer, in smaller letters."""
_WIDE_FORM: Final = _FORM.replace('cellpadding="5"', 'cellpadding="2" class="wide"')
_ROW: Final = LazyPattern(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL: Final = LazyPattern(r"<(t[dh])([^>]*)>(.*?)</\1>", re.DOTALL)
_TAG: Final = LazyPattern(r"<[^>]*>")
_NUMBER: Final = ' class="number"'
_LONGEST_NUMBER: Final = 10


def with_tables(html: str, places: float = 0, size: Callable[[float], str] = str) -> str:
    """Return a page with its tables set: Qt knows neither groups of columns nor the classes of cells.

    ``places`` are the half-width characters a line has room for, 0 where there is enough; a table that needs more has
    smaller letters, as ``size`` writes a size in relation to the text's, which counts as 15.
    """
    return _TABLE.sub(partial(_set, places, size), html)


def _set(places: float, size: Callable[[float], str], match: re.Match[str]) -> str:
    head, body = match[1], match[2]
    cells = list(_CELL.finditer(head))
    columns = tuple(_words(cell) for cell in cells)
    rows = tuple(
        cut
        for row in _ROW.finditer(body)
        if len(cut := tuple(_words(cell) for cell in _CELL.finditer(row[1]))) == len(columns)
    )
    right = frozenset(n for n, cell in enumerate(cells) if _NUMBER in cell[2])
    table = TableItem(columns, rows, right=right)
    shares = column_shares(table)
    small = _smaller(table, places, size)
    made = "".join(
        f'<th width="{share:.0f}%"{_side(cell)}{small}>{cell[3]}</th>'
        for share, cell in zip(shares, cells, strict=True)
    )
    body = _CELL.sub(lambda cell: f"<{cell[1]}{_side(cell)}{small}>{cell[3]}</{cell[1]}>", body)
    form = _WIDE_FORM if len(columns) >= _WIDE or small else _FORM
    return f"<table {form}><thead><tr>{made}</tr></thead>{body}</table>"


def _smaller(table: TableItem, places: float, size: Callable[[float], str]) -> str:
    """Return the size of the words of a table that needs more room than there is, as an attribute; else nothing."""
    needed = sum(least_widths(table))
    if not places or needed <= places:
        return ""
    return f' style="font-size: {size(max(_SIZE * places / needed, _SMALLEST))}"'


def _side(cell: re.Match[str]) -> str:
    """Return the attributes of a cell: numbers stand at the right, and are not parted."""
    if _NUMBER not in cell[2]:
        return cell[2]
    whole = ' class="whole"' if len(cell[3]) <= _LONGEST_NUMBER else ""
    return f' align="right"{whole}'


def _words(cell: re.Match[str]) -> str:
    return unescape(_TAG.sub("", cell[3]))
