"""The page of articles: the tree, the list, and the article chosen beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QModelIndex, QPoint, Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from corpus.language import translate as _
from corpus.library.library import Library
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.collection import Collection
from corpus.model.source import Metadata
from desktop.actions import Action, Menu
from desktop.navigation import Target
from desktop.pages.documents import operations
from desktop.pages.documents.columns import ArticleModel, columns
from desktop.pages.documents.details import DetailsPane
from desktop.pages.documents.frame import arrange, empty_words, heading_of
from desktop.pages.documents.menus import article_menu, shelf_menu
from desktop.pages.documents.places import Holdings, PlaceKind, ShelfPlace, read_holdings, shown_at
from desktop.pages.documents.shelf import Shelf
from desktop.pages.doing import trigger
from desktop.pages.page import Page
from desktop.widgets import (
    EmptyState,
    IconButton,
    ListTable,
    PrimaryButton,
    SearchField,
    TextLabel,
)
from desktop.widgets.question import QuestionStrip

if TYPE_CHECKING:
    from corpus.store.changes import Changes
    from desktop.context import Context
    from desktop.navigation import PageState

ROOM_FOR = {"tags": 860, "publisher": 640, "notes": 600, "figures": 480}
"""How wide the list must be to show a column; the pane beside it tells them all."""


class DocumentsPage(Page):
    """文献."""

    key: ClassVar[str] = "documents"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.holdings = Holdings()
        self.place = ShelfPlace()
        self._asked = False
        self._wanted: list[str] = []
        self._left: dict[str, Any] = {}
        self._name_next = ""
        theme = context.theme
        self.shelf = Shelf(theme)
        self.new_button = IconButton(theme, "plus", _("新建课题"), size=16)
        self.heading = TextLabel(_("文献"), "title")
        self.count = TextLabel("", "faint")
        self.field = SearchField(theme, _("筛选：标题、作者、标签，可用拼音"))
        self.import_button = PrimaryButton(_("导入…"))
        self.import_button.setToolTip(_("也可以把文件或文件夹拖进窗口"))
        self.model = ArticleModel(columns(theme))
        self.table = ListTable(self.model, multiple=True)
        self.question = QuestionStrip(_("取消"))
        self.empty = EmptyState(theme, "", icon="documents")
        self.stack = QStackedWidget()
        self.details = DetailsPane(theme)
        self.split = arrange(self)
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("文献")

    def show_target(self, target: Target) -> None:
        """Show a place (``place`` or ``filter``, with ``key``), or the article named ``article``."""
        place = target.text("place") or target.text("filter")
        if place:
            self.place = ShelfPlace(PlaceKind(place), target.text("key"))
            self.shelf.choose(self.place)
        if "article" in target.arguments:
            self._wanted = [target.text("article")]
        if not self._asked:
            self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read the list again where it may have changed."""
        read = (
            changes is None
            or changes.everything
            or changes.collections
            or changes.annotations
            or changes.facts
        )
        if read or (changes is not None and changes.articles):
            self._asked = True
            work = partial(read_holdings, self.context.library, self.context.scope.current)
            self.context.tasks.run(self, work, self._take, lane="holdings")

    def state(self) -> PageState:
        """Return the place, the filter, the order and the articles chosen."""
        return {
            "place": (self.place.kind.value, self.place.key),
            "text": self.field.text(),
            "chosen": [one.id for one in self.chosen()],
            "table": self.table.view_state(),
        }

    def restore(self, state: PageState) -> None:
        """Come back to the same place, filter and articles."""
        kind, key = cast("tuple[str, str]", state.get("place", ("all", "")))
        self.place = ShelfPlace(PlaceKind(kind), key)
        self.field.setText(str(state.get("text", "")))
        self._wanted = cast("list[str]", state.get("chosen", []))
        self._left = cast("dict[str, Any]", state.get("table", {}))
        self.shelf.choose(self.place)
        self._show_rows()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the articles chosen."""
        return (
            Action(
                "new-collection", _("新建课题"), self.new_collection_here, (), "collection", Menu.FILE, "2"
            ),
            Action("edit-tags", _("编辑标签"), self.edit_tags, (), "tag", Menu.EDIT),
            Action("trash-articles", _("移入回收站"), self.delete_chosen, (), "trash", Menu.EDIT),
        )

    def chosen(self) -> list[ArticleSummary]:
        """Return the articles chosen."""
        return cast("list[ArticleSummary]", self.table.chosen_rows())

    def collection_here(self) -> Collection | None:
        """Return the collection shown now."""
        return next((one for one in self.holdings.collections if one.id == self.place.key), None)

    def _connect(self) -> None:
        self.shelf.chosen.connect(self._go_to)
        self.shelf.dropped.connect(self._put_into)
        self.shelf.renamed.connect(self._rename)
        self.shelf.asked.connect(self._show_shelf_menu)
        self.new_button.clicked.connect(self.new_collection_here)
        self.field.edited.connect(self._show_rows)
        self.field.submitted.connect(self._show_rows)
        self.import_button.clicked.connect(self._import)
        self.empty.acted.connect(self._act_on_empty)
        self.split.splitterMoved.connect(self._fit_columns)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._on_clicked)
        self.table.selectionModel().selectionChanged.connect(self._show_details)
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.details.opened.connect(self.open_chosen)
        self.details.metadata_changed.connect(self._set_metadata)
        self.details.tags_changed.connect(self._set_tags)
        self.details.state_changed.connect(self._set_state)
        self.details.asked.connect(self._go_on)
        keys = {"Del": self.delete_chosen, "F2": self.edit_metadata, "S": self._star, "T": self.edit_tags}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), self.table, slot, context=Qt.ShortcutContext.WidgetShortcut)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    @Slot()
    def _fit_columns(self) -> None:
        left, _middle, right = self.split.sizes()
        room = self.width() - left - right
        for section, column in enumerate(self.model.columns):
            self.table.setColumnHidden(section, room < ROOM_FOR.get(column.key, 0))

    @Slot(object)
    def _take(self, holdings: Holdings) -> None:
        self.holdings = holdings
        keep = self._wanted or [one.id for one in self.chosen()]
        self.shelf.show_holdings(holdings)
        self.shelf.choose(self.place)
        self._wanted = keep
        if self._name_next:
            self.shelf.edit_name(self._name_next)
            self._name_next = ""
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        rows = shown_at(self.holdings, self.place, self.field.text())
        wanted = set(self._wanted or [one.id for one in self.chosen()])
        scroll = self.table.verticalScrollBar().value()
        self.model.set_rows(rows)
        if self._left and self.holdings.articles:
            self.table.restore_view({**self._left, "row": -1})
            scroll, self._left = int(self._left.get("scroll", 0)), {}
        self.heading.setText(heading_of(self.place, self.collection_here()))
        self.count.setText(_("{n} 篇", n=len(rows)))
        self._choose(wanted)
        self.table.verticalScrollBar().setValue(scroll)
        if self.holdings.articles or self.holdings.trashed:
            self._wanted = []
        self.empty.change(*empty_words(self.place, filtered=bool(self.field.text().strip())))
        self.stack.setCurrentIndex(0 if rows else 1)
        self._show_details()

    def _choose(self, wanted: set[str]) -> None:
        selection = self.table.selectionModel()
        first = True
        for place, row in enumerate(self.model.rows):
            if row.id in wanted:
                index = self.model.index(place, 0)
                flags = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
                if first:
                    selection.setCurrentIndex(index, flags)
                    first = False
                selection.select(index, flags)

    @Slot()
    def _act_on_empty(self) -> None:
        if self.field.text().strip():
            self.field.clear()
            self._show_rows()
        elif self.place.kind is PlaceKind.COLLECTION:
            self.shelf.choose(ShelfPlace())
        else:
            self._import()

    @Slot()
    def _import(self) -> None:
        trigger(self, "import")

    @Slot(object)
    def _go_to(self, place: ShelfPlace) -> None:
        if place != self.place:
            self.place = place
            self.question.leave()
            self._show_rows()

    @Slot()
    def _show_details(self) -> None:
        chosen = self.chosen()
        if len(chosen) != 1:
            self.details.show_many(len(chosen))
            return
        work = partial(_platforms_in, self.context.library, chosen[0].id)
        self.context.tasks.run(self, work, partial(self._show_article, chosen[0]), lane="details")

    def _show_article(self, article: ArticleSummary, platforms: int) -> None:
        if [one.id for one in self.chosen()] == [article.id]:
            self.details.show_article(article, platforms)

    @Slot(object)
    def _open(self, article: ArticleSummary) -> None:
        if not article.trashed:
            self.context.navigator.open_article(article.id)

    @Slot()
    def open_chosen(self) -> None:
        """Open the article chosen in the reader."""
        if self.chosen():
            self._open(self.chosen()[0])

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and self.model.columns[index.column()].key == "star":
            operations.set_star(self.context, [row])

    @Slot()
    def _star(self) -> None:
        if self.chosen():
            operations.set_star(self.context, self.chosen())

    @Slot()
    def delete_chosen(self) -> None:
        """Put the articles chosen into the trash; those in the trash are deleted after a question."""
        articles = self.chosen()
        if not articles:
            return
        if self.place.kind is not PlaceKind.TRASH:
            operations.trash(self.context, articles)
            return
        text = _("永久删除 {n} 篇文章？这一步无法撤销。", n=len(articles))
        self.question.ask(text, _("永久删除"), partial(operations.delete_for_good, self.context, articles))

    @Slot()
    def empty_trash(self) -> None:
        """Delete everything in the trash, after a question."""
        gone = self.holdings.trashed
        text = _("永久删除回收站里的 {n} 篇文章？这一步无法撤销。", n=len(gone))
        self.shelf.choose(ShelfPlace(PlaceKind.TRASH))
        self.question.ask(text, _("永久删除"), partial(operations.delete_for_good, self.context, gone))

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

    @Slot(object)
    def _set_metadata(self, metadata: Metadata) -> None:
        if self.details.article is not None:
            operations.set_metadata(self.context, self.details.article, metadata)

    @Slot(list)
    def _set_tags(self, tags: list[str]) -> None:
        if self.details.article is not None:
            operations.set_tags(self.context, self.details.article, tags)

    @Slot(object)
    def _set_state(self, state: ReadState) -> None:
        if self.details.article is not None:
            operations.set_read_state(self.context, [self.details.article], state)

    @Slot(str)
    def _go_on(self, page: str) -> None:
        article = self.details.article
        if article is None:
            return
        if page == "repairs":
            self.context.navigator.go(Target("reader", {"article": article.id, "repairs": 1}))
        elif page == "twin":
            self.context.navigator.open_article(str(article.duplicate_of))
        else:
            self.context.navigator.go(Target(page, {"article": article.id}))

    @Slot()
    def new_collection_here(self) -> None:
        """Make a collection under the one shown, and let a person name it."""
        here = self.collection_here()
        self.new_collection(here.id if here is not None else "")

    def new_collection(self, parent: str = "") -> Collection:
        """Make a collection under ``parent``, and let a person name it."""
        made = operations.add_collection(self.context, _("新课题"), parent)
        self._name_next = made.id
        return made

    @Slot()
    def collect_chosen(self) -> None:
        """Put the articles chosen into a new collection."""
        ids = [one.id for one in self.chosen()]
        operations.put_into(self.context, self.new_collection(), ids)

    def delete_collection(self, group: Collection) -> None:
        """Delete a collection; its articles stay."""
        operations.delete_collection(self.context, group, (*self.holdings.articles, *self.holdings.trashed))

    @Slot(str, list)
    def _put_into(self, collection: str, ids: list[str]) -> None:
        group = next((one for one in self.holdings.collections if one.id == collection), None)
        if group is not None:
            operations.put_into(self.context, group, ids)

    @Slot(str, str)
    def _rename(self, collection: str, name: str) -> None:
        group = next((one for one in self.holdings.collections if one.id == collection), None)
        if group is not None:
            operations.rename_collection(self.context, group, name)

    @Slot(QPoint)
    def _show_menu(self, point: QPoint) -> None:
        if self.chosen():
            article_menu(self, self.chosen()).popup(self.table.viewport().mapToGlobal(point))

    @Slot(object, QPoint)
    def _show_shelf_menu(self, place: ShelfPlace | None, point: QPoint) -> None:
        shelf_menu(self, place).popup(point)


def _platforms_in(library: Library, article: str) -> int:
    return len({one.platform for one in library.store.facts.mentions_of(article)})
