"""What stands in the window once a library is open: its parts, made and laid out in one place."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from corpus.language import translate as _
from desktop.actions.keymap import KnownAction
from desktop.actions.registry import ActionRegistry
from desktop.dialogs.library_actions import LibraryActions
from desktop.services.context import Context
from desktop.widgets import NoticeBar, ProgressStrip, SplitPane, ToastArea
from desktop.window.dock import Dock
from desktop.window.draft_door import DraftDoor
from desktop.window.general_actions import general_actions
from desktop.window.importer import Importer
from desktop.window.known_actions import known_actions
from desktop.window.page_stack import PageStack
from desktop.window.page_table import PageEntry
from desktop.window.running_work import RunningWork
from desktop.window.top_bar import TopBar
from desktop.window.ways import Ways
from desktop.window.window_dialogs import WindowDialogs

if TYPE_CHECKING:
    from desktop.actions.palette import Palette
    from desktop.window.main_window import MainWindow
    from desktop.window.offers import Offers

PAGES_WIDTH = 900


class WindowParts:
    """The parts of a window on a library; ``column`` is what stands to the right of the rail."""

    def __init__(self, window: MainWindow, context: Context, entries: Mapping[str, PageEntry]) -> None:
        self._keys = tuple(entries)
        self._context = context
        self._window = window
        self.topbar = TopBar(context)
        self.pages = PageStack(context, dict(entries))
        self.dock = Dock()
        self.strip = ProgressStrip(_("取消"))
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
        self.toasts = ToastArea(context.theme, window.centre, close_text=_("关闭"))
        self.importer = Importer(context, window)
        self.library_actions = LibraryActions(context, window)
        self.ways = Ways(context, window)
        self.running = RunningWork(context.worker, self.strip, window)
        self.dialogs = WindowDialogs(context, self, window)
        self.door = DraftDoor(context, window.rail.button("drafts"))
        self.registry = ActionRegistry(window, context.theme, context.settings)

    # The palette is made when it is first asked for: the first page does not wait for it.

    @cached_property
    def palette_box(self) -> Palette:
        """Return the palette."""
        from desktop.actions.palette import Palette

        return Palette(self._context.theme, self._window)

    @cached_property
    def offers(self) -> Offers:
        """Return the one who fills the palette."""
        from desktop.window.offers import Offers

        return Offers(self._context, self.palette_box, self._window)

    def offer_actions(self, window: MainWindow) -> None:
        """Build menus and shortcuts from the table of actions."""
        self.registry.set_general(general_actions(window))

    def known_actions(self) -> tuple[KnownAction, ...]:
        """Return every action of the window and of its pages; pages never shown are made for that."""
        pages = ((key, self.pages.page(key).page_actions()) for key in self._keys)
        return known_actions(self.registry.general, pages)
