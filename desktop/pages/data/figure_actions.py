"""The figures chosen: judged, corrected one or many at once, merged, ruled on; their menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from corpus.language import translate as _
from corpus.model.statistic import FactStatus, Statistic
from corpus.store.facts.figure_query import FACETS
from desktop.dialogs.many_figures import ManyFiguresDialog
from desktop.operations.facts import remove_figure
from desktop.operations.figures import change_many, correct, judge, merge, rule
from desktop.pages.data.chosen_figures import ChosenFigures
from desktop.pages.data.columns import QuotedFigure, key_of
from desktop.pages.data.detail import DetailPane
from desktop.pages.data.figure_list import FigureList
from desktop.services.context import Context
from desktop.services.operation import Operation
from desktop.widgets.read_only import only_where_writable

SHARED = {"metric": "metrics", "subject": "subjects", "region": "regions"}
"""The fields a correction of which is offered for the rest of the document."""


class FigureActions(QObject):
    """Does what a person asks of the figures chosen in the list or shown in the pane."""

    offered = Signal(str, str, tuple)
    """A correction fits others of the same document too: field, what is said now, and their ids."""
    decided = Signal()
    """Something was decided: whoever walks through figures may go on."""

    def __init__(self, context: Context, figures: FigureList, detail: DetailPane, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.figures = figures
        self.detail = detail
        table = figures.table
        table.customContextMenuRequested.connect(self._show_menu)
        detail.judged.connect(self._judge_one)
        detail.corrected.connect(self._correct)
        detail.ruled.connect(self._rule)
        self.chosen_figures = ChosenFigures(context, figures, detail, self)
        keys = {"Del": self.reject_chosen, "Ctrl+Return": self.confirm_chosen, "F2": self.edit_chosen}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), table, slot, context=Qt.ShortcutContext.WidgetShortcut)

    @Slot()
    def confirm_chosen(self) -> None:
        """Confirm the figures chosen."""
        self._with_chosen(lambda ids: judge(ids, FactStatus.CONFIRMED))

    @Slot()
    def reject_chosen(self) -> None:
        """Reject the figures chosen."""
        self._with_chosen(lambda ids: judge(ids, FactStatus.REJECTED))

    @Slot()
    def merge_chosen(self) -> None:
        """Make one of the figures chosen, or of the one looked at and those that agree with it."""
        agreeing = [one.statistic.id for one in self.detail.agreeing]

        def merged(ids: Sequence[str]) -> Operation[None]:
            return merge([*ids, *agreeing] if len(ids) == 1 else ids)

        self._with_chosen(merged)

    @Slot()
    def edit_chosen(self) -> None:
        """Correct the figure looked at, or ask what the many chosen have in common."""
        if len(self.figures.table.rows_chosen()) < 2:
            self.detail.start_editing()
            return
        self.figures.table.ask_chosen(self._ask_for_many)

    def take_over(self, fields: Mapping[str, str], ids: Sequence[str]) -> None:
        """Say the same of other figures of the document."""
        self.context.operations.run(self, change_many(ids, fields))

    def _with_chosen(self, operation: Callable[[Sequence[str]], Operation[None]]) -> None:
        self.figures.table.ask_chosen(partial(self._run, operation))

    def _run(
        self, operation: Callable[[Sequence[str]], Operation[None]], rows: Sequence[QuotedFigure]
    ) -> None:
        ids = [key_of(row) for row in rows]
        if ids:
            self.context.operations.run(self, operation(ids), self._on_decided)

    def _on_decided(self, _nothing: object) -> None:
        self.decided.emit()

    def _ask_for_many(self, rows: Sequence[QuotedFigure]) -> None:
        ids = [key_of(row) for row in rows]
        dialog = ManyFiguresDialog(len(ids), self.figures.window())
        dialog.agreed.connect(partial(self._change_many, ids))
        dialog.open()

    def _change_many(self, ids: Sequence[str], fields: dict[str, str]) -> None:
        if fields:
            self.context.operations.run(self, change_many(ids, fields))

    def _remove(self, own: Sequence[str]) -> None:
        """Delete the figures a person recorded."""
        for figure in own:
            self.context.operations.run(self, remove_figure(figure))

    @Slot(object)
    def _judge_one(self, status: FactStatus) -> None:
        if self.detail.figure is not None:
            one = judge([self.detail.figure.statistic.id], status)
            self.context.operations.run(self, one, self._on_decided)

    @Slot(dict)
    def _correct(self, fields: dict[str, str]) -> None:
        shown = self.detail.figure
        if shown is not None:
            done = partial(self._look_for_others, shown.statistic)
            self.context.operations.run(self, correct(shown.statistic.id, fields), done)

    def _look_for_others(self, before: Statistic, after: Statistic) -> None:
        """Offer a correction for the same phrase in the same document."""
        for name, facet in SHARED.items():
            was, now = getattr(before, name), getattr(after, name)
            if was and now and was != now and facet in FACETS:
                work = partial(self.context.library.store.figures.alike, before.id, facet, was)
                self.context.tasks.run(self, work, partial(self._offer, name, now), lane="alike")
                return
        self.decided.emit()

    def _offer(self, field: str, value: str, ids: Any) -> None:
        if ids:
            self.offered.emit(field, value, tuple(ids))
        else:
            self.decided.emit()

    @Slot(str, str, str)
    def _rule(self, key: str, before: str, verdict: str) -> None:
        self.context.operations.run(self, rule(key, before, verdict))

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        row = self.figures.current()
        if row is None:
            return
        many = len(self.figures.table.rows_chosen()) > 1
        menu = QMenu(self.figures)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("打开原句"), partial(self.chosen_figures.open, key_of(row)))
        menu.addAction(_("复制并附出处"), self.chosen_figures.copy_chosen)
        writing = [menu.addAction(_("加入文稿"), self.chosen_figures.put_into_draft)]
        menu.addAction(_("复制链接"), self.chosen_figures.copy_links)
        menu.addSeparator()
        writing += [
            menu.addAction(_("核实"), self.confirm_chosen),
            menu.addAction(_("一并修改…") if many else _("修改…"), self.edit_chosen),
            menu.addAction(_("排除"), self.reject_chosen),
        ]
        if many:
            writing.append(menu.addAction(_("合并成一条"), self.merge_chosen))
        own = [key_of(one) for one in self.figures.table.chosen_rows() if one.statistic.own]
        if own:
            menu.addSeparator()
            writing.append(menu.addAction(_("删除手工记录的数据"), partial(self._remove, own)))
        only_where_writable(self.context.library, *writing)
        menu.popup(self.figures.table.viewport().mapToGlobal(point))
