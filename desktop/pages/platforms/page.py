"""The page of platforms: the list at the left, the profile beside it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.facts.platforms import PlatformCounts
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.operations.facts import remove_fact
from desktop.operations.into_draft import put_row
from desktop.operations.linking import copy_row_link, link_action
from desktop.pages.empty_places import take_offer, words_of_offer
from desktop.pages.platforms.columns import columns
from desktop.pages.platforms.profile import PlatformProfile
from desktop.pages.platforms.profiles import matches, read_platforms
from desktop.services.targets import PlatformsTarget, Target
from desktop.widgets import EmptyState, ListModel, ListTable, QuietButton, SearchField, SplitPane, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.model.place import Place
    from corpus.store.database.changes import Changes
    from desktop.services.context import Context
    from desktop.services.navigation import PageState


class PlatformsPage(Page):
    """平台与企业."""

    key: ClassVar[str] = "platforms"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.views: tuple[PlatformCounts, ...] = ()
        self._asked = False
        self._wanted = ""
        self._article = ""
        theme = context.theme
        self.heading = TextLabel(_("平台与企业"), "title", wrap=True)
        self.count = TextLabel("", "faint")
        self.new = QuietButton(_("新增企业…"), theme, "plus")
        self.field = SearchField(theme, _("名称、别名、拼音"))
        self.model: ListModel[PlatformCounts] = ListModel(columns(theme))
        self.table = ListTable(self.model)
        self.profile = PlatformProfile(context)
        only_where_writable(context.library, self.new, self.profile.names)
        self.empty = EmptyState(theme, _("文章里提到的平台和企业会列在这里。"), icon="platforms")
        self.stack = QStackedWidget()
        self._arrange()
        self.field.lead_to(self.table)
        self.field.edited.connect(self._show_list)
        self.field.submitted.connect(self._show_list)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._enter)
        self.profile.opened.connect(self._open)
        self.profile.removed.connect(self._remove_fact)
        self.profile.naming.named.connect(self._show_named)
        self.new.clicked.connect(self.profile.naming.ask_new)
        self.empty.acted.connect(self._on_empty)

    def title(self) -> str:
        """Return the name of the platform shown."""
        return self.profile.name or _("平台与企业")

    def show_target(self, target: Target) -> None:
        """Show the platform a target names, those named in its article, or those shown before."""
        if isinstance(target, PlatformsTarget) and target != PlatformsTarget():
            self._wanted = target.name or self._wanted
            self._article = target.article
            self.field.clear()
            self._read()
        elif not self._asked:
            self._read()

    def refresh(self, changes: Changes | None) -> None:
        """Read the platforms again where they may have changed."""
        if changes is None or changes.facts or changes.articles or changes.settings or changes.everything:
            self._read()

    def _read(self) -> None:
        self._asked = True
        work = partial(read_platforms, self.context.library, self.context.scope.current, self._article)
        self.context.tasks.run(self, work, self._take, lane="platforms")

    def state(self) -> PageState:
        """Return the filter, the platform shown and the place in its profile."""
        return {
            "text": self.field.text(),
            "article": self._article,
            "name": self.profile.name,
            "table": self.table.view_state(),
            "profile": self.profile.state(),
        }

    def restore(self, state: PageState) -> None:
        """Come back to the same platform and place."""
        self.field.setText(str(state.get("text", "")))
        self._article = str(state.get("article", ""))
        self._wanted = str(state.get("name", ""))
        self.profile.restore(cast("dict[str, object]", state.get("profile", {})))
        self._read()

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        put, keys, naming = self._into_draft, ("Ctrl+Shift+R",), self.profile.naming
        return (
            *writing(
                self.context.library,
                Action("reader.draft", _("加入文稿"), put, keys, "draft-add", Menu.DRAFTS, "1"),
                Action("platforms.new", _("新增企业…"), naming.ask_new, (), "plus"),
                Action("platforms.alias", _("添加别名…"), naming.ask_alias, (), "pencil"),
                Action("platforms.rename", _("企业改名…"), naming.ask_rename, (), "pencil"),
                Action("platforms.merge", _("并入另一家企业…"), naming.ask_merge, (), "pencil"),
            ),
            link_action(self._copy_link),
        )

    def _copy_link(self) -> None:
        copy_row_link(self.context, self.profile.current_payload())

    def _into_draft(self) -> None:
        put_row(self.context, self, self.profile.current_payload())

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, HEAD_TOP, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(PANE_EDGE, 0, PANE_EDGE, 4)
        head.setSpacing(8)
        line = HeadLine()
        line.addWidget(self.heading)
        head.addLayout(line)
        head.addWidget(self.field)
        below = QHBoxLayout()
        below.addWidget(self.count)
        below.addStretch(1)
        below.addWidget(self.new)
        head.addLayout(below)
        column.addLayout(head)
        self.table.setObjectName("flat")
        self.table.setAccessibleName(_("平台与企业"))
        column.addWidget(self.table, 1)
        column.addStretch()  # below the buttons, where there is nothing to list
        self.stack.addWidget(self.profile)
        self.stack.addWidget(self.empty)
        split = SplitPane(left, self.stack, stretch=1, least=(248, 0), parent=self)
        split.setSizes([296, 920])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(split)

    def _take(self, views: tuple[PlatformCounts, ...]) -> None:
        self.views = views
        self._show_list()

    @Slot()
    def _show_list(self) -> None:
        typed = self.field.text()
        rows = [one for one in self.views if matches(one, typed)]
        wanted = self._wanted or self.profile.name
        scroll = self.table.verticalScrollBar().value()
        self.model.set_rows(rows)
        self.count.setText(_("{n} 个", n=len(rows)) if self.views else "")
        self.table.setVisible(bool(rows))
        self.field.setVisible(bool(self.views) or bool(typed))
        self.table.verticalScrollBar().setValue(scroll)
        if self.views:
            self._wanted = ""
        place = next((n for n, one in enumerate(rows) if _goes_by(one, wanted)), 0)
        self.stack.setCurrentWidget(self.profile if rows else self.empty)
        if self.views:
            self.empty.change(_("没有名字这样写的平台或企业。"), _("清除筛选"))
        else:
            told = _("文章里提到的平台和企业会列在这里。")
            self.empty.change(told, words_of_offer(self.context))
        if rows:
            self.table.choose_row(place)

    @Slot(str)
    def _show_named(self, name: str) -> None:
        """Show a company by the name it goes by now."""
        self._wanted = name
        self.field.clear()
        self._read()

    @Slot(object)
    def _choose(self, view: PlatformCounts) -> None:
        self.profile.show_platform(view)
        self.renamed.emit()

    @Slot(object)
    def _enter(self, view: PlatformCounts) -> None:
        self._choose(view)
        (self.profile.facts if self.profile.tabs.value == "facts" else self.profile.list).setFocus()

    @Slot(object)
    def _open(self, place: Place) -> None:
        self.context.navigator.open_place(place)

    @Slot(str)
    def _remove_fact(self, own_id: str) -> None:
        self.context.operations.run(self, remove_fact(own_id))

    @Slot()
    def _on_empty(self) -> None:
        if self.views or self._article:
            self._article = ""
            self.field.clear()
            self._read()
        else:
            take_offer(self)


def _goes_by(view: PlatformCounts, name: str) -> bool:
    platform = view.platform
    return bool(name) and name.casefold() in {
        one.casefold() for one in (platform.name, platform.english, *platform.aliases)
    }
