"""The line of filters above the list of notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library.notes.browsing import NoteFacets
from corpus.store.notes.query import NoteGroup, Written
from desktop.pages.notes.colour_filter import ColourFilter
from desktop.pages.notes.filtering import NoteFilter
from desktop.pages.notes.long_choice import LongChoice
from desktop.theme import ThemeManager
from desktop.widgets import Chip, FlowLayout, SearchField

_SHORTEST: Final = 132


class NoteFilterBar(QWidget):
    """Text, colours, tag, article, with or without words, 待定位; ``changed`` after any of them."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: NoteFacets | None = None
        self._told = NoteFilter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first, second = QHBoxLayout(), FlowLayout(spacing=8)
        first.setSpacing(8)
        column.addLayout(first)
        column.addLayout(second)
        self.field = SearchField(theme, _("在批注中查找"), self)
        self.field.edited.connect(self._on_typed)
        self.field.submitted.connect(self._on_typed)
        self.tag = self._choice(_("标签"))
        self.article = LongChoice(self)
        self._set_up(self.article, _("文章"))
        self.colours = ColourFilter(theme, self)
        self.colours.changed.connect(self._tell)
        self.with_words = self._chip(_("有批注文字"))
        self.without_words = self._chip(_("只有高亮"))
        self.lost = self._chip(_("待定位"))
        self.clear_button = Chip(_("清除筛选"), self)
        self.clear_button.clicked.connect(self.clear)
        self.clear_button.hide()
        first.addWidget(self.field, 2)
        first.addWidget(self.tag, 1)
        first.addWidget(self.article, 1)
        others = (self.with_words, self.without_words, self.lost, self.clear_button)
        for widget in (*self.colours.chips.values(), *others):
            second.addWidget(widget)

    def value(self) -> NoteFilter:
        """Return what is asked for."""
        written = (
            "with" if self.with_words.isChecked() else "without" if self.without_words.isChecked() else ""
        )
        return NoteFilter(
            self.field.text().strip(),
            self.colours.chosen(),
            str(self.tag.currentData() or ""),
            str(self.article.currentData() or ""),
            cast("Written", written),
            self.lost.isChecked(),
        )

    def offer(self, facets: NoteFacets) -> None:
        """Offer the tags and articles there are, with true counts; what is chosen stays chosen."""
        if facets == self._offered:
            return
        self._offered = facets
        tags = [(with_aside(f"#{tag}", n), tag) for tag, n in facets.tags]
        chosen = str(self.tag.currentData() or "")
        if chosen and all(tag != chosen for _text, tag in tags):
            tags.append((f"#{chosen}", chosen))  # of no note now, and still what is asked for
        _fill(self.tag, _("全部标签"), tags)
        self.article.offer(_("全部文章"), partial(_named, facets.articles))
        self.colours.show_counts(facets.colours)
        lost = facets.lost
        self.lost.setText(_("待定位 {n}", n=lost) if lost else _("待定位"))
        self.lost.setVisible(bool(lost) or self.lost.isChecked())

    def show_value(self, wanted: NoteFilter) -> None:
        """Show another filter (coming back to the page)."""
        self.field.show_text(wanted.text)
        self.colours.choose(wanted.colours)
        self.with_words.setChecked(wanted.written == "with")
        self.without_words.setChecked(wanted.written == "without")
        self.lost.setChecked(wanted.lost)
        self.lost.setVisible(wanted.lost or self.lost.isVisible())
        if wanted.tag and self.tag.findData(wanted.tag) < 0:
            self.tag.addItem(f"#{wanted.tag}", wanted.tag)  # what there is to choose may be counted later
        self.tag.setCurrentIndex(max(self.tag.findData(wanted.tag), 0))
        self.article.choose(wanted.article)
        self._tell()

    @Slot()
    def clear(self) -> None:
        """Ask for nothing."""
        self.show_value(NoteFilter())

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        self._set_up(box, name)
        return box

    def _set_up(self, box: QComboBox, name: str) -> None:
        box.setAccessibleName(name)
        box.setMinimumWidth(_SHORTEST)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.activated.connect(self._tell)

    def _chip(self, text: str) -> Chip:
        chip = Chip(text, self, checkable=True)
        chip.clicked.connect(self._on_chip)
        return chip

    @Slot()
    def _on_chip(self) -> None:
        chip = self.sender()
        others = {self.with_words: self.without_words, self.without_words: self.with_words}
        other = others.get(cast("Chip", chip))
        if other is not None and cast("Chip", chip).isChecked():
            other.setChecked(False)
        self._tell()

    @Slot()
    def _on_typed(self) -> None:
        if self.value() != self._told:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self._told = self.value()
        self.clear_button.setVisible(self._told != NoteFilter())
        self.changed.emit()


def _named(groups: Sequence[NoteGroup]) -> list[tuple[str, str]]:
    """Return articles with how many notes each has, and their ids."""
    return [(with_aside(one.title, one.count), one.key) for one in groups]


def _fill(box: QComboBox, everything: str, entries: Sequence[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, "")
    for text, key in entries:
        box.addItem(text, key)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.blockSignals(False)
