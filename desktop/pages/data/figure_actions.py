"""The figures chosen: opened, confirmed, rejected, corrected, ruled on, copied and exported."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from corpus.language import translate as _
from corpus.library.core.views import StatisticView
from corpus.model.statistic import FactStatus
from desktop.operations.facts import remove_figure
from desktop.operations.figures import correct, judge, rule
from desktop.pages.data.detail import DetailPane
from desktop.pages.data.figure_list import FigureList
from desktop.pages.data.sharing import copy_figures, export_figures
from desktop.services.context import Context


class FigureActions(QObject):
    """Does what a person asks of the figures chosen in the list or shown in the pane."""

    def __init__(self, context: Context, figures: FigureList, detail: DetailPane, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.figures = figures
        self.detail = detail
        figures.opened.connect(self._open)
        table = figures.table
        table.customContextMenuRequested.connect(self._show_menu)
        detail.opened.connect(self._open)
        detail.judged.connect(self._judge_one)
        detail.corrected.connect(self._correct)
        detail.ruled.connect(self._rule)
        detail.copied.connect(self._copy_one)
        keys = {"Del": self.reject_chosen, "Ctrl+Return": self.confirm_chosen, "F2": self._edit}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), table, slot, context=Qt.ShortcutContext.WidgetShortcut)

    @Slot()
    def confirm_chosen(self) -> None:
        """Confirm the figures chosen."""
        self._judge(FactStatus.CONFIRMED)

    @Slot()
    def reject_chosen(self) -> None:
        """Reject the figures chosen."""
        self._judge(FactStatus.REJECTED)

    @Slot()
    def copy_chosen(self) -> None:
        """Copy the figures chosen, each with its sentence and source."""
        copy_figures(self.context, self.figures.chosen())

    @Slot()
    def export(self) -> None:
        """Export the figures shown, as CSV, XLSX and more."""
        export_figures(self.figures, self.context, self.figures.listed())

    def _remove(self, own: list[str]) -> None:
        """Delete the figures a person recorded."""
        for figure in own:
            self.context.operations.run(self, remove_figure(figure))

    @Slot(object)
    def _open(self, view: StatisticView) -> None:
        self.context.navigator.open_place(view.place)

    def _judge(self, status: FactStatus) -> None:
        ids = [one.statistic.id for one in self.figures.chosen()]
        if ids:
            self.context.operations.run(self, judge(ids, status))

    @Slot(object)
    def _judge_one(self, status: FactStatus) -> None:
        if self.detail.figure is not None:
            self.context.operations.run(self, judge([self.detail.figure.statistic.id], status))

    @Slot(dict)
    def _correct(self, fields: dict[str, str]) -> None:
        if self.detail.figure is not None:
            self.context.operations.run(self, correct(self.detail.figure.statistic.id, fields))

    @Slot(str, str, str)
    def _rule(self, key: str, before: str, verdict: str) -> None:
        self.context.operations.run(self, rule(key, before, verdict))

    @Slot()
    def _edit(self) -> None:
        self.detail.start_editing()

    @Slot()
    def _copy_one(self) -> None:
        if self.detail.figure is not None:
            copy_figures(self.context, [self.detail.figure])

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        chosen = self.figures.chosen()
        if not chosen:
            return
        menu = QMenu(self.figures)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("打开原句"), partial(self._open, chosen[0]))
        menu.addAction(_("复制并附出处"), self.copy_chosen)
        menu.addSeparator()
        menu.addAction(_("核实"), self.confirm_chosen)
        menu.addAction(_("修改…"), self._edit)
        menu.addAction(_("排除"), self.reject_chosen)
        own = [one.statistic.id for one in chosen if one.statistic.own]
        if own:
            menu.addSeparator()
            menu.addAction(_("删除手工记录的数据"), partial(self._remove, own))
        menu.popup(self.figures.table.viewport().mapToGlobal(point))
