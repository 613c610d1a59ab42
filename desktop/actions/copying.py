"""复制 of the menu: what is chosen in the widget that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from desktop.widgets import ListTable


def can_copy() -> bool:
    """Tell whether the widget with the focus has something chosen."""
    return bool(_chosen())


def copy_chosen() -> None:
    """Put what is chosen into the clipboard; a table that has a way of its own to be copied goes it."""
    widget = QApplication.focusWidget()
    table = _as_table(widget)
    if table is not None and table.copies is not None:
        table.copies()
        return
    if isinstance(widget, QTextEdit | QPlainTextEdit | QLineEdit):
        widget.copy()
    else:
        QGuiApplication.clipboard().setText(_chosen())


def _as_table(widget: QWidget | None) -> ListTable | None:
    """Return a widget as the table it is; where no list has the focus, tables need not be loaded to tell."""
    if not isinstance(widget, QAbstractItemView):
        return None
    from desktop.widgets import ListTable

    return widget if isinstance(widget, ListTable) else None


def _words_of(table: ListTable, row: int) -> str:
    """Return what the columns shown say of a row, a tab between them; signs are no words."""
    shown = [n for n in range(table.list_model.columnCount()) if not table.isColumnHidden(n)]
    told = (str(table.list_model.index(row, n).data() or "") for n in shown)
    return "\t".join(filter(None, told))


def _chosen() -> str:
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit):
        return widget.selectedText()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.textCursor().selectedText()
    table = _as_table(widget)
    if table is not None:
        return "\n".join(_words_of(table, row) for row in table.rows_chosen())
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return str(widget.currentIndex().data() or "")
    return ""
