"""复制链接: the address of what is chosen, to be pasted anywhere and opened again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.reports.copying import link_to
from corpus.model.article import ArticleSummary
from corpus.model.link import Link, LinkKind
from corpus.model.place import Place
from desktop.actions import Action, Menu
from desktop.actions.action import always
from desktop.services.context import Context
from desktop.services.targets import DataTarget

_KEYS = ("Ctrl+Shift+L",)


def link_action(handler: Callable[[], object], enabled: Callable[[], bool] = always) -> Action:
    """Return 复制链接 of a page."""
    return Action("reader.link", _("复制链接"), handler, _KEYS, "link", Menu.EDIT, "2", enabled)


def copy_links(context: Context, links: Sequence[Link]) -> None:
    """Put addresses on the clipboard, one a line."""
    copy_addresses(context, [one.address for one in links])


def copy_article_links(context: Context, articles: Sequence[ArticleSummary]) -> None:
    """Copy the addresses of articles."""
    copy_links(context, [Link(LinkKind.ARTICLE, one.id) for one in articles])


def copy_addresses(context: Context, addresses: Sequence[str]) -> None:
    """Put addresses on the clipboard and say so; say what is missing where there are none."""
    if not addresses:
        context.notices.tell(_("请先选中要链接的一条"))
        return
    QGuiApplication.clipboard().setText("\n".join(addresses))
    context.notices.tell(_("已复制链接") if len(addresses) == 1 else _("已复制 {n} 个链接", n=len(addresses)))


def copy_row_link(context: Context, payload: object) -> None:
    """Copy the address of what a row leads to."""
    address = address_of_row(context.library, payload)
    copy_addresses(context, [address] if address else [])


def address_of_row(library: Library, payload: object) -> str:
    """Return the address of what a row leads to: a figure, a note, else its place; empty where it has none."""
    note = getattr(payload, "note", "")
    place = payload if isinstance(payload, Place) else getattr(payload, "place", None)
    if isinstance(payload, StatisticView):
        return Link(LinkKind.FIGURE, payload.statistic.id).address
    if isinstance(payload, DataTarget) and payload.figure:
        return Link(LinkKind.FIGURE, payload.figure).address
    if isinstance(note, str) and note:
        return Link(LinkKind.NOTE, note).address
    return link_to(library, place.article, place.span) if isinstance(place, Place) else ""
