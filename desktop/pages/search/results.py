"""The answer to a search in one of four views: list, concordance, collocates, distribution."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import Any, cast

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.library.core.library import Library
from corpus.library.finding.concordance import collocates, concordance_lines
from corpus.library.finding.search import SearchAnswer, SearchRequest
from corpus.library.finding.whereabouts import whereabouts
from desktop.pages.row_menu import carried_statement
from desktop.pages.search.beginnings import Beginnings
from desktop.pages.search.chosen_lines import ChosenLines
from desktop.pages.search.collocates import Companion, columns
from desktop.pages.search.concordance import ConcordanceTable
from desktop.pages.search.distribution import DistributionStrip, StripList, read_strips
from desktop.pages.search.explanation import total
from desktop.pages.search.hit_list import heads_of, places_of
from desktop.pages.search.way_on import way_on
from desktop.services.context import Context
from desktop.widgets import EmptyState, FlowLayout, IconButton, ListModel, ListTable, QuietButton, TextLabel
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.flow import UNBOUNDED
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList

Fetch = tuple[Callable[[], Any], Callable[[Any], None], QWidget]
"""What a view needs: how it is read in a thread, who takes it, and where it is shown."""
LATE_MS = 200
"""A search that takes longer says so in a place that is still empty."""


class Results(QWidget):
    """Shows an answer; what a view needs beyond the list is read when the view is chosen."""

    opened = Signal(object)
    """A place, a note, or a page that a row leads to."""
    turned = Signal()
    """Another view may be shown."""
    paired = Signal(object)
    """A collocate (``Companion``) is to be searched beside the word."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._request: SearchRequest | None = None
        """The search that found what is shown."""
        self._left: dict[str, Any] = {}
        self._lines: ChosenLines | None = None
        theme = context.theme
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
        self.preview_button = IconButton(theme, "panel-right", _("并排看上下文（F9）"), size=16)
        self.preview_button.setCheckable(True)
        self.list = StatementList(theme, _("检索结果"))
        self.empty = EmptyState(theme, "", icon="search")
        self.beginnings = Beginnings(context)
        self.stack = QStackedWidget(self)
        self.late = QTimer(self, singleShot=True, interval=LATE_MS)
        self.late.timeout.connect(self._show_waiting)
        self._arrange()
        self.list.let_carry(partial(carried_statement, self.list))
        self.keyword.table.let_carry(self.keyword.carried)
        self.views.picked.connect(self.show_view)
        self.list.opened.connect(self.opened)
        self.show_nothing()

    @cached_property
    def keyword(self) -> ConcordanceTable:
        """Return the concordance, made when it is first shown, as the two views below."""
        view = ConcordanceTable(self._context, self.stack)
        self._lines = ChosenLines(self._context, view)
        view.changed.connect(self.show_view)
        view.opened.connect(self.opened)
        self.stack.addWidget(view)
        return view

    @property
    def chosen_lines(self) -> ChosenLines | None:
        """Return what is done with the lines chosen where the concordance is shown."""
        return self._lines if self._request is not None and self.views.value == "concordance" else None

    @cached_property
    def company(self) -> ListTable:
        """Return the table of collocates."""
        view = ListTable(ListModel[Companion](columns(self._context.theme)), self.stack)
        view.setObjectName("flat")
        view.setAccessibleName(_("搭配"))
        view.opened.connect(self.paired)
        self.stack.addWidget(view)
        return view

    @cached_property
    def strips(self) -> StripList:
        """Return the distribution."""
        view = StripList(self._context.theme, self.stack)
        view.opened.connect(self.opened)
        self.stack.addWidget(view)
        return view

    def show_nothing(self) -> None:
        """Offer what one may ask: nothing is asked."""
        self.late.stop()
        self._request = None
        self.count.hide()
        self._show_tools(shown=False)
        self.beginnings.renew()
        self._turn_to(self.beginnings)

    def show_answer(self, request: SearchRequest, answer: SearchAnswer, rows: tuple[Statement, ...]) -> None:
        """Show an answer in the view chosen, or what to do where nothing was found."""
        self.late.stop()
        again = bool(rows) and request == self._request
        if again and not self._left:
            # The same answer, now with all it holds: the list stays where it is.
            self._left = self.list.view_state()
        self._request = request if rows else None
        self.count.setText(total(answer))
        self.count.setVisible(bool(rows))
        self.list.set_statements(rows, more=_goes_on(answer))
        self._ask_heads(rows, 0)
        if self._left:
            self.list.restore_view(self._left)
            self._left = {}
        if rows:
            self._show_tools(shown=True)
            self.show_view()
            return
        on = way_on(request)
        self._show_empty(on.sentence, on.action)

    def show_further(self, answer: SearchAnswer, rows: tuple[Statement, ...]) -> None:
        """Show further places of the same answer below those at hand."""
        known = len(self.list.statements.statements)
        self.list.statements.retell(rows[:known])
        self.list.statements.append(rows[known:], more=_goes_on(answer))
        self._ask_heads(rows, known)

    @Slot()
    def show_view(self) -> None:
        """Show the list, or read the lines, words or strips the chosen view needs."""
        if self._request is None:
            return
        if self.views.value == "list":
            self._turn_to(self.list)
            return
        work, take, widget = self._fetch(self._request)
        self._turn_to(widget)
        self._context.tasks.run(self, work, take, lane="view")

    def state(self) -> dict[str, object]:
        """Return the view and the place in it."""
        return {
            "view": self.views.value,
            "list": self.list.view_state(),
        }

    def choose_view(self, state: dict[str, object]) -> None:
        """Choose the view of before (``state``), without showing it yet."""
        self.views.choose(str(state.get("view", "list")))

    def restore(self, state: dict[str, object]) -> None:
        """Come back to the same place (``state``) in the answer shown."""
        self.list.restore_view(cast("dict[str, object]", state.get("list", {})))
        self.show_view()

    def restore_later(self, listed: dict[str, Any]) -> None:
        """Bring the place in the list (``StatementList.view_state``) back when the next answer comes."""
        self._left = listed

    def _ask_heads(self, rows: Sequence[Statement], first: int) -> None:
        """Have chapter and date told of the rows from ``first`` on: their texts are read behind the list."""
        new = tuple(rows[first:])
        work = partial(_heads_of, self._context.library, new)
        self._context.tasks.run_stoppable(
            self, work, partial(self._take_heads, first, new), lane=f"heads {first}"
        )

    def _take_heads(self, first: int, rows: tuple[Statement, ...], heads: Mapping[int, str]) -> None:
        listed = self.list.statements
        if listed.statements[first : first + len(rows)] == rows:
            listed.tell_heads({first + row: head for row, head in heads.items()})

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = FlowLayout(spacing=8)
        line.setContentsMargins(16, 4, 16, 8)
        self.count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.count.setMaximumWidth(UNBOUNDED - 1)
        for widget in (self.views, self.count, self.copy_button, self.export_button, self.preview_button):
            line.addWidget(widget)
        column.addLayout(line)
        for view in (self.list, self.empty, self.beginnings):
            self.stack.addWidget(view)
        column.addWidget(self.stack, 1)

    @Slot()
    def _show_waiting(self) -> None:
        if self.stack.currentWidget() in (self.empty, self.beginnings):
            self._show_empty(_("正在检索…"))

    def _show_empty(self, sentence: str, action: str = "") -> None:
        self._show_tools(shown=False)
        self.empty.change(sentence, action)
        self._turn_to(self.empty)

    def _turn_to(self, view: QWidget) -> None:
        self.stack.setCurrentWidget(view)
        self.turned.emit()

    def _show_tools(self, *, shown: bool) -> None:
        for widget in (self.views, self.copy_button, self.export_button):
            widget.setVisible(shown)

    def _fetch(self, request: SearchRequest) -> Fetch:
        library, view = self._context.library, self.views.value
        if view == "concordance":
            size, order = int(self.keyword.context.value or 30), self.keyword.order.value
            work = partial(concordance_lines, library, request, context=size, sort=order)
            return work, self.keyword.show_lines, self.keyword
        if view == "collocates":
            return partial(collocates, library, request), self._take_companions, self.company
        return partial(read_strips, library, request), self._take_strips, self.strips

    def _take_companions(self, found: Sequence[Companion]) -> None:
        cast("ListModel[Companion]", self.company.list_model).set_rows(found)

    def _take_strips(self, strips: tuple[DistributionStrip, ...]) -> None:
        self.strips.strip_model.set_strips(strips)


def _heads_of(library: Library, rows: Sequence[Statement], stop: threading.Event) -> dict[int, str]:
    return heads_of(rows, whereabouts(library, places_of(rows), stop.is_set))


def _goes_on(answer: SearchAnswer) -> bool:
    """Tell whether more was counted than is listed."""
    return answer.listed < answer.total
