"""What is known and decided about the article at hand: star, reading state, tags, what it repeats."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QLineEdit

from corpus.language import translate as _
from corpus.library.reading.articles import get_article
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.errors import YindeError
from desktop.operations import articles
from desktop.reader.header import Header
from desktop.reader.style_menu import StyleMenu
from desktop.services.context import Context
from desktop.widgets import Popover
from desktop.widgets.read_only import only_where_writable


class AboutArticle(QObject):
    """Fills the header and writes what is changed there."""

    def __init__(self, context: Context, header: Header) -> None:
        super().__init__(header)
        self._context = context
        self._header = header
        self._summary: ArticleSummary | None = None
        only_where_writable(context.library, header.star, header.state_button, header.tags_button)
        header.starred.connect(self._on_starred)
        header.state_chosen.connect(self._on_state_chosen)
        header.tags_wanted.connect(self._on_tags_wanted)
        header.repeat_wanted.connect(self._on_repeat_wanted)
        header.settings_wanted.connect(self._on_settings_wanted)

    def show_summary(self, summary: ArticleSummary) -> None:
        """Show an article, or the same one as it stands now."""
        self._summary = summary
        self._header.show_summary(summary, self._repeated_title(summary))

    def _repeated_title(self, summary: ArticleSummary) -> str:
        if summary.duplicate_of is None:
            return ""
        try:
            return get_article(self._context.library, summary.duplicate_of).title
        except YindeError:
            return ""

    @Slot(bool)
    def _on_starred(self, on: bool) -> None:
        if self._summary is not None:
            self._context.operations.run(self, articles.set_star([self._summary], on=on))

    @Slot(object)
    def _on_state_chosen(self, state: ReadState) -> None:
        if self._summary is not None:
            self._context.operations.run(self, articles.set_read_state([self._summary], state))

    @Slot(QPoint)
    def _on_settings_wanted(self, at: QPoint) -> None:
        menu = StyleMenu(self._context.settings, self._header)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    @Slot()
    def _on_tags_wanted(self) -> None:
        if self._summary is None:
            return
        popover = Popover(self._header)
        field = QLineEdit(" ".join(self._summary.tags), popover)
        field.setPlaceholderText(_("标签，用空格分开"))
        field.setMinimumWidth(240)
        field.returnPressed.connect(self._on_tags_written)
        popover.body.addWidget(field)
        popover.show_beside(self._header.tags_button)
        field.setFocus()

    @Slot()
    def _on_tags_written(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit) and self._summary is not None:
            self._context.operations.run(self, articles.set_tags(self._summary, field.text().split()))
            field.window().close()
            field.window().deleteLater()

    @Slot()
    def _on_repeat_wanted(self) -> None:
        if self._summary is not None and self._summary.duplicate_of:
            self._context.navigator.open_article(self._summary.duplicate_of)
