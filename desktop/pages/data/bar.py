"""The line of filters over the table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import titled
from corpus.library.core.views import StatisticView
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.report.figure_words import year_of
from desktop.pages.data.filters import FigureFilter, counted
from desktop.theme import ThemeManager
from desktop.widgets import Chip, SearchField
from desktop.widgets.choice import Choice
from desktop.wording.ordering import pinyin_key
from desktop.wording.words import kind_name, status_name


class FilterBar(QWidget):
    """Makes a ``FigureFilter``; ``changed`` is sent whenever another one is wanted."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.field = SearchField(theme, _("筛选：指标、对象、出处、原句"))
        self.field.setMaximumWidth(300)
        self.field.edited.connect(self._on_change)
        self.field.submitted.connect(self._on_change)
        row.addWidget(self.field, 1)
        self.subject = Choice(_("全部对象"), width=136)
        self.kind = Choice(_("全部类别"), width=112)
        self.year = Choice(_("全部年份"), width=112)
        self.status = Choice(_("全部状态"), width=112)
        for choice in (self.subject, self.kind, self.year, self.status):
            choice.picked.connect(self._on_change)
            row.addWidget(choice)
        self.disputed = Chip("≠ " + _("有出入"), checkable=True)
        self.anecdotes = Chip(_("轶事"), checkable=True)
        self.anecdotes.setToolTip(_("也列出个人经历里的数字"))
        self.article = Chip("", tone="indigo")
        self.article.setToolTip(_("显示全部文章"))
        self.article.clicked.connect(self._drop_article)
        self.article.hide()
        for chip in (self.disputed, self.anecdotes):
            chip.toggled.connect(self._on_change)
            row.addWidget(chip)
        row.addWidget(self.article)
        row.addStretch(1)

    @property
    def filter(self) -> FigureFilter:
        """Return what is wanted now."""
        return FigureFilter(
            self.field.text(), self.subject.value, self.kind.value, self.year.value, self.status.value, self._article,
            self.disputed.isChecked(), self.anecdotes.isChecked(),
        )  # fmt: skip

    def offer(self, views: Sequence[StatisticView]) -> None:
        """Offer the values that occur in ``views``, each with how often it does."""
        figures = [one.statistic for one in views]
        subjects = sorted(counted(one.subject for one in figures), key=lambda one: pinyin_key(one[0]))
        years = sorted(counted(year_of(one.period) for one in figures), reverse=True)
        kinds = dict(counted(one.kind.value for one in figures))
        states = dict(counted(one.status.value for one in figures))
        self.subject.set_values([(name, f"{name}　{n}") for name, n in subjects])
        self.year.set_values([(year, f"{year}　{n}") for year, n in years])
        self.kind.set_values(
            [(one.value, f"{kind_name(one)}　{kinds[one]}") for one in StatisticKind if one in kinds]
        )
        self.status.set_values(
            [(one.value, f"{status_name(one)}　{states[one]}") for one in FactStatus if one in states]
        )

    def show_filter(self, wanted: FigureFilter, title: str = "") -> None:
        """Show a filter without telling; ``title`` is the article's, where the filter names one."""
        self._article = wanted.article
        self.article.setText(f"{titled(title or wanted.article)}  ×")
        self.article.setVisible(bool(wanted.article))
        for widget in (self.field, self.disputed, self.anecdotes):
            widget.blockSignals(True)
        self.field.setText(wanted.text)
        self.disputed.setChecked(wanted.disputed)
        self.anecdotes.setChecked(wanted.anecdotes)
        for widget in (self.field, self.disputed, self.anecdotes):
            widget.blockSignals(False)
        for choice, value in (
            (self.subject, wanted.subject),
            (self.kind, wanted.kind),
            (self.year, wanted.year),
            (self.status, wanted.status),
        ):
            if value and choice.findData(value) < 0:
                choice.addItem(value, value)
            choice.choose(value)

    @Slot()
    def _on_change(self) -> None:
        self.changed.emit()

    @Slot()
    def _drop_article(self) -> None:
        self._article = ""
        self.article.hide()
        self.changed.emit()
