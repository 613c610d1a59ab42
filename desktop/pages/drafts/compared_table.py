"""A table of compared figures on the paper: names at the left, numbers at the right, hairlines between the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent

from corpus.language import translate as _
from corpus.report.model import TableItem
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, scaled
from desktop.widgets import TextLabel

_MOST_ROWS: Final = 12
_LETTERS: Final = 12
_PADDING: Final = 4
_SHORT: Final = 6
"""Names of so few characters stay on one line."""


class ComparedTable(TextLabel):
    """Shows the beginning of a table, of its columns those that hold most as far as they fit; hides without one."""

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._table is None:
            self.setText("")
            return
        ink, line = (self._theme.colour(name).name() for name in ("ink", "line"))
        style = (
            f"td, th {{ font-size: {scaled(_LETTERS)}px; border-bottom: 1px solid {line}; white-space: nowrap; }}"
            f" td {{ color: {ink}; }} th {{ font-weight: 400; }} .name {{ white-space: normal; }}"
        )
        self.setText(f"<style>{style}</style>{_html(self._table, self._columns(self._table))}")

    def _columns(self, table: TableItem) -> list[int]:
        """Return the numbers of the columns shown, in order; names always are."""
        metrics = QFontMetrics(interface_font(_LETTERS))

        def wide(column: int) -> int:
            words = (table.columns[column], *(row[column] for row in table.rows[:_MOST_ROWS]))
            return max(map(metrics.horizontalAdvance, words)) + 2 * _PADDING

        names = _names(table)
        beside = names[1:] or names
        room = self.width() - sum(map(wide, beside))
        shown = list(names)
        for column in sorted(table.right, key=lambda n: (-sum(bool(row[n]) for row in table.rows), n)):
            room -= wide(column)
            if room < 0 and len(shown) > len(names):
                break
            shown.append(column)
        return sorted(shown)


def _names(table: TableItem) -> list[int]:
    return [n for n in range(len(table.columns)) if n not in table.right]


def _html(table: TableItem, shown: Sequence[int]) -> str:
    rows = "".join(_rows(table, shown, grouped=len(_names(table)) > 1))
    more, left = len(table.rows) - _MOST_ROWS, len(table.columns) - len(shown)
    told = [_("另有 {n} 行", n=more) if more > 0 else "", _("另有 {n} 列", n=left) if left else ""]
    below = " · ".join(one for one in told if one)
    table_html = f'<table width="100%" cellspacing="0" cellpadding="{_PADDING}">{rows}</table>'
    return table_html + (below and f"<p>{below}</p>")


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
        else f'<{tag} align="left"{_side_of(row[n])}>{escape(row[n])}</{tag}>'
        for n in columns
    )
    return f"<tr>{''.join(cells)}</tr>"


def _side_of(name: str) -> str:
    return "" if len(name) <= _SHORT else ' class="name"'
