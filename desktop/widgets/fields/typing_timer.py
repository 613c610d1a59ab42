"""What is typed is kept soon after a key, also while typing goes on."""

from __future__ import annotations

import time
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer, Slot

KEEP_WITHIN_MS: Final = 100
"""The longest that anything typed waits to be written."""


class TypingTimer(QTimer):
    """Runs out a moment after the *first* key it has not seen kept: a hand that never rests puts nothing off."""

    last: ClassVar = -float("inf")
    """When a key was typed last into any field that keeps what is typed, on the clock of ``time.monotonic``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(KEEP_WITHIN_MS)

    @Slot()
    def typed(self) -> None:
        """Take note of a key."""
        TypingTimer.last = time.monotonic()
        if not self.isActive():
            self.start()


def last_typed() -> float:
    """Return when a key was typed last, on the clock of ``time.monotonic``; long ago where none was."""
    return TypingTimer.last
