"""How the page of searches is laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.widgets import SplitPane

if TYPE_CHECKING:
    from desktop.pages.search.page import SearchPage


def arrange(page: SearchPage) -> SplitPane:
    """Put the widgets of the page in their places; return the panes."""
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(page.bar)
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    line = QHBoxLayout()
    line.setContentsMargins(16, 4, 16, 8)
    line.setSpacing(8)
    line.addWidget(page.views)
    line.addSpacing(8)
    line.addWidget(page.count)
    line.addStretch(1)
    line.addWidget(page.copy_button)
    line.addWidget(page.export_button)
    column.addLayout(line)
    page.company_table.setObjectName("flat")
    page.company_table.setAccessibleName(_("搭配"))
    for view in (page.list, page.keyword, page.company_table, page.strips, page.empty):
        page.stack.addWidget(view)
    page.stack.setCurrentWidget(page.empty)
    column.addWidget(page.stack, 1)
    split = SplitPane(page.facets, right, stretch=1)
    split.setSizes([220, 996])
    whole.addWidget(split, 1)
    return split
