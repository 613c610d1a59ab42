"""How the page of articles is laid out, and what its heading and its empty places say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.collection import Collection
from desktop.pages.documents.places import PlaceKind, ShelfPlace
from desktop.widgets import SplitPane, TextLabel

if TYPE_CHECKING:
    from desktop.pages.documents.page import DocumentsPage


def arrange(page: DocumentsPage) -> SplitPane:
    """Put the widgets of the page in their places; return the panes."""
    left = QWidget()
    left.setMinimumWidth(176)
    column = QVBoxLayout(left)
    column.setContentsMargins(8, 12, 8, 8)
    column.setSpacing(4)
    head = QHBoxLayout()
    head.setContentsMargins(8, 0, 0, 0)
    head.addWidget(TextLabel(_("文库"), "faint"), 1)
    head.addWidget(page.new_button)
    column.addLayout(head)
    column.addWidget(page.shelf, 1)
    middle = QWidget()
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    line = QHBoxLayout()
    line.setContentsMargins(16, 12, 16, 12)
    line.setSpacing(8)
    line.addWidget(page.heading)
    line.addWidget(page.count)
    line.addStretch(1)
    page.field.setMaximumWidth(280)
    line.addWidget(page.field, 2)
    line.addWidget(page.import_button)
    column.addLayout(line)
    page.table.setObjectName("flat")
    page.table.setAccessibleName(_("文章"))
    page.table.setDragEnabled(True)
    page.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    page.stack.addWidget(page.table)
    page.stack.addWidget(page.empty)
    column.addWidget(page.question)
    column.addWidget(page.stack, 1)
    split = SplitPane(left, middle, page.details, stretch=1)
    split.setSizes([220, 700, 296])
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(split)
    return split


def heading_of(place: ShelfPlace, collection: Collection | None) -> str:
    """Return what the list is headed with."""
    names = {
        PlaceKind.ALL: _("文献"),
        PlaceKind.MINE: _("我的文献"),
        PlaceKind.PACK: _("内置资料包"),
        PlaceKind.STARRED: _("星标"),
        PlaceKind.REPAIRS: _("待审校订"),
        PlaceKind.TRASH: _("回收站"),
    }
    return collection.name if collection is not None else names.get(place.kind, place.key)


def empty_words(place: ShelfPlace, *, filtered: bool) -> tuple[str, str]:
    """Return what an empty list says, and the one thing to do about it."""
    if filtered:
        return _("没有标题、作者或标签与此相符的文章。"), _("清除筛选")
    if place.kind is PlaceKind.TRASH:
        return _("回收站是空的。"), ""
    if place.kind is PlaceKind.COLLECTION:
        return _("把文章拖到左边的课题上，它们就列在这里。"), _("查看全部文献")
    return _("这里列出导入的文章：把文件或文件夹拖进窗口，或者选择文件。"), _("导入…")
