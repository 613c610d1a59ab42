"""In a library that can only be read, what would change it is off and says why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
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


def only_where_writable(library: Library, *widgets: QWidget) -> None:
    """Switch ``widgets`` off for good where ``library`` can only be read; what holds text is only read then."""
    for widget in () if library.writable else widgets:
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.setReadOnly(True)
        else:
            _Off(widget)
