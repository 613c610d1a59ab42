"""The list of figures that pass the filter, or the sentence in its place where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from corpus.language import translate as _
from corpus.library.facts.statistics import figure_ids
from corpus.store.facts.figure_query import DISPUTED, FigureCounts, FigureQuery
from desktop.pages.data.columns import (
    AT_FIRST,
    FIXED,
    ROOM_FOR,
    QuotedFigure,
    agreement_of,
    alike,
    columns,
    evidence_of,
    key_of,
    sign_of,
)
from desktop.pages.data.listing import OfAll, figure_listing
from desktop.theme.fonts import scaled
from desktop.widgets import EmptyState, PagedModel, PagedTable
from desktop.widgets.tables.listing import RowStretch
from desktop.widgets.tables.mark_column import EvidenceDelegate, SignDelegate, WordDelegate

if TYPE_CHECKING:
    from desktop.services.context import Context


class FigureList(QStackedWidget):
    """Shows the figures of a query; the one looked at stays chosen where it is still listed."""

    opened = Signal(str)
    """The sentence of a figure (its id) is asked for."""
    looked_at = Signal(str)
    """Another figure (its id) is looked at, or the same one says something else; empty: none."""
    counted = Signal(object)
    """How many there are (FigureCounts)."""
    order_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        theme = context.theme
        self.model: PagedModel[QuotedFigure] = PagedModel(columns(theme), key_of, context.tasks)
        self.table = PagedTable(self.model, multiple=True, always=True)
        self.empty = EmptyState(theme, "", _("清除筛选"), "data")
        self.waiting = EmptyState(theme, _("正在读取数据…"), icon="data")
        self._places = {one.key: section for section, one in enumerate(self.model.columns)}
        self.narrowed = False
        """Whether something is filtered away."""
        self.reviewed = False
        """Whether only figures nobody has looked at are listed."""
        self._query = FigureQuery()
        self._alike: frozenset[str] = frozenset()
        """Columns that tell no row of a short list from another, or are empty in nearly all rows of a long one."""
        self._crowding: frozenset[str] = frozenset()
        """Columns there was room for until the rows in sight asked for more."""
        self._of_all = OfAll()
        self._arrange()
        for widget in (self.waiting, self.table, self.empty):
            self.addWidget(widget)
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(self._on_clicked)
        self.table.chosen.connect(self._look)
        self.table.settled.connect(self._on_settled)
        self.table.fit.crowded.connect(self._leave_one_out)
        self.model.came.connect(self._on_came)
        self.model.counted.connect(self._on_counted)
        self.model.order_changed.connect(self.order_changed)

    def show_query(
        self, query: FigureQuery, *, narrowed: bool, reviewed: bool = False, anew: bool = False
    ) -> None:
        """List what a query asks for in the order chosen; ``anew`` from the top."""
        self.narrowed, self.reviewed, self._query = narrowed, reviewed, query
        if anew:
            self._crowding = frozenset()
        self._of_all = OfAll()
        self.table.show_listing(figure_listing(self._context.library, query, self._of_all), anew=anew)

    def listed_ids(self) -> tuple[str, ...]:
        """Return the ids of all figures listed, in the order they are listed in; reads the library."""
        return figure_ids(self._context.library, self._query)

    def current(self) -> QuotedFigure | None:
        """Return the row looked at."""
        return self.model.row_at(self.table.currentIndex())

    def shown_columns(self) -> tuple[str, ...]:
        """Return the columns a person chose, those shown at first where none were."""
        chosen = self._context.settings.text("data/columns").split()
        return tuple(chosen) or AT_FIRST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._crowding = frozenset()
        self._fit_columns()

    def _fit_columns(self) -> bool:
        """Show the chosen columns; of those shown at first what tells rows apart, as many as there is room for.

        Tells whether they are others than before.
        """
        chosen = self.shown_columns()
        free = not self._context.settings.text("data/columns")
        hidden = set()
        for key, section in self._places.items():
            narrow = key in self._crowding or self.width() < scaled(ROOM_FOR.get(key, 0))
            spared = free and (key in self._alike or narrow)
            if (key not in chosen or spared) and key not in FIXED:
                hidden.add(section)
        return self.table.hide_columns(hidden)

    @Slot()
    def _leave_one_out(self) -> None:
        """Leave out the column that asks for the widest list, of those nobody chose: no number is cut for it."""
        if self.table.width() < self.width():
            return  # it has not heard yet how wide it is
        shown = [key for key, section in self._places.items() if not self.table.isColumnHidden(section)]
        last = max((key for key in shown if key in ROOM_FOR), key=ROOM_FOR.__getitem__, default="")
        if last and not self._context.settings.text("data/columns"):
            self._crowding |= {last}
            self._fit_columns()
            self.table.fit.share()

    def _arrange(self) -> None:
        table, place, theme = self.table, self._places, self._context.theme
        table.setObjectName("flat")
        table.setAccessibleName(_("统计数据"))
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setItemDelegateForColumn(place["status"], SignDelegate(theme, table, sign_of))
        table.setItemDelegateForColumn(place["sign"], WordDelegate(theme, table, agreement_of))
        marks = EvidenceDelegate(theme, table, place["evidence"], evidence_of)
        table.setItemDelegateForColumn(place["evidence"], marks)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_columns_menu)

    @Slot(QPoint)
    def _show_columns_menu(self, point: QPoint) -> None:
        self.choose_columns(self.table.horizontalHeader().mapToGlobal(point))

    def choose_columns(self, corner: QPoint) -> None:
        """Offer the columns at a place of the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = {key for key, section in self._places.items() if not self.table.isColumnHidden(section)}
        for column in self.model.columns:
            if column.key in FIXED:
                continue
            action = menu.addAction(column.title, partial(self._switch, column.key, shown))
            action.setCheckable(True)
            action.setChecked(column.key in shown)
        menu.addSeparator()
        menu.addAction(_("按宽度自动"), partial(self._keep_columns, ()))
        menu.popup(corner)

    def _switch(self, key: str, shown: set[str]) -> None:
        kept = shown ^ {key}
        self._keep_columns(
            tuple(one.key for one in self.model.columns if one.key in kept or one.key in FIXED)
        )

    def _keep_columns(self, keys: Sequence[str]) -> None:
        self._context.settings.put("data/columns", " ".join(keys))
        self._fit_columns()

    @Slot(object, bool)
    def _on_came(self, read: RowStretch[QuotedFigure], _other: bool) -> None:
        """Show the columns of a long list that are not nearly empty before its rows are drawn."""
        if read.start or not read.ended:
            self._alike = self._of_all.spare or frozenset()
            self._fit_before_drawn()

    def _fit_before_drawn(self) -> None:
        """Fit the columns to rows that just came; shared out later, all of them would be drawn once more."""
        if self._fit_columns():
            self.table.fit.share()

    @Slot(int)
    def _on_counted(self, total: int) -> None:
        """Tell the counts; a short list is counted by its rows, for all of them are at hand."""
        counts = self._of_all.counts
        if counts is None:
            found = (self.model.row_at(self.model.index(n, 0)) for n in range(total))
            rows = [row for row in found if row is not None]
            self._alike = alike(rows, self._context.theme)
            self._fit_before_drawn()
            counts = FigureCounts(total, sum(row.figure.sign == DISPUTED for row in rows))
        self.counted.emit(counts)

    @Slot()
    def _on_settled(self) -> None:
        if self.model.rowCount():
            self.setCurrentWidget(self.table)
        else:
            if self.narrowed:
                self.empty.change(_("没有符合筛选的数据。"), _("清除筛选"))
            elif self.reviewed:
                self.empty.change(_("没有等着核对的数据了。"), _("回到列表"))
            else:
                self.empty.change(_("文章里的数字导入后自动列在这里，每一条都连着它的原句。"), _("导入…"))
            self.setCurrentWidget(self.empty)
        self._look(self.current())

    @Slot(object)
    def _look(self, row: QuotedFigure | None) -> None:
        self.looked_at.emit("" if row is None else key_of(row))

    @Slot(object)
    def _open_row(self, row: QuotedFigure) -> None:
        self.opened.emit(key_of(row))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and index.column() == self._places["evidence"]:
            self.opened.emit(key_of(row))
