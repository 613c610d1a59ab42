"""The page of figures: filters above; a list, a matrix, a chart or a review of them; the one looked at beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.facts.statistics import count_figures, figure_ids
from corpus.model.statistic import FactStatus
from corpus.store.facts.figure_query import FigureCounts, FigureQuery
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.export.print_sources import of_report
from desktop.operations.linking import link_action
from desktop.pages.data.bar import FigureFilterBar
from desktop.pages.data.compared import ComparedPanes
from desktop.pages.data.detail import DetailPane
from desktop.pages.data.figure_actions import FigureActions
from desktop.pages.data.figure_export import subject_of
from desktop.pages.data.figure_list import FigureList
from desktop.pages.data.filters import plain_query, query_from, query_of
from desktop.pages.data.review import OfferBar, ReviewBar
from desktop.pages.data.several import SeveralFigures
from desktop.pages.data.shown_figure import ShownFigure
from desktop.services.print_source import PrintSource
from desktop.services.targets import DataTarget
from desktop.widgets import QuietButton, SplitPane, TextLabel
from desktop.widgets.buttons import IconButton
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE, HeadLine

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.store.database.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState
    from desktop.services.targets import Target

REVIEW = "review"


class DataPage(Page):
    """统计数据."""

    key: ClassVar[str] = "data"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked = False
        self._shown = FigureQuery()
        self._bare = False
        """Whether there are no figures at all: what would filter, compare and tell of them is not shown."""
        self._listed: dict[str, object] | None = None
        """How the list stood when the review began."""
        theme = context.theme
        self.heading = TextLabel(_("统计数据"), "page-title")
        self.count = TextLabel("", "second")
        self.views = Segments(_("看法"), [
            ("list", _("列表"), _("一行一条")),
            ("matrix", _("指标对照"), _("指标、地区、年份、出处并排，单位统一")),
            ("chart", _("并作一图"), _("列出的或选中的画在一张图里")),
            (REVIEW, _("核对"), _("从最拿不准的开始，只用键")),
        ])  # fmt: skip
        self.columns_button = IconButton(theme, "table", _("选择各列"))
        self.copy_button = QuietButton(_("复制"), theme, "copy-quote")
        self.copy_button.setToolTip(_("复制选中的数据，附出处"))
        self.export_button = QuietButton(_("导出…"), theme, "export")
        self.bar = FigureFilterBar(context)
        self.figures = FigureList(context)
        self.detail = DetailPane(context)
        self.figure_actions = FigureActions(context, self.figures, self.detail, self)
        self.review = ReviewBar(self.figure_actions)
        self.offer = OfferBar(self.figure_actions)
        self.several = SeveralFigures(self.figure_actions)
        self.left = QStackedWidget()
        self.panes = ComparedPanes(context, self.left, self)
        self.shown_figure = ShownFigure(context, self.detail, self)
        self.split = self._arrange()
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("统计数据")

    def first_focus(self) -> QWidget:
        """Return the list: the arrows walk through the figures at once."""
        return self.figures.table

    def show_target(self, target: Target) -> None:
        """Show the figures a target names, or those shown before."""
        if isinstance(target, DataTarget):
            wanted = query_of(target)
            named = wanted != FigureQuery() or bool(
                target.figure
            )  # a figure may be none of those filtered now
            if named:
                self.bar.show_query(wanted)
            if target.review or named:
                self.views.choose(REVIEW if target.review else "list")
            if target.figure:
                self.figures.table.choose_ids([target.figure])
            self._asked = self._asked and not named and not target.review
        if not self._asked:
            self._show_figures()

    def refresh(self, changes: Changes | None) -> None:
        """Read the figures again where they may have changed."""
        if changes is None or changes.facts or changes.articles or changes.everything:
            self._show_figures()

    def state(self) -> PageState:
        """Return the filter, the view, the order and the figures chosen."""
        return {
            "filter": plain_query(self.bar.query),
            "view": self.views.value,
            "table": self.figures.table.view_state(),
        }

    def restore(self, state: PageState) -> None:
        """Come back with the same filter, view, order, figure and scroll place."""
        self.bar.show_query(query_from(cast("Mapping[str, Any]", state.get("filter", {}))))
        self.views.choose(str(state.get("view", "list")))
        self.figures.table.restore_view(cast("dict[str, object]", state.get("table", {})))
        self._show_figures()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the figures chosen."""
        do = self.figure_actions
        keys = ("Ctrl+Shift+C",)
        return (
            Action(
                "copy-figures",
                _("复制数据并附出处"),
                do.chosen_figures.copy_chosen,
                keys,
                "copy-quote",
                Menu.EDIT,
            ),
            *writing(
                self.context.library,
                Action(
                    "figures-to-draft",
                    _("数据加入文稿"),
                    self.put_into_draft,
                    ("Ctrl+Shift+R",),
                    "draft-add",
                    Menu.DRAFTS,
                ),
                Action("confirm-figures", _("核实选中的数据"), do.confirm_chosen, (), "check", Menu.TOOLS),
                Action("edit-figures", _("修改选中的数据…"), do.edit_chosen, (), "pencil", Menu.TOOLS),
                Action("merge-figures", _("合并选中的数据"), do.merge_chosen, (), "", Menu.TOOLS),
            ),
            link_action(do.chosen_figures.copy_links),
            Action(
                "compare-figures", _("指标对照"), partial(self.show_view, "matrix"), (), "data", Menu.VIEW
            ),
            Action("chart-figures", _("并作一图"), partial(self.show_view, "chart"), (), "trends", Menu.VIEW),
            Action(
                "export",
                _("导出列出的数据…"),
                do.chosen_figures.export,
                ("Ctrl+E",),
                "export",
                Menu.FILE,
                "3",
            ),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the figures listed."""
        if not self.figures.model.rowCount():
            return ()
        name = _("统计数据")
        return (PrintSource(name, name, partial(_printed, self.context.library, self.query())),)

    def show_view(self, key: str) -> None:
        """Show the figures as list, matrix, chart or review."""
        self.views.choose(key)
        if key == REVIEW:
            if self._listed is None:
                self._listed = self.figures.table.view_state()
            self.figures.table.clearSelection()
        elif self._listed is not None:
            self.figures.table.restore_view(self._listed)
            self._listed = None
        self._show_figures(anew=key == REVIEW)

    def put_into_draft(self) -> None:
        """Put what is shown into the draft worked on last: the figures chosen, the matrix or the chart."""
        put = (
            self.panes.put_into_draft
            if self._compares()
            else self.figure_actions.chosen_figures.put_into_draft
        )
        put()

    def query(self) -> FigureQuery:
        """Return what is listed: of a review the figures nobody looked at, the least certain first."""
        asked = self.bar.query
        if self.views.value == REVIEW:
            return replace(asked, status=FactStatus.EXTRACTED, order="doubt")
        order, descending = self.figures.model.order
        return replace(asked, order=order, descending=descending)

    def _arrange(self) -> SplitPane:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(PAGE_EDGE, HEAD_TOP, PANE_EDGE, 12)
        column.setSpacing(12)
        line = HeadLine()
        line.addWidget(self.heading)
        line.addWidget(self.count)
        line.addStretch(1)
        for widget in (self.views, self.columns_button, self.copy_button, self.export_button):
            line.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self.bar)
        page.addWidget(top)
        self.left.addWidget(self.figures)
        listed = QWidget()
        stack = QVBoxLayout(listed)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.offer)
        stack.addWidget(self.left, 1)
        stack.addWidget(self.several)
        stack.addWidget(self.review)
        split = SplitPane(listed, self.detail, stretch=0, grows=True, most=(0, 440), parent=self)
        split.setSizes([820, 396])
        page.addWidget(split, 1)
        return split

    def _connect(self) -> None:
        self.bar.field.lead_to(self.left)
        self.bar.changed.connect(self._on_filter)
        self.views.picked.connect(self.show_view)
        self.figures.looked_at.connect(self.shown_figure.at)
        self.panes.looked_at.connect(self.shown_figure.at)
        self.panes.opened.connect(self.figure_actions.chosen_figures.open)
        self.figures.counted.connect(self._tell_counts)
        self.figures.order_changed.connect(self._on_filter)
        self.figures.empty.acted.connect(self._on_empty)
        self.several.all_asked.connect(self._compare_all)
        self.context.operations.taken_back.connect(self._choose_again)
        self.columns_button.clicked.connect(self._choose_columns)
        self.copy_button.clicked.connect(self.figure_actions.chosen_figures.copy_chosen)
        self.export_button.clicked.connect(self.figure_actions.chosen_figures.export)

    @Slot(tuple)
    def _choose_again(self, ids: tuple[str, ...]) -> None:
        """Show a figure a decision on which was taken back: it may have come again above what is in sight."""
        if self.isVisible() and not self._compares():
            self.figures.table.choose_ids(ids)
            self._show_figures()

    @Slot()
    def _choose_columns(self) -> None:
        self.figures.choose_columns(self.columns_button.mapToGlobal(self.columns_button.rect().bottomLeft()))

    @Slot()
    def _compare_all(self) -> None:
        self.figures.table.clearSelection()
        self._show_figures()

    @Slot()
    def _on_filter(self) -> None:
        if self._asked and self.query() == self._shown:
            return  # asked for once more: what is chosen stays
        self._listed = None
        # Where the row looked at stands among other rows takes counting all of them: begin at the top.
        self.figures.table.clearSelection()
        self.shown_figure.wait()
        self._show_figures(anew=True)

    def _show_figures(self, *, anew: bool = False) -> None:
        """Show what is asked for in the view chosen; nothing is read for a view that is not shown."""
        self._asked = True
        self._shown = self.query()
        view = self.views.value
        compared = self._compares()
        if not compared:
            self.left.setCurrentWidget(self.figures)
        self.review.switch(on=view == REVIEW)
        self.several.show_view(compares=compared)
        self.detail.setVisible(view != "chart" and not self._bare)
        for widget in (self.columns_button, self.copy_button):
            widget.setEnabled(not compared)  # hidden, they would have the views jump from under the pointer
        if not compared:
            self.figures.show_query(
                self.query(), narrowed=self.bar.narrowed, reviewed=view == REVIEW, anew=anew
            )
            if view == REVIEW:
                self.figures.table.setFocus()
            return
        query = self.query()
        self.panes.show_view(view, query, self.figures.table.picked_ids())
        self.context.tasks.run(
            self, partial(count_figures, self.context.library, query), self._tell_counts, lane="counts"
        )

    def _show_nothing(self) -> None:
        """Say of what is asked for and not there what the list says, with the same way out."""
        self.figures.show_query(self.query(), narrowed=self.bar.narrowed)
        self.left.setCurrentWidget(self.figures)

    def _compares(self) -> bool:
        return self.views.value in {"matrix", "chart"}

    @Slot(object)
    def _tell_counts(self, counts: FigureCounts) -> None:
        self.review.setVisible(self.views.value == REVIEW and counts.total > 0)
        if self._compares() and not counts.total and self.left.currentWidget() is not self.figures:
            self._show_nothing()
        self._show_tools(bare=not counts.total and not self.bar.narrowed and self.views.value != REVIEW)
        told = f"{counts.total:,}"
        if counts.disputed:
            self.count.setText(_("{n} 条，其中 {m} 条有出入", n=told, m=counts.disputed))
        else:
            self.count.setText(_("{n} 条数据", n=told))

    def _show_tools(self, *, bare: bool) -> None:
        """Show what filters, compares and tells of figures, where there are any."""
        if bare != self._bare:
            self._bare = bare
            tools = (
                self.views,
                self.columns_button,
                self.copy_button,
                self.export_button,
                self.bar,
                self.count,
            )
            for widget in tools:
                widget.setVisible(not bare)
            self.detail.setVisible(self.views.value != "chart" and not bare)

    @Slot()
    def _on_empty(self) -> None:
        """Clear the filter that hides all figures, end a review that is done; where there are none, import."""
        if not self.figures.narrowed:
            if self.figures.reviewed:
                self.show_view("list")
            else:
                self.asked.emit("import")
            return
        self.bar.show_query(FigureQuery())
        self._show_figures(anew=True)


def _printed(library: Library, query: FigureQuery) -> str:
    """Return the figures of a query as a page for paper."""
    return of_report(library, subject_of(figure_ids(library, query))).make()
