"""The page of figures: filters above, the table, and the figure chosen beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QModelIndex, QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.library import Library
from corpus.library.statistics import ConflictView, conflicts, statistics
from corpus.library.views import StatisticView
from corpus.model.collection import Scope
from corpus.model.statistic import FactStatus
from desktop.actions import Action, Menu
from desktop.pages.data.bar import FilterBar
from desktop.pages.data.columns import ROOM_FOR, Row, agreement_of, columns, evidence_of, rows_of, sign_of
from desktop.pages.data.detail import DetailPane, detail_of
from desktop.pages.data.filters import FigureFilter, agreeing
from desktop.pages.data.handing_on import copy_figures, export_figures
from desktop.pages.data.operations import correct, judge, rule
from desktop.pages.page import Page
from desktop.widgets import EmptyState, ListModel, ListTable, QuietButton, SplitPane, TextLabel
from desktop.widgets.mark_column import EvidenceDelegate, SignDelegate, WordDelegate

if TYPE_CHECKING:
    from corpus.store.changes import Changes
    from desktop.context import Context
    from desktop.navigation import PageState, Target


@dataclass(frozen=True, slots=True)
class FigureSet:
    """All figures of a scope, what contradicts and what confirms what."""

    views: tuple[StatisticView, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()
    agreed: dict[str, tuple[str, ...]] = field(default_factory=dict)


def read_figures(library: Library, scope: Scope) -> FigureSet:
    """Read everything the page shows."""
    views = statistics(library, scope, rejected=True)
    return FigureSet(views, conflicts(library, scope), agreeing(views))


class DataPage(Page):
    """统计数据."""

    key: ClassVar[str] = "data"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._set = FigureSet()
        self._asked = False
        self._wanted = ""
        self._left: dict[str, Any] = {}
        theme = context.theme
        self.heading = TextLabel(_("统计数据"), "title")
        self.count = TextLabel("", "faint")
        self.copy_button = QuietButton(_("复制"), theme, "copy-quote")
        self.copy_button.setToolTip(_("复制选中的数据，附出处"))
        self.export_button = QuietButton(_("导出…"), theme, "export")
        self.bar = FilterBar(theme)
        self.model: ListModel[Row] = ListModel(columns(theme))
        self.table = ListTable(self.model, multiple=True)
        self.detail = DetailPane(theme)
        self.empty = EmptyState(theme, "", _("清除筛选"), "data")
        self.stack = QStackedWidget()
        self._arrange()
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("统计数据")

    def show_target(self, target: Target) -> None:
        """Show all figures, or those of ``article``, ``subject``, ``text``; ``figure`` is the id of one to choose."""
        names = ("article", "subject", "text", "year", "status")
        if any(name in target.arguments for name in (*names, "disputed")):
            named: dict[str, Any] = {name: target.text(name) for name in names}
            wanted = FigureFilter(**named, disputed=bool(target.number("disputed")))
            self.bar.show_filter(wanted, self._title_of(wanted.article))
        self._wanted = target.text("figure") or self._wanted
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
        chosen = self.detail.figure
        return {
            "filter": asdict(self.bar.filter),
            "table": self.table.view_state(),
            "figure": chosen.statistic.id if chosen else "",
        }

    def restore(self, state: PageState) -> None:
        """Come back with the same filter, order, figure and scroll place."""
        self.bar.show_filter(FigureFilter(**cast("dict[str, Any]", state.get("filter", {}))))
        self._wanted = str(state.get("figure", ""))
        self._left = cast("dict[str, Any]", state.get("table", {}))
        if self._set.views:
            self._show_rows()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the figures chosen."""
        return (
            Action(
                "copy-figures",
                _("复制数据并附出处"),
                self.copy_chosen,
                ("Ctrl+Shift+C",),
                "copy-quote",
                Menu.EDIT,
            ),
            Action("confirm-figures", _("核实选中的数据"), self.confirm_chosen, (), "check", Menu.TOOLS),
            Action("export", _("导出列出的数据…"), self.export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def _arrange(self) -> None:
        theme = self.context.theme
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
        self.table.setObjectName("flat")
        self.table.setAccessibleName(_("统计数据"))
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        place = {one.key: section for section, one in enumerate(self.model.columns)}
        self._sections = place
        self.table.setItemDelegateForColumn(place["status"], SignDelegate(theme, self.table, sign_of))
        self.table.setItemDelegateForColumn(place["sign"], WordDelegate(theme, self.table, agreement_of))
        marks = EvidenceDelegate(theme, self.table, place["evidence"], evidence_of)
        self.table.setItemDelegateForColumn(place["evidence"], marks)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.split = SplitPane(self.stack, self.detail, stretch=0)
        self.split.setSizes([820, 396])
        page.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.bar.changed.connect(self._show_rows)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._open_row)
        self.table.clicked.connect(self._on_clicked)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.detail.opened.connect(self._open)
        self.detail.judged.connect(self._judge_one)
        self.detail.corrected.connect(self._correct)
        self.detail.ruled.connect(self._rule)
        self.detail.copied.connect(self._copy_one)
        self.empty.acted.connect(self._clear_filter)
        self.split.splitterMoved.connect(self._fit_columns)
        self.copy_button.clicked.connect(self.copy_chosen)
        self.export_button.clicked.connect(self.export)
        for keys, slot in (
            ("Del", self.reject_chosen),
            ("Ctrl+Return", self.confirm_chosen),
            ("F2", self._edit),
        ):
            QShortcut(QKeySequence(keys), self.table, slot, context=Qt.ShortcutContext.WidgetShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        room = self.width() - self.split.sizes()[1]
        for key, needed in ROOM_FOR.items():
            self.table.setColumnHidden(self._sections[key], room < needed)

    @Slot(object)
    def _take(self, figures: FigureSet) -> None:
        self._set = figures
        wanted = self.bar.filter
        self.bar.offer(figures.views)
        self.bar.show_filter(wanted, self._title_of(wanted.article))
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        wanted = self.bar.filter
        shown = tuple(one for one in self._set.views if wanted.passes(one))
        keep = self._wanted or (self.detail.figure.statistic.id if self.detail.figure else "")
        scroll = self.table.verticalScrollBar().value()
        self.model.set_rows(rows_of(shown, self._set.agreed))
        if self._left:
            self.table.restore_view({**self._left, "row": -1})
            scroll, self._left = int(self._left.get("scroll", 0)), {}
        disputed = sum(bool(one.conflicts) for one in shown)
        self.count.setText(_("{n} 条，其中 {m} 条有出入", n=len(shown), m=disputed))
        self._show_empty(bool(shown))
        self._choose_again(keep, scroll)

    def _choose_again(self, figure: str, scroll: int) -> None:
        rows = self.model.rows
        place = next((n for n, row in enumerate(rows) if row.view.statistic.id == figure), -1)
        self.table.verticalScrollBar().setValue(scroll)
        if place >= 0:
            self.table.choose_row(place)
        elif rows:
            self.table.choose_row(0)
        else:
            self.detail.clear()
        if self._set.views:
            self._wanted = ""

    def _show_empty(self, some: bool) -> None:
        if self._set.views:
            self.empty.change(_("没有符合筛选的数据。"), _("清除筛选"))
        else:
            self.empty.change(_("文章里的数字导入后自动列在这里，每一条都连着它的原句。"))
        self.stack.setCurrentIndex(0 if some else 1)

    def _title_of(self, article: str) -> str:
        return next((one.place.title for one in self._set.views if one.place.article == article), article)

    @Slot(object)
    def _choose(self, row: Row) -> None:
        found = self._set
        agreed = found.agreed.get(row.view.statistic.id, ())
        self.detail.show_detail(detail_of(row.view, found.views, found.conflicts, agreed))

    @Slot(object)
    def _open_row(self, row: Row) -> None:
        self._open(row.view)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._sections["evidence"]:
            self._open(self.model.rows[index.row()].view)

    @Slot(object)
    def _open(self, view: StatisticView) -> None:
        self.context.navigator.open_place(view.place)

    @Slot()
    def _clear_filter(self) -> None:
        self.bar.show_filter(FigureFilter())
        self._show_rows()

    def _chosen(self) -> Sequence[StatisticView]:
        return [row.view for row in self.table.chosen_rows()]

    @Slot()
    def confirm_chosen(self) -> None:
        """Confirm the figures chosen."""
        self._judge(FactStatus.CONFIRMED)

    @Slot()
    def reject_chosen(self) -> None:
        """Reject the figures chosen."""
        self._judge(FactStatus.REJECTED)

    def _judge(self, status: FactStatus) -> None:
        ids = [one.statistic.id for one in self._chosen()]
        if ids:
            judge(self.context, ids, status)

    @Slot(object)
    def _judge_one(self, status: FactStatus) -> None:
        if self.detail.figure is not None:
            judge(self.context, [self.detail.figure.statistic.id], status)

    @Slot(dict)
    def _correct(self, fields: dict[str, str]) -> None:
        if self.detail.figure is not None:
            correct(self.context, self.detail.figure.statistic, fields)

    @Slot(str, str, str)
    def _rule(self, key: str, before: str, verdict: str) -> None:
        rule(self.context, key, before, verdict)

    @Slot()
    def _edit(self) -> None:
        self.detail.start_editing()

    @Slot()
    def _copy_one(self) -> None:
        if self.detail.figure is not None:
            copy_figures(self.context, [self.detail.figure])

    @Slot()
    def copy_chosen(self) -> None:
        """Copy the figures chosen, each with its sentence and source."""
        copy_figures(self.context, self._chosen())

    @Slot()
    def export(self) -> None:
        """Export the figures shown, as CSV, XLSX and more."""
        export_figures(self, self.context, [row.view for row in self.model.rows])

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        if not self._chosen():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.table.chosen_rows()[0]
        menu.addAction(_("打开原句"), partial(self._open_row, row))
        menu.addAction(_("复制并附出处"), self.copy_chosen)
        menu.addSeparator()
        menu.addAction(_("核实"), self.confirm_chosen)
        menu.addAction(_("修改…"), self._edit)
        menu.addAction(_("排除"), self.reject_chosen)
        menu.popup(self.table.viewport().mapToGlobal(point))
