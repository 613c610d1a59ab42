"""Navigation asked for by parts of the window: to a page as it was left, a search, an address, an article's repairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.services.addresses import is_address, open_address
from desktop.services.targets import (
    DocumentsTarget,
    PanelKind,
    PlaceKind,
    ReaderTarget,
    SearchTarget,
    ShelfPlace,
    as_left,
)

if TYPE_CHECKING:
    from desktop.services.context import Context


class WindowNavigation(QObject):
    """Goes where a part of the window asks to."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    @Slot(str)
    def go(self, key: str) -> None:
        """Go to a page as it was left."""
        self._context.navigator.go(as_left(key))

    @Slot(str)
    def search(self, text: str) -> None:
        """Search for what was typed, or open the address it is."""
        if is_address(text):
            open_address(self._context, text)
        else:
            self._context.navigator.go(SearchTarget(text=text))

    @Slot(str)
    def list_documents(self, article: str) -> None:
        """Show the list of one's own articles, with one of them chosen."""
        self._context.navigator.go(DocumentsTarget(ShelfPlace(PlaceKind.MINE), article))

    @Slot(str)
    def review(self, article: str) -> None:
        """Open an article with the repairs that wait in it."""
        self._context.navigator.go(ReaderTarget(article=article, panel=PanelKind.REPAIRS, pending=True))
