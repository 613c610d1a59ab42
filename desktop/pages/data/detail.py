"""The pane beside the table: one figure with its sentence, what contradicts it, and its chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.knowledge.comparing.origin import OriginLink
from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.language.phrases import according_to
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.comparing import comparable_with
from corpus.library.facts.origins import origin_of
from corpus.library.facts.statistics import ConflictView, agreeing, conflicts_of, figure_views
from corpus.model.statistic import FactStatus
from corpus.report.charts.chart import Chart, ChartWish
from corpus.report.charts.choosing import chart_of
from corpus.report.figure_words import change_words, exact_words, number_and_unit, period_words
from corpus.report.labels import ReportLabels
from corpus.text.line_signs import behind_signs
from desktop.dialogs.figure_form import FigureForm
from desktop.pages.data.chart_pane import ChartPane
from desktop.pages.data.contradiction import ContradictionCard
from desktop.pages.data.inherited import inherited_words, reasons_of
from desktop.pages.data.origin_list import OriginList
from desktop.pages.figure_statement import statement_of
from desktop.services.context import Context
from desktop.widgets import (
    EmptyState,
    FlowLayout,
    IconButton,
    QuietButton,
    ScrollColumn,
    TextLabel,
)
from desktop.widgets.chip import Badge
from desktop.widgets.frames.scroll import empty
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle
from desktop.wording.headlines import region_beside
from desktop.wording.sources import source_line
from desktop.wording.words import confidence_name, is_doubtful, kind_name, status_name


@dataclass(frozen=True, slots=True)
class FigureDetail:
    """A figure with everything the pane shows beside it; ``items`` are the figures its chart was made of."""

    view: StatisticView
    conflicts: tuple[ConflictView, ...] = ()
    agreeing: tuple[StatisticView, ...] = ()
    chart: Chart = field(default_factory=Chart)
    items: tuple[LocatedStatistic, ...] = ()
    chain: tuple[OriginLink, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Where what was inherited was read (title, opening …), by the field's name."""


def read_detail(library: Library, figure: str) -> FigureDetail | None:
    """Read what the pane shows of a figure; ``None`` where it is gone."""
    views = figure_views(library, [figure])
    if not views:
        return None
    items = comparable_with(library, figure)
    return FigureDetail(
        views[0],
        conflicts_of(library, figure),
        figure_views(library, agreeing(library, [figure]).get(figure, ())),
        chart_of(items, ChartWish(chosen=figure), ReportLabels(**report_labels())),
        items,
        origin_of(library, figure),
        reasons_of(library, views[0].place.article) if views[0].statistic.inherited else {},
    )


