"""The trends side by side, one card each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from corpus.language import current_language
from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.facts.trends import UNCATEGORISED, TrendCounts
from corpus.model.trend import Trend
from desktop.pages.trends.rows import passage_statement
from desktop.theme import ThemeManager
from desktop.theme.fonts import resized, scaled
from desktop.widgets import Card, QuietButton, ScrollColumn, TextLabel
from desktop.widgets.fields.year_strip import YearStrip
from desktop.widgets.frames.head_line import HeadLine
from desktop.widgets.frames.scroll import empty
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle
from desktop.widgets.read_only import only_where_writable

CARD = 240
"""Pixels a card is wide at least, at 100 %: what says where its sentence stands has room for the date."""
HEIGHT = 208
WIDTH = 1320
"""Pixels the cards are wide together at most, at 100 %."""


class TrendCards(ScrollColumn):
    """A card shows the best sentence of its trend, or the definition where no text speaks of it.

    ``opened`` carries the key of the trend whose card was clicked, ``passage_opened`` the payload of a sentence
    clicked; ``add_asked``: one more is wanted.
    """

    opened = Signal(str)
    passage_opened = Signal(object)
    add_asked = Signal()

    def __init__(self, library: Library, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(WIDTH, parent)
        self._library, self._theme = library, theme
        self._trends: tuple[Trend, ...] = ()
        self._counts: dict[str, TrendCounts] = {}
        self._labels: dict[str, TextLabel] = {}
        self._definitions: dict[str, TextLabel] = {}
        self.best: dict[str, StatementList] = {}
        self.strips: dict[str, YearStrip] = {}
        self._columns = 0
        self.cards: dict[str, Card] = {}

    def show_trends(self, trends: Sequence[Trend]) -> None:
        """Show the cards of trends."""
        if tuple(trends) != self._trends:
            self._trends = tuple(trends)
            self._build()

    def show_counts(self, counts: Sequence[TrendCounts]) -> None:
        """Say on each card how much there is of its trend."""
        self._counts = {one.trend.key: one for one in counts}
        for key, label in self._labels.items():
            label.setText(self._told(key))
            self._show_best(key)
        self._show_years()
        self._tell_about()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards into a line as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._columns and self._trends:
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and self._trends:
            self._build()

    def _fitting(self) -> int:
        return max(1, min(4, (min(self.width(), scaled(WIDTH) + 48) - 48 + 16) // (scaled(CARD) + 16)))

    def _build(self) -> None:
        empty(self.column)
        self.cards, self.best, self._labels, self._definitions, self.strips = {}, {}, {}, {}, {}
        self._columns = self._fitting()
        head = QVBoxLayout()
        head.setSpacing(4)
        line = HeadLine()
        line.addWidget(TextLabel(_("趋势"), "page-title"))
        line.addStretch(1)
        self.add = QuietButton(_("新建分类…"), self._theme, "plus")
        self.add.setToolTip(_("用线索词和例句定一个自己的分类"))
        self.add.clicked.connect(self.add_asked)
        only_where_writable(self._library, self.add)
        line.addWidget(self.add)
        head.addLayout(line)
        self.about = TextLabel("", "second")
        head.addWidget(self.about)
        self.column.addLayout(head)
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        for number, trend in enumerate(self._trends):
            card = self._card(trend)
            self.cards[trend.key] = card
            self._show_best(trend.key)
            grid.setRowMinimumHeight(number // self._columns, scaled(HEIGHT))
            grid.addWidget(card, number // self._columns, number % self._columns)
        for place in range(self._columns):
            grid.setColumnStretch(place, 1)
        self._show_years()
        self._tell_about()
        self.column.addWidget(ground)
        self.column.addStretch(1)

    def _tell_about(self) -> None:
        """Say what the cards are good for, or how they come to have sentences on them."""
        spoken = not self._counts or any(one.passages for one in self._counts.values())
        about = _("每一条说法都能打开它的原句。")
        self.about.setText(
            about if spoken else _("还没有讲到它们的原文：导入文章后，每类下列出讲到它的句子。")
        )

    def _card(self, trend: Trend) -> Card:
        card = Card(clickable=True)
        card.setProperty("trend", trend.key)
        card.setAccessibleName(f"{trend.name} {trend.subtitle}")
        card.setAccessibleDescription(trend.definition)
        card.body.setSpacing(4)
        card.body.addWidget(TextLabel(trend.name, "title"))
        card.body.addWidget(TextLabel(subtitle_of(trend), "small"))
        card.body.addSpacing(6)
        definition = TextLabel(_beginning(trend.definition), "body", wrap=True)
        definition.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._definitions[trend.key] = definition
        card.body.addWidget(definition, 1)
        card.body.addStretch(1)
        card.body.addSpacing(6)
        strip = self.strips[trend.key] = YearStrip(self._theme)
        card.body.addWidget(strip)
        label = self._labels[trend.key] = TextLabel(self._told(trend.key), "faint")
        card.body.addWidget(label)
        card.clicked.connect(self._open)
        return card

    def _show_best(self, key: str) -> None:
        """Show the best sentence in the definition's place; its list is made when there is one to show."""
        counts = self._counts.get(key)
        passage = counts.best if counts is not None else None
        definition = self._definitions[key]
        if passage is not None:
            if key not in self.best:
                best = StatementList(
                    self._theme, _("原文"), whole=True, style=StatementStyle(lines=4, side=0, ruled=False)
                )
                best.opened.connect(self.passage_opened)
                body = self.cards[key].body
                body.insertWidget(body.indexOf(definition) + 1, best)
                self.best[key] = best
            self.best[key].set_statements([passage_statement(passage)])
        if key in self.best:
            self.best[key].setVisible(passage is not None)
        definition.setVisible(passage is None)

    def _show_years(self) -> None:
        """Show the years of each trend's passages on one scale; cards without a dated one go without."""
        by_trend = {
            key: [(int(year), number) for year, number in counts.years]
            for key, counts in self._counts.items()
            if key != UNCATEGORISED.key
        }
        every = [one for years in by_trend.values() for one in years]
        first, last = (
            min((year for year, _n in every), default=0),
            max((year for year, _n in every), default=0),
        )
        most = max((number for _year, number in every), default=0)
        for key, strip in self.strips.items():
            years = by_trend.get(key, [])
            strip.setVisible(bool(years))
            strip.show_years(years, first, last, most)

    def _told(self, key: str) -> str:
        counts = self._counts.get(key)
        if counts is None:
            return ""
        told = _("原文 {n} 段", n=counts.passages)
        return told + " · " + _("数据 {n} 条", n=counts.figures) if counts.figures else told

    @Slot()
    def _open(self) -> None:
        card = self.sender()
        if card is not None:
            self.opened.emit(str(card.property("trend")))


def subtitle_of(trend: Trend) -> str:
    """Return what a trend is about, after its English name for those who read English."""
    named = current_language() == "en"
    return " · ".join(filter(None, (trend.english if named else "", trend.subtitle)))


def _beginning(definition: str) -> str:
    return definition if len(definition) <= 64 else definition[:62].rstrip("，、；") + "…"
