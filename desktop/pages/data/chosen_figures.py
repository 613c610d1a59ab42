"""The figures chosen passed on: opened, copied with their source or as links, put into a draft, exported."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QObject, Slot

from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_views
from corpus.model.draft import DraftItem
from corpus.model.link import Link, LinkKind
from corpus.report.figure_words import figure_words
from desktop.operations.carrying import of_rows
from desktop.operations.drafts import put_into_latest
from desktop.operations.linking import copy_links
from desktop.pages.data.columns import QuotedFigure, key_of
from desktop.pages.data.detail import DetailPane
from desktop.pages.data.figure_export import copy_figures, export_figures, to_copy
from desktop.pages.data.figure_list import FigureList
from desktop.services.context import Context
from desktop.wording.headlines import headline


class ChosenFigures(QObject):
    """Passes on what is chosen in the list or shown in the pane."""

    def __init__(self, context: Context, figures: FigureList, detail: DetailPane, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.figures = figures
        self.detail = detail
        figures.opened.connect(self.open)
        detail.opened.connect(self._open_view)
        detail.opened_at.connect(self.open)
        detail.copied.connect(self._copy_one)
        figures.table.let_carry(self._carried)
        figures.table.copies = self.copy_chosen

    @Slot(str)
    def open(self, figure: str) -> None:
        """Open the sentence of a figure, or the cell of its table."""
        work = partial(figure_views, self.context.library, [figure])
        self.context.tasks.run(self, work, self._open_first, lane="open")

    @Slot()
    def copy_chosen(self) -> None:
        """Copy the figures chosen, each with its sentence and source."""
        self.figures.table.ask_chosen(self._copy_rows)

    @Slot()
    def copy_links(self) -> None:
        """Copy the addresses of the figures chosen."""
        self.figures.table.ask_chosen(self._copy_links)

    @Slot()
    def put_into_draft(self) -> None:
        """Put the figures chosen into the draft worked on last: one by itself, several as a table."""
        self.figures.table.ask_chosen(self._into_draft)

    @Slot()
    def export(self) -> None:
        """Export the figures listed, as CSV, XLSX and more."""
        listed = self.figures.listed_ids
        self.context.tasks.run(
            self, listed, partial(export_figures, self.figures, self.context), lane="export"
        )

    def _carried(self) -> QMimeData | None:
        """Return the figures chosen on their way to a draft: one by itself, several as a table."""
        ids = self.figures.table.chosen_ids()
        item = DraftItem("figure" if len(ids) == 1 else "figures", " ".join(ids))
        shown = self.figures.table.chosen_rows()
        words = "\n".join(f"{headline(one.statistic)}　{figure_words(one.statistic)}" for one in shown)
        return of_rows([item], words) if ids else None

    def _copy_rows(self, rows: Sequence[QuotedFigure]) -> None:
        self._copy([key_of(row) for row in rows])

    def _copy(self, ids: Sequence[str]) -> None:
        work = partial(to_copy, self.context.library, ids)
        self.context.tasks.run(self, work, partial(copy_figures, self.context), lane="copy")

    def _copy_links(self, rows: Sequence[QuotedFigure]) -> None:
        copy_links(self.context, [Link(LinkKind.FIGURE, key_of(row)) for row in rows])

    def _into_draft(self, rows: Sequence[QuotedFigure]) -> None:
        ids = [key_of(row) for row in rows]
        if ids:
            item = DraftItem("figure" if len(ids) == 1 else "figures", " ".join(ids))
            self.context.operations.run(self, put_into_latest((item,)))

    def _open_first(self, views: Sequence[StatisticView]) -> None:
        if views:
            self._open_view(views[0])

    @Slot(object)
    def _open_view(self, view: StatisticView) -> None:
        self.context.navigator.open_place(view.place)

    @Slot()
    def _copy_one(self) -> None:
        if self.detail.figure is not None:
            self._copy([self.detail.figure.statistic.id])
