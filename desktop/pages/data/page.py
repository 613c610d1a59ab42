"""The page of figures: filters above, the table, and the figure chosen beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.export.print_sources import of_report
from desktop.pages.data.bar import FilterBar
from desktop.pages.data.columns import Row
from desktop.pages.data.detail import DetailPane, detail_of
from desktop.pages.data.figure_actions import FigureActions
from desktop.pages.data.figure_list import FigureList
from desktop.pages.data.figure_set import FigureSet, read_figures
from desktop.pages.data.filters import FigureFilter, filter_of
from desktop.pages.data.sharing import subject_of
from desktop.services.print_source import PrintSource
from desktop.services.targets import DataTarget
from desktop.widgets import QuietButton, SplitPane, TextLabel
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from corpus.store.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState
    from desktop.services.targets import Target


class DataPage(Page):
    """统计数据."""

    key: ClassVar[str] = "data"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked = False
        theme = context.theme
        self.heading = TextLabel(_("统计数据"), "title")
        self.count = TextLabel("", "faint")
        self.copy_button = QuietButton(_("复制"), theme, "copy-quote")
        self.copy_button.setToolTip(_("复制选中的数据，附出处"))
        self.export_button = QuietButton(_("导出…"), theme, "export")
        self.bar = FilterBar(theme)
        self.figures = FigureList(theme)
        self.detail = DetailPane(theme)
        self.split = self._arrange()
        self.figure_actions = FigureActions(context, self.figures, self.detail, self)
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("统计数据")

    def show_target(self, target: Target) -> None:
        """Show the figures a target names, or those shown before."""
        if isinstance(target, DataTarget):
            wanted = filter_of(target)
            if wanted != FigureFilter():
                self.bar.show_filter(wanted, self.figures.found.title_of(wanted.article))
            self.figures.wanted = target.figure or self.figures.wanted
        if not self._asked:
            self.refresh(None)
        else:
            self._show_rows()

    def refresh(self, changes: Changes | None) -> None:
        """Read the figures again where they may have changed."""
        if changes is None or changes.facts or changes.articles or changes.everything:
            self._asked = True
            work = partial(read_figures, self.context.library, self.context.scope.current)
            self.context.tasks.run(self, work, self._take, lane="figures")

    def state(self) -> PageState:
        """Return the filter, the order and the figure chosen."""
        return {
            "filter": asdict(self.bar.filter),
            "table": self.figures.table.view_state(),
            "figure": self._figure_shown(),
        }

    def restore(self, state: PageState) -> None:
        """Come back with the same filter, order, figure and scroll place."""
        self.bar.show_filter(FigureFilter(**cast("dict[str, Any]", state.get("filter", {}))))
        self.figures.wanted = str(state.get("figure", ""))
        self.figures.restore_later(cast("dict[str, Any]", state.get("table", {})))
        if self.figures.found.views:
            self._show_rows()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the figures chosen."""
        do = self.figure_actions
        keys = ("Ctrl+Shift+C",)
        return (
            Action("copy-figures", _("复制数据并附出处"), do.copy_chosen, keys, "copy-quote", Menu.EDIT),
            Action("confirm-figures", _("核实选中的数据"), do.confirm_chosen, (), "check", Menu.TOOLS),
            Action("export", _("导出列出的数据…"), do.export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the figures listed."""
        listed = self.figures.listed()
        return (of_report(self.context.library, subject_of(listed)),) if listed else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _arrange(self) -> SplitPane:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.heading)
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self.copy_button)
        line.addWidget(self.export_button)
        column.addLayout(line)
        column.addWidget(self.bar)
        page.addWidget(top)
        split = SplitPane(self.figures, self.detail, stretch=0)
        split.setSizes([820, 396])
        page.addWidget(split, 1)
        return split

    def _connect(self) -> None:
        self.bar.changed.connect(self._show_rows)
        self.figures.table.chosen.connect(self._show_detail)
        self.figures.emptied.connect(self._show_none)
        self.figures.empty.acted.connect(self._clear_filter)
        self.split.splitterMoved.connect(self._fit_columns)
        self.copy_button.clicked.connect(self.figure_actions.copy_chosen)
        self.export_button.clicked.connect(self.figure_actions.export)

    @Slot()
    def _fit_columns(self) -> None:
        self.figures.fit_columns(self.width() - self.split.sizes()[1])

    @Slot(object)
    def _take(self, figures: FigureSet) -> None:
        self.figures.found = figures
        wanted = self.bar.filter
        self.bar.offer(figures.views)
        self.bar.show_filter(wanted, figures.title_of(wanted.article))
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        shown = self.figures.found.passing(self.bar.filter)
        disputed = sum(bool(one.conflicts) for one in shown)
        self.count.setText(_("{n} 条，其中 {m} 条有出入", n=len(shown), m=disputed))
        self.figures.show_figures(shown, self._figure_shown())

    @Slot(object)
    def _show_detail(self, row: Row) -> None:
        found = self.figures.found
        agreed = found.agreed.get(row.view.statistic.id, ())
        self.detail.show_detail(detail_of(row.view, found.views, found.conflicts, agreed))
        pane = self.detail
        only_where_writable(self.context.library, pane.confirm, pane.edit, pane.reject)

    @Slot()
    def _show_none(self) -> None:
        self.detail.clear()

    @Slot()
    def _clear_filter(self) -> None:
        self.bar.show_filter(FigureFilter())
        self._show_rows()

    def _figure_shown(self) -> str:
        return self.detail.figure.statistic.id if self.detail.figure is not None else ""
