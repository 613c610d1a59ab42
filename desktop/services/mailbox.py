"""The only way from another thread into the window's: a box things are put into, and a bell that carries nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot


class Mailbox(QObject):
    """Hands what any thread puts in to ``take``, in the thread the box was made in, in the order it came.

    What is put in waits in a deque of Python's own, and the signal that rings has no argument: a signal copies
    the Python objects it carries without holding the interpreter's lock, and counts their references wrong when
    another thread uses them at that moment.
    """

    _rung = Signal()

    def __init__(self, take: Callable[[Any], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self._waiting: deque[Any] = deque()
        self._rung.connect(self._hand_over)

    def put(self, thing: object) -> None:
        """Have ``thing`` taken: at once in the box's own thread, soon from another."""
        self._waiting.append(thing)
        self._rung.emit()

    @Slot()
    def _hand_over(self) -> None:
        """Take one thing: each rang for itself, and one that fails keeps no other back."""
        if self._waiting:
            self._take(self._waiting.popleft())
