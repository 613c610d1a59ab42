"""Two or three panes with a hairline between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.theme.fonts import resized, scaled


class SplitPane(QSplitter):
    """A splitter whose handle is a hairline; ``stretch`` names the pane that takes new room.

    ``least`` are the widths the panes keep at least, in pixels at letters of 100 %; they grow with the letters.
    """

    def __init__(
        self, *panes: QWidget, stretch: int = 1, least: Sequence[int] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._least = tuple(least)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        for index in range(len(panes)):
            self.setStretchFactor(index, 1 if index == stretch else 0)
        self._take_letters()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "_least"):
            self._take_letters()

    def _take_letters(self) -> None:
        for index, width in enumerate(self._least):
            pane = self.widget(index)
            if width and pane is not None:
                pane.setMinimumWidth(scaled(width))
