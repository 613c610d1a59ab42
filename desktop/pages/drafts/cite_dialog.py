"""Choosing an article to cite in the middle of one's words, and the page."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.library.reading.articles import article_page
from corpus.library.reports.own_words import citation_words
from corpus.model.article import ArticleSummary
from corpus.store.articles.query import ArticleQuery
from desktop.services.context import Context
from desktop.widgets import PrimaryButton, QuietButton
from desktop.widgets.fields.search_field import SearchField
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row

_MOST: Final = 50


class CiteDialog(Dialog):
    """Finds articles by a word; ``cited`` carries what cites the one chosen."""

    cited = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("引用文献"), parent, width=520)
        self._context = context
        self.rows = RowList(context.theme, _("文献"), self, lines=(2, 1))
        self.word = SearchField(context.theme, _("题名、作者或出版者"), self)
        self.word.edited.connect(self.look)
        self.word.submitted.connect(self.take)
        self.word.lead_to(self.rows)
        self.rows.setMinimumHeight(260)
        self.rows.doubleClicked.connect(self.take)
        self.page = QLineEdit(self)
        self.page.setPlaceholderText(_("页码，可不填，如 12 或 12-13"))
        self.page.setAccessibleName(_("页码"))
        for widget in (self.word, self.rows, self.page):
            self.body.addWidget(widget)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        take = PrimaryButton(translate_as("action", "引用"))
        take.clicked.connect(self.take)
        self.add_button(cancel)
        self.add_button(take)
        self.look()

    @Slot()
    def look(self) -> None:
        """Find the articles, beside the window."""
        query = ArticleQuery(text=self.word.text().strip())
        work = partial(article_page, self._context.library, query, 0, _MOST)
        self._context.tasks.run(self, work, self._show, lane="cite")

    @Slot()
    def take(self) -> None:
        """Cite the article chosen."""
        key = self.rows.current_key()
        if key:
            words = citation_words(self._context.library, key)
            page = self.page.text().strip()
            self.cited.emit(f"{words[:-1]}:{page}]" if page else words)
            self.accept()

    def _show(self, found: tuple[ArticleSummary, ...]) -> None:
        self.rows.set_rows([_row(one) for one in found])
        if found and not self.rows.current_key():
            self.rows.choose(found[0].id)


def _row(article: ArticleSummary) -> Row:
    known = article.metadata
    footer = " · ".join(one for one in (known.author or known.publisher, known.date[:4]) if one)
    return Row(article.id, article.name, footer=footer)
