"""The left of the page of drafts: all drafts, and the outline of the one worked on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.templates import template_name, template_told
from corpus.library.core.library import Library
from corpus.library.reports.beginning import OwnTemplate
from corpus.library.reports.example import EXAMPLE, example_title
from corpus.library.reports.templates import TEMPLATES
from corpus.model.draft import Draft
from desktop.pages.drafts.gathering import Shelf
from desktop.pages.drafts.outline import Outline
from desktop.theme import ThemeManager
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row
from desktop.widgets.read_only import only_where_writable
from desktop.wording.shortening import as_entry


class DraftSide(QWidget):
    """Lists drafts and headings; ``begun`` carries the key of the template a draft shall be begun with."""

    chosen = Signal(str)
    deleted = Signal(str)
    begun = Signal(str)
    linked = Signal(str)
    """The key of a draft whose address is wanted."""
    template_dropped = Signal(str)

    def __init__(self, library: Library, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._own: Sequence[OwnTemplate] = ()
        self.new = QuietButton(_("新建文稿"), theme, "plus")
        self.new.clicked.connect(self._on_new)
        self.list = RowList(theme, _("文稿"), self, lines=(2, 1))
        self.list.chosen.connect(self.chosen)
        self.list.deleted.connect(self.deleted)
        self.list.asked.connect(self._offer)
        self.outline = Outline(theme, self)
        self.no_heads = TextLabel(_("加一个小标题，这里就有提纲。"), "small", self, wrap=True)
        self.outline.row_model.modelReset.connect(self._show_outline)
        self._show_outline()
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_EDGE, HEAD_TOP, 12, 12)
        column.setSpacing(12)
        line = HeadLine()
        line.addWidget(TextLabel(_("文稿"), "title"))
        column.addLayout(line)
        column.addWidget(self.new)
        column.addWidget(self.list, 2)
        column.addWidget(TextLabel(_("提纲"), "strong"))
        column.addWidget(self.no_heads)
        column.addWidget(self.outline, 3)

    def show_drafts(self, shelf: Shelf) -> None:
        """Show the drafts, with the one worked on chosen."""
        self._own = shelf.own
        self.list.set_rows([_row(one) for one in shelf.drafts])
        self.list.choose(shelf.chosen, tell=False)

    def offer_templates(self, button: QWidget, own: Sequence[OwnTemplate]) -> None:
        """Offer what a draft may begin with, below a button."""
        menu = QMenu(self)
        for template in TEMPLATES:
            name, told = template_name(template.key), template_told(template.key)
            menu.addAction(_("{name}：{told}", name=name, told=told)).setData(template.key)
        if own:
            menu.addSeparator()
        for one in own:
            menu.addAction(as_entry(one.name)).setData(one.key)
        if own:
            gone = menu.addMenu(_("删除模板"))
            for one in own:
                gone.addAction(as_entry(one.name), partial(self.template_dropped.emit, one.key))
        if example_title():
            menu.addSeparator()
            menu.addAction(_("示例文稿：{title}", title=example_title())).setData(EXAMPLE)
        menu.triggered.connect(self._on_template)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot()
    def _show_outline(self) -> None:
        """Leave the room of an outline without headings to the drafts, and say how it comes about."""
        there = bool(self.outline.row_model.rows)
        self.outline.setVisible(there)
        self.no_heads.setHidden(there)

    @Slot()
    def _on_new(self) -> None:
        self.offer_templates(self.new, self._own)

    @Slot(QAction)
    def _on_template(self, action: QAction) -> None:
        if action.data():
            self.begun.emit(str(action.data()))

    @Slot(str, QPoint)
    def _offer(self, key: str, at: QPoint) -> None:
        """Offer what can be done with a draft of the list."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("打开"), partial(self.chosen.emit, key))
        menu.addAction(_("复制链接"), partial(self.linked.emit, key))
        menu.addSeparator()
        only_where_writable(self._library, menu.addAction(_("删除文稿"), partial(self.deleted.emit, key)))
        menu.popup(at)


def _row(draft: Draft) -> Row:
    count = _("{n} 条", n=len(draft.items))
    return Row(draft.id, draft.title, footer=f"{draft.modified[:10]} · {count}")
