"""The end asked for from outside: logging out, Ctrl+C in a terminal, `kill`; the window closes as by its own key."""

from __future__ import annotations

import signal
import socket
from types import FrameType
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""Not every system knows all of them."""


class EndingSignals(QObject):
    """Hears the signals that ask a program to end, inside the loop of the window.

    Python runs a signal's handler between two of its own steps only, and a resting window takes none: the signal
    therefore writes a byte the loop waits for (`signal.set_wakeup_fd`).
    """

    asked = Signal()
    """The program shall end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, self._told = socket.socketpair()
        for end in (self._heard, self._told):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_told)
        signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)
        known = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
        self._before = {number: signal.signal(number, _heed) for number in known}

    @Slot()
    def _on_told(self) -> None:
        self._heard.recv(64)
        self.asked.emit()

    def close(self) -> None:
        """Leave the signals as they were before."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._told.close()


def _heed(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: that the signal has a handler keeps the program alive until the loop has heard of it."""
