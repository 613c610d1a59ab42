"""Collections and the trash: made, named, filled, emptied and deleted in the tree on the left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from corpus.language import translate as _
from corpus.model.article import ArticleSummary
from corpus.model.collection import Collection
from desktop.operations import articles as operations
from desktop.pages.documents.article_list import ArticleList
from desktop.pages.documents.columns import CHOSEN
from desktop.pages.documents.library_tree import LibraryTree
from desktop.services.context import Context
from desktop.services.targets import PlaceKind, ShelfPlace


class CollectionActions(QObject):
    """Does what a person asks of the entries of the tree."""

    def __init__(self, context: Context, shelf: LibraryTree, articles: ArticleList, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.shelf = shelf
        self.articles = articles
        self._name_next = ""
        shelf.dropped.connect(self._put_into)
        shelf.renamed.connect(self._rename)

    @Slot()
    def new_collection_here(self) -> None:
        """Make a collection under the one shown, and let a person name it."""
        here = self.articles.collection_here()
        self.new_collection(here.id if here is not None else "")

    def new_collection(self, parent: str = "", ids: Sequence[str] = ()) -> None:
        """Make a collection under ``parent`` with articles in it, and let a person name it."""
        made = operations.add_collection(_("新课题"), parent, ids)
        self.context.operations.run(self, made, self._name_soon)

    def _name_soon(self, made: Collection) -> None:
        self._name_next = made.id
        self.name_the_new()

    def name_the_new(self) -> None:
        """Let a person type the name of the collection just made, now that the tree shows it."""
        if self._name_next and self.shelf.edit_name(self._name_next):
            self._name_next = ""

    @Slot()
    def collect_chosen(self) -> None:
        """Put the articles chosen into a new collection."""
        self.articles.ask_chosen(self._collect)

    def delete_collection(self, group: Collection) -> None:
        """Delete a collection; its articles stay."""
        self.context.operations.run(self, operations.delete_collection(group))

    def save_as_pack(self, group: Collection) -> None:
        """Open the choices for a pack made of a collection."""
        from desktop.dialogs.pack_making import PackMakingDialog

        dialog = PackMakingDialog(self.context, group, self.shelf.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def empty_trash(self) -> None:
        """Delete everything in the trash, after a question."""
        gone = self.articles.shelves.totals.trash.articles
        text = _("永久删除回收站里的 {n} 篇文章？这一步无法撤销。", n=gone)
        self.shelf.choose(ShelfPlace(PlaceKind.TRASH))
        delete = partial(self.context.operations.run, self, operations.empty_trash())
        self.articles.question.ask(text, _("永久删除"), delete)

    def _collect(self, chosen: Sequence[ArticleSummary]) -> None:
        self.new_collection(ids=[one.id for one in chosen])

    @Slot(str, list)
    def _put_into(self, collection: str, ids: list[str]) -> None:
        group = self.articles.collection(collection)
        if group is not None and ids == [CHOSEN]:
            self.articles.ask_chosen(partial(self._put_chosen, group))
        elif group is not None and ids:
            self.context.operations.run(self, operations.put_into(group, ids))

    def _put_chosen(self, group: Collection, chosen: Sequence[ArticleSummary]) -> None:
        self.context.operations.run(self, operations.put_into(group, [one.id for one in chosen]))

    @Slot(str, str)
    def _rename(self, collection: str, name: str) -> None:
        group = self.articles.collection(collection)
        if group is not None and name.strip() not in ("", group.name):
            self.context.operations.run(self, operations.rename_collection(group, name))
