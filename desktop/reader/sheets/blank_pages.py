"""Which pages have stayed blank for so long that they say they are being drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

BLANK_MS: Final = 150
"""A page that is drawn sooner says nothing: words that come and go at once are a flicker."""


class BlankPages(QObject):
    """Is told at each painting which pages are blank; ``changed`` when some have been so for too long.

    Pages are numbers from 0. While others come into view all the time, as in scrolling, none is told.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new: set[int] = set()
        self.told: frozenset[int] = frozenset()
        """The pages to say it of."""
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(BLANK_MS)
        self.patience.timeout.connect(self._on_late)

    def see(self, blank: Iterable[int]) -> None:
        """Take which of the pages seen have nothing drawn yet; all others are forgotten."""
        now = frozenset(blank)
        self.told &= now
        came = now - self.told - self._new
        self._new = set(now - self.told)
        if not self._new:
            self.patience.stop()
        elif came:
            self.patience.start()

    @Slot()
    def _on_late(self) -> None:
        self.told |= self._new
        self._new = set()
        self.changed.emit()
