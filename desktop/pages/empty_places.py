"""What a page offers where it has nothing to show: the whole library where only part is looked at, or an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.language import translate as _
from corpus.model.collection import EVERYTHING
from desktop.services.targets import DocumentsTarget, PlaceKind, ShelfPlace

if TYPE_CHECKING:
    from desktop.actions.page import Page
    from desktop.services.context import Context


def words_of_offer(context: Context) -> str:
    """Return what the button of an empty place says; nothing where there is nothing to be done."""
    if context.scope.current != EVERYTHING:
        return _("查看全部文献")
    return _("导入…") if context.library.writable else ""


def take_offer(page: Page) -> None:
    """Do what the button of an empty place says."""
    if page.context.scope.current == EVERYTHING:
        page.asked.emit("import")
    else:
        page.context.scope.choose(EVERYTHING)
        page.context.navigator.go(DocumentsTarget(place=ShelfPlace(PlaceKind.ALL)))