class DetailPane(ScrollColumn):
    """Shows one figure; everything it says leads to its sentence."""

    opened = Signal(object)
    """The place of a figure (StatisticView) is asked for."""
    opened_at = Signal(str)
    """The place of a figure (its id) is asked for."""
    judged = Signal(object)
    corrected = Signal(dict)
    ruled = Signal(str, str, str)
    copied = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(640, parent, margin=16)
        self._theme = context.theme
        self._detail: FigureDetail | None = None
        self._form: FigureForm | None = None
        self._before: QWidget | None = None
        """What had the keys before the form did."""
        self._sent = False
        self.setMinimumWidth(340)
        lower = self.column
        self.column = QVBoxLayout()
        self.column.setSpacing(16)
        lower.addLayout(self.column)
        lower.addStretch(1)
        self._lower = lower
        self._context = context
        self._chart: ChartPane | None = None
        self._chart_next = QTimer(self, singleShot=True, interval=0)
        """Once what was done last is painted: making the first chart takes as long as all that stands above it."""
        self._chart_next.timeout.connect(self._show_chart)
        self.clear()

    @property
    def figure(self) -> StatisticView | None:
        """Return the figure shown."""
        return self._detail.view if self._detail is not None else None

    @property
    def chart(self) -> ChartPane:
        """Return the chart below, made for the first figure that has one; it stays while figures change above it."""
        if self._chart is None:
            self._chart = ChartPane(self._context, self, small=True)
            self._chart.opened.connect(self.opened_at)
            self._lower.insertWidget(1, self._chart)
        return self._chart

    @property
    def agreeing(self) -> tuple[StatisticView, ...]:
        """Return the figures that say the same."""
        return self._detail.agreeing if self._detail is not None else ()

    def clear(self) -> None:
        """Show no figure."""
        empty(self.column)
        if self._chart is not None:
            self._chart.hide()
        self._detail = None
        self.column.addWidget(
            EmptyState(self._theme, _("选一条数据，这里给出它的原句、图表和有出入之处。"), icon="data")
        )

    def show_detail(self, detail: FigureDetail) -> None:
        """Show a figure; the same one again keeps the scroll place, and the form with what is typed in it."""
        same = self.figure is not None and self.figure.statistic.id == detail.view.statistic.id
        place = self.verticalScrollBar().value() if same else 0
        form = self._form if same and not self._is_saved(detail.view) else None
        if form is not None:
            self.column.removeWidget(form)
        empty(self.column)
        self._detail = detail
        self._form = form
        self.column.addWidget(_Head(detail.view, detail.reasons))
        self.column.addWidget(self._sentence(detail.view))
        self.column.addWidget(self._buttons(detail.view))
        if form is not None:
            self.column.addWidget(form)
        for conflict in detail.conflicts:
            card = ContradictionCard(self._theme, conflict)
            card.opened.connect(self.opened)
            card.ruled.connect(self.ruled)
            self.column.addWidget(card)
        if detail.chain:
            self.column.addWidget(OriginList(self._theme, detail.chain, self.opened_at))
        elif detail.agreeing:
            self.column.addWidget(self._agreement(detail.agreeing))
        if self._chart is not None:
            self._show_chart()
        elif detail.chart.series:
            self._chart_next.start()
        # What stands below is only known once it is laid out: heights must not lag behind what is shown.
        self.column.activate()
        ground = self.widget()
        if ground is not None:
            ground.adjustSize()
        self.verticalScrollBar().setValue(place)

    @Slot()
    def _show_chart(self) -> None:
        """Show the chart of the figure shown now, if there is any."""
        if self._detail is not None:
            detail = self._detail
            self.chart.show_chart(detail.chart, detail.items, detail.view.statistic.id)

    def _sentence(self, view: StatisticView) -> QWidget:
        start = view.figure.start - view.place.span.start
        found = ((start, start + len(view.figure)),) if start >= 0 else ()
        row = StatementList(self._theme, _("原句"), whole=True, style=StatementStyle(lines=12, size=14))
        row.setObjectName("boxed")
        detail = source_line(view)
        told, marks = behind_signs(view.place.quote, found)
        row.set_statements((Statement(told, detail, marks=marks, quote=told, source=detail, payload=view),))
        row.opened.connect(self.opened)
        return row

    def _buttons(self, view: StatisticView) -> QWidget:
        ground = QWidget()
        row = FlowLayout(ground, spacing=8)
        state = view.statistic.status
        self.confirm = QuietButton(_("核实"), self._theme, "check")
        self.edit = QuietButton(_("修改…"), self._theme, "pencil")
        self.reject = QuietButton(_("排除"), self._theme, "close")
        self.copy = IconButton(self._theme, "copy-quote", _("复制并附出处"))
        for button, on in ((self.confirm, FactStatus.CONFIRMED), (self.reject, FactStatus.REJECTED)):
            button.setCheckable(True)
            button.setChecked(state is on)
        self.confirm.clicked.connect(self._confirm)
        self.reject.clicked.connect(self._reject)
        self.edit.clicked.connect(self.start_editing)
        self.copy.clicked.connect(self.copied)
        buttons: tuple[QWidget, ...] = (self.confirm, self.edit, self.reject, self.copy)
        for widget in buttons:
            row.addWidget(widget)
        return ground

    def _agreement(self, views: Sequence[StatisticView]) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        title = TextLabel("= " + _("相互印证"), "strong")
        title.setProperty("tone", "celadon")
        column.addWidget(title)
        rows = StatementList(self._theme, _("相互印证"), whole=True)
        rows.setObjectName("boxed")
        rows.set_statements([statement_of(one, narrow=True) for one in views])
        rows.opened.connect(self.opened)
        column.addWidget(rows)
        return ground

    @Slot()
    def start_editing(self) -> None:
        """Open the form under the sentence."""
        if self._detail is None or self._form is not None:
            return
        self._before = QApplication.focusWidget()
        self._form = FigureForm()
        self._sent = False
        self._form.saved.connect(self._send_correction)
        self._form.left.connect(self._stop_editing)
        self.column.insertWidget(3, self._form)
        self._form.show_figure(self._detail.view.statistic)

    def _is_saved(self, view: StatisticView) -> bool:
        """Tell whether what was typed in the form is what is shown now."""
        return self._sent and self._detail is not None and view.statistic != self._detail.view.statistic

    @Slot(dict)
    def _send_correction(self, fields: dict[str, str]) -> None:
        self._sent = True
        self.corrected.emit(fields)

    @Slot()
    def _stop_editing(self) -> None:
        if self._form is not None:
            self.column.removeWidget(self._form)
            if self._before is not None and Shiboken.isValid(self._before):
                self._before.setFocus()
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    @Slot()
    def _confirm(self) -> None:
        self.judged.emit(FactStatus.CONFIRMED)

    @Slot()
    def _reject(self) -> None:
        self.judged.emit(FactStatus.REJECTED)


