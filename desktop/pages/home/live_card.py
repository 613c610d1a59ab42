"""The live card: one question, two answers that differ, each with the mark that leads to its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import according_to
from corpus.model.statistic import StatisticKind
from corpus.report.figure_words import number_and_unit, parted
from desktop.theme import ThemeManager
from desktop.widgets import Card, EvidenceMark, TextLabel

if TYPE_CHECKING:
    from corpus.library.core.views import StatisticView
    from corpus.library.facts.statistics import ConflictView

SHOWN_FIRST = (Decimal("12624.7"), Decimal("11397.78"))
"""The two sizes of social commerce in 2018, the contradiction the built-in pack opens with."""


def best_conflict(found: Sequence[ConflictView]) -> ConflictView | None:
    """Return the contradiction to show: the pack's favourite, else the first of two plain numbers."""
    plain = [
        one for one in found if one.left.statistic.value is not None and one.right.statistic.value is not None
    ]
    wanted = [
        one for one in plain if {one.left.statistic.value, one.right.statistic.value} == set(SHOWN_FIRST)
    ]
    return next(iter(wanted or plain), None)


class LiveCard(Card):
    """``opened`` carries the place of the number clicked, ``asked`` a figure whose menu is wanted, and where."""

    opened = Signal(object)
    asked = Signal(object, QPoint)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24)
        self.conflict: ConflictView | None = None
        self._theme = theme
        self._question = TextLabel("", "title")
        self._left = _Answer(theme)
        self._right = _Answer(theme)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._difference = TextLabel("", "second", wrap=True)
        self.body.setSpacing(16)
        self.body.addWidget(self._question)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._left, 1)
        row.addWidget(self._sign)
        row.addWidget(self._right, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._difference)
        self._left.clicked.connect(self._open_left)
        self._right.clicked.connect(self._open_right)
        self._left.asked.connect(self.asked)
        self._right.asked.connect(self.asked)
        self._recolour()
        theme.changed.connect(self._recolour)

    def show_conflict(self, conflict: ConflictView) -> None:
        """Show a contradiction."""
        if conflict == self.conflict:
            return
        self.conflict = conflict
        self._question.setText(_question(conflict))
        self._left.show_figure(conflict.left)
        self._right.show_figure(conflict.right)
        self._difference.setText(_difference(conflict))

    @Slot()
    def _recolour(self) -> None:
        self._sign.setPixmap(self._theme.pixmap("not-equal", 32, "cinnabar", self.devicePixelRatioF()))

    @Slot()
    def _open_left(self) -> None:
        if self.conflict is not None:
            self.opened.emit(self.conflict.left.place)

    @Slot()
    def _open_right(self) -> None:
        if self.conflict is not None:
            self.opened.emit(self.conflict.right.place)


class _Answer(Card):
    """A number, its mark, and who says so."""

    asked = Signal(object, QPoint)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent, clickable=True, padding=16)
        self.body.setSpacing(6)
        self._qualifier = TextLabel("", "second")
        self._number = TextLabel("", "figure")
        self._unit = TextLabel("", "second")
        self.mark = EvidenceMark(theme)
        self._who = TextLabel("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._qualifier, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addLayout(row)
        box.addWidget(self._who)
        self.body.addLayout(box)
        self.mark.activated.connect(self.clicked)
        self._view: StatisticView | None = None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with the figure."""
        if self._view is not None:
            self.asked.emit(self._view, event.globalPos())

    def show_figure(self, view: StatisticView) -> None:
        """Show a figure."""
        self._view = view
        figure = view.statistic
        number, unit = number_and_unit(figure)
        before, _gap, bare = (
            number.rpartition(" ") if figure.value is not None else ("", "", view.place.quote)
        )
        self._qualifier.setText(before)
        self._qualifier.setVisible(bool(before))
        self._number.setText(bare)
        self._unit.setText(unit)
        self.mark.change(view.place.quote, view.place.title)
        kind = {
            StatisticKind.FORECAST: _("预测值"),
            StatisticKind.ESTIMATE: _("估算值"),
        }.get(figure.kind, _("实际值"))
        self._who.setText(f"{kind} · {according_to(figure.source or view.place.title)}")
        self.setAccessibleName(f"{number} {unit}")
        self.body.activate()  # or, where much else is to be done first, it is painted at the widths it had


def _question(conflict: ConflictView) -> str:
    figure = conflict.left.statistic
    if {figure.value, conflict.right.statistic.value} == set(SHOWN_FIRST):
        return _("2018 年社交电商有多大？")
    return _("{period}{metric}：两处说法不同", period=figure.period.text, metric=figure.metric)


def _difference(conflict: ConflictView) -> str:
    left, right = conflict.left.statistic.value, conflict.right.statistic.value
    if left is None or right is None:
        return conflict.sum
    return _(
        "两个数相差 {number} {unit}。两个都留着，原句就在印章后面。",
        number=parted(abs(left - right)),
        unit=conflict.left.statistic.unit,
    )
