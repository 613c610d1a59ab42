"""What can be done with the articles chosen, and with a place of the tree: menus made when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.model.article import ArticleSummary, ReadState
from desktop.operations import articles as operations
from desktop.operations import records
from desktop.operations.drafts import cite_articles
from desktop.operations.linking import copy_article_links
from desktop.pages.documents.article_actions import ArticleActions
from desktop.pages.documents.collection_actions import CollectionActions
from desktop.pages.documents.columns import read_state_name
from desktop.pages.documents.places import scope_of
from desktop.services.context import Context
from desktop.services.targets import PlaceKind, ShelfPlace
from desktop.widgets.read_only import only_where_writable
from desktop.wording.shortening import as_entry


def article_menu(
    article_actions: ArticleActions, collection_actions: CollectionActions, chosen: Sequence[ArticleSummary]
) -> QMenu:
    """Return the menu of the articles chosen."""
    articles, do, mark = article_actions.articles, article_actions.do, article_actions.chosen.mark
    menu = _menu(articles)
    if articles.place.kind is PlaceKind.TRASH:
        menu.addAction(_("恢复"), partial(do, operations.restore(chosen)))
        menu.addAction(_("永久删除…"), article_actions.delete_chosen)
        return _only_reading(article_actions.context, menu)
    read = menu.addAction(translate_as("action", "阅读"), article_actions.open_chosen)
    menu.addSeparator()
    states = menu.addMenu(_("阅读状态"))
    for state in ReadState:
        states.addAction(
            read_state_name(state), partial(mark, operations.set_read_state(chosen, state), chosen)
        )
    starred = all(one.star for one in chosen)
    menu.addAction(
        _("取消星标") if starred else _("加星标"), partial(mark, operations.switch_star(chosen), chosen)
    )
    groups = menu.addMenu(_("归入课题"))
    ids = [one.id for one in chosen]
    for group in articles.shelves.collections:
        groups.addAction(as_entry(group.name), partial(do, operations.put_into(group, ids)))
    if articles.shelves.collections:
        groups.addSeparator()
    groups.addAction(_("新建课题…"), collection_actions.collect_chosen)
    here = articles.collection_here()
    if here is not None:
        menu.addAction(_("移出“{name}”", name=here.name), partial(do, operations.take_out(here, ids)))
    menu.addAction(_("加入文稿（引用）"), partial(do, cite_articles(ids)))
    link = menu.addAction(_("复制链接"), partial(copy_article_links, article_actions.context, chosen))
    if len(chosen) == 1 and not chosen[0].pack:
        article_actions.mends.add_to(menu, chosen[0])
    if len(chosen) == 1:
        menu.addAction(_("编辑标签"), article_actions.edit_tags)
        menu.addAction(_("填写著录"), article_actions.edit_metadata)
    if any(one.proposed for one in chosen):
        menu.addAction(_("认可著录"), partial(mark, records.accept(ids, ()), chosen))
    own = [one.id for one in chosen if not one.pack]
    if own:
        menu.addAction(_("重新读取著录…"), partial(article_actions.read_records_anew, own))
    menu.addSeparator()
    menu.addAction(_("移入回收站"), article_actions.delete_chosen)
    return _only_reading(article_actions.context, menu, read, link)


def shelf_menu(collection_actions: CollectionActions, place: ShelfPlace | None) -> QMenu:
    """Return the menu of a place of the tree."""
    menu, articles = _menu(collection_actions.shelf), collection_actions.articles
    group = articles.collection(place.key) if place is not None else None
    if group is not None:
        menu.addAction(_("重命名"), partial(collection_actions.shelf.edit_name, group.id))
        menu.addAction(_("新建下级课题"), partial(collection_actions.new_collection, group.id))
        menu.addAction(_("存为资料包…"), partial(collection_actions.save_as_pack, group))
        menu.addAction(_("删除课题"), partial(collection_actions.delete_collection, group))
        menu.addSeparator()
    menu.addAction(_("新建课题"), collection_actions.new_collection)
    scope = scope_of(place) if place is not None else None
    reading = []
    if scope is not None:
        told = _("整个窗口只看这一部分")
        reading.append(menu.addAction(told, partial(collection_actions.context.scope.choose, scope)))
    if place is not None and place.kind is PlaceKind.TRASH and articles.shelves.totals.trash.articles:
        menu.addAction(_("清空回收站…"), collection_actions.empty_trash)
    return _only_reading(collection_actions.context, menu, *reading)


def _only_reading(context: Context, menu: QMenu, *reading: QAction) -> QMenu:
    """Return a menu in which, where the library can only be read, nothing but ``reading`` can be used."""
    only_where_writable(context.library, *(one for one in menu.actions() if one not in reading))
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
