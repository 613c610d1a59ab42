"""Blocks of evidence: a quotation, a figure, a table, a picture; with what the person says to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from corpus.language import translate as _
from corpus.model.draft import QUOTING, DraftItem
from corpus.report.charts.chart import Chart
from desktop.pages.drafts.block import DraftBlock
from desktop.pages.drafts.compared_table import ComparedTable
from desktop.pages.drafts.growing_text import GrowingText
from desktop.pages.drafts.quoted_label import QuotedLabel
from desktop.pages.drafts.telling import Gathered, Told, told
from desktop.theme import ThemeManager
from desktop.theme.fonts import reading_font, resized, scaled
from desktop.theme.sharpness import as_wide_as
from desktop.widgets import TextLabel
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.chart_view import ChartView

_WIDEST: Final = 520
_CAPTIONED: Final = ("figures", "matrix", "chart", "review", "picture")


class EvidenceBlock(DraftBlock):
    """Shows what a block names; quotations may be told in other words, tables and pictures have a caption."""

    def __init__(self, theme: ThemeManager, item: DraftItem, gathered: Gathered, parent: QWidget) -> None:
        super().__init__(theme, item, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = Told("")
        self._gathered = gathered
        self.body.setContentsMargins(14, 2, 12, 2)
        self.title = QuotedLabel(theme, self)
        self.picture = QLabel(self)
        self.chart = ChartView(theme, self)
        self.chart.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys go from block to block
        self.chart.activated.connect(self._on_mark)
        self.table = ComparedTable(theme)
        self.words_of_article = TextLabel("", "second", wrap=True)
        self.source = TextLabel("", "small", wrap=True)
        self.use = Segments(_("引用方式"), _uses(), self)
        self.use.picked.connect(self._on_use)
        self.field = GrowingText(_("说明") if item.kind in _CAPTIONED else _("我的话"), self)
        self.field.textChanged.connect(self._on_typed)
        self.field.focused.connect(self.chosen)
        self.field.stepped.connect(self._on_stepped)
        for part in (self.title, self.picture, self.chart, self.table, self.words_of_article):
            self.body.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.source, 1)
        foot.addWidget(self.use, 0, Qt.AlignmentFlag.AlignTop)
        foot.addStretch()  # a row of nothing but what is hidden would make the whole block as narrow as itself
        self.body.addLayout(foot)
        self.body.addWidget(self.field)
        self.show_item(item, gathered)

    def show_item(self, item: DraftItem, gathered: Gathered) -> None:
        """Show the block as it is now."""
        self.item = item
        self._gathered = gathered
        self._told = one = told(item, gathered)
        self.title.show_words(one.title, one.before, one.after)
        self.setAccessibleName(one.title)
        chart, table = one.compared.chart, one.compared.table
        self.title.setVisible(bool(one.title) and chart is None)
        self.chart.show_chart(chart or Chart())
        self.table.show_table(table)
        body = one.body
        self.words_of_article.setText(body)
        self.words_of_article.setVisible(bool(body))
        self.source.setText(one.source)
        self.source.setVisible(bool(one.source))
        self._show_picture(gathered.pictures.get(item.ref, b"") if item.kind == "picture" else b"")
        self.use.choose(item.use)
        if item.kind != "hits":
            self.field.show_words(item.text)
        self.field.setPlaceholderText(self._hint())
        self._dress()

    def words(self) -> str:
        """Return the words of the evidence."""
        return self._told.title

    def write(self) -> None:
        """Take the focus; words of one's own are written on, unless the block itself is at hand (it was moved)."""
        if self.hasFocus():
            return
        if self.field.isVisible():
            self.field.setFocus()
            self.field.moveCursor(QTextCursor.MoveOperation.End)
        else:
            self.setFocus()

    def be_chosen(self, on: bool) -> None:
        """Look chosen; what can be chosen and written shows itself then."""
        super().be_chosen(on)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "field"):
            self._dress()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the place of the evidence."""
        super().mouseDoubleClickEvent(event)
        self.open_place()

    def open_place(self) -> None:
        """Open the place of the evidence in its article."""
        if self._told.place is not None:
            self.opened.emit(self._told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar in the colour of the mark."""
        super().paintEvent(event)
        if self._told.bar:
            painter = QPainter(self)
            left = self._handle.width() + 6
            painter.fillRect(QRect(left, 8, 3, self.height() - 16), self.theme.colour(self._told.bar))

    def _hint(self) -> str:
        if self.item.kind in _CAPTIONED:
            return _("题注")
        hints = {
            "quote": _("接着写：对这段引文说些什么"), "paraphrase": _("用自己的话转述，出处自动加上"),
            "summary": _("概括大意，出处自动加上"), "thought": _("只写自己的想法，引文不印出"),
        }  # fmt: skip
        return hints.get(self.item.use, "")

    def _dress(self) -> None:
        quoting = self.item.kind in QUOTING
        told_otherwise = quoting and self.item.use != "quote"
        self.use.setVisible(quoting and self._lit)
        writes = quoting or self.item.kind in _CAPTIONED
        self.field.setVisible(writes and (self._lit or bool(self.item.text) or told_otherwise))
        size = scaled(13 if told_otherwise and self.item.text else 15)
        self.title.setFont(reading_font("serif" if self._told.quoted else "sans", size))
        self.title.setProperty("look", "second" if told_otherwise and self.item.text else "reading")
        self.title.style().unpolish(self.title)
        self.title.style().polish(self.title)
        self.field.wear(reading_font("serif", scaled(15)))

    def _show_picture(self, data: bytes) -> None:
        self.picture.setVisible(bool(data))
        if data:
            image = QImage.fromData(data)
            self.picture.setPixmap(as_wide_as(image, _WIDEST, self.devicePixelRatioF()))

    @Slot(str)
    def _on_use(self, use: str) -> None:
        self.changed.emit(replace(self.item, use=use))
        self.field.setFocus()  # a click on a choice leaves the focus to the block, where words are lost

    @Slot(str)
    def _on_mark(self, figure: str) -> None:
        view = self._gathered.figures.get(figure)
        if view is not None:
            self.opened.emit(Told("", place=view.place))

    @Slot()
    def _on_typed(self) -> None:
        self.item = replace(self.item, text=self.field.toPlainText())
        self.typed.emit(self.item)

    @Slot(str)
    def _on_stepped(self, step: str) -> None:
        if step == "gone":
            self.setFocus()
        elif step == "out":
            self.removed.emit()
        else:
            self.stepped.emit(step)


def _uses() -> tuple[tuple[str, str, str], ...]:
    return (
        ("quote", _("引用"), _("照录原文")),
        ("paraphrase", _("转述"), _("换自己的话说，注明出处")),
        ("summary", _("概括"), _("概括大意，注明出处")),
        ("thought", _("想法"), _("只印自己的话")),
    )
