"""What stands in the window once a library is open: its parts, made and laid out in one place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions.keymap import KnownAction
from desktop.actions.registry import ActionRegistry
from desktop.dialogs.library_actions import LibraryActions
from desktop.services.context import Context
from desktop.widgets import NoticeBar, ProgressStrip, SplitPane, ToastArea
from desktop.window.dock import Dock
from desktop.window.draft_door import DraftDoor
from desktop.window.importer import Importer
from desktop.window.known_actions import known_actions
from desktop.window.page_stack import PageStack
from desktop.window.page_table import PageEntry
from desktop.window.running_work import RunningWork
from desktop.window.top_bar import TopBar
from desktop.window.window_dialogs import WindowDialogs
from desktop.window.window_navigation import WindowNavigation

if TYPE_CHECKING:
    from desktop.actions.palette import Palette
    from desktop.widgets.frames.drop_veil import DropVeil
    from desktop.window.offers import Offers
    from desktop.window.rail import Rail

PAGES_WIDTH = 900


class WindowParts:
    """The parts of a window on a library; ``column`` is what stands to the right of the rail."""

    def __init__(
        self,
        window: QMainWindow,
        centre: QWidget,
        rail: Rail,
        context: Context,
        entries: Mapping[str, PageEntry],
    ) -> None:
        """``centre`` is what the window shows, ``rail`` the rooms at its left."""
        self._keys = tuple(entries)
        self._context = context
        self._window = window
        self.topbar = TopBar(context)
        self.pages = PageStack(context, dict(entries))
        self.dock = Dock()
        self.strip = ProgressStrip(_("取消"), _("正在取消…"))
        self.split = SplitPane(self.pages, self.dock, stretch=0)
        self.split.setSizes([PAGES_WIDTH, Dock.WIDTH])
        form = context.settings.form("dock")
        if not form.isEmpty():
            self.split.restoreState(form)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(self.topbar)
        self.bar = NoticeBar(context.theme, close_text=_("关闭"))
        self.column.addWidget(self.bar)
        self.column.addWidget(self.split, 1)
        self.column.addWidget(self.strip)
        self.toasts = ToastArea(context.theme, centre, close_text=_("关闭"))
        self.toasts.stand_above(self.strip)
        self.importer = Importer(context, window)
        self.library_actions = LibraryActions(context, window)
        self.navigation = WindowNavigation(context, window)
        self.running = RunningWork(context.worker, self.strip, window)
        self.registry = ActionRegistry(window, context.theme, context.settings)
        self.dialogs = WindowDialogs(
            context, self.pages, self.registry, self.library_actions, self.known_actions, window
        )
        self.door = DraftDoor(context, rail.button("drafts"))

    # The palette is made when it is first asked for: the first page does not wait for it.

    @cached_property
    def palette_box(self) -> Palette:
        """Return the palette."""
        from desktop.actions.palette import Palette

        return Palette(self._context.theme, self._window)

    @cached_property
    def veil(self) -> DropVeil:
        """Return what lies over the window while files are carried over it."""
        from desktop.widgets.frames.drop_veil import DropVeil

        return DropVeil(self._context.theme, self._window)

    @cached_property
    def offers(self) -> Offers:
        """Return the one who fills the palette."""
        from desktop.window.offers import Offers

        return Offers(self._context, self.palette_box, self._window)

    def focus_search(self) -> None:
        """Put the cursor into the search box: into that of the page where it has one of its own."""
        page = self.pages.current
        own = page.own_field() if page is not None else None
        if own is None:
            self.topbar.focus_search()
        else:
            own.setFocus(Qt.FocusReason.ShortcutFocusReason)
            own.selectAll()

    def offer_commands(self) -> None:
        """Show the command palette."""
        self.offers.commands(self.registry)

    def quick_open(self) -> None:
        """Offer articles, platforms, trends and notes to open."""
        self.offers.quick_open()

    def offer_libraries(self) -> None:
        """Offer the libraries opened before."""
        self.offers.libraries(self.library_actions)

    def known_actions(self) -> tuple[KnownAction, ...]:
        """Return every action of the window and of its pages; pages never shown are made for that."""
        pages = ((key, self.pages.page(key).page_actions()) for key in self._keys)
        return known_actions(self.registry.general, pages)
