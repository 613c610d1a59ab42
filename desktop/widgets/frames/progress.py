"""The strip at the bottom: what runs, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from desktop.widgets.buttons import LinkButton
from desktop.widgets.label import ElidedLabel, TextLabel


class ProgressStrip(QFrame):
    """Shows one running work; hidden when there is none. ``cancelled`` is sent by its button."""

    cancelled = Signal()

    def __init__(self, cancel_text: str, cancelling_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = (cancel_text, cancelling_text)
        self.setObjectName("strip")
        self.setFixedHeight(36)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(12)
        self._title = TextLabel("", "body")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(160, 4)
        self._count = TextLabel("", "second")
        self._item = ElidedLabel("", "faint")
        self._cancel = LinkButton(cancel_text)
        self._cancel.clicked.connect(self._on_cancel)
        row.addWidget(self._title)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        row.addWidget(self._item, 1)
        row.addWidget(self._cancel)
        self.hide()

    def report(self, title: str, done: int, total: int, item: str = "", *, stopping: bool = False) -> None:
        """Show how far ``title`` is, asked to stop already where it is ``stopping``; ``total`` 0: unknown."""
        self._title.setText(title)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done} / {total}" if total else "")
        self._item.setText(item)
        self._offer_to_cancel(offered=not stopping)
        self.show()

    def finish(self) -> None:
        """Show nothing."""
        self.hide()

    @Slot()
    def _on_cancel(self) -> None:
        self._offer_to_cancel(offered=False)
        self.cancelled.emit()

    def _offer_to_cancel(self, *, offered: bool) -> None:
        """Offer to stop, or say that what runs was asked to: it ends the file it is at first."""
        self._cancel.setText(self._words[0] if offered else self._words[1])
        self._cancel.setEnabled(offered)
