"""What a right click on a row offers wherever a row leads to a place: open it, put it in, link to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate as _
from desktop.operations.carrying import of_rows
from desktop.operations.into_draft import put_row
from desktop.operations.linking import address_of_row, copy_row_link
from desktop.services.context import Context
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.read_only import only_where_writable


def carried_statement(rows: StatementList) -> QMimeData | None:
    """Return what the chosen row of a list leads to on its way to a draft."""
    chosen = rows.statements.at(rows.currentIndex())
    return None if chosen is None or chosen.heading else of_rows([chosen.payload], chosen.text)


def row_menu(context: Context, owner: QWidget, payload: object, open_it: Callable[[object], object]) -> QMenu:
    """Return the menu of a row; it frees itself."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_("打开"), partial(open_it, payload))
    if address_of_row(context.library, payload):
        put = menu.addAction(_("加入文稿"), partial(put_row, context, owner, payload))
        only_where_writable(context.library, put)
        menu.addAction(_("复制链接"), partial(copy_row_link, context, payload))
    return menu
