"""Cycles of Python objects are collected in the window's thread and between two events, nowhere else.

Left alone, Python collects in whatever thread happens to allocate, and in the midst of whatever Qt is doing: a
widget found in a cycle is then destroyed in a thread that must not touch it, or under the feet of an event.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 1000
AT_WORK: Final = 0.005
"""Seconds of its own work between two looks from which on the window's thread is at work: typing takes more."""
OLDEST: Final = 2
MANY_OBJECTS: Final = 20_000
"""So many new objects are those of a long article: they stay as long as it does, and going through them takes long."""
PATIENCE: Final = 60
"""After so many looks it is done all the same."""
LONG_REST: Final = 30
"""After so many looks at a window that rests, nobody is before it: everything is gone through once."""


class Collector(QObject):
    """Stops the automatic collection and collects on a timer what has reached Python's own thresholds.

    What takes long waits until the window rests. Whatever outlives a full round, and the objects of a long article, are
    looked at no more until the window rests for long: beside an article of a million characters a full round takes
    90 to 220 ms, and a key pressed meanwhile would wait for it.
    """

    def __init__(self, parent: QObject | None = None, used: Callable[[], float] = time.thread_time) -> None:
        super().__init__(parent)
        self._used = used
        self._before = used()
        self._waited = 0
        self._rests = 0
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
        self.unsettle()
        gc.enable()

    @Slot()
    def collect_due(self) -> None:
        """Collect the oldest generation whose count is above its threshold, and the younger ones with it."""
        rested = self._rested()
        counts, thresholds = gc.get_count(), gc.get_threshold()
        if self._rests == LONG_REST:
            self.unsettle()
            gc.collect(OLDEST)
            self.settle()
            return
        if rested and counts[0] > MANY_OBJECTS:
            self._waited = 0
            self.settle()
            return
        due = [one for one in (OLDEST, 1, 0) if counts[one] > thresholds[one]]
        quick = [one for one in due if one < OLDEST and counts[0] <= MANY_OBJECTS]
        if not rested and due != quick:
            self._waited += 1
            due = quick
        elif due:
            self._waited = 0
        if due:
            gc.collect(due[0])
            if due[0] == OLDEST:
                self.settle()

    def _rested(self) -> bool:
        """Tell whether the window's thread did next to nothing since the last look, or kept one waiting for long."""
        now = self._used()
        spent, self._before = now - self._before, now
        self._rests = self._rests + 1 if spent < AT_WORK else 0
        return spent < AT_WORK or self._waited >= PATIENCE
