"""The first line of a page: as high on every page, so that their titles stand at one height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.theme.fonts import PAGE_TITLE, interface_font

HEAD_TOP: Final = 16
"""Pixels above the first line of a page and of a pane beside it."""
PAGE_EDGE: Final = 24
"""Pixels before what a page holds; behind it, and on both sides of a pane, ``PANE_EDGE``."""
PANE_EDGE: Final = 16


class HeadLine(QHBoxLayout):
    """A line as high as the title of a page is at the size of the window's letters now, whatever stands in it."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def sizeHint(self) -> QSize:
        """Return the size of what stands in it, as high as a title at least."""
        return super().sizeHint().expandedTo(QSize(0, _height()))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least size, as high as a title at least."""
        return super().minimumSize().expandedTo(QSize(0, _height()))

    def heightForWidth(self, width: int) -> int:
        """Return the height of words that break at a width, that of a title at least; -1 where none break."""
        height = super().heightForWidth(width)
        return max(height, _height()) if height >= 0 else height

    def minimumHeightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the least height at a width, that of a title at least."""
        return max(super().minimumHeightForWidth(width), _height())


def _height() -> int:
    return QFontMetrics(interface_font(PAGE_TITLE)).height()
