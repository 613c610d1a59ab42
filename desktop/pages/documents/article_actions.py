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
from desktop.dialogs.text_prompt import TextPrompt
from desktop.operations import articles as operations
from desktop.operations import mending, records
from desktop.pages.documents.article_list import ArticleList
from desktop.pages.documents.details import DetailsPane
from desktop.pages.documents.record_values import RecordValues, read_values
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
        details.record_changed.connect(self._set_record)
        details.context_changed.connect(self._set_context)
        details.nodded.connect(self._nod)
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

    def ask_title(self, article: ArticleSummary) -> None:
        """Ask for another title of an article."""
        about = _("标题也是正文的第一行；原来的一行留在校订记录里，可以撤销。")
        prompt = TextPrompt(_("改标题"), about, self.details.window(), text=article.title)
        prompt.given.connect(partial(self._retitle, prompt, article))
        prompt.open()

    def _retitle(self, prompt: TextPrompt, article: ArticleSummary, title: str) -> None:
        prompt.accept()
        self.do(mending.retitle(article.id, title))

    @Slot()
    def edit_metadata(self) -> None:
        """Put the cursor into the first field of the article chosen."""
        if self.details.fields:
            first = next(iter(self.details.fields.values()))
            self.details.fields.get("author", first).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def edit_tags(self) -> None:
        """Put the cursor into the field for tags."""
        if self.details.article is not None:
            self.details.tag_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_details(self) -> None:
        count = len(self.articles.table.rows_chosen())
        if count == 0:
            self.details.show_many(0)
        elif count == 1:
            for one in self.articles.chosen():
                work = partial(_read, self.context.library, one.id)
                self.context.tasks.run(self, work, partial(self._show_article, one), lane="details")
        else:
            self.details.show_many(count)
            self.articles.ask_chosen(self._ask_many)

    def _show_article(self, article: ArticleSummary, read: tuple[int, RecordValues]) -> None:
        if [one.id for one in self.articles.chosen()] == [article.id]:
            self.details.show_article(article, *read)

    def _ask_many(self, chosen: list[ArticleSummary]) -> None:
        work = partial(read_values, self.context.library, [one.id for one in chosen])
        self.context.tasks.run(self, work, self._show_many, lane="details")

    def _show_many(self, values: RecordValues) -> None:
        if len(self.articles.table.rows_chosen()) == len(values.ids) > 1:
            self.details.show_many(len(values.ids), values)

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
        self.context.operations.run(self, replace(operation, initiator=PAGE), done)

    def _show_recorded(self, ids: Sequence[str], _result: object) -> None:
        self._show_marked(ids, None)
        self._show_details()

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


def _read(library: Library, article: str) -> tuple[int, RecordValues]:
    return library.store.facts.count_platforms(article), read_values(library, [article])
