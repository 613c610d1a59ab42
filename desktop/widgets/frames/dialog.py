"""The form of every dialog: a title, a body, buttons at the lower right."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.theme.fonts import scaled
from desktop.widgets.buttons import ClosingButton, PrimaryButton
from desktop.widgets.label import TextLabel

WIDEST: Final = 1200
"""However large the letters are, a dialog fits a screen of 1280 points."""


class Dialog(QDialog):
    """Put widgets into ``body`` and buttons with ``add_button``; ``open()`` it.

    Enter in a field does what the primary or the closing button does, and nothing else; where it has work of its
    own in a field, ``enter_finishes`` is false.
    """

    def __init__(
        self, title: str, parent: QWidget | None = None, *, width: int = 480, enter_finishes: bool = True
    ) -> None:
        super().__init__(parent)
        self._enter_finishes = enter_finishes
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(min(scaled(width), WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(TextLabel(title, "title"))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body, 1)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Come up as high as the contents need, unless a size was asked for."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.fit()
        super().showEvent(event)

    def fit(self) -> None:
        """Be as high as the contents need at this width: wrapped text asks for too much before it is shown.

        What can scroll gives way where the window below is lower than that.
        """
        layout = self.layout()
        if layout is not None:
            width = self.width() if self.isVisible() else self.minimumWidth()
            layout.activate()
            height, below = layout.totalHeightForWidth(width), self.parentWidget()
            if below is not None:
                least = layout.totalMinimumHeightForWidth(width)
                height = max(min(height, below.window().height()), least)
            self.resize(width, height)

    def add_button(self, button: QPushButton, *, first: bool = False) -> None:
        """Put a button into the last line; ``first``: at its left end."""
        if first:
            self._buttons.insertWidget(0, button)
            places = map(self._buttons.itemAt, range(self._buttons.count()))
            buttons = [one for place in places if place is not None and (one := place.widget()) is not None]
            # Tab goes from left to right, in whatever order they were made.
            for left, right in pairwise(buttons):
                self.setTabOrder(left, right)
        else:
            self._buttons.addWidget(button)
        if isinstance(button, PrimaryButton | ClosingButton) and self._enter_finishes:
            button.setDefault(True)

    def add_closing(self, text: str = "") -> None:
        """Put the button at the end that only closes; there is nothing to be saved or given up."""
        button = ClosingButton(text or _("关闭"))
        button.clicked.connect(self.accept)
        self.add_button(button)
