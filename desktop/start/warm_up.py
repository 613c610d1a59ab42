"""Loading ahead, piece by piece, what first visits and first searches would wait for; never while somebody works."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.services.tasks import TaskRunner

LOOK_MS: Final = 100
BUSY: Final = 0.01
"""Seconds of its own work between two looks from which on the window's thread is at work: a key takes about as much."""
QUIET: Final = 3
"""So many looks the window has rested before the first piece is begun."""
PATIENCE: Final = 300
"""After so many looks a piece is begun all the same."""


class WarmUp(QObject):
    """Does ``steps`` one after another in threads of their own, each begun only while the window rests.

    They compete with the window's thread for the interpreter: a key typed meanwhile is answered late.
    """

    def __init__(
        self,
        tasks: TaskRunner,
        steps: Iterable[Callable[[], object]],
        parent: QObject | None = None,
        used: Callable[[], float] = time.thread_time,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._steps = deque(steps)
        self._used = used
        self._before = used()
        self._quiet = 0
        self._waited = 0
        self._working = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to load."""
        return not self._steps and not self._working

    def start(self) -> None:
        """Begin as soon as the window rests."""
        self._before = self._used()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Begin the next piece if the window has rested since some looks, or been at work for very many."""
        now = self._used()
        self._quiet = self._quiet + 1 if now - self._before < BUSY else 0
        self._waited += 1
        self._before = now
        if self._working:
            return
        if not self._steps:
            self._timer.stop()
        elif self._quiet >= QUIET or self._waited >= PATIENCE:
            self._working, self._waited = True, 0
            self._tasks.run(self, self._steps.popleft(), self._on_done, lane="warm-up")

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self._working = False
