"""复制 of the menu: what is chosen in the widget that has the focus."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTextEdit


def can_copy() -> bool:
    """Tell whether the widget with the focus has something chosen."""
    return bool(_chosen())


def copy_chosen() -> None:
    """Put what is chosen into the clipboard."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QTextEdit | QPlainTextEdit | QLineEdit):
        widget.copy()
    else:
        QGuiApplication.clipboard().setText(_chosen())


def _chosen() -> str:
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit):
        return widget.selectedText()
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return widget.textCursor().selectedText()
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        return str(widget.currentIndex().data() or "")
    return ""
