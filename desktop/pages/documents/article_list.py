"""The list of articles: those of one place of the library, narrowed by a filter, some of them chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.article import ArticleSummary
from corpus.model.collection import Collection
from corpus.store.articles.query import ArticleQuery
from desktop.pages.documents.article_facets import ArticleFacets
from desktop.pages.documents.columns import ArticleModel, columns
from desktop.pages.documents.places import Shelves, listing_of, query_of
from desktop.pages.documents.wording import empty_words, heading_of
from desktop.services.context import Context
from desktop.services.targets import PlaceKind, ShelfPlace
from desktop.theme.fonts import scaled
from desktop.widgets import EmptyState, FlowLayout, PagedTable, PrimaryButton, SearchField, TextLabel
from desktop.widgets.frames.counted_name import counted_name
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE
from desktop.widgets.frames.question import QuestionStrip
from desktop.widgets.tables.listing import PAGE

RESTED_AFTER_MS: Final = 100
FIRST_AFTER_MS: Final = 250
"""So long the list has stood there when its first article is chosen, if a person has chosen none."""
ROOM_FOR = {"added": 1040, "tags": 900, "publisher": 760, "missing": 680, "notes": 620, "figures": 480,
            "characters": 400}  # fmt: skip
"""How wide the list must be to show a column; the pane beside it tells them all."""
MAY_BE_EMPTY: Final = frozenset({"missing", "tags", "figures", "notes"})
"""Columns that are not shown while no article listed has anything in them."""
LIKELY_ALIKE: Final = frozenset({"publisher", "date", "added"})
"""Columns that are not shown while they say the same, or nothing, of all articles listed."""


class ArticleList(QWidget):
    """Shows the articles of ``place`` that pass the filter, in the order of the column chosen."""

    picked = Signal()
    """What is chosen may have changed, or looks different now."""
    import_asked = Signal()
    everything_asked = Signal()
    """Asks for the whole library instead of a place without articles."""
    rested = Signal()
    """The list stands there for the first time, and one of its articles will soon be shown beside it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        theme = context.theme
        self.shelves = Shelves()
        self.place = ShelfPlace()
        self._asked_text = ""
        self._spared: frozenset[str] = frozenset()
        """Columns that tell no article listed from another."""
        self.heading = TextLabel(_("文献"), "page-title")
        self.count = TextLabel("", "faint")
        self.field = SearchField(theme, _("标题、作者、标签"))
        for tell in (self.field.setAccessibleName, self.field.setToolTip):
            tell(_("筛选：标题、作者、标签，可用拼音"))
        self.facets = ArticleFacets(context, self.query, self)
        self.import_button = PrimaryButton(_("导入…"))
        self.import_button.setToolTip(_("也可以把文件或文件夹拖进窗口"))
        self.model = ArticleModel(columns(theme), _id_of, context.tasks)
        self.table = PagedTable(self.model, multiple=True)
        self.question = QuestionStrip(_("取消"))
        self.empty = EmptyState(theme, "", icon="documents")
        self.stack = QStackedWidget()
        self._arrange()
        self.field.lead_to(self.stack)
        self.field.edited.connect(self._on_typed)
        self.field.submitted.connect(self._on_typed)
        self.facets.changed.connect(self._begin)
        self.model.order_changed.connect(self._begin)
        self.model.counted.connect(self._show_count)
        self.model.updated.connect(self._look_for_spare_columns)
        self.table.settled.connect(self._on_settled)
        self.table.settled.connect(self._wait_once)
        self.import_button.clicked.connect(self.import_asked)
        self.empty.acted.connect(self._act_on_empty)
        self.table.selectionModel().selectionChanged.connect(self.picked)

    def chosen(self) -> list[ArticleSummary]:
        """Return the articles chosen that are at hand."""
        return cast("list[ArticleSummary]", self.table.chosen_rows())

    def ask_chosen(self, done: Callable[[list[ArticleSummary]], None]) -> None:
        """Call ``done`` with all articles chosen, once they are read."""
        self.table.ask_chosen(done)

    def collection_here(self) -> Collection | None:
        """Return the collection shown now."""
        return self.collection(self.place.key)

    def collection(self, key: str) -> Collection | None:
        """Return the collection with an id, ``None`` where there is none."""
        return next((one for one in self.shelves.collections if one.id == key), None)

    def go_to(self, place: ShelfPlace) -> None:
        """Show the articles of another place; a question asked of this one is no longer asked."""
        if place != self.place:
            self.place = place
            self.question.leave()
            self._begin()

    def show_rows(self, *, anew: bool = False) -> None:
        """Read what place, filter and order ask for now; choice and scroll place are kept, unless it is ``anew``."""
        self._asked_text = self.field.text()
        self.table.show_listing(listing_of(self.context.library, self.query()), anew=anew)

    def query(self) -> ArticleQuery:
        """Return what is asked for: the place, its filters and the order."""
        order, last_first = self.model.order
        asked = ArticleQuery(text=self.field.text(), order=order, descending=last_first)
        return query_of(self.place, self.context.scope.current, self.facets.narrow(asked))

    @property
    def filtered(self) -> bool:
        """Tell whether less is asked for than the place holds."""
        return bool(self.field.text().strip()) or self.facets.narrowed

    @property
    def bare(self) -> bool:
        """Tell whether the place holds nothing: there is nothing to filter, and nothing to choose."""
        return not self.model.rowCount() and not self.filtered

    def clear_filters(self) -> None:
        """Ask for everything the place holds, without telling."""
        self.field.show_text("")
        self.facets.clear()

    def restore(self, table: Mapping[str, object]) -> None:
        """Bring order, choice and scroll place (``PagedTable.view_state``) back when rows are shown next."""
        self.table.restore_view(table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> bool:
        """Show the columns there is room for that have something to show, and the one the list is sorted by.

        Tells whether they are others than before.
        """
        hidden = set()
        for section, column in enumerate(self.model.columns):
            spared = column.key in self._spared and column.key != self.model.order[0]
            if spared or self.width() < scaled(ROOM_FOR.get(column.key, 0)):
                hidden.add(section)
        return self.table.hide_columns(hidden)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = FlowLayout(spacing=8)
        line.setContentsMargins(PANE_EDGE, HEAD_TOP, PANE_EDGE, 12)
        self.field.setMaximumWidth(280)
        name = counted_name(self.heading, self.count, self)
        for widget in (name, self.field, *self.facets.buttons.values(), self.import_button):
            line.addWidget(widget)
        column.addLayout(line)
        self.table.setObjectName("flat")
        self.table.setAccessibleName(_("文章"))
        self.table.setDragEnabled(True)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        column.addWidget(self.question)
        column.addWidget(self.stack, 1)

    @Slot()
    def _begin(self) -> None:
        """Show another list from its top."""
        self.show_rows(anew=True)

    @Slot()
    def _on_typed(self) -> None:
        if self.field.text() != self._asked_text:
            self._begin()

    def show_heading(self) -> None:
        """Say what is listed."""
        self.heading.setText(heading_of(self.place, self.collection_here()))

    @Slot()
    def _look_for_spare_columns(self) -> None:
        """Find the columns that tell no row from another; of rows that are not all at hand it is not known."""
        rows = [
            self.model.row_at(self.model.index(n, 0)) for n in range(min(self.model.rowCount(), PAGE + 1))
        ]
        known = [row for row in rows if row is not None]
        whole = bool(rows) and len(known) == self.model.rowCount()
        told = {one.key: set(map(one.text, known)) for one in self.model.columns} if whole else {}
        mute = {key for key, texts in told.items() if texts == {""}}
        alike = mute | {key for key, texts in told.items() if len(texts) == 1 < len(known)}
        self._spared = (MAY_BE_EMPTY & mute) | (LIKELY_ALIKE & alike)
        if self._fit_columns():
            self.table.fit.share()  # before they are drawn: shared out later, all of them would be once more

    @Slot()
    def _on_settled(self) -> None:
        self._look_for_spare_columns()
        self.show_heading()
        self.empty.change(*empty_words(self.place, filtered=self.filtered))
        self.stack.setCurrentIndex(0 if self.model.rowCount() else 1)
        for tool in (self.field, *self.facets.buttons.values()):
            tool.setVisible(not self.bare)
        self.picked.emit()

    @Slot()
    def _wait_once(self) -> None:
        self.table.settled.disconnect(self._wait_once)
        QTimer.singleShot(RESTED_AFTER_MS, self, self.rested.emit)
        QTimer.singleShot(FIRST_AFTER_MS, self, self._choose_first)

    @Slot()
    def _choose_first(self) -> None:
        """Choose the first article where none was: the pane beside the list has something to show."""
        if not self.table.chosen_ids() and not self.filtered:
            self.table.choose_row(0)

    @Slot(int)
    def _show_count(self, total: int) -> None:
        self.count.setText(_("{n} 篇", n=total))

    @Slot()
    def _act_on_empty(self) -> None:
        if self.filtered:
            self.clear_filters()
            self._begin()
        elif self.place.kind in {PlaceKind.ALL, PlaceKind.MINE}:
            self.import_asked.emit()
        else:
            self.everything_asked.emit()


def _id_of(article: ArticleSummary) -> str:
    return article.id
