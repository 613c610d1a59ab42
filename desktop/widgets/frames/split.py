"""Two or three panes with a hairline between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.theme.fonts import resized, scaled

GROWTH: Final = 0.6
"""So much of its share of new room a pane beside the one that stretches takes."""


class SplitPane(QSplitter):
    """A splitter whose handle is a hairline; ``stretch`` names the pane that takes new room.

    ``least`` are the widths the panes keep at least, in pixels at letters of 100 %; they grow with the letters. Where
    it ``grows`` the other panes take a part of the new room too, up to ``most`` (likewise; 0 for any), until a person
    has moved a hairline.
    """

    def __init__(
        self,
        *panes: QWidget,
        stretch: int = 1,
        least: Sequence[int] = (),
        grows: bool = False,
        most: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._least, self._most = tuple(least), tuple(most)
        self._stretch, self._grows = stretch, grows
        self._begun: tuple[int, ...] = ()
        self.splitterMoved.connect(self._on_moved)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for pane in panes:
            self.addWidget(pane)
        for index in range(len(panes)):
            self.setStretchFactor(index, 1 if index == stretch else 0)
        self._take_letters()

    def setSizes(self, sizes: Sequence[int]) -> None:  # noqa: N802 - Qt's own
        """Begin with these widths, which fit a small window."""
        self._begun = self._begun or tuple(sizes)
        super().setSizes(sizes)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the panes their parts of the new room."""
        super().resizeEvent(event)
        panes = [self.widget(index) for index in range(self.count())]
        if self._grows and self._begun and not any(pane is None or pane.isHidden() for pane in panes):
            room = sum(self._begun)
            grown = 1 + GROWTH * max(self.width() - room, 0) / room
            most = [scaled(width) for width in self._most] or [0] * len(self._begun)
            sizes = [
                min(round(size * grown), limit or self.width())
                for size, limit in zip(self._begun, most, strict=True)
            ]
            sizes[self._stretch] += self.width() - sum(sizes) - self.handleWidth() * (len(sizes) - 1)
            super().setSizes(sizes)

    @Slot()
    def _on_moved(self) -> None:
        self._grows = False

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
