"""The page of searches: the box above, facets at the left, the answer beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.search import Facets, SearchRequest
from corpus.library.search_history import from_json, to_json
from desktop.actions import Action, Menu
from desktop.pages.page import Page
from desktop.pages.search.answering import Answering
from desktop.pages.search.bar import SearchBar
from desktop.pages.search.company import Companion
from desktop.pages.search.facets import FacetColumn
from desktop.pages.search.handling import Handling
from desktop.pages.search.remembering import Remembering
from desktop.pages.search.results import Results
from desktop.printing.source import PrintSource
from desktop.widgets import SplitPane
from desktop.widgets.statement import Statement

if TYPE_CHECKING:
    from corpus.store.changes import Changes
    from desktop.context import Context
    from desktop.navigation import PageState, Target


class SearchPage(Page):
    """检索."""

    key: ClassVar[str] = "search"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bar = SearchBar(context)
        self.facets = FacetColumn(context.theme)
        self.results = Results(context)
        self.answering = Answering(context, self)
        self.remembering = Remembering(context, self.answering, self)
        self.handling = Handling(context, self.answering, self)
        self._arrange()
        self._connect()
        self._show_nothing()

    def own_field(self) -> QLineEdit | None:
        """Return the box of the page; the one on top gives way to it."""
        return self.bar.field

    def title(self) -> str:
        """Return the query."""
        text = self.answering.request.text
        return _("检索：{text}", text=text) if text else _("检索")

    def show_target(self, target: Target) -> None:
        """Search for ``text``, with ``mode`` where given; without arguments stay as left."""
        text = target.text("text") or target.text("query")
        asked = self.answering.request
        if text and text != asked.text:
            self.recall(SearchRequest(text, target.text("mode", "auto"), asked.fold))
        elif not asked.text:
            self.bar.field.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Search again where the texts, the notes or the scope changed."""
        asked = self.answering.request
        if asked.text and (changes is None or changes.articles or changes.everything or changes.annotations):
            self.results.restore_later(self.results.list.view_state())
            self.answering.ask(replace(asked, scope=self.context.scope.current))

    def state(self) -> PageState:
        """Return the search, the view and the place in it."""
        return {"request": to_json(self.answering.request), **self.results.state()}

    def restore(self, state: PageState) -> None:
        """Come back to the same search, view and place."""
        request = replace(from_json(str(state["request"])), scope=self.context.scope.current)
        self.results.choose_view(state)
        if self.answering.has_answered(request):
            self.results.restore(state)
        else:
            self._ask_again(request, cast("dict[str, Any]", state.get("list", {})))

    @Slot(object)
    def recall(self, request: SearchRequest) -> None:
        """Make a search of before again, in the scope of now."""
        self._ask_again(replace(request, scope=self.context.scope.current), {})

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the search shown."""
        do, keep = self.handling, self.remembering.keep
        return (
            Action("keep-search", _("收藏这次检索"), keep, (), "bookmark", Menu.SEARCH),
            Action("copy-hits", _("复制全部结果"), do.copy_hits, (), "copy", Menu.SEARCH),
            Action("export", _("导出检索结果…"), do.export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the places found."""
        return self.handling.print_sources()

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        split = SplitPane(self.facets, self.results, stretch=1)
        split.setSizes([220, 996])
        whole.addWidget(split, 1)
        self.facets.after = self.bar.folds["punctuation"]

    def _connect(self) -> None:
        self.bar.wanted.connect(self._ask)
        self.bar.recalled.connect(self.recall)
        self.bar.kept.connect(self.remembering.keep)
        self.bar.forgotten.connect(self.remembering.forget)
        self.facets.changed.connect(self._ask)
        self.answering.emptied.connect(self._show_nothing)
        self.answering.answered.connect(self._show_answer)
        self.results.opened.connect(self.handling.open)
        self.results.company_table.opened.connect(self._ask_for_both)
        self.results.copy_button.clicked.connect(self.handling.copy_hits)
        self.results.export_button.clicked.connect(self.handling.export)
        self.results.empty.acted.connect(self._widen)

    @Slot()
    def _ask(self) -> None:
        bar = self.bar
        if bar.field.composing:
            return
        request = SearchRequest(
            bar.field.text().strip(), bar.modes.value, bar.fold, self.context.scope.current,
            facets=self.facets.facets,
        )  # fmt: skip
        if request != self.answering.request:
            self.results.restore_later({})
            self.answering.ask(request)

    def _ask_again(self, request: SearchRequest, listed: dict[str, Any]) -> None:
        """Show and make a search of before; ``listed`` is the place in the list it was left at."""
        self.bar.show_request(request)
        self.facets.choose(request.facets)
        self.results.restore_later(listed)
        self.answering.ask(request)

    @Slot()
    def _show_nothing(self) -> None:
        self.bar.clear_explanation()
        self.facets.hide()
        self.results.show_nothing()

    @Slot(object)
    def _show_answer(self, rows: tuple[Statement, ...]) -> None:
        answer, request = self.answering.answer, self.answering.request
        if answer is not None:
            self.bar.explain(request, answer)
            self.facets.show_counts(answer.facets)
            self.facets.show()
            self.results.show_answer(request, answer, rows)

    @Slot(object)
    def _ask_for_both(self, companion: Companion) -> None:
        asked = self.answering.request
        self.results.views.choose("list")
        self.recall(replace(asked, text=f"{asked.text} + {companion.word}", mode="auto"))

    @Slot()
    def _widen(self) -> None:
        if self.answering.request.facets != Facets():
            self.facets.choose(Facets())
        else:
            self.bar.modes.choose("near")
        self._ask()