class _Head(QWidget):
    """The figure itself, large, with what it measures above and its marks below."""

    def __init__(self, view: StatisticView, reasons: Mapping[str, str]) -> None:
        super().__init__()
        figure = view.statistic
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(TextLabel(figure.metric, "strong", wrap=True))
        about = (
            figure.subject,
            region_beside(figure),
            period_words(figure.period),
        )
        column.addWidget(TextLabel(" · ".join(part for part in about if part), "second", wrap=True))
        number, unit = number_and_unit(figure)
        line = QHBoxLayout()
        line.setSpacing(6)
        large = TextLabel(number, "figure")
        for label in (large, TextLabel(unit, "second")):
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignBaseline)
        line.addStretch(1)
        column.addLayout(line)
        if change := change_words(figure.change):
            column.addWidget(TextLabel(change, "second", wrap=True))
        exact = exact_words(figure)
        large.setToolTip(exact)
        facts = [exact] if exact and exact.replace(",", "") not in (number, f"{number} {unit}") else []
        facts += [according_to(figure.source)] if figure.source else []
        level = _("可信度 {level}", level=confidence_name(figure.confidence))
        facts += [] if is_doubtful(figure) else [level]
        column.addWidget(TextLabel(" · ".join(facts), "small", wrap=True))
        if figure.inherited:
            column.addWidget(TextLabel(inherited_words(figure.inherited, reasons), "small", wrap=True))
        column.addWidget(self._chips(view))

    def _chips(self, view: StatisticView) -> QWidget:
        figure = view.statistic
        ground = QWidget()
        row = FlowLayout(ground, spacing=6)
        unsure = figure.kind in ("forecast", "estimate")
        row.addWidget(Badge(kind_name(figure.kind), "amber" if unsure else ""))
        sure = figure.status in (FactStatus.CONFIRMED, FactStatus.EDITED)
        row.addWidget(Badge(status_name(figure.status), "celadon" if sure else ""))
        if figure.inferred:
            row.addWidget(Badge(_("推断"), "amber"))
        if is_doubtful(figure):
            row.addWidget(Badge(_("可信度 {level}", level=confidence_name(figure.confidence)), "amber"))
        if view.conflicts:
            row.addWidget(Badge("≠ " + _("有出入"), "cinnabar"))
        return ground
