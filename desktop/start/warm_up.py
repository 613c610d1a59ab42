"""Loading ahead, piece by piece, what first visits and first searches would wait for; never while somebody works."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.services.tasks import TaskRunner
from desktop.start.patient_imports import PatientImports

LOOK_MS: Final = 100
BUSY: Final = 0.01
"""Seconds of its own work between two looks from which on the window's thread is at work: a key takes about as much."""
QUIET: Final = 3
"""So many looks the window has rested before the first piece is begun."""
PATIENCE: Final = 300
"""After so many looks a piece is begun all the same."""


def typed_so_far() -> object:
    """Return what changes with every key typed into the field that has the keyboard; the same while nobody types."""
    field = QApplication.focusWidget()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return field.document().revision()
    return field.text() if isinstance(field, QLineEdit) else None


class WarmUp(QObject):
    """Does ``steps`` one after another in threads of their own, each begun only while the window rests.

    They compete with the window's thread for the interpreter, and with the one that writes: a key typed meanwhile is
    answered late, and what it wrote is safe late. ``used`` tells the seconds of work of the window's thread, ``typed``
    something that changes as somebody types.
    """

    rested = Signal()
    """The first piece is begun: other work that can wait may begin too."""

    def __init__(
        self,
        tasks: TaskRunner,
        steps: Iterable[Callable[[], object]],
        parent: QObject | None = None,
        used: Callable[[], float] = time.thread_time,
        typed: Callable[[], object] = typed_so_far,
        writing: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._steps = deque(steps)
        self._used = used
        self._typed = typed
        self._writing = writing
        self._imports = PatientImports()
        self._before = used()
        self._text = typed()
        self._quiet = 0
        self._waited = 0
        self._working = False
        self._begun = False
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
        now, text = self._used(), self._typed()
        rests = now - self._before < BUSY and text == self._text and not self._writing()
        self._quiet = self._quiet + 1 if rests else 0
        self._waited += 1
        self._before, self._text = now, text
        if self._working:
            return
        if not self._steps:
            self._timer.stop()
        elif self._quiet >= QUIET or self._waited >= PATIENCE:
            self._working, self._waited = True, 0
            self._begin()
            self._tasks.run(self, partial(self._do, self._steps.popleft()), self._on_done, lane="warm-up")

    def _begin(self) -> None:
        """Tell once that the window rests."""
        if not self._begun:
            self._begun = True
            self.rested.emit()

    def _do(self, step: Callable[[], object]) -> object:
        with self._imports.waiting():
            return step()

    @Slot(object)
    def _on_done(self, _result: object) -> None:
        self._working = False
