"""The pane on the right: the article chosen, or a word where none is."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from corpus.language import translate as _
from corpus.model.article import ArticleSummary
from desktop.pages.documents.details_sheet import DetailsSheet
from desktop.pages.documents.record_values import RecordValues
from desktop.theme import ThemeManager
from desktop.widgets import EmptyState, ScrollColumn


class DetailsPane(ScrollColumn):
    """Shows what is known of the articles chosen, on a sheet that is made when there is something to show."""

    opened = Signal()
    record_changed = Signal(tuple, dict)
    context_changed = Signal(tuple, dict)
    nodded = Signal(tuple, list)
    tags_changed = Signal(list)
    state_changed = Signal(object)
    asked = Signal(object)
    """The Target of a link: the figures, platforms, notes or repairs of this article, or the one it repeats."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(480, parent, margin=16)
        self._made = False
        self._empty = EmptyState(theme, _("选一篇文章，这里是它的出处、标签和校订情况。"), icon="documents")
        self.column.addWidget(self._empty)
        self.column.addStretch(1)

    @cached_property
    def sheet(self) -> DetailsSheet:
        """Return the sheet with the fields, made when it is first asked for."""
        sheet = DetailsSheet(self)
        for mine, its in (
            (self.opened, sheet.opened), (self.record_changed, sheet.record_changed),
            (self.context_changed, sheet.context_changed), (self.nodded, sheet.nodded),
            (self.tags_changed, sheet.tags_changed), (self.state_changed, sheet.state_changed),
            (self.asked, sheet.asked),
        ):  # fmt: skip
            its.connect(mine)
        self._made = True
        self.column.insertWidget(1, sheet)
        return sheet

    @Slot()
    def prepare(self) -> None:
        """Make the sheet before it is needed: made and filled in one go it held the window up."""
        if not self._made:
            self.sheet.hide()

    @property
    def article(self) -> ArticleSummary | None:
        """Return the one article shown."""
        return self.sheet.article if self._made else None

    @property
    def fields(self) -> dict[str, QLineEdit]:
        """Return the fields of the record, none while no article is shown."""
        return self.sheet.fields if self._made and not self.sheet.isHidden() else {}

    def show_many(self, count: int, values: RecordValues | None = None) -> None:
        """Show that no article, or several, are chosen; ``values`` is what several have in common."""
        self._empty.setVisible(not count)
        if count:
            self.sheet.show_many(count, values)
            self.sheet.show()
        elif self._made:
            self.sheet.keep()
            self.sheet.hide()

    def show_article(self, article: ArticleSummary, platforms: int, values: RecordValues) -> None:
        """Show an article in which ``platforms`` platforms are named, and its record."""
        self._empty.hide()
        if self.sheet.show_article(article, platforms, values):
            self.verticalScrollBar().setValue(0)
        self.sheet.show()
