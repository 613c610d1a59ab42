"""What is done with the articles chosen: opened, retitled, starred, put away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from corpus.language import translate as _
from corpus.model.article import ArticleSummary
from desktop.operations import articles as operations
from desktop.operations.drafts import cite_articles
from desktop.pages.documents.article_list import ArticleList
from desktop.pages.documents.chosen_details import ChosenDetails
from desktop.pages.documents.details import DetailsPane
from desktop.pages.documents.mends import Mends
from desktop.services.context import Context
from desktop.services.operation import Operation
from desktop.services.targets import PlaceKind, Target


class ArticleActions(QObject):
    """Does what a person asks of the articles chosen in the list or shown in the pane."""

    def __init__(
        self, context: Context, articles: ArticleList, details: DetailsPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.articles = articles
        self.details = details
        self.chosen = ChosenDetails(context, articles, details, self)
        self.mends = Mends(context, details, self.chosen, self.do, self)
        table = articles.table
        table.opened.connect(self._open)
        table.clicked.connect(self._on_clicked)
        details.opened.connect(self.open_chosen)
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

    @Slot()
    def cite_chosen(self) -> None:
        """Cite the articles chosen in the draft worked on last."""
        if self.articles.place.kind is not PlaceKind.TRASH:
            self.articles.ask_chosen(self._cite)

    def _cite(self, chosen: Sequence[ArticleSummary]) -> None:
        if chosen:
            self.do(cite_articles([one.id for one in chosen]))

    def do(self, operation: Operation[Any]) -> None:
        """Do something by which articles come, go or move."""
        self.context.operations.run(self, operation)

    def read_records_anew(self, ids: Sequence[str]) -> None:
        """Read the records of articles anew and offer what they say otherwise."""
        from desktop.dialogs.records_anew import RecordsAnew

        RecordsAnew(self.context, self.details).ask(ids)

    @Slot()
    def edit_metadata(self) -> None:
        """Put the cursor into the title of the article chosen, as F2 renames elsewhere."""
        if self.details.fields:
            first = next(iter(self.details.fields.values()))
            self.details.fields.get("title", first).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def edit_tags(self) -> None:
        """Put the cursor into the field for tags."""
        if self.details.article is not None:
            self.details.sheet.tag_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

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
            self.chosen.mark(operations.switch_star(chosen), chosen)

    @Slot(object)
    def _go_on(self, target: Target) -> None:
        self.context.navigator.go(target)
