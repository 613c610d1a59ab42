"""Shows a chart laid out for the width there is, and anew for another one."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.report.charts.chart import Chart
from corpus.report.charts.drawing import Drawing
from corpus.report.charts.layout import draw
from corpus.report.labels import ReportLabels
from desktop.theme import ThemeManager
from desktop.widgets.frames.drawing_view import DrawingView

LEAST = 320
MOST = 1280
_LATER_MS = 60


class ChartView(QWidget):
    """Draws a chart at most ``most`` wide; ``activated`` carries the id of the figure whose mark was clicked."""

    activated = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None, *, most: int = MOST) -> None:
        super().__init__(parent)
        self._most = most
        self._chosen = ""
        self._labels = ReportLabels(**report_labels())
        self.chart = Chart()
        self.room: Callable[[], float] = _boundless
        """Tells how many pixels high it may be, where what it shows can be flatter."""
        self.view = DrawingView(theme, _("图表"), self)
        self.view.activated.connect(self.activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self._lay_out)

    def show_chart(self, chart: Chart, chosen: str = "") -> None:
        """Show another chart, in which the figure ``chosen`` (an id) stands out; one with nothing in it hides."""
        self.chart, self._chosen = chart, chosen
        self.setVisible(bool(chart.series))
        self._lay_out()

    def drawing(self, width: float, most: float = math.inf) -> Drawing:
        """Return the chart laid out at a width, at most so high where it can be flatter."""
        return draw(self.chart, self._labels, width=width, chosen=self._chosen, most=most)

    def fit_later(self) -> None:
        """Lay the chart out anew: the room there is for it is another."""
        self._later.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the chart out anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._later.start()

    @Slot()
    def _lay_out(self) -> None:
        if self.chart.series:
            width = min(max(self.width() / self.view.scale, LEAST), self._most)
            self.view.show_drawing(self.drawing(width, self.room() / self.view.scale))


def _boundless() -> float:
    return math.inf
