"""The articles chosen, shown in the pane beside the list, and what is changed there: record, tags, state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal, Slot

from corpus.library.core.library import Library
from corpus.model.article import ArticleSummary, ReadState
from desktop.operations import articles as operations
from desktop.operations import records
from desktop.pages.documents.article_list import ArticleList
from desktop.pages.documents.details import DetailsPane
from desktop.pages.documents.record_values import RecordValues, read_values
from desktop.services.context import Context
from desktop.services.operation import Operation

PAGE: Final = "documents"


class ChosenDetails(QObject):
    """Shows the articles chosen in the pane, and carries out what is changed in it."""

    marked = Signal()
    """Something that is counted beside the list may have changed: stars, tags."""

    def __init__(
        self, context: Context, articles: ArticleList, details: DetailsPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._articles = articles
        self._details = details
        articles.picked.connect(self._show_details)
        details.record_changed.connect(self._set_record)
        details.context_changed.connect(self._set_context)
        details.nodded.connect(self._nod)
        details.tags_changed.connect(self._set_tags)
        details.state_changed.connect(self._set_state)

    def mark(self, operation: Operation[Any], articles: Sequence[ArticleSummary]) -> None:
        """Do something that only changes what these articles say: their rows are read again, no others."""
        done = partial(self._show_marked, [one.id for one in articles])
        self._context.operations.run(self, replace(operation, initiator=PAGE), done)

    def _show_marked(self, ids: Sequence[str], _result: object) -> None:
        self._articles.model.update_rows(ids)
        self.marked.emit()

    @Slot()
    def _show_details(self) -> None:
        count = len(self._articles.table.rows_chosen())
        if count == 0:
            self._details.show_many(0)
        elif count == 1:
            for one in self._articles.chosen():
                work = partial(_read, self._context.library, one.id)
                self._context.tasks.run(self, work, partial(self._show_article, one), lane="details")
        else:
            self._details.show_many(count)
            self._articles.ask_chosen(self._ask_many)

    def _show_article(self, article: ArticleSummary, read: tuple[int, RecordValues]) -> None:
        if [one.id for one in self._articles.chosen()] == [article.id] and read[1].ids:
            self._details.show_article(article, *read)

    def _ask_many(self, chosen: list[ArticleSummary]) -> None:
        work = partial(read_values, self._context.library, [one.id for one in chosen])
        self._context.tasks.run(self, work, self._show_many, lane="details")

    def _show_many(self, values: RecordValues) -> None:
        if len(self._articles.table.rows_chosen()) == len(values.ids) > 1:
            self._details.show_many(len(values.ids), values)

    @Slot(tuple, dict)
    def _set_record(self, ids: tuple[str, ...], fields: dict[str, str]) -> None:
        self._record(records.set_record(ids, fields), ids)

    @Slot(tuple, dict)
    def _set_context(self, ids: tuple[str, ...], fields: dict[str, str]) -> None:
        self._record(records.set_context(ids, fields), ids)

    @Slot(tuple, list)
    def _nod(self, ids: tuple[str, ...], names: list[str]) -> None:
        self._record(records.accept(ids, names), ids)

    def _record(self, operation: Operation[Any], ids: Sequence[str]) -> None:
        """Change records: the rows of these articles are read again, and the form shows what holds now."""
        done = partial(self._show_recorded, ids)
        self._context.operations.run(self, replace(operation, initiator=PAGE), done)

    def _show_recorded(self, ids: Sequence[str], _result: object) -> None:
        self._show_marked(ids, None)
        self._show_details()

    @Slot(list)
    def _set_tags(self, tags: list[str]) -> None:
        article = self._details.article
        if article is not None and tuple(tags) != article.tags:
            self.mark(operations.set_tags(article, tags), [article])

    @Slot(object)
    def _set_state(self, state: ReadState) -> None:
        if self._details.article is not None:
            self.mark(operations.set_read_state([self._details.article], state), [self._details.article])


def _read(library: Library, article: str) -> tuple[int, RecordValues]:
    return len(library.store.facts.platforms_named(article)), read_values(library, [article])
