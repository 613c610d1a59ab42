"""The chart of figures: points people can click, forecasts dashed, names beside the lines."""

from __future__ import annotations

from typing import Any, Final

import pyqtgraph
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library.core.views import StatisticView
from corpus.report.figure_words import figure_words
from desktop.pages.data.series import Drawing, Point, Series
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font
from desktop.widgets import TextLabel

COLOURS: Final = ("indigo", "cinnabar", "celadon", "amber", "plum", "slate")
MOST_BARS: Final = 12


class FigureChart(QWidget):
    """Draws a ``Drawing``; ``opened`` carries the figure whose point or bar was clicked."""

    opened = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = Drawing()
        self._chosen = ""
        self._clicked: StatisticView | None = None
        self._font = interface_font(11)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.heading = TextLabel("", "small")
        column.addWidget(self.heading)
        self.plot = pyqtgraph.PlotWidget()
        self.plot.setAntialiasing(True)
        self.plot.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        self.plot.setFixedHeight(232)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setFrameShape(self.plot.Shape.NoFrame)
        self.plot.setAccessibleName(_("图表"))
        column.addWidget(self.plot)
        self.points: list[Any] = []
        theme.changed.connect(self._draw)

    def show_drawing(self, drawing: Drawing, chosen: str) -> None:
        """Draw a chart; ``chosen`` is the id of the figure to stand out."""
        self._drawing, self._chosen = drawing, chosen
        self.setVisible(bool(drawing.series))
        self._draw()

    @Slot()
    def _draw(self) -> None:
        plot = self.plot
        self._font = interface_font(11)
        plot.clear()
        self.points = []
        plot.setBackground(self._theme.colour("raised"))
        if not self._drawing.series:
            return
        self.heading.setText(
            with_aside(self._drawing.title, self._drawing.unit) if self._drawing.unit else self._drawing.title
        )
        self._dress_axes()
        if self._drawing.bars:
            self._draw_bars(self._drawing.series[0])
        else:
            for number, series in enumerate(self._drawing.series[: len(COLOURS)]):
                self._draw_line(series, self._theme.colour(f"chart.{COLOURS[number]}"), named=number)
            self._number_years()
        self._fit()

    def _dress_axes(self) -> None:
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setStyle(tickFont=self._font, tickLength=0, tickTextOffset=6)
            axis.setPen(pyqtgraph.mkPen(self._theme.colour("line_strong")))
            axis.setTextPen(pyqtgraph.mkPen(self._theme.colour("second")))
            axis.setTicks(None)
            axis.enableAutoSIPrefix(enable=False)
        self.plot.showGrid(x=False, y=True, alpha=0.15)
        self.plot.getAxis("left").setPen(None)

    def _draw_line(self, series: Series, colour: QColor, named: int) -> None:
        for one, after in zip(series.points, series.points[1:], strict=False):
            if one.x == after.x:
                continue
            style = Qt.PenStyle.DashLine if after.forecast else Qt.PenStyle.SolidLine
            pen = pyqtgraph.mkPen(colour, width=2, style=style)
            self.plot.addItem(
                pyqtgraph.PlotDataItem([one.x, after.x], [one.y, after.y], pen=pen, antialias=True)
            )
        self._add_points(series.points, colour)
        if len(self._drawing.series) > 1 and series.name:
            self._write(
                series.name,
                series.points[-1].x,
                series.points[-1].y,
                colour,
                (1.0, 1.0 if named % 2 == 0 else 0.0),
            )

    def _draw_bars(self, series: Series) -> None:
        points = series.points[:MOST_BARS]
        colour = self._theme.colour("chart.indigo")
        pale = QColor(colour)
        pale.setAlpha(70)
        brushes = [colour if one.view.statistic.id == self._chosen else pale for one in points]
        bars = pyqtgraph.BarGraphItem(
            x=[one.x for one in points], height=[one.y for one in points], width=0.56, brushes=brushes,
            pen=pyqtgraph.mkPen(None),
        )  # fmt: skip
        self.plot.addItem(bars)
        self._add_points(points, colour)
        names = [(one.x, one.label if len(one.label) < 6 else f"{one.label[:5]}…") for one in points]
        self.plot.getAxis("bottom").setTicks([names])
        for one in points:
            self._write(
                figure_words(one.view.statistic), one.x, one.y, self._theme.colour("second"), (0.5, 1.15)
            )

    def _add_points(self, points: tuple[Point, ...], colour: QColor) -> None:
        spots = [
            {
                "pos": (one.x, one.y),
                "size": 11 if one.view.statistic.id == self._chosen else 8,
                "brush": pyqtgraph.mkBrush(self._theme.colour("raised") if one.forecast else colour),
                "pen": pyqtgraph.mkPen(colour, width=2),
                "data": one,
            }
            for one in points
        ]
        scatter = pyqtgraph.ScatterPlotItem(
            spots=spots, hoverable=True, hoverSize=13, tip=None, pxMode=True, antialias=True
        )
        scatter.setCursor(Qt.CursorShape.PointingHandCursor)
        scatter.sigClicked.connect(self._on_clicked)
        scatter.sigHovered.connect(self._on_hovered)
        self.plot.addItem(scatter)
        self.points.append(scatter)

    def _write(self, text: str, x: float, y: float, colour: QColor, anchor: tuple[float, float]) -> None:
        label = pyqtgraph.TextItem(text, color=colour, anchor=anchor)
        font = QFont(self._font)
        label.setFont(font)
        label.setPos(x, y)
        self.plot.addItem(label, ignoreBounds=True)

    def _number_years(self) -> None:
        years = sorted({round(one.x) for series in self._drawing.series for one in series.points})
        step = max(1, (years[-1] - years[0]) // 6 + 1) if years else 1
        ticks = [(float(year), str(year)) for year in range(years[0], years[-1] + 1, step)]
        self.plot.getAxis("bottom").setTicks([ticks])

    def _fit(self) -> None:
        points = [one for series in self._drawing.series for one in series.points]
        xs, ys = [one.x for one in points], [one.y for one in points]
        side = 0.6 if self._drawing.bars else max((max(xs) - min(xs)) * 0.1, 0.3)
        low, high = min([*ys, 0.0]), max([*ys, 0.0])
        room = (high - low) * 0.2 or 1.0
        box = self.plot.getViewBox()
        box.setRange(
            xRange=(min(xs) - side, min(max(xs), MOST_BARS if self._drawing.bars else max(xs)) + side),
            yRange=(low, high + room), padding=0.02,
        )  # fmt: skip

    @Slot(object, object, object)
    def _on_clicked(self, _scatter: object, spots: Any, _event: object = None) -> None:
        if len(spots):
            self._clicked = spots[0].data().view
            # The click is still being handled by the plot: what it leads to may take the plot away.
            QTimer.singleShot(0, self, self._open_clicked)

    @Slot()
    def _open_clicked(self) -> None:
        self.opened.emit(self._clicked)

    @Slot(object, object, object)
    def _on_hovered(self, _scatter: object, spots: Any, _event: object = None) -> None:
        if len(spots):
            point: Point = spots[0].data()
            self.plot.setToolTip(
                f"{point.label} · {figure_words(point.view.statistic)}\n{point.view.place.quote}"
            )
        else:
            self.plot.setToolTip("")
