"""What pandoc leaves undone in an OpenDocument text: the rules of tables, and the size of numbers in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from corpus.report.writers.packages import rewrite

_TABLE: Final = re.compile(r"<table:table [^>]*>.*?</table:table>", re.DOTALL)
_ROW: Final = "<table:table-row"
_CELL: Final = 'table:style-name="TableRowCell"'
_LAST: Final = 'table:style-name="TableLastRowCell"'
_NAMED: Final = re.compile(r'style:name="(P\d+)" style:family="paragraph" style:parent-style-name="([^"]+)"')
_STYLES: Final = "<office:automatic-styles>"
_RULES: Final = {
    "TableHeaderRowCell": 'fo:border-top="1.5pt solid #000000" fo:border-bottom="0.75pt solid #000000"',
    "TableRowCell": "",
    "TableLastRowCell": 'fo:border-bottom="1.5pt solid #000000"',
}
"""The three rules of a table: above and below its head, and below its last row."""


def finish_odt(path: Path) -> None:
    """Rule the tables of the document at ``path``, and set numbers in them like the words beside them."""
    rewrite(path, {"content.xml": _finished})


def _finished(content: str) -> str:
    content = _with_common_parents(content)
    ruled = _TABLE.sub(lambda match: _ruled_off(match[0]), content)
    return ruled.replace(_STYLES, _STYLES + "".join(map(_cell_style, _RULES)), 1)


def _with_common_parents(content: str) -> str:
    """Return the content with no paragraph's form built on another paragraph's, which office programs pass over."""
    parents = dict(_NAMED.findall(content))

    def rooted(match: re.Match[str]) -> str:
        parent = match[2]
        while parent in parents:
            parent = parents[parent]
        return f'style:name="{match[1]}" style:family="paragraph" style:parent-style-name="{parent}"'

    return _NAMED.sub(rooted, content)


def _cell_style(name: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'fo:padding-left="0.12cm" fo:padding-right="0.12cm" fo:padding-top="0cm" fo:padding-bottom="0cm" '
        f"{_RULES[name]}/></style:style>"
    )


def _ruled_off(table: str) -> str:
    """Return a table with the cells of its last row in a style of their own."""
    head, row, last = table.rpartition(_ROW)
    return head + row + last.replace(_CELL, _LAST)
