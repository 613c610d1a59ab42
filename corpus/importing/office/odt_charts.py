"""Charts of an ODT file, which pandoc passes by: the title a paragraph, the figures a table behind what holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from corpus.importing.xml_tree import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_NO_FIGURE: Final = frozenset({"NaN", "1.#NAN"})
_MOST_ROWS: Final = 5000


def put_chart_behind(frame: _Element, inside: _Element) -> bool:
    """Put title and figures of the chart ``inside`` behind the paragraph of its frame; tell if there were any."""
    chart = next((one for one in inside.iter() if local(one.tag) == "chart" and _is_drawn(one)), None)
    if chart is None:
        return False
    title = next((_words(one) for one in chart if local(one.tag) == "title"), "")
    rows = [
        [_words(cell) for cell in row if local(cell.tag) == "table-cell"]
        for row in list(chart.iter(f"{_TABLE}table-row"))[:_MOST_ROWS]
    ]
    rows = [row for row in rows if any(row)]
    tied = next((one for one in frame.iterancestors() if local(one.tag) in ("p", "h")), frame)
    if len(rows) > 1:
        tied.addnext(_table(tied, rows))
    if title:
        line = tied.makeelement(f"{_TEXT}p")
        line.text = title
        tied.addnext(line)
    return bool(title) or len(rows) > 1


def _is_drawn(element: _Element) -> bool:
    return any(local(one.tag) in ("plot-area", "table") for one in element)


def _words(element: _Element) -> str:
    found = ("".join(one.itertext()).strip() for one in element.iter(f"{_TEXT}p"))
    words = " ".join(filter(None, found))
    return "" if words in _NO_FIGURE else words


def _table(beside: _Element, rows: list[list[str]]) -> _Element:
    table = beside.makeelement(f"{_TABLE}table")
    for row in rows:
        line = table.makeelement(f"{_TABLE}table-row")
        table.append(line)
        for words in row:
            cell = line.makeelement(f"{_TABLE}table-cell")
            line.append(cell)
            inner = cell.makeelement(f"{_TEXT}p")
            inner.text = words
            cell.append(inner)
    return table
