"""The list of articles: those of one place of the library, narrowed by a filter, some of them chosen."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.article import ArticleSummary
from corpus.model.collection import Collection
from desktop.pages.documents.columns import ArticleModel, columns
from desktop.pages.documents.places import Holdings, shown_at
from desktop.pages.documents.wording import empty_words, heading_of
from desktop.services.targets import PlaceKind, ShelfPlace
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets import EmptyState, ListTable, PrimaryButton, SearchField, TextLabel
from desktop.widgets.question import QuestionStrip

ROOM_FOR = {"tags": 860, "publisher": 760, "notes": 600, "figures": 480}
"""How wide the list must be to show a column; the pane beside it tells them all."""


class ArticleList(QWidget):
    """Shows the articles of ``place`` in ``holdings`` that pass the filter."""

    picked = Signal()
    """What is chosen may have changed, or looks different now."""
    import_asked = Signal()
    everything_asked = Signal()
    """Asks for the whole library instead of a place without articles."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holdings = Holdings()
        self.place = ShelfPlace()
        self.wanted: list[str] = []
        """The articles (ids) to choose as soon as they are there."""
        self._left: dict[str, Any] = {}
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
        self._arrange()
        self.field.edited.connect(self.show_rows)
        self.field.submitted.connect(self.show_rows)
        self.import_button.clicked.connect(self.import_asked)
        self.empty.acted.connect(self._act_on_empty)
        self.table.selectionModel().selectionChanged.connect(self.picked)

    def chosen(self) -> list[ArticleSummary]:
        """Return the articles chosen."""
        return cast("list[ArticleSummary]", self.table.chosen_rows())

    def ids_to_keep(self) -> list[str]:
        """Return the articles to choose again when the rows change."""
        return self.wanted or [one.id for one in self.chosen()]

    def collection_here(self) -> Collection | None:
        """Return the collection shown now."""
        return self.collection(self.place.key)

    def collection(self, key: str) -> Collection | None:
        """Return the collection with an id, ``None`` where there is none."""
        return next((one for one in self.holdings.collections if one.id == key), None)

    def go_to(self, place: ShelfPlace) -> None:
        """Show the articles of another place; a question asked of this one is no longer asked."""
        if place != self.place:
            self.place = place
            self.question.leave()
            self.show_rows()

    @Slot()
    def show_rows(self) -> None:
        """Show what ``holdings``, ``place`` and the filter say now; choice and scroll place are kept."""
        rows = shown_at(self.holdings, self.place, self.field.text())
        wanted = set(self.ids_to_keep())
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
            self.wanted = []
        self.empty.change(*empty_words(self.place, filtered=bool(self.field.text().strip())))
        self.stack.setCurrentIndex(0 if rows else 1)
        self.picked.emit()

    def restore_later(self, table: dict[str, Any]) -> None:
        """Bring order and scroll place (``ListTable.view_state``) back as soon as there are articles."""
        self._left = table

    def fit_columns(self, room: int) -> None:
        """Show as many columns as there is ``room`` (pixels) for."""
        for section, column in enumerate(self.model.columns):
            self.table.setColumnHidden(section, room < scaled(ROOM_FOR.get(column.key, 0)))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(8)
        line.addWidget(self.heading)
        line.addWidget(self.count)
        line.addStretch(1)
        self.field.setMaximumWidth(280)
        line.addWidget(self.field, 2)
        line.addWidget(self.import_button)
        column.addLayout(line)
        self.table.setObjectName("flat")
        self.table.setAccessibleName(_("文章"))
        self.table.setDragEnabled(True)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        column.addWidget(self.question)
        column.addWidget(self.stack, 1)

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
            self.show_rows()
        elif self.place.kind is PlaceKind.COLLECTION:
            self.everything_asked.emit()
        else:
            self.import_asked.emit()
