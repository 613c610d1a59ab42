"""A copy of the library's database each day, of a window too that stays open for weeks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 20 * 60 * 1000


class DailyCopies(QObject):
    """Has a copy made when one is due; where something is at work, when it is next looked.

    ``is_due`` and ``make`` are told whether work was only begun: whether it is the first time that is looked.
    """

    def __init__(
        self,
        is_due: Callable[[bool], bool],
        is_busy: Callable[[], bool],
        make: Callable[[bool], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._begun = True
        self._is_due, self._is_busy, self._make = is_due, is_busy, make
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look at once, and from then on again and again."""
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Have a copy made if one is due."""
        if self._is_busy():
            return
        begun, self._begun = self._begun, False
        if self._is_due(begun):
            self._make(begun)
