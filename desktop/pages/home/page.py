"""The first page: a welcome that ticks itself off, then where to go on and what waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions.page import Page
from desktop.pages.home.desk import LISTED, Desk
from desktop.pages.home.live_card import LiveCard, best_conflict
from desktop.pages.home.steps import Steps, step_names
from desktop.pages.home.welcome import Welcome
from desktop.services.navigation import PageState
from desktop.services.targets import HomeTarget, SearchTarget, Target
from desktop.widgets import ScrollColumn

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.library.core.views import StatisticView
    from corpus.library.facts.statistics import ConflictView
    from corpus.library.reading.home import HomeView
    from corpus.model.article import ArticleSummary
    from corpus.model.place import Place
    from corpus.store.database.changes import Changes
    from desktop.services.context import Context

WIDTH = 960
_LOOKED_THROUGH = 20
"""Contradictions among which the one to show is chosen; those of packs come first."""


class HomePage(Page):
    """Welcome (until closed): a sentence, the live card, the steps. Below: the desk of one who comes back."""

    key: ClassVar[str] = "home"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._welcome_asked = False
        self._scroll = ScrollColumn(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.welcome = Welcome(context.theme)
        self.card = LiveCard(context.theme)
        self.steps = Steps(context.theme)
        self.desk = Desk(context)
        for part in (self.welcome, self.card, self.steps, self.desk):
            self._scroll.column.addWidget(part)
            part.hide()
        self._scroll.column.addStretch(1)
        self.welcome.show()
        self.welcome.closed.connect(self._close_welcome)
        self.card.opened.connect(self._open_figure)
        self.card.asked.connect(self._show_menu)
        self.steps.chosen.connect(self._do_step)
        self.desk.asked.connect(self.asked)

    def show_target(self, target: Target) -> None:
        """Show the page; with ``welcome`` the welcome too, though it was closed."""
        self._welcome_asked = isinstance(target, HomeTarget) and target.welcome
        self._load()

    def refresh(self, _changes: Changes | None) -> None:
        """Look at the library again."""
        self._load()

    def state(self) -> PageState:
        """Return the scroll place."""
        return {"scroll": self._scroll.verticalScrollBar().value()}

    def restore(self, state: PageState) -> None:
        """Scroll to where one was."""
        scroll = state.get("scroll")
        if isinstance(scroll, int):
            self._scroll.verticalScrollBar().setValue(scroll)

    def _load(self) -> None:
        self.context.tasks.run(self, partial(_look, self.context.library), self._show, lane="home")

    def _show(self, found: tuple[HomeView, ConflictView | None, tuple[ArticleSummary, ...]]) -> None:
        view, conflict, articles = found
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        every_step = view.steps_done >= step_names().keys()
        welcome = self._welcome_asked or not (view.welcome_closed or every_step)
        self._put_card(first=welcome)
        self.welcome.greet(own=view.own_articles, packed=view.articles - view.own_articles)
        self.welcome.setVisible(welcome)
        self.steps.setVisible(welcome and view.articles > 0 and self.context.library.writable)
        self.card.setVisible(conflict is not None)
        if conflict is not None:
            self.card.show_conflict(conflict)
        self.steps.show_done(view.steps_done)
        self.desk.show_view(view, articles)
        self.desk.show()
        focus = QApplication.focusWidget()
        if held and (focus is None or not self.isAncestorOf(focus)):
            self._scroll.setFocus()  # the line that had the keys was made anew

    def _put_card(self, *, first: bool) -> None:
        """Put the live card above the desk of a newcomer, below that of one who comes back."""
        column = self._scroll.column
        if (column.indexOf(self.card) < column.indexOf(self.desk)) != first:
            column.removeWidget(self.card)
            column.insertWidget(1 if first else column.indexOf(self.desk) + 1, self.card)

    @Slot()
    def _close_welcome(self) -> None:
        self._welcome_asked = False
        if self.context.library.writable:
            from desktop.operations.bookkeeping import close_welcome

            self.context.operations.run(self, close_welcome())
        self.welcome.hide()
        self.steps.hide()

    @Slot(object, QPoint)
    def _show_menu(self, view: StatisticView, at: QPoint) -> None:
        from desktop.pages.row_menu import row_menu

        row_menu(self.context, self, view, self._open_view).popup(at)

    def _open_view(self, payload: object) -> None:
        place = getattr(payload, "place", None)
        if place is not None:
            self._open_figure(place)

    @Slot(object)
    def _open_figure(self, place: Place) -> None:
        self.context.navigator.open_place(place)

    @Slot(str)
    def _do_step(self, step: str) -> None:
        conflict = self.card.conflict
        if step == "figure" and conflict is not None:
            self.context.navigator.open_place(conflict.left.place)
        elif step == "note" and conflict is not None:
            self.context.navigator.open_article(conflict.left.place.article)
        elif step == "find":
            self.context.navigator.go(SearchTarget(text=_("社交电商占 14%")))
        else:
            self.asked.emit({"import": "import-sample", "note": "page-documents"}.get(step, step))


def _look(library: Library) -> tuple[HomeView, ConflictView | None, tuple[ArticleSummary, ...]]:
    """Return what the page shows; runs in a thread."""
    from corpus.library.facts.statistics import conflicts
    from corpus.library.reading.articles import first_articles
    from corpus.library.reading.home import home

    few = conflicts(library, limit=_LOOKED_THROUGH)
    return home(library), best_conflict(few), first_articles(library, LISTED)
