"""Which pages have stayed blank for so long that they say they are being drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

BLANK_MS: Final = 150
"""A page that is drawn sooner says nothing: words that come and go at once are a flicker."""
OPENING: Final = -1
"""Stands for the pages of a file that is being opened: how many there are is not known yet."""


class BlankPages(QObject):
    """Is told at each painting which pages are blank; ``changed`` when some have been so for too long.

    Pages are numbers from 0. Those that come and go, as in scrolling, are not told of; once one has stayed blank for
    too long, all that are blank are told of with it. Where opening the file took too long already, its pages say so
    from the first.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._new: set[int] = set()
        self._first: set[int] = set()
        """Those of the new ones that have been blank since the patience began."""
        self.told: frozenset[int] = frozenset()
        """The pages to say it of."""
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(BLANK_MS)
        self.patience.timeout.connect(self._on_late)

    def see(self, blank: Iterable[int]) -> None:
        """Take which of the pages seen have nothing drawn yet; all others are forgotten."""
        now = frozenset(blank)
        if OPENING in self.told and now and OPENING not in now:
            self.told = now
            self.changed.emit()
        self.told &= now
        self._new = set(now - self.told)
        self._first &= self._new
        if not self._new:
            self.patience.stop()
        elif not self._first:
            self._first = set(self._new)
            self.patience.start()

    @Slot()
    def _on_late(self) -> None:
        self.told |= self._new
        self._new, self._first = set(), set()
        self.changed.emit()
