"""The right side of the window: what belongs to the text at hand."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Dock(QStackedWidget):
    """Shows the widget of the page, and takes no room where a page has none."""

    WIDTH: ClassVar[int] = 320

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        self.setMaximumWidth(520)
        self.hide()

    def show_widget(self, widget: QWidget | None) -> None:
        """Show a widget, or nothing."""
        if widget is not None:
            if self.indexOf(widget) < 0:
                self.addWidget(widget)
            self.setCurrentWidget(widget)
        self.setVisible(widget is not None)
