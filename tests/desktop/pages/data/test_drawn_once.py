"""What a key in the filter of the figures has the window draw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.pages.data import DataPage

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


class Drawn(QObject):
    """Counts how often a widget is drawn from top to bottom."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self.count += event.rect().height() > watched.height() // 2
        return False


def test_the_rows_of_another_filter_are_drawn_once_whichever_columns_tell_them_apart(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.window().resize(2000, 700)
    table, drawn = page.figures.table, Drawn()
    told = []
    pages.settle()
    for text in ("社交电商市场规模", "", "社交电商市场规模"):
        page.bar.field.show_text(text)
        table.viewport().installEventFilter(drawn)
        pages.do(page.bar.changed.emit)
        table.viewport().removeEventFilter(drawn)
        told.append((drawn.count, {n for n in range(len(table.paged.columns)) if table.isColumnHidden(n)}))
        drawn.count = 0
    assert [count for count, _hidden in told] == [1, 1, 1]
    assert told[1][1] < told[0][1]
