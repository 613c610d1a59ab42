"""The right side of the window: what belongs to the text at hand."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Dock(QStackedWidget):
    """Shows the widget of the page, and takes no room where a page has none."""

    WIDTH: ClassVar[int] = 320
    LEAST: ClassVar[int] = 260

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dock")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMaximumWidth(520)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Return what the widest thing shown needs: a width set once would cut it with larger letters."""
        return super().minimumSizeHint().expandedTo(QSize(self.LEAST, 0))

    def show_widget(self, widget: QWidget | None) -> None:
        """Show a widget, or nothing."""
        if widget is not None:
            if self.indexOf(widget) < 0:
                self.addWidget(widget)
            self.setCurrentWidget(widget)
        self.setVisible(widget is not None)
