"""What can be done with the articles chosen, and with a place of the tree: menus made when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from corpus.language import translate as _
from corpus.model.article import ArticleSummary, ReadState
from desktop.pages.documents import operations
from desktop.pages.documents.columns import read_state_name
from desktop.pages.documents.places import PlaceKind, ShelfPlace, scope_of
from desktop.pages.ordering import pinyin_key

if TYPE_CHECKING:
    from desktop.pages.documents.page import DocumentsPage


def article_menu(page: DocumentsPage, articles: Sequence[ArticleSummary]) -> QMenu:
    """Return the menu of the articles chosen."""
    context, menu = page.context, _menu(page)
    if page.place.kind is PlaceKind.TRASH:
        menu.addAction(_("恢复"), partial(operations.restore, context, articles))
        menu.addAction(_("永久删除…"), page.delete_chosen)
        return menu
    menu.addAction(_("阅读"), page.open_chosen)
    menu.addSeparator()
    states = menu.addMenu(_("阅读状态"))
    for state in ReadState:
        states.addAction(read_state_name(state), partial(operations.set_read_state, context, articles, state))
    starred = all(one.star for one in articles)
    menu.addAction(_("取消星标") if starred else _("加星标"), partial(operations.set_star, context, articles))
    groups = menu.addMenu(_("归入课题"))
    ids = [one.id for one in articles]
    for group in sorted(page.holdings.collections, key=lambda one: pinyin_key(one.name)):
        groups.addAction(group.name, partial(operations.put_into, context, group, ids))
    if page.holdings.collections:
        groups.addSeparator()
    groups.addAction(_("新建课题…"), page.collect_chosen)
    here = page.collection_here()
    if here is not None:
        menu.addAction(_("移出“{name}”", name=here.name), partial(operations.take_out, context, here, ids))
    if len(articles) == 1:
        menu.addAction(_("编辑标签"), page.edit_tags)
        menu.addAction(_("编辑文献信息"), page.edit_metadata)
    menu.addSeparator()
    menu.addAction(_("移入回收站"), page.delete_chosen)
    return menu


def shelf_menu(page: DocumentsPage, place: ShelfPlace | None) -> QMenu:
    """Return the menu of a place of the tree."""
    menu = _menu(page)
    group = next(
        (one for one in page.holdings.collections if place is not None and one.id == place.key), None
    )
    if group is not None:
        menu.addAction(_("重命名"), partial(page.shelf.edit_name, group.id))
        menu.addAction(_("新建下级课题"), partial(page.new_collection, group.id))
        menu.addAction(_("删除课题"), partial(page.delete_collection, group))
        menu.addSeparator()
    menu.addAction(_("新建课题"), page.new_collection)
    scope = scope_of(place) if place is not None else None
    if scope is not None:
        menu.addAction(_("整个窗口只看这一部分"), partial(page.context.scope.choose, scope))
    if place is not None and place.kind is PlaceKind.TRASH and page.holdings.trashed:
        menu.addAction(_("清空回收站…"), page.empty_trash)
    return menu


def _menu(page: DocumentsPage) -> QMenu:
    menu = QMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
