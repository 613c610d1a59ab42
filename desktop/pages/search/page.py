"""The page of searches: the box above, facets at the left, the answer in one of four views."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.library.concordance import ConcordanceView, collocates, concordance
from corpus.library.home import tick
from corpus.library.library import Library
from corpus.library.search import Facets, SearchAnswer, SearchRequest, allowed_ids, search
from corpus.library.search_history import delete_search, from_json, remember, save_search, to_json
from corpus.model.place import Place
from desktop.actions import Action, Menu
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.export_choices import ExportSubject
from desktop.navigation import Target
from desktop.pages.page import Page
from desktop.pages.search.bar import SearchBar
from desktop.pages.search.company import Companion, columns
from desktop.pages.search.explaining import total
from desktop.pages.search.facets import FacetColumn
from desktop.pages.search.frame import arrange
from desktop.pages.search.hits import NotePlace, hits_as_text, statements_of, words_found
from desktop.pages.search.keyword import KeywordView
from desktop.pages.search.strips import Strip, StripList, read_strips
from desktop.printing.source import PrintSource, of_report
from desktop.widgets import EmptyState, IconButton, ListModel, ListTable, QuietButton, TextLabel
from desktop.widgets.segments import Segments
from desktop.widgets.statement import Statement
from desktop.widgets.statement_list import StatementList

if TYPE_CHECKING:
    from corpus.store.changes import Changes
    from desktop.context import Context
    from desktop.navigation import PageState

REMEMBERED_AFTER_MS = 1500
VIEWS = ("list", "concordance", "collocates", "distribution")


class SearchPage(Page):
    """检索."""

    key: ClassVar[str] = "search"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.request = SearchRequest("")
        self.answer: SearchAnswer | None = None
        self._answered: SearchRequest | None = None
        self._left: dict[str, Any] = {}
        theme = context.theme
        self.bar = SearchBar(context)
        self.facets = FacetColumn(theme)
        self.views = Segments(
            _("查看方式"),
            (
                ("list", _("列表"), _("逐条列出")),
                ("concordance", translate_as("view", "引得"), _("关键词居中逐行对齐 KWIC")),
                ("collocates", _("搭配"), _("常与它相邻的词")),
                ("distribution", _("分布"), _("在每篇文章里的位置")),
            ),
        )
        self.count = TextLabel("", "second")
        self.copy_button = IconButton(theme, "copy", _("复制全部结果"), size=16)
        self.export_button = QuietButton(_("导出…"), theme, "export")
        self.list = StatementList(theme, _("检索结果"), lines=2)
        self.keyword = KeywordView(theme)
        self.company: ListModel[Companion] = ListModel(columns(theme))
        self.company_table = ListTable(self.company)
        self.strips = StripList(theme)
        self.empty = EmptyState(theme, _("输入词、句子或数字，每一处都会列出来。"), icon="search")
        self.stack = QStackedWidget()
        self._remember = QTimer(self)
        self._remember.setSingleShot(True)
        self._remember.setInterval(REMEMBERED_AFTER_MS)
        self.split = arrange(self)
        self._show_parts(found=False)
        self._connect()

    def own_field(self) -> QLineEdit | None:
        """Return the box of the page; the one on top gives way to it."""
        return self.bar.field

    def title(self) -> str:
        """Return the query."""
        return _("检索：{text}", text=self.request.text) if self.request.text else _("检索")

    def show_target(self, target: Target) -> None:
        """Search for ``text``, with ``mode`` where given; without arguments stay as left."""
        text = target.text("text") or target.text("query")
        if text and text != self.request.text:
            mode = target.text("mode", "auto")
            self.recall(SearchRequest(text, mode, self.request.fold))
        elif not self.request.text:
            self.bar.field.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Search again where the texts, the notes or the scope changed."""
        if self.request.text and (
            changes is None or changes.articles or changes.everything or changes.annotations
        ):
            self._left = self.list.view_state()
            self._search(replace(self.request, scope=self.context.scope.current))

    def state(self) -> PageState:
        """Return the search, the view and the place in it."""
        return {
            "request": to_json(self.request),
            "view": self.views.value,
            "list": self.list.view_state(),
            "lines": self.keyword.table.view_state(),
        }

    def restore(self, state: PageState) -> None:
        """Come back to the same search, view and place."""
        request = replace(from_json(str(state["request"])), scope=self.context.scope.current)
        self.views.choose(str(state.get("view", "list")))
        if request == self._answered:
            self.list.restore_view(cast("dict[str, object]", state.get("list", {})))
            self._show_view()
            return
        self.bar.show_request(request)
        self.facets.choose(request.facets)
        self._left = cast("dict[str, Any]", state.get("list", {}))
        self._search(request)

    def recall(self, request: SearchRequest) -> None:
        """Make a search of before again, in the scope of now."""
        self.bar.show_request(request)
        self.facets.choose(request.facets)
        self._left = {}
        self._search(replace(request, scope=self.context.scope.current))

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done with the search shown."""
        return (
            Action("keep-search", _("收藏这次检索"), self.keep, (), "bookmark", Menu.SEARCH),
            Action("copy-hits", _("复制全部结果"), self.copy_hits, (), "copy", Menu.SEARCH),
            Action("export", _("导出检索结果…"), self.export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def _connect(self) -> None:
        self.bar.wanted.connect(self._on_wanted)
        self.bar.recalled.connect(self.recall)
        self.bar.kept.connect(self.keep)
        self.bar.forgotten.connect(self._forget)
        self.facets.changed.connect(self._on_wanted)
        self.views.picked.connect(self._show_view)
        self.keyword.changed.connect(self._show_view)
        self.list.opened.connect(self._open)
        self.keyword.opened.connect(self._open)
        self.strips.opened.connect(self._open)
        self.company_table.opened.connect(self._search_both)
        self.copy_button.clicked.connect(self.copy_hits)
        self.export_button.clicked.connect(self.export)
        self.empty.acted.connect(self._widen)
        self._remember.timeout.connect(self._remember_now)

    @Slot()
    def _on_wanted(self) -> None:
        if self.bar.field.composing:
            return
        request = SearchRequest(
            self.bar.field.text().strip(), self.bar.modes.value, self.bar.fold, self.context.scope.current,
            facets=self.facets.facets,
        )  # fmt: skip
        if request != self.request:
            self._left = {}
            self._search(request)

    def _search(self, request: SearchRequest) -> None:
        self.request = request
        if not request.text:
            self.context.tasks.drop(self)
            self.answer = None
            self._answered = None
            self.bar.clear_explanation()
            self._show_parts(found=False)
            self.empty.change(_("输入词、句子或数字，每一处都会列出来。"))
            return
        work = partial(_find, self.context.library, request)
        self.context.tasks.run(self, work, partial(self._take, request))

    def _take(self, request: SearchRequest, found: tuple[SearchAnswer, tuple[Statement, ...]]) -> None:
        answer, statements = found
        self.answer = answer
        self._answered = request
        self._remember.start()
        self.bar.explain(request, answer)
        self.count.setText(total(answer))
        self.facets.show_counts(answer.facets)
        self.list.set_statements(statements)
        if self._left:
            self.list.restore_view(self._left)
            self._left = {}
        some = bool(answer.total or answer.figures or answer.platforms or answer.notes)
        self._show_parts(found=some)
        if not some:
            narrowed = (
                request.facets.articles or request.facets.years or request.facets.tags or request.facets.kinds
            )
            action = _("取消筛选") if narrowed else "" if request.mode == "near" else _("用近似方式再找")
            self.empty.change(_("没有找到“{text}”。", text=request.text), action)
        else:
            self._show_view()

    def _show_parts(self, *, found: bool) -> None:
        asked = self.answer is not None
        for widget in (self.views, self.copy_button, self.export_button):
            widget.setVisible(found)
        self.count.setVisible(asked)
        self.facets.setVisible(asked)
        if not found:
            self.stack.setCurrentWidget(self.empty)

    @Slot()
    def _show_view(self) -> None:
        """Show the answer as list, or fetch the lines, words or strips the chosen view needs."""
        if self.answer is None:
            return
        view = self.views.value
        library, request = self.context.library, self.request
        if view == "list":
            self.stack.setCurrentWidget(self.list)
            return
        size, order = int(self.keyword.context.value or 30), self.keyword.order.value
        works: dict[str, tuple[Callable[[], Any], Callable[[Any], None], QWidget]] = {
            "concordance": (
                partial(concordance, library, request, context=size, sort=order),
                self._take_lines,
                self.keyword,
            ),
            "collocates": (
                partial(collocates, library, request), self.company.set_rows, self.company_table
            ),
            "distribution": (
                partial(read_strips, library, request), self._take_strips, self.strips
            ),
        }  # fmt: skip
        work, take, widget = works[view]
        self.stack.setCurrentWidget(widget)
        self.context.tasks.run(self, work, take, lane="view")

    def _take_lines(self, found: ConcordanceView) -> None:
        self.keyword.show_lines(found.lines)

    def _take_strips(self, strips: tuple[Strip, ...]) -> None:
        self.strips.strip_model.set_strips(strips)

    @Slot(object)
    def _open(self, payload: object) -> None:
        navigator = self.context.navigator
        if isinstance(payload, Place):
            hits = self.answer.hits if self.answer is not None else ()
            navigator.open_place(payload, find=words_found(hits, payload.article))
        elif isinstance(payload, Target):
            navigator.go(payload)
        elif isinstance(payload, NotePlace) and payload.place is not None:
            navigator.open_place(payload.place, payload.note)
        elif isinstance(payload, NotePlace):
            navigator.go(Target("notes", {"note": payload.note}))

    @Slot(object)
    def _search_both(self, companion: Companion) -> None:
        self.views.choose("list")
        self.recall(replace(self.request, text=f"{self.request.text} + {companion.word}", mode="auto"))

    @Slot()
    def _widen(self) -> None:
        if self.request.facets != type(self.request.facets)():
            self.facets.choose(type(self.request.facets)())
        else:
            self.bar.modes.choose("near")
        self._on_wanted()

    @Slot()
    def copy_hits(self) -> None:
        """Copy every place found, each with its article."""
        if self.answer is not None and self.answer.hits:
            QGuiApplication.clipboard().setText(hits_as_text(self.answer.hits))
            self.context.notices.tell(_("已复制 {n} 处", n=len(self.answer.hits)))

    @Slot()
    def export(self) -> None:
        """Open the export dialog for what was found."""
        if self.request.text:
            ExportDialog(self.context, self._subject(), self.window()).open()

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the places found."""
        found = self.request.text and self.answer is not None and self.answer.hits
        return (of_report(self.context.library, self._subject()),) if found else ()

    def _subject(self) -> ExportSubject:
        """Return what was found, to be exported or printed."""
        request = self.request
        inside = allowed_ids(self.context.library, request) if request.facets != Facets() else None
        return ExportSubject(
            "hits",
            request.text,
            articles=tuple(sorted(inside or ())),
            query=request.text,
            mode=request.mode,
            fold=tuple(sorted(request.fold)),
            scope=request.scope,
        )

    @Slot()
    def _remember_now(self) -> None:
        if self.answer is not None and self.answer.total and self.context.library.writable:
            remember(self.context.library, self.request)
            tick(self.context.library, "find")

    @Slot()
    def keep(self) -> None:
        """Keep the search under its own words."""
        if not self.request.text:
            return
        save_search(self.context.library, self.request.text, self.request)
        self.context.notices.tell(_("已收藏检索“{text}”", text=self.request.text), tone="good")

    @Slot(str)
    def _forget(self, name: str) -> None:
        delete_search(self.context.library, name)


def _find(library: Library, request: SearchRequest) -> tuple[SearchAnswer, tuple[Statement, ...]]:
    """Search, and make the rows of the list: both may take a while where there are many places."""
    answer = search(library, request)
    return answer, statements_of(answer, request.text)
