"""What every page can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from corpus.store.database.changes import Changes
    from desktop.actions import Action
    from desktop.services.context import Context
    from desktop.services.navigation import PageState
    from desktop.services.print_source import PrintSource
    from desktop.services.targets import Target


class Page(QWidget):
    """A page of the window: shows targets, refreshes itself, and can be left and come back to."""

    key: ClassVar[str] = ""

    asked = Signal(str)
    """Asks the window to do the action with this key."""
    renamed = Signal()
    """What ``title``, ``page_actions`` or ``dock`` return has changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("page")

    def title(self) -> str:
        """Return the name of what is shown, for the window's title."""
        return ""

    def show_target(self, target: Target) -> None:
        """Show what ``target`` names; without arguments stay as left, or show the whole."""

    def refresh(self, changes: Changes | None) -> None:
        """Show the library as it stands now; ``None``: the scope or the language changed, look at all again."""

    def state(self) -> PageState:
        """Return plain values that bring the page back as it is."""
        return {}

    def restore(self, state: PageState) -> None:
        """Come back as ``state`` says; called after ``show_target`` of the same stop."""

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page only; they join the menus and keys while it is shown."""
        return ()

    def print_sources(self) -> Sequence[PrintSource]:
        """Return what of this page can be printed now, the likeliest first; empty where nothing can."""
        return ()

    def own_field(self) -> QLineEdit | None:
        """Return the page's own box for searching the library; the one on top gives way to it."""
        return None

    def first_focus(self) -> QWidget | None:
        """Return what has the keys when the page is made for one who works by keys; ``None``: the first there is."""
        return None

    def dock(self) -> QWidget | None:
        """Return the widget for the right side of the window, made once, or ``None``."""
        return None
