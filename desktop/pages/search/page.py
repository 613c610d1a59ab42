"""The page of searches: the box above, facets at the left, the answer beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import titled_at
from corpus.library.finding.search import Facets, SearchRequest, folds_of, mode_of
from corpus.library.finding.search_history import from_json, to_json
from corpus.model.place import Place
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.operations.into_draft import put_row
from desktop.operations.linking import copy_row_link, link_action
from desktop.pages.row_menu import row_menu
from desktop.pages.search.bar import SearchBar
from desktop.pages.search.collocates import Companion
from desktop.pages.search.facets import FacetColumn
from desktop.pages.search.history import SearchHistory
from desktop.pages.search.hit_actions import HitActions
from desktop.pages.search.preview import HitPreview
from desktop.pages.search.previewing import Previewing
from desktop.pages.search.query_runner import QueryRunner
from desktop.pages.search.results import Results
from desktop.pages.search.way_on import way_on
from desktop.services.print_source import PrintSource
from desktop.services.targets import SearchTarget
from desktop.widgets import SplitPane
from desktop.widgets.lists.statement import Statement
from desktop.wording.shortening import as_entry, shortened

if TYPE_CHECKING:
    from corpus.store.database.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState
    from desktop.services.targets import Target


class SearchPage(Page):
    """检索."""

    key: ClassVar[str] = "search"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bar = SearchBar(context)
        self.facets = FacetColumn(context.theme)
        self.results = Results(context)
        self.query_runner = QueryRunner(context, self)
        self.history = SearchHistory(context, self.query_runner, self)
        self.hit_actions = HitActions(context, self.query_runner, self)
        self.preview = HitPreview(context)
        self.bar.field.lead_to(self.results.stack)
        self._arrange()
        self._connect()
        self._show_nothing()

    def own_field(self) -> QLineEdit | None:
        """Return the box of the page; the one on top gives way to it."""
        return self.bar.field

    def title(self) -> str:
        """Return the query."""
        text = self.query_runner.request.text
        return _("检索：{text}", text=shortened(text)) if text else _("检索")

    def show_target(self, target: Target) -> None:
        """Search for what a target names, or stay as left."""
        asked = self.query_runner.request
        if (
            isinstance(target, SearchTarget)
            and target.text
            and (target.text, target.mode) != (asked.text, asked.mode)
        ):
            self.recall(SearchRequest(target.text, target.mode, asked.fold, synonyms=asked.synonyms))
        elif not asked.text:
            self.bar.field.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Search again where the texts, the notes or the scope changed."""
        asked = self.query_runner.request
        if asked.text and (changes is None or changes.articles or changes.everything or changes.annotations):
            self.results.restore_later(self.results.list.view_state())
            self.query_runner.ask(
                replace(asked, scope=self.context.scope.current), listed=self.query_runner.listed
            )

    def state(self) -> PageState:
        """Return the search, the view and the place in it."""
        runner = self.query_runner
        return {"request": to_json(runner.request), "listed": runner.listed, **self.results.state()}

    def restore(self, state: PageState) -> None:
        """Come back to the same search, view and place."""
        request = replace(from_json(str(state["request"])), scope=self.context.scope.current)
        self.results.choose_view(state)
        if self.query_runner.has_answered(request):
            self.results.restore(state)
        else:
            listed = cast("int", state.get("listed", 0))
            self._ask_again(request, cast("dict[str, Any]", state.get("list", {})), listed)

    @Slot(object)
    def recall(self, request: SearchRequest) -> None:
        """Make a search of before again, in the scope of now."""
        self._ask_again(replace(request, scope=self.context.scope.current), {})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether there is room for the preview."""
        super().resizeEvent(event)
        self.previewing.fit()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the search shown."""
        do, keep = self.hit_actions, self.history.keep
        return (
            *writing(
                self.context.library,
                Action("keep-search", _("收藏这次检索"), keep, (), "bookmark", Menu.SEARCH),
                Action(
                    "reader.draft",
                    _("加入文稿"),
                    self._into_draft,
                    ("Ctrl+Shift+R",),
                    "draft-add",
                    Menu.DRAFTS,
                    "1",
                ),
                Action("hits.draft", _("全部结果加入文稿"), do.into_draft, (), "draft-add", Menu.DRAFTS, "1"),
            ),
            Action(
                "hits.preview",
                _("并排看上下文"),
                self.previewing.switch,
                ("F9",),
                "panel-right",
                Menu.VIEW,
                "1",
                checked=lambda: self.previewing.wanted,
            ),
            Action("copy-hits", _("复制全部结果"), do.copy_hits, (), "copy", Menu.SEARCH),
            link_action(self._copy_link),
            Action("search.link", _("复制这次检索的链接"), do.copy_link, (), "link", Menu.SEARCH),
            Action("export", _("导出检索结果…"), do.export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the places found."""
        return self.hit_actions.print_sources()

    def _into_draft(self) -> None:
        lines = self.results.chosen_lines
        if lines is not None:
            lines.put()
        else:
            put_row(self.context, self, self.results.list.current_payload())

    def _copy_link(self) -> None:
        copy_row_link(self.context, self.results.list.current_payload())

    @Slot(object, QPoint)
    def _show_menu(self, payload: object, at: QPoint) -> None:
        menu = row_menu(self.context, self, payload, self.hit_actions.open)
        others = self.results.list.statements.also_at(payload)
        if others:
            menu.addSeparator()
        for place in others:
            if isinstance(place, Place):
                told = _("打开{title}里相同的一句", title=as_entry(titled_at(place)))
                menu.addAction(told, partial(self.hit_actions.open, place))
        menu.popup(at)

    def _arrange(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        beside = SplitPane(self.results, self.preview, stretch=0)
        split = SplitPane(self.facets, beside, stretch=1, least=(180, 0), parent=self)
        split.setSizes([220, 996])
        whole.addWidget(split, 1)
        self.previewing = Previewing(self.context, self.query_runner, self.results, self.preview, beside)
        self.facets.after = self.bar.switches.chips["synonyms"]

    def _connect(self) -> None:
        self.bar.wanted.connect(self._ask)
        self.bar.recalled.connect(self.recall)
        self.bar.kept.connect(self.history.keep)
        self.bar.forgotten.connect(self.history.forget)
        self.facets.changed.connect(self._ask)
        self.query_runner.asked.connect(self.results.late.start)
        self.query_runner.emptied.connect(self._show_nothing)
        self.query_runner.answered.connect(self._show_answer)
        self.query_runner.continued.connect(self._show_further)
        self.results.list.statements.wanted.connect(self.query_runner.ask_further)
        self.results.opened.connect(self.hit_actions.open)
        self.results.list.asked.connect(self._show_menu)
        self.preview.opened.connect(self.hit_actions.open)
        self.results.paired.connect(self._ask_for_both)
        self.results.copy_button.clicked.connect(self.hit_actions.copy_hits)
        self.results.export_button.clicked.connect(self.hit_actions.export)
        self.results.empty.acted.connect(self._widen)
        self.results.beginnings.chosen.connect(self.recall)
        self.results.beginnings.tried.connect(self._try)

    @Slot()
    def _ask(self) -> None:
        bar = self.bar
        if bar.field.composing:
            return
        request = SearchRequest(
            bar.field.text().strip(), mode_of(bar.modes.value), folds_of(bar.switches.folds),
            self.context.scope.current, facets=self.facets.facets, synonyms=bar.switches.synonyms,
        )  # fmt: skip
        if request != self.query_runner.request:
            self.results.restore_later({})
            self.query_runner.ask(request)

    def _ask_again(self, request: SearchRequest, left: dict[str, Any], listed: int = 0) -> None:
        """Show and make a search of before; ``left`` is the place in the list of ``listed`` places it was left at."""
        self.bar.show_request(request)
        self.facets.choose(request.facets)
        self.results.restore_later(left)
        self.query_runner.ask(request, listed=listed)

    @Slot()
    def _show_nothing(self) -> None:
        self.bar.clear_explanation()
        self.facets.hide()
        self.results.show_nothing()

    @Slot(object)
    def _show_answer(self, rows: tuple[Statement, ...]) -> None:
        answer, request = self.query_runner.answer, self.query_runner.request
        if answer is not None:
            self.bar.explain(request, answer)
            self.facets.show_counts(answer.facets)
            self.facets.setVisible(bool(rows) or request.facets != Facets())
            self.results.show_answer(request, answer, rows)

    @Slot(object)
    def _show_further(self, rows: tuple[Statement, ...]) -> None:
        if self.query_runner.answer is not None:
            self.results.show_further(self.query_runner.answer, rows)

    @Slot(object)
    def _ask_for_both(self, companion: Companion) -> None:
        asked = self.query_runner.request
        self.results.views.choose("list")
        self.recall(replace(asked, text=f"{asked.text} + {companion.word}", mode="auto"))

    @Slot(str)
    def _try(self, text: str) -> None:
        """Ask in the words of an example."""
        self.recall(replace(self.query_runner.request, text=text, mode="auto"))

    @Slot()
    def _widen(self) -> None:
        """Make the search that may find what this one did not."""
        on = way_on(self.query_runner.request).request
        self.facets.choose(on.facets)
        self.bar.show_request(on)
        self.context.scope.choose(on.scope)
        self._ask()
