"""The page of trends: the cards, and one trend whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.views import StatisticView
from corpus.library.facts.trends import PassageView, TrendView, trends
from corpus.model.place import Place
from desktop.actions.page import Page
from desktop.operations.facts import take_out
from desktop.pages.trends.cards import TrendCards, subtitle_of
from desktop.pages.trends.rows import rows_of, tabs_of
from desktop.services.targets import DocumentsTarget, Target, TrendsTarget
from desktop.widgets import Chip, EmptyState, FlowLayout, TextLabel
from desktop.widgets.scroll import empty
from desktop.widgets.statement_list import StatementList
from desktop.widgets.tabs import Tabs

if TYPE_CHECKING:
    from corpus.store.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState


class TrendsPage(Page):
    """趋势."""

    key: ClassVar[str] = "trends"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.views: tuple[TrendView, ...] = ()
        self.shown = ""
        self._asked = False
        self._left: dict[str, object] = {}
        theme = context.theme
        self.cards = TrendCards(theme)
        self.detail = QWidget()
        self.heading = TextLabel("", "page-title")
        self.subtitle = TextLabel("", "second")
        self.definition = TextLabel("", "reading", wrap=True)
        self.others = QWidget()
        self.tabs = Tabs(_("这一趋势的内容"))
        self.list = StatementList(theme, _("原文与数据"), lines=4, side=24)
        self.points = StatementList(theme, _("要点"), lines=4, lead=32, side=24)
        self.empty = EmptyState(theme, _("这个范围里还没有谈到它的文章。"), _("查看全部文献"), "trends")
        self.body = QStackedWidget()
        self.stack = QStackedWidget()
        self._arrange()
        self.cards.opened.connect(self._go_to)
        self.tabs.picked.connect(self._show_rows)
        self.list.opened.connect(self._open)
        self.list.asked.connect(self._show_menu)
        self.points.opened.connect(self._open)
        self.empty.acted.connect(self._widen)

    def title(self) -> str:
        """Return the name of the trend shown."""
        view = self._view()
        return view.trend.name if view is not None else _("趋势")

    def show_target(self, target: Target) -> None:
        """Show the trend with the key ``key``, otherwise the cards."""
        self.shown = target.key if isinstance(target, TrendsTarget) else ""
        if not self._asked:
            self.refresh(None)
        self._show()

    def refresh(self, changes: Changes | None) -> None:
        """Read the trends again where they may have changed."""
        if changes is None or changes.facts or changes.articles or changes.everything:
            self._asked = True
            work = partial(trends, self.context.library, self.context.scope.current)
            self.context.tasks.run(self, work, self._take, lane="trends")

    def state(self) -> PageState:
        """Return the tab and the place in its list."""
        return {"tab": self.tabs.value, "list": self._current_list().view_state()}

    def restore(self, state: PageState) -> None:
        """Come back to the same tab and place."""
        self.tabs.choose(str(state.get("tab", "")))
        self._left = cast("dict[str, object]", state.get("list", {}))
        self._show_rows()

    def _arrange(self) -> None:
        column = QVBoxLayout(self.detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        inner = QVBoxLayout(head)
        inner.setContentsMargins(24, 16, 24, 0)
        inner.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.heading)
        line.addWidget(self.subtitle)
        line.addStretch(1)
        inner.addWidget(self.others)
        inner.addLayout(line)
        self.definition.setMaximumWidth(880)
        inner.addWidget(self.definition)
        inner.addWidget(self.tabs)
        self._other_row = FlowLayout(self.others, spacing=6)
        column.addWidget(head)
        for view in (self.list, self.points, self.empty):
            self.body.addWidget(view)
        column.addWidget(self.body, 1)
        self.stack.addWidget(self.cards)
        self.stack.addWidget(self.detail)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.stack)

    def _view(self) -> TrendView | None:
        return next((one for one in self.views if one.trend.key == self.shown), None)

    def _take(self, views: tuple[TrendView, ...]) -> None:
        if self._view() is not None and not self._left:
            self._left = self._current_list().view_state()
        self.views = views
        self.cards.show_trends(views)
        self._show()

    def _show(self) -> None:
        view = self._view()
        if view is None:
            self.stack.setCurrentWidget(self.cards)
            return
        self.heading.setText(view.trend.name)
        self.subtitle.setText(subtitle_of(view.trend))
        self.definition.setText(view.trend.definition)
        empty(self._other_row)
        for one in self.views:
            chip = Chip(one.trend.name, checkable=True)
            chip.setChecked(one is view)
            chip.setProperty("trend", one.trend.key)
            chip.clicked.connect(self._on_other)
            self._other_row.addWidget(chip)
        self.tabs.set_entries(tabs_of(view))
        self.stack.setCurrentWidget(self.detail)
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        view = self._view()
        if view is None:
            return
        shown = self._current_list()
        shown.set_statements(rows_of(view, self.tabs.value))
        self.body.setCurrentWidget(shown if view.passages or self.tabs.value == "points" else self.empty)
        if self._left:
            shown.restore_view(self._left)
            self._left = {}

    def _current_list(self) -> StatementList:
        return self.points if self.tabs.value == "points" else self.list

    @Slot(str)
    def _go_to(self, key: str) -> None:
        self.context.navigator.go(TrendsTarget(key=key))

    @Slot()
    def _on_other(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._go_to(str(chip.property("trend")))

    @Slot(object)
    def _open(self, payload: object) -> None:
        if isinstance(payload, StatisticView | PassageView):
            payload = payload.place
        if isinstance(payload, Place):
            self.context.navigator.open_place(payload)

    @Slot(object, QPoint)
    def _show_menu(self, payload: object, at: QPoint) -> None:
        """Offer to take a passage out that a person put here."""
        if isinstance(payload, PassageView):
            menu = QMenu(self.list)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(_("打开原句"), partial(self._open, payload))
            menu.addAction(_("移出趋势"), partial(self._take_out, payload.id))
            menu.popup(at)

    def _take_out(self, own_id: str) -> None:
        self.context.operations.run(self, take_out(own_id))

    @Slot()
    def _widen(self) -> None:
        self.context.navigator.go(DocumentsTarget())
