"""The ground on which the chart of the page scrolls, where it does not fit."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.theme.fonts import scaled
from desktop.widgets.frames.head_line import PAGE_EDGE, PANE_EDGE

_BELOW: Final = 44
"""Pixels below a chart, at 100 %: the line about the figures that are not in it, and the edge."""


class ChartGround(QScrollArea):
    """A widget that scrolls up and down; ``resized`` after there is more or less room for it."""

    resized = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._ground = QWidget()
        self._ground.setObjectName("ground")
        inner = QVBoxLayout(self._ground)
        inner.setContentsMargins(PAGE_EDGE, 0, PANE_EDGE, PANE_EDGE)
        inner.addWidget(widget)
        self.setWidget(self._ground)

    def room_below(self, part: QWidget) -> float:
        """Return how many pixels are seen of the ground from the top of a part of it on, what stands below aside."""
        return self.viewport().height() - part.mapTo(self._ground, QPoint(0, 0)).y() - scaled(_BELOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another height."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.resized.emit()
