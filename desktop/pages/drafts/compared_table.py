"""A table of compared figures on the paper: names at the left, numbers at the right, hairlines between the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Slot

from corpus.language import translate as _
from corpus.report.model import TableItem
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets import TextLabel

_MOST_ROWS: Final = 12
_MOST_NUMBERS: Final = 6
"""Columns of numbers shown: more do not fit on the narrowest paper."""


class ComparedTable(TextLabel):
    """Shows the beginning of a table, of very many columns those that hold most; hides without one."""

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__("", "second", wrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self._theme = theme
        self._table: TableItem | None = None
        theme.changed.connect(self._draw)

    def show_table(self, table: TableItem | None) -> None:
        """Show another table, or none."""
        self._table = table
        self.setVisible(table is not None)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._table is None:
            self.setText("")
            return
        ink, line = (self._theme.colour(name).name() for name in ("ink", "line"))
        style = (
            f"td, th {{ font-size: {scaled(12)}px; border-bottom: 1px solid {line}; white-space: nowrap; }}"
            f" td {{ color: {ink}; }} th {{ font-weight: 400; }} .name {{ white-space: normal; }}"
        )
        self.setText(f"<style>{style}</style>{_html(self._table)}")


def _html(table: TableItem) -> str:
    names = [n for n in range(len(table.columns)) if n not in table.right]
    numbers = sorted(table.right, key=lambda n: (-sum(bool(row[n]) for row in table.rows), n))
    shown = [*names, *sorted(numbers[:_MOST_NUMBERS])]
    rows = "".join(_rows(table, shown, grouped=len(names) > 1))
    told = [
        _("另有 {n} 行", n=len(table.rows) - _MOST_ROWS) if len(table.rows) > _MOST_ROWS else "",
        _("另有 {n} 列", n=len(numbers) - _MOST_NUMBERS) if len(numbers) > _MOST_NUMBERS else "",
    ]
    more = " · ".join(one for one in told if one)
    return f'<table width="100%" cellspacing="0" cellpadding="4">{rows}</table>' + (more and f"<p>{more}</p>")


def _rows(table: TableItem, shown: Sequence[int], *, grouped: bool) -> Iterator[str]:
    """Yield the head and the rows; where rows are ``grouped``, what their first names share stands above them once."""
    columns = shown[1:] if grouped else shown
    yield _row(table, table.columns, columns, "th")
    above = ""
    for row in table.rows[:_MOST_ROWS]:
        if grouped and row[0] != above:
            above = row[0]
            yield f'<tr><td class="name" colspan="{len(columns)}"><b>{escape(above)}</b></td></tr>'
        yield _row(table, row, columns, "td")


def _row(table: TableItem, row: Sequence[str], columns: Sequence[int], tag: str) -> str:
    cells = (
        f'<{tag} align="right">{escape(row[n])}</{tag}>'
        if n in table.right
        else f'<{tag} align="left" class="name">{escape(row[n])}</{tag}>'
        for n in columns
    )
    return f"<tr>{''.join(cells)}</tr>"
