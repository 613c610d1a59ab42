"""A question asked in its place instead of in a dialog: a line with two answers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.widgets.buttons import PrimaryButton, QuietButton
from desktop.widgets.label import TextLabel


class QuestionStrip(QFrame):
    """Hidden until ``ask``; Escape and the second button mean no."""

    def __init__(self, no: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._work: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        self.label = TextLabel("")
        self.yes = PrimaryButton("")
        self.no = QuietButton(no)
        row.addWidget(self.label, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.leave)
        self.hide()

    def ask(self, text: str, yes: str, work: Callable[[], object]) -> None:
        """Ask whether ``work`` shall be done."""
        self.label.setText(text)
        self.yes.setText(yes)
        self._work = work
        self.show()
        self.no.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mean no with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Do nothing and go."""
        self._work = None
        self.hide()

    @Slot()
    def _agree(self) -> None:
        work = self._work
        self.leave()
        if work is not None:
            work()
