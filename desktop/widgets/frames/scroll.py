"""A column that scrolls: the frame of most pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.fonts import resized, scaled
from desktop.widgets.frames.flow import UNBOUNDED
from desktop.widgets.frames.head_line import HEAD_TOP


class ScrollColumn(QScrollArea):
    """Scrolls a column of widgets (``column``) of at most ``width`` pixels at 100 %, kept in the middle."""

    def __init__(self, width: int = 960, parent: QWidget | None = None, *, margin: int = 24) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(
            Qt.FocusPolicy.ClickFocus
        )  # Tab goes to what stands on it, and that hands on PgDn
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setObjectName("ground")
        middle = QHBoxLayout(ground)
        middle.setContentsMargins(margin, min(margin, HEAD_TOP), margin, margin)
        inner = QWidget()
        inner.setObjectName("ground")
        self._inner, self._width = inner, width
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        middle.addStretch(1)
        middle.addWidget(inner, 1000)
        middle.addStretch(1)
        self.setWidget(ground)
        self._limit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event):
            self._limit()

    def _limit(self) -> None:
        self._inner.setMaximumWidth(min(scaled(self._width), UNBOUNDED))

    def clear(self) -> None:
        """Take every widget out of the column."""
        empty(self.column)


def empty(layout: QLayout) -> None:
    """Take every widget and layout out of ``layout`` and free them."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
            inner.deleteLater()
