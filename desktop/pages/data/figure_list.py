"""The list of figures that pass the filter, or the sentence in its place where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from corpus.language import translate as _
from corpus.library.core.views import StatisticView
from desktop.pages.data.columns import ROOM_FOR, Row, agreement_of, columns, evidence_of, rows_of, sign_of
from desktop.pages.data.figure_set import FigureSet
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets import EmptyState, ListModel, ListTable
from desktop.widgets.mark_column import EvidenceDelegate, SignDelegate, WordDelegate


class FigureList(QStackedWidget):
    """Shows figures of ``found``; the one looked at stays chosen where it is still listed."""

    opened = Signal(object)
    """The sentence of a figure (StatisticView) is asked for."""
    emptied = Signal()
    """There is no figure to choose any more."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = FigureSet()
        self.wanted = ""
        """The figure (its id) to choose as soon as it is there."""
        self._left: dict[str, Any] = {}
        self.model: ListModel[Row] = ListModel(columns(theme))
        self.table = ListTable(self.model, multiple=True)
        self.empty = EmptyState(theme, "", _("清除筛选"), "data")
        self._sections = {one.key: section for section, one in enumerate(self.model.columns)}
        self._arrange(theme)
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(self._on_clicked)

    def chosen(self) -> Sequence[StatisticView]:
        """Return the figures chosen."""
        return [row.view for row in self.table.chosen_rows()]

    def listed(self) -> Sequence[StatisticView]:
        """Return the figures listed, in the order they are listed in."""
        return [row.view for row in self.model.rows]

    def show_figures(self, shown: tuple[StatisticView, ...], figure: str) -> None:
        """List these figures; choose ``figure`` (an id), or else the first, unless another one is waited for."""
        keep = self.wanted or figure
        scroll = self.table.verticalScrollBar().value()
        self.model.set_rows(rows_of(shown, self.found.agreed))
        if self._left:
            self.table.restore_view({**self._left, "row": -1})
            scroll, self._left = int(self._left.get("scroll", 0)), {}
        self._show_empty(bool(shown))
        self._choose_again(keep, scroll)

    def restore_later(self, table: dict[str, Any]) -> None:
        """Bring order and scroll place (``ListTable.view_state``) back when figures are listed next."""
        self._left = table

    def fit_columns(self, room: int) -> None:
        """Show as many columns as there is ``room`` (pixels) for."""
        for key, needed in ROOM_FOR.items():
            self.table.setColumnHidden(self._sections[key], room < scaled(needed))

    def _arrange(self, theme: ThemeManager) -> None:
        table, place = self.table, self._sections
        table.setObjectName("flat")
        table.setAccessibleName(_("统计数据"))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setItemDelegateForColumn(place["status"], SignDelegate(theme, table, sign_of))
        table.setItemDelegateForColumn(place["sign"], WordDelegate(theme, table, agreement_of))
        marks = EvidenceDelegate(theme, table, place["evidence"], evidence_of)
        table.setItemDelegateForColumn(place["evidence"], marks)
        self.addWidget(table)
        self.addWidget(self.empty)

    def _choose_again(self, figure: str, scroll: int) -> None:
        rows = self.model.rows
        place = next((n for n, row in enumerate(rows) if row.view.statistic.id == figure), -1)
        self.table.verticalScrollBar().setValue(scroll)
        if place >= 0:
            self.table.choose_row(place)
        elif rows:
            self.table.choose_row(0)
        else:
            self.emptied.emit()
        if self.found.views:
            self.wanted = ""

    def _show_empty(self, some: bool) -> None:
        if self.found.views:
            self.empty.change(_("没有符合筛选的数据。"), _("清除筛选"))
        else:
            self.empty.change(_("文章里的数字导入后自动列在这里，每一条都连着它的原句。"))
        self.setCurrentIndex(0 if some else 1)

    @Slot(object)
    def _open_row(self, row: Row) -> None:
        self.opened.emit(row.view)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._sections["evidence"]:
            self.opened.emit(self.model.rows[index.row()].view)
