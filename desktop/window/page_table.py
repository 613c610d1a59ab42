"""Which pages there are: a key, a name, an icon, and how each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from corpus.language import translate as _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.actions.page import Page
    from desktop.services.context import Context

_MODULES: Final = (
    "desktop.pages.documents", "desktop.reader.page", "desktop.pages.search", "desktop.pages.data",
    "desktop.pages.trends", "desktop.pages.platforms", "desktop.pages.notes", "desktop.pages.drafts",
    "corpus.importing.table",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page; ``rail`` is the key of the rail's button that is lit while it is shown."""

    key: str
    label: str
    icon: str
    make: Callable[..., Page]
    """Makes it with a ``Context``, on a parent where one is given: a page made in its place is styled once."""
    rail: str = ""


def page_entries() -> tuple[PageEntry, ...]:
    """Return the pages, those of the rail first and in its order; labels in the language spoken."""
    return (
        PageEntry("home", _("首页"), "home", _home, "home"),
        PageEntry("documents", _("文献"), "documents", _documents, "documents"),
        PageEntry("search", _("检索"), "search", _search, "search"),
        PageEntry("trends", _("趋势"), "trends", _trends, "trends"),
        PageEntry("platforms", _("平台"), "platforms", _platforms, "platforms"),
        PageEntry("data", _("数据"), "data", _data, "data"),
        PageEntry("notes", _("批注"), "notes", _notes, "notes"),
        PageEntry("drafts", _("文稿"), "drafts", _drafts, "drafts"),
        PageEntry("reader", _("阅读"), "book", _reader, "documents"),
        PageEntry("audit", _("查我的稿子"), "check", _audit, "drafts"),
        PageEntry("manual", _("使用手册"), "help", _manual),
    )


def loading_steps() -> Iterator[Callable[[], object]]:
    """Yield what loads the pages, one by one and in any thread, so that the first visit of each need not."""
    for module in _MODULES:
        yield partial(import_module, module)
    for module in ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"):
        yield partial(_name_all, module)


def _name_all(module: str) -> None:
    """Name each of Qt's classes: they are made when they are first named, all of a module for a bare widget."""
    named = import_module(module)
    for name in dir(named):
        getattr(named, name)


def rail_entries() -> tuple[PageEntry, ...]:
    """Return the pages that have a button on the rail."""
    return tuple(entry for entry in page_entries() if entry.key == entry.rail)


def _home(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.home import HomePage

    return HomePage(context, parent)


def _documents(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.documents import DocumentsPage

    return DocumentsPage(context, parent)


def _search(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.search import SearchPage

    return SearchPage(context, parent)


def _trends(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.trends import TrendsPage

    return TrendsPage(context, parent)


def _platforms(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.platforms import PlatformsPage

    return PlatformsPage(context, parent)


def _data(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.data import DataPage

    return DataPage(context, parent)


def _notes(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.notes import NotesPage

    return NotesPage(context, parent)


def _drafts(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.drafts import DraftsPage

    return DraftsPage(context, parent)


def _reader(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.reader.page import ReaderPage

    return ReaderPage(context, parent)


def _audit(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.audit import AuditPage

    return AuditPage(context, parent)


def _manual(context: Context, parent: QWidget | None = None) -> Page:
    from desktop.pages.manual import ManualPage

    return ManualPage(context, parent)
