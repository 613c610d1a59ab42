"""Figures side by side: the matrix and the chart of what is listed or chosen, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from corpus.language import translate as _
from corpus.library.facts.comparing import MOST, figures_asked, located
from desktop.pages.data.chart_ground import ChartGround
from desktop.pages.data.chart_pane import ChartPane
from desktop.pages.data.matrix_pane import MatrixPane

if TYPE_CHECKING:
    from corpus.knowledge.comparing.comparison import LocatedStatistic
    from corpus.store.facts.figure_query import FigureQuery
    from desktop.services.context import Context


class ComparedPanes(QObject):
    """Shows the matrix or the chart in a stack; ``looked_at`` and ``opened`` tell of the figure of a cell or mark."""

    looked_at = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._stack = context, stack
        self._view = ""
        self._matrix: MatrixPane | None = None
        self._chart: ChartPane | None = None
        self._ground: QWidget | None = None

    @property
    def matrix(self) -> MatrixPane:
        """Return the matrix."""
        if self._matrix is None:
            self._matrix = MatrixPane(self._context)
            self._matrix.looked_at.connect(self.looked_at)
            self._matrix.opened.connect(self.opened)
            self._stack.addWidget(self._matrix)
        return self._matrix

    @property
    def chart(self) -> ChartPane:
        """Return the chart."""
        if self._chart is None:
            self._chart = ChartPane(self._context)
            self._chart.opened.connect(self.opened)
            self._ground = ChartGround(self._chart)
            self._chart.lie_on(self._ground)
            self._stack.addWidget(self._ground)
        return self._chart

    def show_view(self, view: str, query: FigureQuery, chosen: Sequence[str]) -> None:
        """Show the figures chosen, where there are several, or those of a query, as ``matrix`` or ``chart``."""
        self._view = view
        pane = self._pane()
        self._stack.setCurrentWidget(pane if self._ground is None or view == "matrix" else self._ground)
        library = self._context.library
        several = len(chosen) > 1
        asked = partial(located, library, chosen) if several else partial(figures_asked, library, query)
        named = query.metrics[0] if len(query.metrics) == 1 else query.text.strip()
        done = partial(self._compare, "".join(chosen[:1]), named)
        self._context.tasks.run(self, asked, done, lane="compared")

    def put_into_draft(self) -> None:
        """Put what is shown into the draft worked on last."""
        self._pane().put_into_draft()

    def _pane(self) -> MatrixPane | ChartPane:
        return self.matrix if self._view == "matrix" else self.chart

    def _compare(self, looked: str, named: str, items: Sequence[LocatedStatistic]) -> None:
        note = _("先放了前 {n} 条，用筛选缩小范围可看其余", n=MOST) if len(items) >= MOST else ""
        if self._view == "matrix":
            self.matrix.show_figures(items, note, looked)
        else:
            self.chart.show_figures(items, note=note, named=named)
