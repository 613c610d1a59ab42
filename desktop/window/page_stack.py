"""The pages one over the other: made when first shown, refreshed when seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from corpus.store.database.changes import Changes
    from desktop.actions.page import Page
    from desktop.services.context import Context
    from desktop.services.navigation import PageState
    from desktop.services.targets import Target
    from desktop.window.page_table import PageEntry


class PageStack(QStackedWidget):
    """Shows one page; changes reach it at once, and the hidden ones when they are shown again."""

    shown = Signal(object)
    """The page that is shown now, after its target."""
    asked = Signal(str)
    """A page asks for the action with this key."""

    def __init__(
        self, context: Context, entries: Mapping[str, PageEntry], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._entries = entries
        self._pages: dict[str, Page] = {}
        self._missed: dict[str, Changes | None] = {}

    @property
    def current(self) -> Page | None:
        """Return the page shown now."""
        return next((page for page in self._pages.values() if page is self.currentWidget()), None)

    def page(self, key: str) -> Page:
        """Return a page, made now if it is not there yet; KeyError when there is no such page."""
        if key not in self._pages:
            page = self._entries[key].make(self._context, self)
            self._pages[key] = page
            self.addWidget(page)
            page.asked.connect(self.asked)
            page.renamed.connect(self._on_renamed)
        return self._pages[key]

    def show_target(self, target: Target, state: PageState | None) -> None:
        """Show a page at a target, as it was left where ``state`` says so."""
        held, before = self._holds_focus(), QApplication.focusWidget()
        outside = None if held else before
        page = self.page(target.page)
        last = cast("QWidget | None", page.focusWidget())
        self.setCurrentWidget(page)
        first = page.first_focus() if held and last is None else None
        if first is not None:  # else Qt would take whatever comes first
            first.setFocus()
        if target.page in self._missed:
            page.refresh(self._missed.pop(target.page))
        page.show_target(target)
        if state is not None:
            page.restore(state)
        self.shown.emit(page)
        went = held and not self._holds_focus()
        if went or (outside is not None and (_lies_over(outside) or not _is_seen(outside))):
            self._take_keys(page, last)

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    @staticmethod
    def _take_keys(page: Page, last: QWidget | None) -> None:
        """Give the keys to where they were on a page: what had them went, and they would go anywhere."""
        own = page.own_field()
        if own is not None and own.hasFocus():
            return
        there = last is not None and Shiboken.isValid(last) and last.isVisibleTo(page)
        wanted = last if there else page.first_focus()
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_state(self, key: str) -> PageState:
        """Return the state of a page; empty when it was never shown."""
        return self._pages[key].state() if key in self._pages else {}

    def take_changes(self, changes: Changes) -> None:
        """Refresh the page shown, and remember the changes for the others."""
        for key, page in self._pages.items():
            if page is self.currentWidget():
                page.refresh(changes)
            elif self._missed.get(key, changes) is not None:
                missed = self._missed.get(key)
                self._missed[key] = changes if missed is None else missed.joined(changes)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keys where nothing was pressed; a button that is pressed leaves them where they are."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    @Slot()
    def _on_renamed(self) -> None:
        if self.current is not None and self.current is self.sender():
            self.shown.emit(self.current)

    @Slot()
    def look_again(self) -> None:
        """Have every page look at the whole library again (another scope)."""
        for key, page in self._pages.items():
            if page is self.currentWidget():
                page.refresh(None)
            else:
                self._missed[key] = None


def _lies_over(widget: QWidget) -> bool:
    """Tell whether a widget belongs to what lies over the pages and goes when another one is shown."""
    over: QWidget | None = widget
    while over is not None and over.objectName() != "popover":
        over = over.parentWidget()
    return over is not None


def _is_seen(widget: QWidget) -> bool:
    return Shiboken.isValid(widget) and widget.isVisible()
