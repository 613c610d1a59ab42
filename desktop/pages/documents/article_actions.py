"""The articles chosen: shown in the pane beside the list, opened, described, marked and put away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.source import Metadata
from desktop.operations import articles as operations
from desktop.pages.documents.article_list import ArticleList
from desktop.pages.documents.details import DetailsPane
from desktop.services.context import Context
from desktop.services.operation import Operation
from desktop.services.targets import PlaceKind, Target

PAGE: Final = "documents"


class ArticleActions(QObject):
    """Does what a person asks of the articles chosen in the list or shown in the pane."""

    marked = Signal()
    """Something that is counted beside the list may have changed: stars, tags."""

    def __init__(
        self, context: Context, articles: ArticleList, details: DetailsPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.articles = articles
        self.details = details
        articles.picked.connect(self._show_details)
        table = articles.table
        table.opened.connect(self._open)
        table.clicked.connect(self._on_clicked)
        details.opened.connect(self.open_chosen)
        details.metadata_changed.connect(self._set_metadata)
        details.tags_changed.connect(self._set_tags)
        details.state_changed.connect(self._set_state)
        details.asked.connect(self._go_on)
        keys = {"Del": self.delete_chosen, "F2": self.edit_metadata, "S": self._star, "T": self.edit_tags}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), table, slot, context=Qt.ShortcutContext.WidgetShortcut)

    @Slot()
    def open_chosen(self) -> None:
        """Open the article chosen in the reader."""
        chosen = self.articles.chosen()
        if chosen:
            self._open(chosen[0])

    @Slot()
    def delete_chosen(self) -> None:
        """Put the articles chosen into the trash; those in the trash are deleted after a question."""
        self.articles.ask_chosen(self._delete)

    def _delete(self, chosen: list[ArticleSummary]) -> None:
        if not chosen:
            return
        if self.articles.place.kind is not PlaceKind.TRASH:
            self.do(operations.trash(chosen))
            return
        text = _("永久删除 {n} 篇文章？这一步无法撤销。", n=len(chosen))
        delete = partial(self.do, operations.delete_for_good(chosen))
        self.articles.question.ask(text, _("永久删除"), delete)

    def do(self, operation: Operation[Any]) -> None:
        """Do something by which articles come, go or move."""
        self.context.operations.run(self, operation)

    def mark(self, operation: Operation[Any], articles: Sequence[ArticleSummary]) -> None:
        """Do something that only changes what these articles say: their rows are read again, no others."""
        done = partial(self._show_marked, [one.id for one in articles])
        self.context.operations.run(self, replace(operation, initiator=PAGE), done)

    def _show_marked(self, ids: Sequence[str], _result: object) -> None:
        self.articles.model.update_rows(ids)
        self.marked.emit()

    @Slot()
    def edit_metadata(self) -> None:
        """Put the cursor into the first field of the article chosen."""
        if self.details.fields:
            self.details.fields["author"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def edit_tags(self) -> None:
        """Put the cursor into the field for tags."""
        if self.details.article is not None:
            self.details.tag_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_details(self) -> None:
        count, chosen = len(self.articles.table.rows_chosen()), self.articles.chosen()
        if count != 1:
            self.details.show_many(count)
            return
        if not chosen:
            return
        work = partial(_platforms_in, self.context.library, chosen[0].id)
        self.context.tasks.run(self, work, partial(self._show_article, chosen[0]), lane="details")

    def _show_article(self, article: ArticleSummary, platforms: int) -> None:
        if [one.id for one in self.articles.chosen()] == [article.id]:
            self.details.show_article(article, platforms)

    @Slot(object)
    def _open(self, article: ArticleSummary) -> None:
        if not article.trashed:
            self.context.navigator.open_article(article.id)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        model = self.articles.model
        row = model.row_at(index)
        if row is not None and model.columns[index.column()].key == "star":
            self._switch_star([row])

    @Slot()
    def _star(self) -> None:
        self.articles.ask_chosen(self._switch_star)

    def _switch_star(self, chosen: Sequence[ArticleSummary]) -> None:
        if chosen:
            self.mark(operations.switch_star(chosen), chosen)

    @Slot(object)
    def _set_metadata(self, metadata: Metadata) -> None:
        article = self.details.article
        if article is not None and metadata != article.metadata:
            before = article.metadata
            fields = {
                "author": (before.author, metadata.author),
                "publisher": (before.publisher, metadata.publisher),
                "issued": (before.date, metadata.date),
                "URL": (before.address, metadata.address),
            }
            changed = {name: after for name, (was, after) in fields.items() if was != after}
            self.mark(operations.set_record([article.id], changed), [article])

    @Slot(list)
    def _set_tags(self, tags: list[str]) -> None:
        article = self.details.article
        if article is not None and tuple(tags) != article.tags:
            self.mark(operations.set_tags(article, tags), [article])

    @Slot(object)
    def _set_state(self, state: ReadState) -> None:
        if self.details.article is not None:
            self.mark(operations.set_read_state([self.details.article], state), [self.details.article])

    @Slot(object)
    def _go_on(self, target: Target) -> None:
        self.context.navigator.go(target)


def _platforms_in(library: Library, article: str) -> int:
    return len({one.platform for one in library.store.facts.mentions_of(article)})
