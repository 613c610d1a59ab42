"""The page of trends: the cards, and one trend whole."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.views import StatisticView
from corpus.library.facts.trends import PassageView, TrendCounts, categories, count_limits, count_trends
from corpus.library.intake.vocabulary.own_trends import OWN
from corpus.model.place import Place
from corpus.model.trend import Trend
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.operations.facts import take_out, take_out_found
from desktop.operations.into_draft import put_row
from desktop.operations.linking import copy_row_link, link_action
from desktop.pages.empty_places import take_offer, words_of_offer
from desktop.pages.row_menu import carried_statement, row_menu
from desktop.pages.trends.cards import TrendCards, subtitle_of
from desktop.pages.trends.own import TrendEditing
from desktop.pages.trends.rows import feed_of, tabs_of
from desktop.services.targets import Target, TrendsTarget
from desktop.widgets import Chip, EmptyState, FlowLayout, QuietButton, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE, HeadLine
from desktop.widgets.frames.scroll import empty
from desktop.widgets.frames.tabs import Tabs
from desktop.widgets.lists.statement_feed import StatementFeed
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.library.core.library import Library
    from corpus.model.collection import Scope
    from corpus.store.database.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState


class TrendsPage(Page):
    """趋势."""

    key: ClassVar[str] = "trends"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.trends: tuple[Trend, ...] = ()
        self.counts: dict[str, TrendCounts] = {}
        self.shown = ""
        self._tab = ""
        """The tab to turn to as soon as it is there."""
        self._tabbed = ""
        self._listed: tuple[str, str] = ("", "")
        self._asked = False
        theme = context.theme
        self.cards = TrendCards(context.library, theme)
        self.detail = QWidget()
        self.heading = TextLabel("", "page-title")
        self.subtitle = TextLabel("", "second")
        self.definition = TextLabel("", "reading", wrap=True)
        self.others = QWidget()
        self.tabs = Tabs(_("这一趋势的内容"))
        self.own = TrendEditing(context, self)
        self.change = QuietButton(_("修改…"))
        self.forget = QuietButton(_("删除"))
        self.list = StatementList(theme, _("原文与数据"), style=StatementStyle(lines=4, side=24))
        self.points = StatementList(
            theme, _("要点"), style=StatementStyle(lines=4, lead=32, side=24, beside=True)
        )
        for rows in (self.list, self.points):
            rows.let_carry(partial(carried_statement, rows))
        self.empty = EmptyState(theme, "", icon="trends")
        self.feeds = {view: StatementFeed(view, context.tasks) for view in (self.list, self.points)}
        self.body = QStackedWidget()
        self.stack = QStackedWidget()
        self._arrange()
        self.cards.opened.connect(self._go_to)
        self.cards.passage_opened.connect(self._open)
        self.cards.add_asked.connect(self.own.ask_new)
        self.change.clicked.connect(self.own.ask_change)
        only_where_writable(context.library, self.change, self.forget)
        self.forget.clicked.connect(self.own.remove)
        self.tabs.picked.connect(self._show_rows)
        self.list.opened.connect(self._open)
        self.list.asked.connect(self._show_menu)
        self.points.opened.connect(self._open)
        self.empty.acted.connect(partial(take_offer, self))
        for feed in self.feeds.values():
            feed.shown.connect(self._on_shown)

    def title(self) -> str:
        """Return the name of the trend shown."""
        trend = self._trend()
        return trend.name if trend is not None else _("趋势")

    def show_target(self, target: Target) -> None:
        """Show the trend with the key ``key``, otherwise the cards."""
        self.shown = target.key if isinstance(target, TrendsTarget) else ""
        if not self._asked:
            self.refresh(None)
        elif self.shown:
            self._count()
        self._show()

    def refresh(self, changes: Changes | None) -> None:
        """Count anew, and read what is listed again, where it may have changed."""
        if changes is None or changes.facts or changes.articles or changes.settings or changes.everything:
            self._asked = True
            library, tasks = self.context.library, self.context.tasks
            tasks.run(self, partial(_trends, library), self._take, lane="trends")
            self._count()
            self._listed = ("", "")

    def _count(self) -> None:
        work = partial(_counted, self.context.library, self.context.scope.current, self.shown)
        self.context.tasks.run(self, work, self._take_counts, lane="counts")

    def state(self) -> PageState:
        """Return the tab and the place in its list."""
        return {"tab": self.tabs.value, "list": self.feeds[self._current_list()].view_state()}

    def restore(self, state: PageState) -> None:
        """Come back to the same tab and place."""
        self._tab = str(state.get("tab", ""))
        self.tabs.choose(self._tab)
        self._listed = ("", "")
        self.feeds[self._current_list()].restore_view(cast("dict[str, object]", state.get("list", {})))
        self._show_rows()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        put, keys = self._into_draft, ("Ctrl+Shift+R",)
        return (
            *writing(
                self.context.library,
                Action("reader.draft", _("加入文稿"), put, keys, "draft-add", Menu.DRAFTS, "1"),
                Action("take-out", _("移出趋势"), self._take_out_chosen, ("Delete",), "", Menu.EDIT),
            ),
            link_action(self._copy_link),
        )

    def _copy_link(self) -> None:
        copy_row_link(self.context, self._current_list().current_payload())

    def _into_draft(self) -> None:
        put_row(self.context, self, self._current_list().current_payload())

    def _arrange(self) -> None:
        column = QVBoxLayout(self.detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        inner = QVBoxLayout(head)
        inner.setContentsMargins(PAGE_EDGE, HEAD_TOP, PANE_EDGE, 0)
        inner.setSpacing(8)
        line = HeadLine(spacing=12)
        line.addWidget(self.heading)
        line.addWidget(self.subtitle)
        line.addStretch(1)
        line.addWidget(self.change)
        line.addWidget(self.forget)
        inner.addLayout(line)
        inner.addWidget(self.others)
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

    def _trend(self) -> Trend | None:
        return next((one for one in self.trends if one.key == self.shown), None)

    def _take(self, trends: tuple[Trend, ...]) -> None:
        self.trends = trends
        self.cards.show_trends(trends)
        if self.shown and self._trend() is None:  # it was the person's own, and is forgotten
            self._go_to("")
        self._show()
        self.renamed.emit()

    def _take_counts(self, counted: tuple[tuple[TrendCounts, ...], str, int]) -> None:
        counts, trend, limits = counted
        self.counts = {one.trend.key: one for one in counts}
        self.cards.show_counts(counts)
        if trend and trend == self.shown:
            self._show_tabs(self.counts[trend], limits)
            self._show_rows()

    def _show(self) -> None:
        trend = self._trend()
        self.own.trend = trend if trend is not None and trend.key.startswith(OWN) else None
        for button in (self.change, self.forget):
            button.setVisible(self.own.trend is not None)
        if trend is None:
            self.stack.setCurrentWidget(self.cards)
            return
        self.heading.setText(trend.name)
        self.subtitle.setText(subtitle_of(trend))
        self.definition.setText(trend.definition)
        empty(self._other_row)
        for one in self.trends:
            chip = Chip(one.name, checkable=True)
            chip.setChecked(one is trend)
            chip.setProperty("trend", one.key)
            chip.clicked.connect(self._on_other)
            self._other_row.addWidget(chip)
        counts = self.counts.get(trend.key)
        if counts is not None and self._tabbed != trend.key:
            self._show_tabs(counts, None)
        self.stack.setCurrentWidget(self.detail)
        self._show_rows()

    def _show_tabs(self, counts: TrendCounts, limits: int | None) -> None:
        self._tabbed = counts.trend.key
        self.tabs.set_entries(tabs_of(counts, limits))
        self.tabs.choose(self._tab or self.tabs.value)
        self._tab = ""

    @Slot()
    def _show_rows(self) -> None:
        """List what the tab is about, unless it is listed already."""
        trend, tab = self._trend(), self.tabs.value or "passages"
        if trend is None or self._listed == (trend.key, tab):
            return
        keep = self._listed == ("", "")
        self._listed = (trend.key, tab)
        feed = feed_of(self.context.library, trend, self.context.scope.current, tab)
        self.feeds[self._current_list()].show_feed(feed, keep=keep)

    @Slot()
    def _on_shown(self) -> None:
        shown = self._current_list()
        self.empty.change(_("这个范围里还没有谈到它的文章。"), words_of_offer(self.context))
        self.body.setCurrentWidget(shown if shown.statements.rowCount() else self.empty)

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
        """Offer to take a passage out."""
        menu = row_menu(self.context, self.list, payload, self._open)
        if isinstance(payload, PassageView):
            out = menu.addAction(_("移出趋势"), partial(self._take_out, payload))
            only_where_writable(self.context.library, out)
        menu.popup(at)

    def _take_out_chosen(self) -> None:
        payload = self._current_list().current_payload()
        if isinstance(payload, PassageView):
            self._take_out(payload)

    def _take_out(self, view: PassageView) -> None:
        """Take out what a person put here, or what was found: it is found here no more."""
        place = view.place
        if view.id:
            self.context.operations.run(self, take_out(view.id))
        else:
            self.context.operations.run(self, take_out_found(place.article, place.span, self.shown))


def _trends(library: Library) -> tuple[Trend, ...]:
    return categories(library)


def _counted(library: Library, scope: Scope, trend: str) -> tuple[tuple[TrendCounts, ...], str, int]:
    """Return how much there is of each trend, and of the one named its limits too."""
    return count_trends(library, scope), trend, count_limits(library, trend, scope) if trend else 0
