"""The trends side by side, one card each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from corpus.language import current_language
from corpus.language import translate as _
from corpus.library.facts.trends import TrendView
from corpus.model.trend import Trend
from desktop.theme import ThemeManager
from desktop.widgets import Card, ScrollColumn, TextLabel
from desktop.widgets.scroll import empty

CARD = 272


class TrendCards(ScrollColumn):
    """``opened`` carries the key of the trend whose card was clicked."""

    opened = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(1320, parent)
        self._theme = theme
        self._views: tuple[TrendView, ...] = ()
        self._columns = 0
        self.cards: dict[str, Card] = {}

    def show_trends(self, views: Sequence[TrendView]) -> None:
        """Show the cards of trends."""
        self._views = tuple(views)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards into a line as there is room for."""
        super().resizeEvent(event)
        if self._fitting() != self._columns and self._views:
            self._build()

    def _fitting(self) -> int:
        return max(1, min(4, (min(self.width(), 1368) - 48 + 16) // (CARD + 16)))

    def _build(self) -> None:
        empty(self.column)
        self.cards = {}
        self._columns = self._fitting()
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(TextLabel(_("趋势"), "page-title"))
        head.addWidget(TextLabel(_("每一条说法都能打开它的原句。"), "second"))
        self.column.addLayout(head)
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(16)
        for number, view in enumerate(self._views):
            card = self._card(view)
            self.cards[view.trend.key] = card
            grid.addWidget(card, number // self._columns, number % self._columns)
        for place in range(self._columns):
            grid.setColumnStretch(place, 1)
        self.column.addWidget(ground)
        self.column.addStretch(1)

    def _card(self, view: TrendView) -> Card:
        trend = view.trend
        card = Card(clickable=True)
        card.setProperty("trend", trend.key)
        card.setAccessibleName(f"{trend.name} {trend.subtitle}")
        card.setAccessibleDescription(trend.definition)
        card.setMinimumHeight(192)
        card.body.setSpacing(4)
        card.body.addWidget(TextLabel(trend.name, "title"))
        card.body.addWidget(TextLabel(subtitle_of(trend), "small"))
        card.body.addSpacing(6)
        definition = TextLabel(_beginning(trend.definition), "body", wrap=True)
        definition.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(definition, 1)
        counts = _("原文 {n} 段", n=len(view.passages))
        if view.figures:
            counts += " · " + _("数据 {n} 条", n=len(view.figures))
        card.body.addSpacing(6)
        card.body.addWidget(TextLabel(counts, "faint"))
        card.clicked.connect(self._open)
        return card

    @Slot()
    def _open(self) -> None:
        card = self.sender()
        if card is not None:
            self.opened.emit(str(card.property("trend")))


def subtitle_of(trend: Trend) -> str:
    """Return what a trend is about, after its English name for those who read English."""
    named = current_language() == "en" and trend.english
    return f"{trend.english} · {trend.subtitle}" if named else trend.subtitle


def _beginning(definition: str) -> str:
    return definition if len(definition) <= 64 else definition[:62].rstrip("，、；") + "…"
