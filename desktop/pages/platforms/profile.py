"""One platform: names, description, timeline, figures and mentions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import listed
from corpus.library.facts.platforms import PlatformCounts, PlatformFactView
from corpus.text.distinct import distinct_names
from desktop.pages.platforms.naming import Naming
from desktop.pages.platforms.rows import feed_of, tabs_of
from desktop.pages.row_menu import carried_statement, row_menu
from desktop.services.context import Context
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE, HeadLine
from desktop.widgets.frames.tabs import Tabs
from desktop.widgets.lists.statement_feed import StatementFeed
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle
from desktop.widgets.read_only import only_where_writable

LEAD = 96


class PlatformProfile(QWidget):
    """Shows one platform; ``opened`` carries the place of the statement clicked."""

    opened = Signal(object)
    removed = Signal(str)
    """The id of a fact its person wants to delete."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._context = context
        self._counts: PlatformCounts | None = None
        self._listed: tuple[str, str] = ("", "")
        self.heading = TextLabel("", "page-title")
        self.kind = TextLabel("", "second")
        self.aliases = TextLabel("", "small", wrap=True)
        self.description = TextLabel("", "body", wrap=True)
        self.age = TextLabel("", "faint")
        self.names = QuietButton(_("整理名称"), theme, "pencil")
        self.naming = Naming(context, self)
        self.naming.menu_for(self.names)
        self.tabs = Tabs(_("这个平台的内容"))
        self.facts = StatementList(theme, _("大事"), style=StatementStyle(lead=LEAD, side=24, beside=True))
        self.list = StatementList(theme, _("数据与提及"), style=StatementStyle(side=24, beside=True))
        for rows in (self.facts, self.list):
            rows.let_carry(partial(carried_statement, rows))
        self.feeds = {view: StatementFeed(view, context.tasks) for view in (self.facts, self.list)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QWidget()
        inner = QVBoxLayout(head)
        inner.setContentsMargins(PAGE_EDGE, HEAD_TOP, PANE_EDGE, 0)
        inner.setSpacing(6)
        line = HeadLine(spacing=12)
        line.addWidget(self.heading)
        line.addWidget(self.kind)
        line.addStretch(1)
        line.addWidget(self.age)
        line.addWidget(self.names)
        inner.addLayout(line)
        inner.addWidget(self.description)
        inner.addWidget(self.aliases)
        inner.addWidget(self.tabs)
        column.addWidget(head)
        column.addWidget(self.facts, 1)
        column.addWidget(self.list, 1)
        self.tabs.picked.connect(self._show_rows)
        self.facts.opened.connect(self._open)
        self.facts.asked.connect(self._show_menu)
        self.list.opened.connect(self._open)
        self.list.asked.connect(self._show_menu)

    @property
    def name(self) -> str:
        """Return the name of the platform shown."""
        return self._counts.platform.name if self._counts is not None else ""

    def show_platform(self, counts: PlatformCounts) -> None:
        """Show a platform; what is listed of it is read anew, where one reads on in the same one."""
        platform = counts.platform
        if platform.name == self.name:
            self._listed = ("", "")
        self._counts = counts
        self.naming.platform = platform
        self.heading.setText(platform.name)
        self.kind.setText(platform.kind)
        self.description.setText(platform.description)
        self.description.setVisible(bool(platform.description))
        names = distinct_names((platform.english, *platform.aliases), platform.name)
        self.aliases.setText(_("又名 {names}", names=listed(names)))
        self.aliases.setVisible(bool(names))
        self.age.setText(_("资料截至 {date}", date=counts.as_of) if counts.as_of else "")
        self.tabs.set_entries(tabs_of(counts))
        self._show_rows()

    def state(self) -> dict[str, object]:
        """Return the tab and the place in its list."""
        return {"tab": self.tabs.value, **self.feeds[self._current()].view_state()}

    def restore(self, state: dict[str, object]) -> None:
        """Come back to the same tab and place."""
        self.tabs.choose(str(state.get("tab", "")))
        self._listed = ("", "")
        self.feeds[self._current()].restore_view(state)
        self._show_rows()

    def current_payload(self) -> object:
        """Return what the chosen row leads to, ``None`` where none is chosen."""
        return self._current().current_payload()

    def _current(self) -> StatementList:
        return self.facts if self.tabs.value == "facts" else self.list

    @Slot()
    def _show_rows(self) -> None:
        counts, tab = self._counts, self.tabs.value
        if counts is None or self._listed == (counts.platform.name, tab):
            return
        keep = self._listed == ("", "")
        self._listed = (counts.platform.name, tab)
        self.facts.setVisible(tab == "facts")
        self.list.setVisible(tab != "facts")
        context = self._context
        feed = feed_of(context.library, counts.platform, context.scope.current, tab)
        self.feeds[self._current()].show_feed(feed, keep=keep)

    @Slot(object, QPoint)
    def _show_menu(self, payload: object, at: QPoint) -> None:
        """Offer what can be done with a row; a fact that a person recorded can be deleted."""
        menu = row_menu(self._context, self, payload, self._open)
        if isinstance(payload, PlatformFactView):
            gone = menu.addAction(_("删除"), partial(self.removed.emit, payload.fact.id))
            only_where_writable(self._context.library, gone)
        menu.popup(at)

    @Slot(object)
    def _open(self, payload: object) -> None:
        self.opened.emit(getattr(payload, "place", payload))
