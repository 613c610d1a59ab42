"""并作一图: the figures at hand in one chart, with what can be switched above it and ways out beside."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.language.phrases import labelled
from corpus.model.draft import DraftItem
from corpus.report.charts.chart import Chart, ChartKind, ChartWish, shape_of
from corpus.report.charts.choosing import chart_of, family_name
from corpus.report.charts.drawing import Drawing
from corpus.report.charts.svg import to_svg
from corpus.report.figure_words import figure_words
from corpus.report.labels import ReportLabels
from corpus.report.palette import colour
from corpus.store.folder.files import replacing
from desktop.operations.drafts import put_into_latest
from desktop.pages.data.chart_ground import ChartGround
from desktop.pages.data.saving import save_as
from desktop.widgets import EmptyState, FlowLayout, IconButton, QuietButton, TextLabel
from desktop.widgets.fields.choice import Choice
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.chart_view import MOST, ChartView
from desktop.widgets.frames.drawing_view import image_of
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from desktop.services.context import Context

SAVED = 720
"""How wide a chart is that is saved or copied."""
_MOST_BESIDE = 640


class ChartPane(QWidget):
    """Draws what can be compared among figures; ``opened`` carries the id of the figure whose mark was clicked.

    A ``small`` one stands beside the table and hides itself where nothing can be compared.
    """

    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        self._context = context
        self._small = small
        self._items: Sequence[LocatedStatistic] = ()
        self._said: dict[str, LocatedStatistic] = {}
        self._wish = ChartWish()
        self._note = ""
        self._labels = ReportLabels(**report_labels())
        self.family = Choice(_("指标"), width=240)
        self.kind = Segments(_("图"), [
            ("places", _("按地区"), _("一处一条，按行政区划次序")), ("ranking", _("排名"), _("由大到小")),
            ("years", _("按年份"), _("一处一线")), ("share", _("占比"), _("合起来是一个整体")),
        ])  # fmt: skip
        self.period = Choice(_("时期"), width=104)
        self.unit = Choice(_("单位"), width=104)
        self._drawn = ChartView(context.theme, most=_MOST_BESIDE if small else MOST)
        self.view = self._drawn.view
        self.view.tell = self._tell
        self.told = TextLabel("", "second", wrap=True)
        self.empty = EmptyState(
            context.theme,
            _("这里没有可以放在一起比较的数据：要同一指标、同一单位，地区和时期都已知。"),
            icon="data",
        )
        self.empty.hide()
        self.save = self._button(_("保存图…"), "export")
        self.copy = self._button(_("复制图"), "copy-quote")
        self.into_draft = self._button(_("加入文稿"), "draft-add")
        self.ways_out = QWidget()
        self._arrange()
        self.view.activated.connect(self.opened)
        self.family.picked.connect(self._pick_family)
        self.kind.picked.connect(self._pick_kind)
        self.period.picked.connect(self._pick_period)
        self.unit.picked.connect(self._pick_unit)
        self.save.clicked.connect(self.save_picture)
        self.copy.clicked.connect(self.copy_picture)
        self.into_draft.clicked.connect(self.put_into_draft)
        only_where_writable(context.library, self.into_draft)

    @property
    def chart(self) -> Chart:
        """Return what is drawn."""
        return self._drawn.chart

    def lie_on(self, ground: ChartGround) -> None:
        """Lie on a ground that scrolls: the chart fits into what is seen of it, where it can be flatter."""
        self._drawn.room = partial(ground.room_below, self._drawn)
        ground.resized.connect(self._drawn.fit_later)

    def show_figures(
        self, items: Sequence[LocatedStatistic], chosen: str = "", note: str = "", named: str = ""
    ) -> None:
        """Draw figures; the one ``chosen`` decides what is compared, or the metric ``named``.

        ``note`` tells of figures not at hand.
        """
        self._items, self._note = items, note
        self._said = {one.statistic.id: one for one in items}
        family = None if chosen else self._wish.family
        self._wish = ChartWish(family=family, chosen=chosen, kind=self._wish.kind, named=named)
        self._draw()

    def show_chart(self, chart: Chart, items: Sequence[LocatedStatistic], chosen: str) -> None:
        """Show a chart that was made already."""
        self._items, self._wish = items, ChartWish(chosen=chosen)
        self._said = {one.statistic.id: one for one in items}
        self._take(chart)

    def drawing(self, width: float) -> Drawing:
        """Return the chart laid out at a width."""
        return self._drawn.drawing(width)

    @Slot()
    def save_picture(self) -> None:
        """Save the chart as SVG or PNG, with its sources, on white paper."""
        write = partial(_write, drawing=self.drawing(SAVED))
        save_as(
            self,
            self._context,
            self.chart.title,
            {"svg": _("矢量图（.svg）"), "png": _("图片（.png）")},
            write,
        )

    @Slot()
    def copy_picture(self) -> None:
        """Put the chart into the clipboard as a picture, with its sources."""
        QGuiApplication.clipboard().setImage(image_of(self.drawing(SAVED), _on_paper))
        self._context.notices.tell(_("已复制图，附数据出处"))

    @Slot()
    def put_into_draft(self) -> None:
        """Put the chart into the draft worked on last; it is drawn anew of what its figures say then."""
        item = DraftItem("chart", " ".join(self.chart.figures), shape=shape_of(self.chart))
        self._context.operations.run(self, put_into_latest((item,)))

    def _button(self, name: str, icon: str) -> QuietButton | IconButton:
        """Return a way out: with words where there is room for them."""
        theme = self._context.theme
        return IconButton(theme, icon, name, size=16) if self._small else QuietButton(name, theme, icon)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        ground = QWidget()
        row = FlowLayout(ground, spacing=8)
        outward = QHBoxLayout(self.ways_out)
        outward.setContentsMargins(0, 0, 0, 0)
        outward.setSpacing(8)
        for button in (self.save, self.copy, self.into_draft):
            outward.addWidget(button)
        for widget in (self.family, self.kind, self.period, self.unit, self.ways_out):
            row.addWidget(widget)
        column.addWidget(ground)
        column.addWidget(self._drawn)
        column.addWidget(self.told)
        column.addWidget(self.empty, 3)
        if not self._small:
            column.addStretch(1)

    def _draw(self) -> None:
        work = partial(chart_of, self._items, self._wish, self._labels)
        self._context.tasks.run(self, work, self._take, lane="chart")

    def _take(self, chart: Chart) -> None:
        there = bool(chart.series)
        self.setVisible(there or not self._small)
        self.ways_out.setVisible(there)
        self._offer(chart)
        self._drawn.show_chart(chart, self._wish.chosen)
        left = (
            [_("这个指标另有 {n} 条不在图里：缺地区或时期，口径、单位不同，或画不下", n=chart.left_out)]
            if chart.left_out and there
            else []
        )
        self.told.setText("" if self._small else " · ".join(part for part in (*left, self._note) if part))
        self.told.setVisible(bool(self.told.text()))
        self.empty.setHidden(there)

    def _offer(self, chart: Chart) -> None:
        """Offer what can be switched; a choice of one thing hides."""
        families = [
            (str(n), f"{family_name(one, self._labels)}　{count}")
            for n, (one, count) in enumerate(chart.families)
        ]
        self.family.set_values(families)
        mine = next((str(n) for n, (one, _count) in enumerate(chart.families) if one == chart.family), "")
        self.family.choose(mine)
        self.family.setVisible(len(families) > 1 and not self._small)
        for key, button in self.kind.buttons.items():
            button.setVisible(ChartKind(key) in chart.kinds)
        self.kind.choose(chart.kind.value)
        self.kind.setVisible(len(chart.kinds) > 1)
        for choice, values, value in (
            (self.period, chart.periods, chart.period),
            (self.unit, chart.units, chart.unit),
        ):
            choice.set_values([(one, one) for one in values])
            choice.choose(value)
            choice.setVisible(len(values) > 1)
        if chart.kind is ChartKind.YEARS:
            self.period.hide()

    def _tell(self, figure: str) -> str:
        one = self._said.get(figure)
        if one is None:
            return ""
        return labelled(one.statistic.source or one.title, figure_words(one.statistic))

    @Slot(str)
    def _pick_family(self, number: str) -> None:
        family = self.chart.families[int(number)][0] if number else None
        self._wish = replace(self._wish, family=family, kind=None, period="", unit="")
        self._draw()

    @Slot(str)
    def _pick_kind(self, key: str) -> None:
        self._wish = replace(self._wish, kind=ChartKind(key), family=self.chart.family)
        self._draw()

    @Slot(str)
    def _pick_period(self, period: str) -> None:
        self._wish = replace(self._wish, period=period, family=self.chart.family, kind=self.chart.kind)
        self._draw()

    @Slot(str)
    def _pick_unit(self, unit: str) -> None:
        self._wish = replace(self._wish, unit=unit, family=self.chart.family, kind=self.chart.kind)
        self._draw()


def _on_paper(name: str) -> QColor:
    return QColor(colour(name))


def _write(path: Path, drawing: Drawing) -> None:
    """Write a drawing on white paper; YindeError (not_writable, own_file) or LibraryError (disk_full)."""
    with replacing(path) as beside:
        if path.suffix.casefold() != ".png":
            beside.write_text(to_svg(drawing, ground=True), encoding="utf-8")
        elif not image_of(drawing, _on_paper).save(str(beside), "PNG"):  # type: ignore[call-overload]  # text, not bytes
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
