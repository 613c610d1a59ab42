"""What names an article on a page or dialog: each thing that is read as one, with all its words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from desktop.reader.header import Header
from desktop.widgets import ListTable
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row, RowModel
from desktop.widgets.lists.statement import Statement, StatementModel
from tests.desktop.whole.looks import SEEN, shown


def named_alike(ground: QWidget, title: str, files: tuple[str, str]) -> Iterator[str]:
    """Yield what names one of two articles of a ``title`` without the file that tells which of them."""
    for words in things_said(ground):
        if title in words and not any(file in words for file in files):
            yield words


def things_said(ground: QWidget) -> Iterator[str]:
    """Yield the words of each row, label, button and choice; those of the line above the paper as one."""
    for header in shown(ground, Header):
        yield " ".join(label.text() for label in header.findChildren(QLabel))
    for kind in (QLabel, QAbstractButton):
        for one in shown(ground, kind):
            assert isinstance(one, QLabel | QAbstractButton)
            if not isinstance(one.parentWidget(), Header):
                yield f"{one.text()} {one.toolTip()}"
    for box in shown(ground, QComboBox):
        assert isinstance(box, QComboBox)
        yield from (box.itemText(number) for number in range(box.count()))
    for page in shown(ground, QPlainTextEdit):
        assert isinstance(page, QPlainTextEdit)
        if page.isReadOnly():
            yield from page.toPlainText().split("\n\n")
    for view in shown(ground, QAbstractItemView):
        if isinstance(view, RowList) and view.accessibleName() == "目录":
            continue  # what the article says itself
        if isinstance(view, QTableView):
            yield from _of_table(view)
        elif isinstance(view, QListView):
            yield from _of_list(view)
    yield ground.windowTitle()


def _of_table(view: QTableView) -> Iterator[str]:
    """Yield the cells of each row as one, those of hidden columns left out."""
    model = view.model()
    columns = [one for one in range(model.columnCount()) if not view.isColumnHidden(one)]
    for row in range(min(SEEN, model.rowCount())):
        if isinstance(view, ListTable):
            assert view.list_model.row_at(view.list_model.index(row, 0)) is not None
        cells = (model.data(model.index(row, column), Qt.ItemDataRole.DisplayRole) for column in columns)
        yield " ".join(str(one) for one in cells if one)


def _of_list(view: QListView) -> Iterator[str]:
    model = view.model()
    for number in range(min(SEEN, model.rowCount())):
        if isinstance(model, RowModel):
            row = model.data(model.index(number), RowModel.RowRole)
            assert isinstance(row, Row)
            yield f"{row.title} {row.body} {row.footer} {row.side}"
        elif isinstance(model, StatementModel):
            one = model.data(model.index(number), StatementModel.StatementRole)
            assert isinstance(one, Statement)
            yield f"{one.head} {one.text} {one.detail}"
            yield one.source
        elif isinstance(view, QListWidget):
            yield view.item(number).text()
        else:
            yield str(model.data(model.index(number, 0), Qt.ItemDataRole.DisplayRole) or "")
