"""What can be done with the lines chosen in the concordance."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu

from corpus.language import translate as _
from corpus.library.finding.concordance import ConcordanceLine
from desktop.operations.drafts import put_sentences
from desktop.pages.row_menu import row_menu
from desktop.pages.search.concordance import ConcordanceTable
from desktop.services.context import Context
from desktop.widgets.read_only import only_where_writable


class ChosenLines(QObject):
    """Puts the lines chosen into a draft, each as its sentence, and offers that in their menu."""

    def __init__(self, context: Context, lines: ConcordanceTable) -> None:
        super().__init__(lines)
        self._context = context
        self._lines = lines
        lines.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        lines.table.customContextMenuRequested.connect(self._ask)

    @Slot()
    def put(self) -> None:
        """Put the sentences of the lines chosen into the draft worked on last, in the order listed."""
        self._lines.table.ask_chosen(self._put)

    @Slot(QPoint)
    def _ask(self, point: QPoint) -> None:
        at = self._lines.table.viewport().mapToGlobal(point)
        self._lines.table.ask_chosen(partial(self._offer, at))

    def _offer(self, at: QPoint, chosen: Sequence[ConcordanceLine]) -> None:
        if not chosen:
            return
        if len(chosen) == 1:
            row_menu(self._context, self._lines, chosen[0].place, self._lines.opened.emit).popup(at)
            return
        menu = QMenu(self._lines)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        put = menu.addAction(_("{n} 行加入文稿", n=len(chosen)), partial(self._put, chosen))
        only_where_writable(self._context.library, put)
        menu.popup(at)

    def _put(self, chosen: Sequence[ConcordanceLine]) -> None:
        if chosen:
            places = [(one.place.article, one.place.span) for one in chosen]
            self._context.operations.run(self._lines, put_sentences(list(dict.fromkeys(places))))
        else:
            self._context.notices.tell(_("请先选中一条原句或数据"))
