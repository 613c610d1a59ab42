"""Two or three panes with a hairline between them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


class SplitPane(QSplitter):
    """A splitter whose handle is a hairline; ``stretch`` names the pane that takes new room."""

    def __init__(self, *panes: QWidget, stretch: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        for index in range(len(panes)):
            self.setStretchFactor(index, 1 if index == stretch else 0)
