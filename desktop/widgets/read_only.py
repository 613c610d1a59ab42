"""In a library that can only be read, what would change it is off and says why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library


class _Off(QObject):
    """Keeps one widget off, whatever else would switch it on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setEnabled(False)
        widget.setToolTip(_("这个文库只能阅读，不能改动。"))
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Switch the widget off again."""
        if event.type() == QEvent.Type.EnabledChange and isinstance(watched, QWidget):
            watched.setEnabled(False)
        return super().eventFilter(watched, event)


def only_where_writable(library: Library, *parts: QWidget | QAction) -> None:
    """Switch widgets and entries of menus off for good where ``library`` can only be read.

    What holds text is only read then.
    """
    for part in () if library.writable else parts:
        if isinstance(part, QAction):
            part.setEnabled(False)
        elif isinstance(part, QLineEdit | QPlainTextEdit):
            part.setReadOnly(True)
        else:
            _Off(part)
