"""The page of articles: the tree, the list, and the article chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.operations.linking import copy_article_links, link_action
from desktop.pages.documents.article_actions import ArticleActions
from desktop.pages.documents.article_list import ArticleList
from desktop.pages.documents.collection_actions import CollectionActions
from desktop.pages.documents.details import DetailsPane
from desktop.pages.documents.library_tree import LibraryTree
from desktop.pages.documents.menus import article_menu, shelf_menu
from desktop.pages.documents.places import Shelves, read_shelves
from desktop.services.targets import DocumentsTarget, PlaceKind, ShelfPlace, Target
from desktop.widgets import IconButton, SplitPane, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, HeadLine
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from corpus.model.article import ArticleSummary
    from corpus.store.database.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState


class DocumentsPage(Page):
    """文献."""

    key: ClassVar[str] = "documents"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked = False
        theme = context.theme
        self.shelf = LibraryTree(theme)
        self.new_button = IconButton(theme, "plus", _("新建课题"), size=16)
        self.articles = ArticleList(context)
        self.details = DetailsPane(theme)
        only_where_writable(context.library, self.new_button, self.articles.import_button)
        self.split = self._arrange()
        self.collection_actions = CollectionActions(context, self.shelf, self.articles, self)
        self.article_actions = ArticleActions(context, self.articles, self.details, self)
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("文献")

    def first_focus(self) -> QWidget:
        """Return the list: the arrows walk through the articles at once."""
        return self.articles.table

    def show_target(self, target: Target) -> None:
        """Show the place or the article a target names, or what was shown before."""
        if isinstance(target, DocumentsTarget):
            if target != DocumentsTarget():
                self.articles.clear_filters()  # what is asked for would else be missing without a word
            if target.place is not None:
                self.articles.place = target.place
                self.shelf.choose(target.place)
            if target.article:
                self.articles.table.choose_ids([target.article])
        if not self._asked:
            self.refresh(None)
        elif isinstance(target, DocumentsTarget) and target != DocumentsTarget():
            self.articles.show_rows(anew=True)

    def refresh(self, changes: Changes | None) -> None:
        """Look at the rows in sight and the counts again where they may have changed."""
        if changes is not None and changes.initiator == self.key:
            return
        if changes is None or changes.everything or changes.collections or changes.beside:
            self._asked = True
            self._read_shelves()
            self.articles.show_rows()

    def state(self) -> PageState:
        """Return the place, the filter, the order and the articles chosen."""
        shown = self.articles
        return {
            "place": (shown.place.kind.value, shown.place.key),
            "text": shown.field.text(),
            "facets": shown.facets.state(),
            "table": shown.table.view_state(),
        }

    def restore(self, state: PageState) -> None:
        """Come back to the same place, filter and articles."""
        shown = self.articles
        kind, key = cast("tuple[str, str]", state.get("place", ("all", "")))
        shown.place = ShelfPlace(PlaceKind(kind), key)
        shown.field.show_text(str(state.get("text", "")))
        shown.facets.choose(cast("dict[str, list[str]]", state.get("facets", {})))
        shown.restore(cast("Mapping[str, object]", state.get("table", {})))
        self.shelf.choose(shown.place)
        shown.show_rows()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the articles chosen."""
        new, article_actions = self.collection_actions.new_collection_here, self.article_actions
        return (
            *writing(
                self.context.library,
                Action("new-collection", _("新建课题"), new, (), "collection", Menu.FILE, "2"),
                Action(
                    "reader.draft",
                    _("加入文稿"),
                    article_actions.cite_chosen,
                    ("Ctrl+Shift+R",),
                    "draft-add",
                    Menu.DRAFTS,
                    "1",
                ),
                Action("edit-tags", _("编辑标签"), article_actions.edit_tags, (), "tag", Menu.EDIT),
                Action(
                    "trash-articles", _("移入回收站"), article_actions.delete_chosen, (), "trash", Menu.EDIT
                ),
            ),
            link_action(partial(self.articles.ask_chosen, partial(copy_article_links, self.context))),
        )

    def _arrange(self) -> SplitPane:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, HEAD_TOP, 8, 8)
        column.setSpacing(4)
        head = HeadLine()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(TextLabel(_("文库"), "faint"), 1)
        head.addWidget(self.new_button)
        column.addLayout(head)
        column.addWidget(self.shelf, 1)
        split = SplitPane(
            left, self.articles, self.details, stretch=1, least=(190, 0, 264), grows=True, parent=self
        )
        split.setSizes([220, 700, 296])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        return split

    def _connect(self) -> None:
        self.shelf.chosen.connect(self._go_to)
        self.shelf.asked.connect(self._show_shelf_menu)
        self.new_button.clicked.connect(self.collection_actions.new_collection_here)
        self.article_actions.chosen.marked.connect(self._read_shelves)
        self.articles.table.settled.connect(self._show_details)
        self.articles.rested.connect(self.details.prepare)
        self.articles.import_asked.connect(self._import)
        self.context.operations.taken_back.connect(self._choose_again)
        self.articles.everything_asked.connect(self._show_everything)
        self.articles.table.customContextMenuRequested.connect(self._show_menu)

    @Slot()
    def _show_details(self) -> None:
        self.details.setVisible(not self.articles.bare)

    @Slot()
    def _read_shelves(self) -> None:
        work = partial(read_shelves, self.context.library, self.context.scope.current)
        self.context.tasks.run(self, work, self._take, lane="shelves")

    @Slot(object)
    def _take(self, shelves: Shelves) -> None:
        self.articles.shelves = shelves
        self.shelf.show_shelves(shelves)
        self.shelf.choose(self.articles.place)
        self.articles.show_heading()
        self.collection_actions.name_the_new()

    @Slot(tuple)
    def _choose_again(self, ids: tuple[str, ...]) -> None:
        """Show articles that have come back out of the trash."""
        if self.isVisible():
            self.articles.table.choose_ids(ids)
            self.articles.show_rows()

    @Slot(object)
    def _go_to(self, place: ShelfPlace) -> None:
        self.articles.go_to(place)

    @Slot()
    def _show_everything(self) -> None:
        self.shelf.choose(ShelfPlace())

    @Slot()
    def _import(self) -> None:
        self.asked.emit("import")

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        self.articles.ask_chosen(partial(self._pop_up, self.articles.table.viewport().mapToGlobal(point)))

    def _pop_up(self, at: QPoint, chosen: Sequence[ArticleSummary]) -> None:
        if chosen:
            article_menu(self.article_actions, self.collection_actions, chosen).popup(at)

    @Slot(object, QPoint)
    def _show_shelf_menu(self, place: ShelfPlace | None, point: QPoint) -> None:
        shelf_menu(self.collection_actions, place).popup(point)
